"""No public address says a word of an application, a draft or an applicant to a stranger."""

import pytest
from django.test import Client

from tests.faces.sending import html
from tests.factories.intakes import TOKEN, Desk, drafted, intake, registered
from tests.house.addresses import PATTERNS, filled, is_guarded

pytestmark = pytest.mark.django_db
WORD = "蓝孔雀"
"""A word that stands in nothing public."""
PUBLIC = sorted(path for path in PATTERNS if not is_guarded(path))


def test_there_are_addresses_of_applications() -> None:
    assert len([path for path in PUBLIC if path.startswith("applications/")]) > 15


def test_a_stranger_learns_nothing(client: Client, desk: Desk) -> None:
    secret = intake(name=f"{WORD}一", subject=WORD, items=(f"{WORD}的文件",), address=WORD)
    case = registered(desk.handler, secret)
    drafted(desk.organ, said=secret)
    said = {}
    for pattern in PUBLIC:
        known = {"organ_id": str(desk.organ.pk), "letter_id": str(case.letters.get().pk)}
        values = {name: known.get(name, usual) for name, usual in PATTERNS[pattern].items()}
        address = f"/{filled(pattern, values)}"
        answers = [client.get(address), client.post(address)]
        said[address] = "".join(html(row) for row in answers if not row.streaming)
        assert max(row.status_code for row in answers) < 500
    for word in (WORD, case.number, case.query_code, TOKEN):
        assert [address for address, text in said.items() if word in text] == []
