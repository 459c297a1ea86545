"""The demo's register: three years closed, each story as far as it goes, nothing personal told."""

from datetime import date

import pytest

from gongkai.apps.applications.demo.refusals import refusals
from gongkai.apps.applications.demo.rows import prepare_register
from gongkai.apps.applications.demo.work import STORIES, prepare_work
from gongkai.apps.applications.models import Application, Letter, Profile
from gongkai.apps.organs.demo import prepare_demo
from gongkai.apps.organs.seed import seed_workdays
from gongkai.core.identity import SYSTEM
from tests.apps.applications.at_work import at

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
STATES = {
    "received",
    "examining",
    "handling",
    "correcting",
    "fee_pending",
    "in_review",
    "approved",
    "replied",
    "retracted",
    "archived",
}


def test_the_register_and_the_work_in_progress() -> None:
    seed_workdays()
    prepare_demo(SYSTEM, password="a-long-password-for-the-demo-7")
    many = prepare_register(SYSTEM, today=TODAY)
    assert many > Profile.objects.count() * 12
    assert set(Application.objects.values_list("state", flat=True)) == {"archived"}
    found = refusals()
    assert found
    assert all(row.party and row.act and row.day <= TODAY for row in found)
    assert prepare_work(at(TODAY)) == len(STORIES)
    assert set(Application.objects.values_list("state", flat=True)) == STATES
    assert Application.objects.filter(is_paused=True).exists()
    assert Application.objects.filter(state="handling", due__lt=TODAY).exists()
    assert Letter.objects.filter(code="DOC-12").exists()
    assert prepare_register(SYSTEM, today=TODAY) == 0
