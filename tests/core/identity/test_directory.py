"""Which roles open the directory of organs and people, and the words of successions."""

from gongkai.core.identity.directory import GRANTERS, KEEPERS, READERS
from gongkai.core.identity.organs import SuccessionWay
from gongkai.core.identity.roles import ADMINISTRATORS, conflicts


def test_who_keeps_does_not_grant_and_both_may_read() -> None:
    assert KEEPERS | GRANTERS < ADMINISTRATORS < READERS
    assert conflicts(KEEPERS | GRANTERS)


def test_every_way_of_succession_has_a_word() -> None:
    assert len({way.label for way in SuccessionWay}) == len(SuccessionWay)
