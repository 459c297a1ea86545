"""The demo's organs have their guides, once; a few wait to be looked through."""

import pytest

from gongkai.apps.catalogue.demo_guides import EVERY, prepare_guides
from gongkai.apps.catalogue.guide_queries import guide_of, waiting
from gongkai.apps.catalogue.models import Guide
from gongkai.apps.organs.demo import prepare_demo
from gongkai.core.catalogue.reviewing import Reason
from gongkai.core.identity import SYSTEM
from tests.apps.catalogue.directories import NOW

pytestmark = pytest.mark.django_db


def test_without_the_demo_there_are_none() -> None:
    assert prepare_guides(NOW) == 0


def test_every_organ_gets_a_complete_guide_once() -> None:
    prepare_demo(SYSTEM, password="invented-password")
    made = prepare_guides(NOW)
    guides = list(Guide.objects.select_related("organ"))
    assert made == len(guides) > EVERY
    assert all(guide_of(guide.organ_id) for guide in guides)
    old = [guide for guide in guides if waiting(guide, guide.organ, NOW.date()) == (Reason.OLD,)]
    assert len(old) == made // EVERY
    assert prepare_guides(NOW) == 0
