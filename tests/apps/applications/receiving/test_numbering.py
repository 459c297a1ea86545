"""Numbers (R 4.4): for each organ and year from 1, without gaps, never given again."""

import json
import os
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction

from gongkai.apps.applications.models import Application
from gongkai.apps.applications.profile.profiles import ProfileFacts, save_profile
from gongkai.apps.applications.receiving.numbering import ALPHABET, new_code, next_number
from gongkai.apps.applications.receiving.registering import void_application
from gongkai.core.finding import BlockedError
from tests.factories.intakes import TODAY, WAYS, Desk, counter, registered
from tests.factories.organs import organ
from tests.factories.publishing import NOW

ROOT = Path(__file__).resolve().parents[4]
NEXT_YEAR = NOW + timedelta(days=200)


@pytest.fixture
def desk(db: None) -> Desk:
    return Desk(organ("示范市财政局"))


def test_each_organ_and_year_begins_with_one(desk: Desk) -> None:
    neighbour = Desk(organ("示范市审计局"), "示审")
    numbers = [
        registered(desk.handler).number,
        registered(desk.handler).number,
        registered(neighbour.handler).number,
        registered(desk.handler, now=NEXT_YEAR).number,
    ]
    assert numbers == [
        "示财依申请〔2025〕1号",
        "示财依申请〔2025〕2号",
        "示审依申请〔2025〕1号",
        "示财依申请〔2026〕1号",
    ]


def test_a_number_that_was_rolled_back_is_given_to_the_next(desk: Desk) -> None:
    with transaction.atomic():
        registered(desk.handler)
        transaction.set_rollback(True)
    assert registered(desk.handler).serial == 1


def test_a_refused_application_takes_no_number(desk: Desk) -> None:
    with pytest.raises(BlockedError):
        registered(desk.handler, arrival=counter(TODAY + timedelta(days=1)))
    assert registered(desk.handler).serial == 1


def test_a_voided_number_is_never_given_again(desk: Desk) -> None:
    first = registered(desk.handler)
    void_application(desk.office, application_id=first.pk, reason="登记错误", now=NOW)
    assert registered(desk.handler).serial == 2
    assert Application.objects.get(serial=1).state == "void"


def test_an_organ_has_its_own_pattern_and_old_numbers_stay(desk: Desk) -> None:
    before = registered(desk.handler)
    facts = ProfileFacts(
        "示财", number_pattern="{机关简码}公开〔{年}〕第{序号}号", address="一号路", fax="1",
        email="a@example.com", ways=WAYS,
    )  # fmt: skip
    save_profile(desk.office, organ_id=desk.organ.pk, facts=facts, now=NOW)
    assert registered(desk.handler).number == "示财公开〔2025〕第2号"
    before.refresh_from_db()
    assert before.number == "示财依申请〔2025〕1号"


def test_an_organ_without_a_code_word_gets_no_number(db: None) -> None:
    place = organ("示范市审计局")
    with pytest.raises(BlockedError), transaction.atomic():
        next_number(place.pk, TODAY)


def test_query_codes_are_drawn_from_sixty_bits() -> None:
    drawn = {new_code() for _ in range(500)}
    form = re.compile(rf"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}")
    assert len(drawn) == 500
    assert all(form.fullmatch(code) for code in drawn)
    assert len(ALPHABET) ** 12 > 2**59
    assert not set("01OIL") & set(ALPHABET)


@pytest.mark.slow
def test_clerks_and_visitors_at_once_leave_no_gap_and_no_double(tmp_path: Path) -> None:
    """Real threads, on a database of their own."""
    own = f"sqlite://{tmp_path / 'together.sqlite3'}"
    env = {**os.environ, "DATABASE_URL": os.environ.get("DATABASE_URL") or own}
    command = [sys.executable, "-m", "tests.apps.applications.together"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    said = json.loads(done.stdout)
    assert said["serials"] == list(range(1, 14))
    assert said["last"] == 13
    assert len(said["numbers"]) == 12 + 4
    assert len({*said["numbers"]}) == 12 + 1
