"""The pages of the disclosure guide, one request at a time."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from gongkai.apps.catalogue.models import Guide, GuideRevision
from gongkai.core.identity import Role
from tests.faces.sending import html
from tests.factories.guides import GUIDE
from tests.factories.organs import Region, serving

pytestmark = pytest.mark.django_db
PAGE, EDIT, CONFIRM = "/desk/guide/", "/desk/guide/edit/", "/desk/guide/confirm/"


@pytest.fixture
def region() -> Region:
    return Region()


@pytest.fixture
def office(region: Region) -> Client:
    return client_of("office", region, Role.DISCLOSURE_OFFICE)


def client_of(name: str, region: Region, role: Role) -> Client:
    client = Client()
    client.force_login(serving(name, region.bureau, role))
    return client


def sent(client: Client, expected: int = 0, **changes: str) -> str:
    content = {**GUIDE, **changes, "expected": str(expected)}
    return html(client.post(EDIT, content, follow=True))


def test_a_guide_is_written_shown_and_compared(office: Client) -> None:
    assert "编制指南" in html(office.get(PAGE))
    page = sent(office)
    assert "公众看到的就是这个版本" in page
    assert "条例第十二条要求的内容都有" in page
    sent(office, 1, phone="0990-7654321")
    revision = GuideRevision.objects.get(number=2)
    page = html(office.get(f"{PAGE}revisions/{revision.pk}/"))
    assert "和第 1 版的不同" in page
    assert "<del>" in page


def test_what_is_missing_is_kept_and_said_with_its_article(office: Client) -> None:
    page = sent(office, fax="")
    assert "公众看到的仍是上一个完整版本" in page
    assert "“传真号码”是空的" in page
    assert "第十二条" in page
    assert "核对无误</button>" not in page


def test_two_who_write_at_once_lose_nothing(office: Client) -> None:
    sent(office)
    sent(office, 1, phone="0990-7654321")
    answer = office.post(EDIT, {**GUIDE, "hours": "全天", "expected": "1"})
    page = html(answer)
    assert answer.status_code == 422
    assert "和别人保存的版本不同的地方" in page
    assert 'name="expected" value="2"' in page
    assert "全天" in page
    assert "公众看到的就是这个版本" in sent(office, 2, hours="全天")


def test_odd_input_is_said_beside_its_field(office: Client) -> None:
    answer = office.post(EDIT, {**GUIDE, "office": "处" * 201, "expected": "0"})
    assert answer.status_code == 422
    assert "最多 200 个字" in html(answer)
    assert office.post(EDIT, {**GUIDE, "expected": "x"}).status_code == 422
    assert not GuideRevision.objects.exists()


def test_after_a_year_it_is_among_what_waits_until_confirmed(office: Client) -> None:
    sent(office)
    assert "要核对的公开指南" not in html(office.get("/desk/"))
    Guide.objects.update(reviewed_on=timezone.localdate() - timedelta(days=400))
    assert "要核对的公开指南" in html(office.get("/desk/"))
    assert "很久没有核对" in html(office.get(PAGE))
    page = html(office.post(CONFIRM, {"expected": "1"}, follow=True))
    assert "今天核对无误" in page
    assert "要核对的公开指南" not in html(office.get("/desk/"))


def test_an_empty_guide_cannot_be_confirmed(office: Client) -> None:
    assert "不能确认核对无误" in html(office.post(CONFIRM, {"expected": "x"}, follow=True))


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.LEADER, Role.AUDITOR])
def test_other_roles_find_nothing(region: Region, role: Role) -> None:
    client = client_of("somebody", region, role)
    assert {client.get(address).status_code for address in (PAGE, EDIT)} == {404}
    assert "要核对的公开指南" not in html(client.get("/desk/"))


def test_a_superior_looks_and_does_not_write(region: Region, office: Client) -> None:
    sent(office)
    above = Client()
    above.force_login(serving("above", region.county, Role.DISCLOSURE_OFFICE))
    page = html(above.get(PAGE, {"organ": region.bureau.pk}))
    assert GUIDE["address"] in page
    assert "核对无误</button>" not in page
    assert above.get(PAGE, {"organ": region.stranger.pk}).status_code == 404


@pytest.mark.parametrize("organ", ["x", "-1", "²", "9" * 40, "9" * 17])
def test_an_odd_organ_breaks_nothing(office: Client, organ: str) -> None:
    assert office.get(PAGE, {"organ": organ}).status_code in {200, 404}
