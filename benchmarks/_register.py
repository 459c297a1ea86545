"""A register of applications in bulk, in a database made for it; loaded when Django is ready."""

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median

from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from gongkai.apps.applications.models import Application
from gongkai.apps.applications.register.period_queries import year
from gongkai.apps.applications.register.statistics_queries import Dimension, statistics
from gongkai.apps.applications.register.table_queries import yearly_table
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.kinds import ApplicantKind, SubmissionWay
from gongkai.core.identity import SYSTEM, OrganKind, Role
from gongkai.core.reports.forms import FORM_2021
from tests.factories.organs import organ, serving
from tests.factories.register import row

ORGANS = 20
BATCH = 2000
YEARS = 4
OPEN_SHARE = 0.03
TIMES = 15
STATES = ("received", "examining", "handling", "handling", "in_review", "approved", "correcting")
ROWS = tuple(
    line.key
    for line in FORM_2021.table("applications").rows
    if line.key not in {"new", "carried_in", "total", "carried_out"}
)
QUEUE = "/desk/applications/"
PAGES = {
    "queue": QUEUE,
    "queue, overdue": f"{QUEUE}?tab=overdue",
    "queue, everything": f"{QUEUE}?tab=all",
    "queue, by words": f"{QUEUE}?tab=all&text=1234",
    "queue, archived, sorted": f"{QUEUE}?tab=archived&sort=received",
    "queue, last page": f"{QUEUE}?tab=all&page=99999",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """What it came to, in seconds: the page's and the tables' medians, and their floors."""

    vendor: str
    cases: int
    largest: int
    pages: dict[str, float]
    page_floor: float
    table: float
    table_floor: float
    statistics: dict[str, float]


def measure(cases: int) -> Measured:
    """Fill the register, then ask for its pages and tables."""
    with database():
        places = filled(cases)
        client = Client()
        client.force_login(serving("bench", places[0], Role.HANDLER, Role.DISCLOSURE_OFFICE))
        numbers = [place.pk for place in places]
        this = year(timezone.localdate().year - 1)
        days = calendar()
        return Measured(
            vendor=connection.vendor,
            cases=cases,
            largest=Application.objects.filter(organ=places[0]).count(),
            pages={name: middle(partial(ask, client, at)) for name, at in PAGES.items()},
            page_floor=middle(lambda: ask(client, "/desk/mine/")),
            table=middle(lambda: yearly_table(numbers, this)),
            table_floor=middle(lambda: scan(numbers)),
            statistics={
                by.value: middle(partial(statistics, SYSTEM, this, by, days), 3) for by in Dimension
            },
        )


def ask(client: Client, address: str) -> None:
    """One page, as the server makes it."""
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)


def scan(numbers: Sequence[int]) -> None:
    """The floor of a table: one plain statement that counts the same rows by one column."""
    marks = ", ".join(["%s"] * len(numbers))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT result_row, COUNT(*) FROM applications_application "  # noqa: S608 - marks only
            f"WHERE organ_id IN ({marks}) GROUP BY result_row",
            list(numbers),
        )
        cursor.fetchall()


def middle(what: Callable[[], object], times: int = TIMES) -> float:
    """The median of several runs, the first one left out: of the processor where all is done here,
    else by the clock."""
    clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    what()
    took = []
    for _ in range(times):
        began = clock()
        what()
        took.append(clock() - began)
    return median(took)


def filled(cases: int) -> list[Organ]:
    """Organs below one city, and their applications of the last years; half are of one organ."""
    top = organ("示范市人民政府", None, OrganKind.CITY, "990100")
    places = [organ(f"示范市第{number}局", top) for number in range(1, ORGANS + 1)]
    draw, numbers = Random(5), iter(range(1, cases + 1))  # noqa: S311 - nothing is secret here
    with transaction.atomic():
        while batch := list(islice(numbers, BATCH)):
            Application.objects.bulk_create(one(draw, places, number) for number in batch)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")
    return places


def one(draw: Random, places: Sequence[Organ], number: int) -> Application:
    """One application of the last years, most of them over."""
    place = places[0] if number % 2 else draw.choice(places)
    today = timezone.localdate()
    received = today - timedelta(days=draw.randrange(YEARS * 365))
    values: dict[str, object] = {
        "received_on": received,
        "due": received + timedelta(days=29),
        "applicant_kind": draw.choice(list(ApplicantKind)).value,
        "way": draw.choice(list(SubmissionWay)).value,
        "handler_key": f"user:{number % 30}",
        "handler_name": f"经办{number % 30}",
        "is_extended": draw.random() < 0.1,
        "is_corrected": draw.random() < 0.1,
    }
    closed = received + timedelta(days=draw.randrange(40))
    if closed > today or draw.random() < OPEN_SHARE:
        return row(place, number, **values, state=draw.choice(STATES))
    over = {"closed_on": closed, "replied_on": closed, "result_row": draw.choice(ROWS)}
    return row(place, number, **values, **over, state=draw.choice(("replied", "archived")))


@contextmanager
def database() -> Iterator[None]:
    """A database that is there for the time of the measurement."""
    kept = str(connection.settings_dict["NAME"])
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as folder:
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = str(Path(folder) / "bench.sqlite3")
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            yield
        finally:
            connection.creation.destroy_test_db(kept, verbosity=0)
