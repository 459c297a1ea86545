"""What comes after the reply, and a new year."""

from datetime import date
from typing import Final

from django.db import transaction

from gongkai.apps.applications.archive.archiving import file_case, transfer_cases
from gongkai.apps.applications.cases.reckoning_anew import reckon_anew
from gongkai.apps.applications.handling.converting import DISCLOSED, Conversion, convert
from gongkai.apps.applications.handling.reopening import Order, reopen
from gongkai.apps.applications.models import (
    Application,
    ArchiveRecord,
)
from gongkai.apps.disputes.closing import close_dispute
from gongkai.apps.disputes.facts import Closing, Opening
from gongkai.apps.disputes.opening import open_dispute
from gongkai.apps.organs.actions import load_workdays
from gongkai.core.applications.lifecycle import CLOSED
from gongkai.core.disputes.kinds import DisputeKind, Result
from gongkai.core.identity import SYSTEM
from tests.apps.applications.histories.world import DAY, Deed, World, deed

OVER: Final = frozenset({*CLOSED, "archived"})
UNKNOWN_YEAR: Final = 2027
NEXT_YEAR: Final = date(2027, 1, 4)


@transaction.atomic
def corrected(world: World, case: Application, chance: int) -> object:
    """A dispute that ends with an order to decide anew; the worker opens the case."""
    handler, kinds = world.staff(case).handler, (DisputeKind.RECONSIDERATION, DisputeKind.DIRECT)
    opening = Opening(
        kinds[chance % 2],
        "张小明",
        case.number,
        "示范市人民政府",
        world.ago(chance),
        case_number=f"示府复〔2026〕{chance}号",
        application_id=case.pk,
        application_number=case.number,
    )
    row = open_dispute(handler, organ_id=case.organ_id, opening=opening, now=world.now)
    closing = Closing(Result.CORRECTED, world.today, "责令重新答复", asks_again=bool(chance % 4))
    return close_dispute(
        handler, dispute_id=row.pk, expected=row.version, closing=closing, now=world.now
    )


def reopened(world: World, case: Application, chance: int) -> object:
    order = Order("示府复〔2026〕3号", world.ago(chance), workdays=chance % 60)
    return reopen(
        world.staff(case).office,
        application_id=case.pk,
        expected=case.version,
        order=order,
        now=world.now,
    )


def handed_over(world: World, case: Application, chance: int) -> object:
    rows = ArchiveRecord.objects.filter(application=case).values_list("pk", flat=True)
    return transfer_cases(world.staff(case).office, record_ids=list(rows), day=world.today)


@transaction.atomic
def workdays_entered(world: World, case: Application, chance: int) -> object:
    """The working days of a year nobody knew, or other ones than before."""
    special = {NEXT_YEAR + n * DAY: False for n in range(chance % 5)}
    load_workdays(SYSTEM, year=UNKNOWN_YEAR, special=special, source="示例")
    world.let_worker_work()
    return reckon_anew(SYSTEM, year=UNKNOWN_YEAR, now=world.now)


AFTERWARDS: Final[dict[str, Deed]] = {
    "归档": deed(
        lambda world, case, chance: file_case(
            world.staff(case).handler,
            application_id=case.pk,
            expected=case.version,
            now=world.now,
            retention=("ordinary", "disputed", "forever")[chance % 3],
        ),
        "archive",
        weight=8,
    ),
    "移交档案馆": Deed(handed_over, frozenset({"archived"})),
    "转为主动公开": deed(
        lambda world, case, chance: convert(
            world.staff(case).office,
            application_id=case.pk,
            expected=case.version,
            conversion=Conversion("补偿方案", "多人申请"),
            now=world.now,
        ),
        "convert",
        result_row__in=DISCLOSED,
        weight=4,
    ),
    "重新办理": deed(reopened, "reopen_case", weight=3),
    "复议诉讼纠正": Deed(corrected, OVER, 3),
    "录入工作日": deed(workdays_entered, weight=2),
}
