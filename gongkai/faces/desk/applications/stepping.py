"""A step of a case as data: when it is open, its form, what it brings about, what it does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from django import forms

from gongkai.apps.applications.cases.casework_queries import WHO
from gongkai.core.applications.doors import HANDLERS
from gongkai.core.applications.lifecycle import CASE
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.identity import Actor, Role
from gongkai.core.lifecycle import Step
from gongkai.faces.common.forms import DeskForm

if TYPE_CHECKING:
    from gongkai.apps.applications.models import Application
    from gongkai.apps.applications.register.case_queries import CaseWork

YES_NO: Final = (("yes", "是"), ("no", "否"))


class CaseForm(DeskForm):
    """A form about a case as its page showed it."""

    expected = forms.IntegerField(widget=forms.HiddenInput)

    def on(self, name: str) -> date:
        """A day that was asked for."""
        found: date = self.cleaned_data[name]
        return found

    def is_yes(self, name: str) -> bool:
        """Whether the answer is yes."""
        return self.said(name) == YES_NO[0][0]


@dataclass(frozen=True, slots=True)
class Opened:
    """A case of the own organ with what hangs on it, for whoever looks at it."""

    who: Actor
    row: "Application"
    work: "CaseWork"


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent with a form, by whom, about which case, and when."""

    case: Opened
    form: CaseForm
    now: datetime

    @property
    def who(self) -> Actor:
        """Who acts."""
        return self.case.who

    @property
    def case_id(self) -> int:
        """The number of the case."""
        return self.case.row.pk

    @property
    def expected(self) -> int:
        """The version that the page showed."""
        found: int = self.form.cleaned_data["expected"]
        return found


def always(_opened: Opened) -> bool:
    """No further condition."""
    return True


def in_time(_opened: Opened, _today: date, _days: WorkdayCalendar) -> bool:
    """No term within which it has to be taken."""
    return True


def as_it_is(_form: CaseForm, _opened: Opened) -> None:
    """Nothing to fit."""


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One thing that can be done to a case.

    Where `label` is empty it is a step of the lifecycle, open where that says so; else it is open
    in `states`. `when` is what must hold besides, `fit` offers choices and fills in what is known.
    `in_time` is whether its own term still runs: it is not offered when that is over, and whoever
    sends its form anyway is told why not. `consequence` says what follows; `done` what was done.
    """

    verb: str
    act: Callable[[Sent], object]
    consequence: str
    done: str
    form: type[CaseForm] = CaseForm
    label: str = ""
    states: Sequence[str] = ()
    roles: frozenset[Role] = HANDLERS
    when: Callable[[Opened], bool] = always
    in_time: Callable[[Opened, date, WorkdayCalendar], bool] = in_time
    fit: Callable[[CaseForm, Opened], None] = as_it_is
    is_final: bool = False

    @property
    def name(self) -> str:
        """What the button says."""
        return self.label or next(step.label for step in CASE.steps if step.verb == self.verb)

    @property
    def for_roles(self) -> frozenset[Role]:
        """Who may take it."""
        if self.label:
            return self.roles
        return WHO[next(step.by for step in CASE.steps if step.verb == self.verb)]

    def is_open(self, opened: Opened) -> bool:
        """Whether it can be taken now by whoever looks."""
        if not opened.who.roles & self.for_roles or not self.when(opened):
            return False
        state = opened.row.state
        return state in self.states if self.label else self.in_lifecycle(state) is not None

    def in_lifecycle(self, state: str) -> Step | None:
        """The step of the lifecycle, where it leads on from that state."""
        found = (row for row in CASE.steps if row.source == state and row.verb == self.verb)
        return next(found, None)
