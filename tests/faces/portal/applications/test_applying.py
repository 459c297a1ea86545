"""依申请公开 on the portal: from the choice of the organ to the receipt, one request at a time."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import localtime
from pytest_django import Settings

from gongkai.apps.applications.models import Application, DraftFile, PortalDraft, Profile
from gongkai.apps.applications.receiving.enclosing import add_case_file
from gongkai.apps.files.models import StoredFile
from gongkai.faces.portal.applications.asking import network_of
from tests.faces.portal.applications.conftest import begun, submitted, typed
from tests.faces.sending import html
from tests.factories.intakes import Desk, mistyped, resident_number
from tests.factories.organs import organ
from tests.factories.publishing import Staff, draft, released

pytestmark = pytest.mark.django_db


def test_the_doors_lead_to_the_form(client: Client, desk: Desk) -> None:
    page = html(client.get("/applications/"))
    assert f"/applications/organs/{desk.organ.pk}/" in page
    entrance = html(client.get(f"/applications/organs/{desk.organ.pk}/"))
    assert "示范市一号路2号" in entrance
    assert "在网上填写申请" in entrance


def test_an_organ_without_the_portal_says_how_to_apply_instead(client: Client, db: None) -> None:
    place = organ("示范市审计局")
    page = html(client.get(f"/applications/organs/{place.pk}/"))
    assert "请当面提交或者邮寄书面申请" in page
    answer = client.post(f"/applications/organs/{place.pk}/begin/")
    assert answer.status_code == 422
    assert not PortalDraft.objects.exists()


def test_what_is_public_already_is_found_first(client: Client, desk: Desk) -> None:
    item = released(Staff(desk.organ), written=draft(1)).item
    page = html(client.get(f"/applications/organs/{desk.organ.pk}/", {"q": "数据"}))
    assert item.title in page
    assert "不必申请" in page
    assert "没有找到" in html(
        client.get(f"/applications/organs/{desk.organ.pk}/", {"q": "没有这样的词"})
    )


def test_a_filled_form_is_checked_and_submitted(client: Client, desk: Desk) -> None:
    address = begun(client, desk)
    answer = client.post(address, typed())
    assert answer.headers["Location"] == f"{address}check/"
    check = html(client.get(f"{address}check/"))
    assert "张小明" in check
    assert "第1号地块的征收补偿方案" in check
    receipt = client.post(f"{address}submit/", follow=True)
    application = Application.objects.get()
    assert application.number in html(receipt)
    assert application.query_code in html(receipt)
    assert "待双方确认" in html(receipt)
    assert (application.way, application.received_on) == ("portal", None)


def test_the_second_press_gives_the_same_application(client: Client, desk: Desk) -> None:
    address = begun(client, desk)
    client.post(address, typed())
    answers = [client.post(f"{address}submit/") for _ in range(3)]
    assert {row.headers["Location"] for row in answers} == {"/applications/case/receipt/"}
    assert Application.objects.count() == 1


@pytest.mark.parametrize("is_idle", [False, True], ids=["正在查询", "已经自动退出"])
def test_whoever_leaves_leaves_no_way_back_by_the_form(
    client: Client, desk: Desk, settings: Settings, is_idle: bool
) -> None:
    settings.GONGKAI_APPLY = {"tracking_minutes": 0} if is_idle else {}
    address = begun(client, desk)
    client.post(address, typed())
    client.post(f"{address}submit/")
    application = Application.objects.get()
    client.post("/applications/case/leave/")
    for answer in (client.post(f"{address}submit/"), client.get(address)):
        assert answer.status_code == 404
    assert client.get("/applications/case/").status_code == 302
    assert Application.objects.get() == application


def test_a_replayed_address_shows_nothing_of_what_was_written(client: Client, desk: Desk) -> None:
    address = begun(client, desk)
    client.post(address, typed())
    client.post(f"{address}submit/")
    application = Application.objects.get()
    stranger = Client()
    for answer in (stranger.get(address), stranger.get(f"{address}check/")):
        assert answer.status_code == 410
        assert "这份申请已经提交" in html(answer)
        for said in ("张小明", application.number, application.query_code):
            assert said not in html(answer)
    assert PortalDraft.objects.get().content == ""


def test_what_is_missing_is_said_beside_each_field_and_nothing_is_lost(
    client: Client, desk: Desk
) -> None:
    address = begun(client, desk)
    wrong = mistyped(resident_number())
    answer = client.post(address, typed(paper_number=wrong, provision="", items=("短",)))
    page = html(answer)
    assert answer.status_code == 422
    assert "居民身份证的号码不对" in page
    assert "没有选择获取信息的方式" in page
    assert wrong in page
    assert "张小明" in page
    assert client.post(f"{address}submit/").headers["Location"] == f"{address}check/"
    assert not Application.objects.exists()


@pytest.mark.parametrize("kind", ["", "x" * 30], ids=["空", "改写过的值"])
def test_a_kind_of_application_that_is_none_is_refused(
    client: Client, desk: Desk, kind: str
) -> None:
    address = begun(client, desk)
    answer = client.post(address, typed(kind=kind))
    assert answer.status_code == 422
    assert "没有选择申请类别" in html(answer)
    assert client.get(f"{address}check/").status_code == 200
    client.post(f"{address}submit/")
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    "kind",
    ["natural", "business", "research", "social", "legal", "other"],
    ids=["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
)
def test_every_kind_of_applicant_can_apply(client: Client, desk: Desk, kind: str) -> None:
    paper = {"paper": "resident"} if kind == "natural" else {"paper": "other", "paper_number": "1"}
    submitted(client, desk, applicant_kind=kind, contact_name="李四", **paper)
    assert Application.objects.get().applicant_kind == kind


def test_a_draft_is_kept_and_found_by_its_address_only(client: Client, desk: Desk) -> None:
    address = begun(client, desk)
    client.post(address, typed(then="keep", name="王五", items=("甲事项的文件", "乙事项的文件")))
    later = html(Client().get(address))
    assert "王五" in later
    assert "甲事项的文件" in later
    assert "乙事项的文件" in later
    assert Client().get("/applications/drafts/nobody-knows-it/").status_code == 404
    token = address.split("/")[3]
    assert not PortalDraft.objects.filter(token=token).exists()


def test_the_script_keeps_only_what_changed(client: Client, desk: Desk) -> None:
    address = begun(client, desk)
    client.post(address, typed(then="keep"))
    sent = {"changed": ["phone"], "phone": "13811111111"}
    answer = client.post(address, sent, headers={"Accept": "application/json"})
    assert "at" in answer.json()
    page = html(client.get(address))
    assert "13811111111" in page
    assert "张小明" in page


def test_one_more_box_is_one_request_away(client: Client, desk: Desk) -> None:
    address = begun(client, desk)
    page = html(client.post(address, typed(then="more"), follow=True))
    assert 'id="item-2"' in page
    assert "第1号地块" in page


def test_files_go_with_the_application(client: Client, desk: Desk) -> None:
    address = begun(client, desk)
    file = SimpleUploadedFile("说明.txt", "申请的说明".encode())
    client.post(address, {**typed(), "files": file})
    client.post(f"{address}submit/")
    kept = Application.objects.get().files.get()
    assert (kept.name, kept.file.state) == ("说明.txt", "ready")
    assert not DraftFile.objects.exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("身份证.pdf", b"MZ\x90\x00", id="类型不符"),
        pytest.param("照片.jpg", b"not a picture", id="不是图片"),
        pytest.param("程序.exe", b"MZ\x90\x00", id="程序"),
        pytest.param("说明.md", "# 说明".encode(), id="不收的格式"),
        pytest.param("大.txt", b"x" * (1024 * 1024 + 1), id="太大"),
    ],
)
def test_a_file_that_is_not_taken_takes_nothing_with_it(
    client: Client, desk: Desk, settings: Settings, name: str, data: bytes
) -> None:
    settings.GONGKAI_APPLY = {"file_megabytes": 1}
    address = begun(client, desk)
    answer = client.post(address, {**typed(), "files": SimpleUploadedFile(name, data)})
    assert answer.status_code == 422
    assert "张小明" in html(answer)
    assert not StoredFile.objects.exists()
    assert "张小明" in html(client.get(address))


@pytest.mark.parametrize(
    ("limit", "items"),
    [
        pytest.param({"saves_per_hour": 1}, ("后来写的内容",), id="保存得太频繁"),
        pytest.param({}, ("后来写的内容", "长" * 70_000), id="写得太长"),
    ],
)
def test_what_could_not_be_kept_is_still_on_the_page(
    client: Client, desk: Desk, settings: Settings, limit: dict[str, int], items: tuple[str, ...]
) -> None:
    settings.GONGKAI_APPLY = limit
    address = begun(client, desk)
    client.post(address, typed(then="keep"))
    answer = client.post(address, typed(name="张后来", items=items))
    assert answer.status_code == 422
    assert "张后来" in html(answer)
    assert "后来写的内容" in html(answer)


def test_more_files_than_allowed_are_refused(
    client: Client, desk: Desk, settings: Settings
) -> None:
    settings.GONGKAI_APPLY = {"files": 1}
    address = begun(client, desk)
    files = [SimpleUploadedFile(f"{n}.txt", b"x") for n in range(2)]
    assert client.post(address, {**typed(), "files": files}).status_code == 422
    assert DraftFile.objects.count() == 1


def test_a_file_is_taken_out_again(client: Client, desk: Desk) -> None:
    address = begun(client, desk)
    client.post(address, {**typed(then="keep"), "files": SimpleUploadedFile("a.txt", b"x")})
    row = DraftFile.objects.get()
    client.post(f"{address}files/{row.pk}/remove/")
    assert not StoredFile.objects.exists()


def test_another_drafts_file_is_not_taken_out(client: Client, desk: Desk) -> None:
    address = begun(client, desk)
    client.post(address, {**typed(then="keep"), "files": SimpleUploadedFile("a.txt", b"x")})
    other = begun(client, desk)
    row = DraftFile.objects.get()
    assert client.post(f"{other}files/{row.pk}/remove/").status_code == 404
    assert DraftFile.objects.exists()


def test_a_draft_is_deleted_on_request(client: Client, desk: Desk) -> None:
    address = begun(client, desk)
    client.post(address, {**typed(then="keep"), "files": SimpleUploadedFile("a.txt", b"x")})
    assert "草稿已经删除" in html(client.post(f"{address}discard/"))
    assert client.get(address).status_code == 404
    assert not PortalDraft.objects.exists()
    assert not StoredFile.objects.exists()


def test_a_file_that_is_still_being_read_is_named_and_its_refusal_told_afterwards(
    client: Client, desk: Desk
) -> None:
    address = begun(client, desk)
    client.post(address, {**typed(), "files": SimpleUploadedFile("证明.txt", b"x")})
    StoredFile.objects.update(state="reading")
    page = html(client.get(f"{address}check/"))
    assert "证明.txt<span" in page
    assert "正在检查" in page
    assert "正在检查" in html(client.get(address))
    client.post(f"{address}submit/")
    assert "不能使用" not in html(client.get("/applications/case/"))
    StoredFile.objects.update(state="refused", fault="文件有密码。")
    page = html(client.get("/applications/case/"))
    assert "证明.txt：文件有密码。" in page
    assert "0000-00000000" in page
    Application.objects.update(state="void")
    assert "文件有密码" not in html(client.get("/applications/case/"))


def test_what_the_organ_put_in_is_not_the_applicants_to_mend(client: Client, desk: Desk) -> None:
    submitted(client, desk)
    case, now = Application.objects.get(), localtime()
    add_case_file(
        desk.handler, application_id=case.pk, purpose="application", name="内部.txt", data=b"x",
        now=now,
    )  # fmt: skip
    StoredFile.objects.update(state="refused", fault="文件有密码。")
    assert "内部.txt" not in html(client.get("/applications/case/"))


@pytest.mark.parametrize(
    ("limit", "times"),
    [
        pytest.param({"drafts_per_hour": 2}, 2, id="开始填写"),
        pytest.param({"submissions_per_hour": 1}, 1, id="同一网络提交"),
        pytest.param({"submissions_per_day": 1}, 1, id="同一身份提交"),
    ],
)
def test_flooding_is_refused_in_a_plain_sentence(
    client: Client, desk: Desk, settings: Settings, limit: dict[str, int], times: int
) -> None:
    settings.GONGKAI_APPLY = limit
    for _ in range(times):
        submitted(client, desk)
    answer = client.post(f"/applications/organs/{desk.organ.pk}/begin/")
    if answer.status_code == 302:
        address = answer.headers["Location"]
        client.post(address, typed())
        answer = client.post(f"{address}submit/")
    assert answer.status_code == 422
    assert "操作过于频繁" in html(answer)
    assert Application.objects.count() == times


def test_forms_need_the_token_of_their_page(desk: Desk) -> None:
    strict = Client(enforce_csrf_checks=True)
    page = strict.get(f"/applications/organs/{desk.organ.pk}/")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html(page))
    assert token is not None
    address = f"/applications/organs/{desk.organ.pk}/begin/"
    assert strict.post(address).status_code == 403
    answer = strict.post(address, {"csrfmiddlewaretoken": token[1]})
    assert answer.status_code == 302
    draft = answer.headers["Location"]
    for place in (draft, f"{draft}submit/", f"{draft}discard/", "/applications/track/"):
        assert strict.post(place).status_code == 403


def test_private_pages_are_kept_by_nobody(client: Client, desk: Desk) -> None:
    address = begun(client, desk)
    client.post(address, typed())
    client.get("/applications/track/")
    for page in (address, f"{address}check/", "/applications/track/"):
        headers = client.get(page).headers
        assert "no-store" in headers["Cache-Control"]
        assert "noindex" in headers["X-Robots-Tag"]


def test_too_many_bytes_are_refused_before_they_are_read(
    client: Client, desk: Desk, settings: Settings
) -> None:
    address = begun(client, desk)
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    file = SimpleUploadedFile("a.txt", b"x" * 2000)
    answer = client.post(address, {**typed(), "files": file})
    assert answer.status_code == 413
    assert "合起来" in html(answer)


def test_a_length_that_is_no_number_is_a_bad_request(client: Client, desk: Desk) -> None:
    address = begun(client, desk)
    assert client.generic("POST", address, b"x", CONTENT_LENGTH="-1x").status_code == 400


def test_an_organ_that_has_closed_the_portal_meanwhile_takes_nothing(
    client: Client, desk: Desk
) -> None:
    address = begun(client, desk)
    client.post(address, typed())
    Profile.objects.update(ways=["counter", "ems", "letter"])
    answer = client.post(f"{address}submit/")
    assert answer.status_code == 422
    assert "没有开通" in html(answer)
    assert "张小明" in html(client.get(address))


@pytest.mark.parametrize(
    ("address", "network"),
    [
        pytest.param("192.0.2.7", "192.0.2.7", id="IPv4"),
        pytest.param("::ffff:192.0.2.7", "192.0.2.7", id="IPv4 写成 IPv6"),
        pytest.param("2001:db8:1:2:3::4", str(0x20010DB800010002), id="IPv6 一个网络"),
        pytest.param("", "", id="没有地址"),
    ],
)
def test_one_household_is_one_place(address: str, network: str) -> None:
    assert network_of(address) == network
