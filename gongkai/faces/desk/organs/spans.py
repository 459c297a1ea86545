"""Duties and stand-ins as pages show them: what runs, what is to come, what is over."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from gongkai.core.identity import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gongkai.apps.organs.models import Duty, StandIn

DAY = timedelta(days=1)


class State(StrEnum):
    """Where today stands to a span of days."""

    COMING = "coming"
    RUNNING = "running"
    OVER = "over"
    IDLE = "idle"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {
            "coming": "尚未开始",
            "running": "现任",
            "over": "已结束",
            "idle": "机关已撤销",
        }[self.value]


@dataclass(frozen=True, slots=True)
class StandInShown:
    """A stand-in, with its last day."""

    row: "StandIn"
    role: Role
    state: State

    @property
    def last(self) -> date:
        """The last day; a page counts days as people do."""
        return self.row.until - DAY


@dataclass(frozen=True, slots=True)
class DutyShown:
    """A duty, and who stands in."""

    row: "Duty"
    role: Role
    state: State
    stand_ins: tuple[StandInShown, ...]

    @property
    def can_end(self) -> bool:
        """Whether there is something to end."""
        return self.state in {State.RUNNING, State.COMING, State.IDLE}


def state_of(since: date, until: date | None, today: date) -> State:
    """Where today stands."""
    if until is not None and until <= today:
        return State.OVER
    return State.COMING if since > today else State.RUNNING


def duty_rows(duties: "Iterable[Duty]", today: date) -> list[DutyShown]:
    """The duties with their stand-ins, running ones first."""
    order = [State.RUNNING, State.COMING, State.IDLE, State.OVER]
    found = [_duty(row, today) for row in duties]
    return sorted(found, key=lambda one: order.index(one.state))


def _duty(row: "Duty", today: date) -> DutyShown:
    state = state_of(row.since, row.until, today)
    if state is State.RUNNING and row.organ.until is not None:
        state = State.IDLE
    shown = tuple(
        StandInShown(one, Role(row.role), state_of(one.since, one.until, today))
        for one in row.stand_ins.all()
    )
    return DutyShown(row, Role(row.role), state, shown)


def stand_in_rows(rows: "Iterable[StandIn]", today: date) -> list[StandInShown]:
    """The duties of others in which somebody acts or acted."""
    return [
        StandInShown(row, Role(row.duty.role), state_of(row.since, row.until, today))
        for row in rows
    ]
