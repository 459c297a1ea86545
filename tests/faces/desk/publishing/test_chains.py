"""Review chains drawn and changed, level by level, by buttons alone."""

import pytest

from gongkai.apps.publishing.chains import chain_of
from gongkai.apps.publishing.models import ReviewChain
from gongkai.core.review.chain import DEFAULT, Chain
from tests.faces.desk.publishing.desks import Desks
from tests.faces.sending import html
from tests.factories.publishing import submitted

pytestmark = pytest.mark.django_db
LIST, EDIT = "/desk/chains/", "/desk/chains/edit/"


def fields(chain: Chain = DEFAULT, change: str = "") -> dict[str, str]:
    """What the page sends for a chain: its levels, and the button that was pressed."""
    sent = dict[str, str]()
    for number, level in enumerate(chain):
        sent |= {f"label-{number}": level.label, f"role-{number}": level.role.value}
        sent |= {f"urgent-{number}": "on"} if level.urgent else {}
        sent |= {f"proofreads-{number}": "on"} if level.proofreads else {}
    return {**sent, **({"change": change} if change else {})}


def labels(page: str) -> list[str]:
    """The names of the levels as the page draws them."""
    drawn = page.partition('aria-label="现在的样子"')[2].partition("</ol>")[0]
    return [part.partition("</strong>")[0] for part in drawn.split("<strong>")[1:]]


def test_everybody_sees_the_chain_and_the_office_may_change_it(desks: Desks) -> None:
    page = html(desks.drafter.get(LIST))
    assert "保密审查员，逐项保密审查" in page
    assert "修改" not in page.partition("<main")[2].replace("修改只对", "")
    assert "chains/edit/" in html(desks.office.get(LIST))
    assert desks.drafter.get(EDIT).status_code == 404
    assert desks.drafter.post(EDIT, fields()).status_code == 404


@pytest.mark.parametrize(
    ("button", "expected"),
    [
        ("up:1", ["保密审查", "科室负责人", "分管领导", "主要领导"]),
        ("down:0", ["保密审查", "科室负责人", "分管领导", "主要领导"]),
        ("up:0", ["科室负责人", "保密审查", "分管领导", "主要领导"]),
        ("remove:2", ["科室负责人", "保密审查", "主要领导"]),
        ("add", ["科室负责人", "保密审查", "分管领导", "主要领导", "科室负责人"]),
        ("remove:99", ["科室负责人", "保密审查", "分管领导", "主要领导"]),
        ("up:x", ["科室负责人", "保密审查", "分管领导", "主要领导"]),
    ],
)
def test_a_button_rearranges_and_keeps_nothing(
    desks: Desks, button: str, expected: list[str]
) -> None:
    answer = desks.office.post(EDIT, fields(change=button))
    assert answer.status_code == 200
    assert labels(html(answer)) == expected
    assert not ReviewChain.objects.exists()


def test_what_is_typed_stays_while_levels_move(desks: Desks) -> None:
    page = html(desks.office.post(EDIT, {**fields(change="down:0"), "label-0": "业务科长"}))
    assert labels(page)[1] == "业务科长"


def test_faults_are_said_at_once_and_refused_at_saving(desks: Desks) -> None:
    page = html(desks.office.post(EDIT, fields(change="remove:1")))
    assert "保密审查不是一级" in page
    left = (DEFAULT[0], *DEFAULT[2:])
    answer = desks.office.post(EDIT, fields(left, change="save"))
    assert answer.status_code == 422
    assert "有且只有一级保密审查" in html(answer)
    assert not ReviewChain.objects.exists()


def test_a_chain_is_saved_for_a_kind_and_taken_back(desks: Desks) -> None:
    left = (DEFAULT[0], DEFAULT[1], DEFAULT[3])
    address = f"{EDIT}?kind=news"
    assert "修改审核流程：动态" in html(desks.office.get(address))
    page = html(desks.office.post(address, fields(left, change="save"), follow=True))
    assert "已经保存" in page
    organ = desks.region.finance.pk
    assert [row.label for row in chain_of(organ, "news")] == ["科室负责人", "保密审查", "主要领导"]
    assert chain_of(organ, "notice") == DEFAULT
    row = ReviewChain.objects.get()
    page = html(desks.office.post(f"{LIST}{row.pk}/reset/", follow=True))
    assert "已经恢复" in page
    assert chain_of(organ, "news") == DEFAULT


def test_pressing_enter_saves(desks: Desks) -> None:
    assert desks.office.post(EDIT, fields()).status_code == 302
    assert chain_of(desks.region.finance.pk, "") != ()


def test_secrecy_review_is_never_weakened(desks: Desks) -> None:
    sent = fields()
    del sent["urgent-1"]
    desks.office.post(EDIT, {**sent, "proofreads-1": "on", "change": "save"})
    secrecy = chain_of(desks.region.finance.pk, "")[1]
    assert (secrecy.urgent, secrecy.proofreads) == (True, False)


def test_work_under_way_keeps_the_chain_it_began_with(desks: Desks) -> None:
    edition = submitted(desks.staff, now=desks.now)
    desks.office.post(EDIT, fields((DEFAULT[0], DEFAULT[1], DEFAULT[3]), change="save"))
    page = html(desks.drafter.get(f"/desk/items/{edition.item_id}/"))
    assert "分管领导" in page


def test_a_kind_that_does_not_exist_leads_back(desks: Desks) -> None:
    assert desks.office.get(f"{EDIT}?kind=x").headers["Location"] == LIST
