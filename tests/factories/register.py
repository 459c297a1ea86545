"""Applications as plain rows, for queries: what they are, not how they came to be."""

from datetime import date

from gongkai.apps.applications.models import Application
from gongkai.apps.organs.models import Organ
from tests.factories.publishing import NOW

RECEIVED = date(2025, 6, 2)


def row(place: Organ, number: int, **values: object) -> Application:
    """One application, not saved: open, received over the counter, by an invented person."""
    received = values.get("received_on", RECEIVED)
    year = received.year if isinstance(received, date) else RECEIVED.year
    given: dict[str, object] = {
        "organ": place,
        "year": year,
        "serial": number,
        "number": f"示范依申请〔{year}〕{place.pk}-{number}号",
        "query_code": "code",
        "state": "handling",
        "way": "counter",
        "arrived_on": received or RECEIVED,
        "received_on": RECEIVED,
        "applicant_kind": "natural",
        "applicant_masked": "张*明",
        "identity_key": f"identity-{number}",
        "subject": f"第{number}号地块的征收补偿方案",
        "description": f"第{number}号地块的征收补偿方案及批准文件。",
        "due": date(2025, 6, 30),
        "created_at": NOW,
        "created_by": "user:0",
    }
    over = {"counted_on": values.get("closed_on"), "counted_row": values.get("result_row", "")}
    return Application(**{**given, **(over if over["counted_on"] else {}), **values})


def stored(place: Organ, number: int, **values: object) -> Application:
    """One application in the register."""
    application = row(place, number, **values)
    application.save()
    return application
