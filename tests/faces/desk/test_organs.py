"""The pages about organs and people, one request at a time."""

import re
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from python_calamine import CalamineWorkbook

from gongkai.apps.organs.models import Duty, Organ, StandIn, Unit, User
from gongkai.core.identity import Role
from tests.faces.sending import html
from tests.factories.organs import Region, duty, person, serving

pytestmark = pytest.mark.django_db
LIST = "/desk/organs/"


@pytest.fixture
def region() -> Region:
    return Region()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def keeper(region: Region) -> Client:
    return signed_in(serving("keeper", region.city, Role.ADMINISTRATOR))


@pytest.fixture
def granter(region: Region) -> Client:
    return signed_in(serving("granter", region.city, Role.SECURITY_ADMINISTRATOR))


def page_of(row: Organ) -> str:
    return f"{LIST}{row.pk}/"


def founding(region: Region, **changed: str) -> dict[str, str]:
    return {
        "name": "示范市档案局",
        "kind": "department",
        "superior": str(region.city.pk),
        "region_code": "990100",
        "day": "2024-03-01",
        "document": "示范发〔2024〕1号",
        **changed,
    }


def test_the_tree_is_listed_searched_and_sorted(keeper: Client) -> None:
    page = html(keeper.get(LIST))
    assert "共 8 个" in page
    assert 'class="depth-2"' in page
    assert "邻市" not in page
    found = html(keeper.get(f"{LIST}?text=财政&kind=department&sort=-name"))
    assert "共 2 个" in found
    assert 'aria-sort="descending"' in found
    assert "text=%E8%B4%A2%E6%94%BF" in found
    assert "没有符合条件的机构" in html(keeper.get(f"{LIST}?text=没有"))


@pytest.mark.parametrize("query", ["?on=never", "?page=99", "?kind=x&state=y", "?sort=x"])
def test_an_address_that_makes_no_sense_shows_the_list(keeper: Client, query: str) -> None:
    assert "示范市财政局" in html(keeper.get(LIST + query))


def test_the_list_is_exported_as_it_is_filtered(keeper: Client) -> None:
    response = keeper.get(f"{LIST}?text=财政&format=xlsx")
    assert "attachment" in response.headers["Content-Disposition"]
    rows = CalamineWorkbook.from_filelike(BytesIO(response.content)).get_sheet_by_index(0)
    head, *found = rows.to_python()
    assert head[0] == "名称"
    assert [row[0] for row in found] == ["示范县财政局", "示范市财政局"]


def test_people_are_listed_and_exported(keeper: Client, region: Region) -> None:
    serving("li", region.finance, Role.LEADER)
    person("idle", region.finance)
    page = html(keeper.get(f"/desk/people/?organ={region.finance.pk}&role=leader"))
    assert "共 1 人" in page
    assert "示范市财政局（主要领导）" in page
    response = keeper.get("/desk/people/?state=idle&format=xlsx&organ=x")
    rows = CalamineWorkbook.from_filelike(BytesIO(response.content)).get_sheet_by_index(0)
    assert [row[0] for row in rows.to_python()] == ["姓名", "idle"]


def test_an_organ_is_entered_and_renamed_and_the_rename_taken_back(
    keeper: Client, region: Region
) -> None:
    address = keeper.post(f"{LIST}new/", founding(region)).headers["Location"]
    assert "已经登记" in html(keeper.get(address))
    sent = {"name": "示范市档案馆", "day": "2025-01-01", "document": "示范发〔2025〕1号"}
    assert keeper.post(f"{address}rename/", sent).headers["Location"] == address
    assert "示范市档案局" in html(keeper.get(f"{address}?on=2024-12-31"))
    assert "<strong>示范市档案馆</strong>" in html(keeper.get(f"{address}?on=2025-01-01"))
    assert "还没有或者已经没有" in html(keeper.get(f"{address}?on=2024-02-28"))
    assert "登记有误，撤回" in html(keeper.get(address))
    keeper.post(f"{address}rename/undo/", {"reason": "登记错了机关"})
    page = html(keeper.get(address))
    assert "登记错了机关" in page
    assert "<h1>示范市档案局</h1>" in page
    assert "撤回更名" in page


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(
    keeper: Client, region: Region
) -> None:
    sent = founding(region, code="12", region_code="990200", document="")
    answer = keeper.post(f"{LIST}new/", sent)
    page = html(answer)
    assert answer.status_code == 422
    assert "有 1 处要改" in page
    answer = keeper.post(f"{LIST}new/", {**sent, "document": "示范发〔2024〕1号"})
    page = html(answer)
    assert re.search(r'id="id_code_error".*?“12”不是正确的统一社会信用代码', page, re.DOTALL)
    assert re.search(r'id="id_region_code_error".*?不在“示范市人民政府”', page, re.DOTALL)
    assert 'value="示范市档案局"' in page
    assert not Organ.objects.filter(name="示范市档案局").exists()


def test_facts_are_amended(keeper: Client, region: Region) -> None:
    address = f"{page_of(region.finance)}amend/"
    assert f'value="{region.city.pk}" selected' in html(keeper.get(address))
    sent = founding(region, superior=str(region.county.pk), region_code="990121")
    assert keeper.post(address, sent).status_code == 302
    assert "示范县人民政府" in html(keeper.get(page_of(region.finance)))


def test_the_top_of_a_system_needs_no_superior(keeper: Client, region: Region) -> None:
    address = f"{page_of(region.city)}amend/"
    assert "没有上级机关" in html(keeper.get(address))
    sent = founding(region, kind="city", superior="")
    assert keeper.post(address, sent).status_code == 302


def test_a_keeper_below_keeps_the_superior_he_does_not_administer(region: Region) -> None:
    client = signed_in(serving("below", region.county, Role.ADMINISTRATOR))
    address = f"{page_of(region.county)}amend/"
    assert f'value="{region.city.pk}" selected' in html(client.get(address))


def test_organs_are_merged_split_closed_and_reopened(keeper: Client, region: Region) -> None:
    basis = {"day": "2025-01-01", "document": "示范发〔2025〕2号"}
    merged = {"organs": [region.health.pk], "successor": region.finance.pk, **basis}
    assert f'value="{region.health.pk}"' in html(
        keeper.get(f"{LIST}merge/?organ={region.health.pk}")
    )
    assert keeper.post(f"{LIST}merge/", merged).headers["Location"] == page_of(region.finance)
    page = html(keeper.get(page_of(region.finance)))
    assert "承接" in page
    assert "示范市卫生健康委员会" in page
    keeper.post(f"{page_of(region.health)}reopen/", {"reason": "登记错了机关"})
    assert "撤销。" not in html(keeper.get(page_of(region.health)))
    both = {**founding(region), "organs": [region.health.pk, region.finance.pk], **basis}
    new = keeper.post(f"{LIST}merge/new/", {**both, "name": "示范市综合局"}).headers["Location"]
    assert "示范市综合局" in html(keeper.get(new))
    split = {"organs": "示范市一局\n示范市二局", "goes_on": "on", **basis}
    assert keeper.post(f"{new}split/", split).headers["Location"] == new
    assert "示范市二局" in html(keeper.get(new))
    keeper.post(f"{new}close/", {"successor": "", **basis})
    assert "2025年1月1日撤销" in html(keeper.get(new))
    assert "示范市综合局" in html(keeper.get(f"{LIST}?state=closed"))


@pytest.mark.parametrize("task", ["rename", "split", "close", "amend", "people/new", "units/new"])
def test_every_form_says_what_it_brings_about(keeper: Client, region: Region, task: str) -> None:
    page = html(keeper.get(f"{page_of(region.finance)}{task}/"))
    assert re.search(r'<div class="notice[^"]*"><p>.{10,}</p></div>', page)
    assert "不办理，返回" in page


def test_units_are_opened_renamed_and_closed(keeper: Client, region: Region) -> None:
    keeper.post(f"{page_of(region.finance)}units/new/", {"name": "预算科"})
    unit = Unit.objects.get()
    twice = keeper.post(f"{page_of(region.finance)}units/new/", {"name": "预算科"})
    assert "已经有“预算科”" in html(twice)
    keeper.post(f"/desk/units/{unit.pk}/rename/", {"name": "预算处"})
    assert "预算处" in html(keeper.get(page_of(region.finance)))
    held = duty(person("li", region.finance), region.finance)
    Duty.objects.filter(pk=held.pk).update(unit=unit)
    refused = keeper.post(f"/desk/units/{unit.pk}/close/", follow=True)
    assert "还有 1 项任职" in html(refused)
    Duty.objects.filter(pk=held.pk).update(unit=None)
    assert "已经撤销科室" in html(keeper.post(f"/desk/units/{unit.pk}/close/", follow=True))


def test_a_person_is_entered_given_a_duty_and_sees_it(
    keeper: Client, granter: Client, region: Region
) -> None:
    sent = {"name": "李梅", "username": "li.mei"}
    address = keeper.post(f"{page_of(region.finance)}people/new/", sent).headers["Location"]
    assert "没有任职" in html(keeper.get(address))
    user = User.objects.get(username="li.mei")
    mine = signed_in(user)
    assert "您今天没有任职" in html(mine.get("/desk/mine/"))
    form = f"{page_of(region.finance)}duties/new/"
    assert f'value="{user.pk}" selected' in html(granter.get(f"{form}?user={user.pk}"))
    given = {"user": user.pk, "role": "leader", "since": "2025-01-01", "title": "局长"}
    assert granter.post(form, given).headers["Location"] == address
    page = html(signed_in(user).get("/desk/mine/"))
    assert "示范市财政局" in page
    assert "主要领导" in page
    assert "机构与人员" in page


def test_two_roles_that_exclude_each_other_are_refused(granter: Client, region: Region) -> None:
    user = serving("li", region.finance, Role.AUDITOR)
    sent = {"user": user.pk, "role": "administrator", "since": "2025-01-01"}
    answer = granter.post(f"{page_of(region.finance)}duties/new/", sent)
    assert answer.status_code == 422
    assert "不能同时由一人担任" in html(answer)


def test_a_duty_is_ended(granter: Client, region: Region) -> None:
    held = serving("li", region.finance).duties.get()
    address = f"/desk/duties/{held.pk}/end/"
    assert "不再有“拟稿人”的权限" in html(granter.get(address))
    today = timezone.localdate().isoformat()
    page = html(granter.post(address, {"day": today}, follow=True))
    assert "已结束" in page


def test_a_holder_appoints_a_stand_in_and_ends_it(region: Region) -> None:
    user, deputy = serving("zhang", region.finance, Role.LEADER), serving("li", region.finance)
    mine, today = signed_in(user), timezone.localdate()
    address = f"/desk/duties/{user.duties.get().pk}/stand-in/"
    assert address in html(mine.get("/desk/mine/"))
    sent = {"deputy": deputy.pk, "since": today, "until": today, "reason": "外出培训"}
    page = html(mine.post(address, sent, follow=True))
    assert "已经指定代理人" in page
    assert "外出培训" in page
    assert "代理zhang的“主要领导”" in html(signed_in(deputy).get("/desk/mine/"))
    row = StandIn.objects.get()
    assert "已经结束代理" in html(mine.post(f"/desk/stand-ins/{row.pk}/end/", follow=True))
    wrong = mine.post(address, {**sent, "reason": ""})
    assert "这一栏要填写" in html(wrong)


def test_somebody_in_two_organs_chooses_for_which_to_act(region: Region) -> None:
    user = serving("li", region.finance)
    duty(user, region.health, Role.LEADER)
    client = signed_in(user)
    assert "切换" in html(client.get("/desk/mine/"))
    client.post("/desk/mine/organ/", {"organ": region.health.pk})
    assert f'value="{region.health.pk}" selected' in html(client.get("/desk/mine/"))
    assert client.post("/desk/mine/organ/", {"organ": region.tax.pk}).status_code == 404


def test_an_account_is_taken_out_of_use_and_put_back(keeper: Client, region: Region) -> None:
    user = serving("li", region.finance)
    address = f"/desk/people/{user.pk}/"
    assert "账号已经停用" in html(keeper.post(f"{address}retire/", follow=True))
    assert "已经恢复" in html(keeper.post(f"{address}restore/", follow=True))
    own = User.objects.get(username="keeper").pk
    refused = keeper.post(f"/desk/people/{own}/retire/", follow=True)
    assert "不能停用自己的账号" in html(refused)


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.SECRECY_REVIEWER, Role.APPRAISER])
def test_only_the_right_roles_have_the_menu_and_the_pages(region: Region, role: Role) -> None:
    client = signed_in(serving("li", region.finance, role))
    assert "机构与人员" not in html(client.get("/desk/"))
    for address in (LIST, "/desk/people/", page_of(region.finance)):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.LEADER, Role.SECURITY_ADMINISTRATOR])
def test_who_reads_does_not_keep(region: Region, role: Role) -> None:
    client = signed_in(serving("li", region.city, role))
    assert "机构与人员" in html(client.get("/desk/"))
    page = html(client.get(page_of(region.finance)))
    assert "更名</a>" not in page
    for task in ("rename", "close", "amend", "split", "people/new", "units/new"):
        assert client.get(f"{page_of(region.finance)}{task}/").status_code == 404
    assert client.post(f"{LIST}new/", founding(region)).status_code == 404


def test_who_keeps_does_not_grant(keeper: Client, region: Region) -> None:
    held = serving("li", region.finance).duties.get()
    assert keeper.get(f"{page_of(region.finance)}duties/new/").status_code == 404
    assert keeper.get(f"/desk/duties/{held.pk}/end/").status_code == 404
    assert keeper.get(f"/desk/duties/{held.pk}/stand-in/").status_code == 404
    assert "授予角色" not in html(keeper.get(page_of(region.finance)))


def test_many_rows_are_shown_in_pages(keeper: Client, region: Region) -> None:
    User.objects.bulk_create(
        User(username=f"u{number}", first_name=f"人员{number}", organ=region.city)
        for number in range(60)
    )
    first = html(keeper.get("/desk/people/?sort=name"))
    assert "第 1 页，共 2 页" in first
    assert "?sort=name&amp;page=2" in first
    assert "第 2 页，共 2 页" in html(keeper.get("/desk/people/?page=2"))
