"""The release check: before and after, released or sent back by somebody else."""

import pytest
from django.test import Client

from gongkai.apps.applications.redaction.boxes import accept_boxes
from gongkai.apps.applications.redaction.releasing import propose
from gongkai.apps.journal.models import Entry
from tests.adapters.redaction.handling import is_traceless
from tests.faces.desk.redaction.conftest import PHONE, Bench
from tests.factories.publishing import NOW


@pytest.fixture
def proposed(bench: Bench) -> Bench:
    """What was suggested is covered and waits for somebody else."""
    ids = [box.pk for box in bench.work.boxes.all()]
    who, pk = bench.handler, bench.work.pk
    accept_boxes(who, redaction_id=pk, box_ids=ids, ground="PERSONAL_PRIVACY")
    propose(who, redaction_id=pk, now=NOW)
    bench.work.refresh_from_db()
    return bench


def check(bench: Bench, client: Client) -> str:
    return client.get(f"{bench.address}check/").content.decode()


def test_proposing_says_what_is_missing(bench: Bench) -> None:
    client = bench.of(bench.handler)
    page = client.post(f"{bench.address}step/", {"act": "propose"}, follow=True).content.decode()
    assert "还没有确认任何遮盖框" in page
    assert "没有确认或者删除" in page
    nothing = client.post(f"{bench.address}step/", {"act": "x"})
    assert nothing.headers["Location"] == bench.address


def test_before_and_after_with_the_grounds(proposed: Bench) -> None:
    client = proposed.of(proposed.checker)
    page = check(proposed, client)
    assert "遮盖前" in page
    assert "第1页手机号码" in page
    assert "《中华人民共和国政府信息公开条例》第十五条" in page
    assert "核对无误，放行" in page
    pictures = [client.get(f"{proposed.address}{which}/1/") for which in ("before", "after")]
    assert [one.status_code for one in pictures] == [200, 200]
    assert pictures[0].content != pictures[1].content


def test_the_second_person_releases_and_the_file_is_there(proposed: Bench) -> None:
    client = proposed.of(proposed.checker)
    content = {"act": "release", "expected": proposed.work.version}
    page = client.post(f"{proposed.address}check/", content, follow=True).content.decode()
    assert "下载遮盖后的文件" in page
    given = client.get(f"{proposed.address}result/")
    assert given.headers["Content-Disposition"].startswith("attachment")
    assert is_traceless(given.content, PHONE)
    assert Entry.objects.filter(verb="read").exists()
    assert "已放行" in client.get(proposed.listing).content.decode()


def test_the_maker_finds_no_button_and_is_refused(proposed: Bench) -> None:
    client = proposed.of(proposed.handler)
    page = check(proposed, client)
    assert "要由另一位同事放行" in page
    assert "核对无误" not in page
    content = {"act": "release", "expected": proposed.work.version}
    response = client.post(f"{proposed.address}check/", content)
    assert response.status_code == 422
    proposed.work.refresh_from_db()
    assert proposed.work.result_id is None


def test_only_what_was_seen_is_released(proposed: Bench) -> None:
    client = proposed.of(proposed.checker)
    content = {"act": "release", "expected": proposed.work.version - 1}
    response = client.post(f"{proposed.address}check/", content)
    assert response.status_code == 422
    assert "又有改动" in response.content.decode()


def test_sent_back_with_a_reason(proposed: Bench) -> None:
    client = proposed.of(proposed.checker)
    response = client.post(f"{proposed.address}check/", {"act": "send_back", "reason": ""})
    assert response.status_code == 422
    content = {"act": "send_back", "reason": "第2页还有住址"}
    client.post(f"{proposed.address}check/", content)
    page = proposed.of(proposed.handler).get(proposed.address).content.decode()
    assert "第2页还有住址" in page
    assert "data-placing" in page


def test_the_maker_takes_back(proposed: Bench) -> None:
    client = proposed.of(proposed.handler)
    page = client.post(f"{proposed.address}step/", {"act": "take_back"}, follow=True)
    assert "可以继续修改遮盖" in page.content.decode()


def test_progress_asks_for_the_page_again_when_it_is_over(proposed: Bench) -> None:
    response = proposed.of(proposed.checker).get(f"{proposed.address}progress/")
    assert response.headers["HX-Refresh"] == "true"
