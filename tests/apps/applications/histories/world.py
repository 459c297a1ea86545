"""Two organs with all who work on applications, cases of both, and a day that moves on."""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime, timedelta
from typing import Final

from django_tasks_db.models import DBTaskResult

from gongkai.apps.applications.models import Application, Assignment, Extension, FeeNotice, Profile
from gongkai.apps.organs.models import Organ, SpecialDay, WorkdayYear
from gongkai.apps.organs.shipped import known_special_days
from gongkai.apps.wires.events import react
from gongkai.core.applications.lifecycle import CASE, UNANSWERED
from gongkai.core.identity import Actor, Role
from tests.apps.applications.at_work import at
from tests.factories.intakes import WAYS
from tests.factories.organs import Region, acting

FIRST: Final = date(2026, 10, 26)
"""Ten weeks before a year of which nobody knows the working days yet."""
DAY: Final = timedelta(days=1)
NOTHING: Final = 0
"""A number that leads nowhere."""
EVERYWHERE: Final = frozenset(state.key for state in CASE.states)


@dataclass(frozen=True, slots=True)
class Staff:
    """The people of one organ."""

    handler: Actor
    colleague: Actor
    office: Actor
    head: Actor
    legal: Actor
    leader: Actor

    def mixed(self, by: int) -> "Staff":
        """The same people, each in the place of somebody else."""
        names = [known.name for known in fields(self)]
        people = deque(getattr(self, name) for name in names)
        people.rotate(by)
        return Staff(*people)


def staff_of(place: Organ, name: str) -> Staff:
    """Somebody for every role."""
    roles = {
        "handler": Role.HANDLER,
        "colleague": Role.HANDLER,
        "office": Role.DISCLOSURE_OFFICE,
        "head": Role.HEAD,
        "legal": Role.LEGAL_REVIEWER,
        "leader": Role.LEADER,
    }
    return Staff(*(acting(f"{name}-{who}", place, role) for who, role in roles.items()))


def say_of_itself(place: Organ, code_word: str) -> None:
    """What letters and the portal need to know of an organ."""
    Profile.objects.create(
        organ=place,
        code_word=code_word,
        office=f"{place.name}办公室",
        phone="0990-1234567",
        address="示范市一号路2号",
        account="示范银行 0000",
        review_address="https://fuyi.example.gov.cn",
        ways=list(WAYS),
        internal_terms={"reply": 15},
        changed_at=at(FIRST),
    )


def enter_workdays(year: int, special: dict[date, bool]) -> None:
    """The working days of a year."""
    row = WorkdayYear.objects.create(year=year, source="示例")
    SpecialDay.objects.bulk_create(
        SpecialDay(year=row, day=day, is_workday=worked) for day, worked in special.items()
    )


class World:
    """What the steps of a history work on. `shift`: everybody does somebody else's work."""

    def __init__(self) -> None:
        region = Region()
        self.organs = (region.finance, region.health)
        self.people = {
            place.pk: staff_of(place, name)
            for place, name in zip(self.organs, ("finance", "health"), strict=True)
        }
        self.above = acting("above", region.city, Role.DISCLOSURE_OFFICE)
        for place, word in zip(self.organs, ("示财", "示卫"), strict=True):
            say_of_itself(place, word)
        for year in (2025, 2026):
            enter_workdays(year, known_special_days(year))
        self.begin()

    def begin(self) -> None:
        """Nothing has happened yet."""
        self.today, self.shift = FIRST, 0

    @property
    def now(self) -> datetime:
        """The moment of what happens next."""
        return at(self.today)

    def ago(self, chance: int) -> date:
        """Today, or one of the days before."""
        return self.today - chance % 4 * DAY

    def staff(self, case: Application) -> Staff:
        """Who works on a case."""
        return self.people[case.organ_id].mixed(self.shift)

    def case(self, number: int) -> Application:
        """One of the cases, as it is stored: three times of four one that is open, if any is."""
        cases = Application.objects.order_by("pk")
        still = cases.filter(state__in=UNANSWERED)
        rows = still if number % 4 and still.exists() else cases
        return rows[number % rows.count()]

    def let_worker_work(self) -> None:
        """Hand every event to whoever listens, but for receipts."""
        while row := DBTaskResult.objects.order_by("enqueued_at").first():
            told = row.args_kwargs
            row.delete()
            if row.task_path == REACT and told["args"][0] not in LEFT_OUT:
                react.call(*told["args"], **told["kwargs"])


REACT: Final = react.module_path
LEFT_OUT: Final = frozenset({"gongkai.apps.applications.letters.receipts.follow_registration"})
"""A receipt for each case takes long, and changes nothing but the letters."""
Act = Callable[[World, Application, int], object]
"""What somebody does with a case; the number chooses among its variants."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One step: in which states of a case it is open, what has to be there for it (a condition on
    the case), how often it is tried."""

    act: Act
    states: frozenset[str]
    weight: int = 4
    needs: Mapping[str, object] = field(default_factory=dict)

    def fits(self, case: Application) -> bool:
        """Whether there is any sense in trying it."""
        if case.state not in self.states:
            return False
        return not self.needs or Application.objects.filter(pk=case.pk, **self.needs).exists()


def deed(act: Act, *verbs: str, weight: int = 4, **needs: object) -> Deed:
    """A deed that is open where these steps of the lifecycle are; without any, everywhere."""
    sources = frozenset(step.source for step in CASE.steps if step.verb in verbs)
    assert not verbs or sources
    return Deed(act, sources or EVERYWHERE, weight, needs)


def latest(model: type[Extension] | type[FeeNotice] | type[Assignment], case: Application) -> int:
    """The newest row of a kind."""
    row = model.objects.filter(application=case).last()
    return NOTHING if row is None else row.pk
