"""Random histories of several cases at once, by the real actions, over days: every case ends in
exactly one row, the yearly table balances for any cut of dates, no due day moves without an entry,
and what was refused has changed nothing."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import Final

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from hypothesis import HealthCheck, Phase, event, given, note, settings
from hypothesis import strategies as st

from gongkai.apps.applications.cases.tending import tend_pauses
from gongkai.apps.applications.models import Application
from gongkai.apps.journal.models import Entry as JournalEntry
from gongkai.apps.journal.verify import verify
from gongkai.core.applications.lifecycle import is_open
from gongkai.core.finding import BlockedError
from gongkai.core.identity import NotAllowedError
from tests.apps.applications.histories.afterwards import AFTERWARDS
from tests.apps.applications.histories.asking import ASKING
from tests.apps.applications.histories.checks import (
    balances,
    counted_once,
    everything,
    holds_together,
    left_over,
    moved_by_an_entry,
    seen,
)
from tests.apps.applications.histories.handling import ENDS, HANDLING
from tests.apps.applications.histories.letters import LETTERS
from tests.apps.applications.histories.paying import PAYING
from tests.apps.applications.histories.register import REGISTER, registered
from tests.apps.applications.histories.replies import REPLIES
from tests.apps.applications.histories.world import DAY, FIRST, Deed, World

pytestmark = pytest.mark.django_db

HISTORIES: Final = int(os.environ.get("GONGKAI_HISTORIES", "16"))
"""How many are drawn; another number draws other ones."""
DEEDS: Final = {
    **REGISTER,
    **HANDLING,
    **ASKING,
    **PAYING,
    **ENDS,
    **REPLIES,
    **LETTERS,
    **AFTERWARDS,
}
DONE: Final = "done"
TRIES: Final = 3
MIXING: Final = 37
"""A turn that is drawn twice is another deed the second time."""
STRIDE: Final = 17
"""How far from a deed that was refused the next one lies that is tried."""
CUTS: Final = (date(2026, 1, 1), date(2027, 1, 1), date(2028, 1, 1))


@dataclass(frozen=True, slots=True)
class Turn:
    """One step of a history: so many days later, with one of the cases, one of the deeds that fit
    its state, or of all. `shift`: by whom; nobody in his own place unless it is 0."""

    days: int
    case: int
    pick: int
    chance: int
    shift: int
    is_stray: bool


TURNS: Final = st.builds(
    Turn,
    days=st.sampled_from((*(0,) * 12, 1, 1, 2, 3, 8, 22)),
    case=st.integers(0, 19),
    pick=st.integers(0, 210),
    chance=st.integers(0, 359),
    shift=st.sampled_from((*(0,) * 28, 1, 2)),
    is_stray=st.sampled_from((False,) * 9 + (True,)),
)


@pytest.fixture
def world() -> World:
    return World()


@contextmanager
def undone() -> Iterator[None]:
    """What happens in here has not happened afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def take(world: World, turn: Turn) -> None:
    """Take one step, or others where that is refused; then see that all is as it should be."""
    world.today, world.shift = world.today + turn.days * DAY, turn.shift
    tend_pauses(world.now)
    case = world.case(turn.case)
    names = list(DEEDS) if turn.is_stray else fitting(case)
    before, kept, told = seen(), everything(), JournalEntry.objects.count()
    for attempt in range(TRIES):
        name = names[(turn.pick + attempt * STRIDE) % len(names)]
        outcome = tried(world, case, DEEDS[name], turn.chance)
        event(name, outcome)
        note(f"{world.today} {case.number} {case.state} {name}: {outcome}")
        assert outcome
        if outcome == DONE:
            break
        assert everything() == kept
    else:
        return
    assert JournalEntry.objects.count() > told
    world.let_worker_work()
    moved_by_an_entry(before, is_reckoned_anew=name == "录入工作日")
    holds_together(world)
    balances(world, [CUTS[0], world.today, CUTS[-1]][:: 1 + turn.chance % 2])


def fitting(case: Application) -> list[str]:
    """What may be done with a case, the more often the weightier."""
    known = [(name, deed.weight) for name, deed in DEEDS.items() if deed.fits(case)]
    return [name for name, weight in known for _ in range(weight)]


def tried(world: World, case: Application, deed: Deed, chance: int) -> str:
    """What became of it: done, or refused in one of the ways that are known, with a reason."""
    try:
        deed.act(world, case, chance)
    except (NotAllowedError, ObjectDoesNotExist) as error:
        return type(error).__name__
    except BlockedError as error:
        return " ".join(sorted({finding.code for finding in error.findings}))
    return DONE


def begun(world: World, case: Application, chance: int) -> None:
    """Three of four cases whose receipt is proved are in hand when a history begins."""
    if chance % 4 and case.received_on is not None:
        for name in ("开始审核", "审核通过"):
            DEEDS[name].act(world, Application.objects.get(pk=case.pk), chance)


def finish(world: World, turn: Turn) -> None:
    """Let every case end that has not ended yet."""
    world.shift = 0
    for case in Application.objects.order_by("pk"):
        if is_open(case.state):
            ENDS[list(ENDS)[turn.pick % len(ENDS)]].act(world, case, 0)


# A history says in its own lines what went wrong; making it shorter would take minutes.
@settings(
    max_examples=HISTORIES,
    derandomize="GONGKAI_HISTORIES" not in os.environ,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(
    st.lists(TURNS, min_size=20, max_size=50),
    st.lists(st.integers(-5, 400), min_size=2, max_size=6),
)
def test_whatever_is_done(world: World, turns: list[Turn], cuts: list[int]) -> None:
    with undone():
        world.begin()
        for place, turn in product(world.organs, turns[:2]):
            begun(world, registered(world, place.pk, turn.chance), turn.chance)
        for number, turn in enumerate(turns):
            take(world, replace(turn, pick=turn.pick + number * MIXING))
        days = [FIRST + cut * DAY for cut in cuts]
        balances(world, [*CUTS, *days])
        counted_once(world)
        finish(world, turns[-1])
        holds_together(world)
        balances(world, [*CUTS, *days])
        counted_once(world)
        assert left_over(world) == 0
        assert verify().whole
