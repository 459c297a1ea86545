"""Examinations: run once for the same text, kept without personal data."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongkai.apps.checks.links import keep_probe
from gongkai.apps.checks.models import CheckRun, WordList
from gongkai.apps.checks.queries import latest
from gongkai.apps.checks.stored import pack, sealed, unpack
from gongkai.apps.checks.wording import wording_of
from gongkai.core.checks.content import Link
from gongkai.core.checks.fingerprint import fingerprint
from gongkai.core.checks.registry import RULES
from gongkai.core.checks.rule import Rule, Waivable
from gongkai.core.checks.running import examine as run_rules
from gongkai.core.checks.samples import TODAY
from gongkai.core.finding import Severity
from gongkai.core.ports import Look
from tests.apps.checks.made import ABOUT, LEAK, NOW, NUMBER, SUBJECT, Text, codes
from tests.factories.organs import Region

pytestmark = pytest.mark.django_db
ADDRESS = "https://www.example.gov.cn/a"


@pytest.fixture
def place() -> int:
    return Region().finance.pk


def test_what_is_found_is_kept(place: int) -> None:
    text = Text(LEAK)
    found = text.examined(place)
    assert codes(found) == ["PER-02"]
    [row] = found.judged
    assert (row.waivable_by, row.waiver) == (Waivable.REVIEWER, None)
    assert row.finding.severity is Severity.ERROR
    assert found.blocking == (row,)
    assert not found.is_clear
    run = CheckRun.objects.get(pk=found.run_id)
    assert (run.subject, run.blocking, run.organ_id) == (SUBJECT, 1, place)
    assert str(run).startswith(SUBJECT)


def test_no_personal_data_are_kept(place: int) -> None:
    text = Text(f"{LEAK}\n\n姓名\t手机\n王小明\t13812345678\n\n密码：abc12345")
    found = text.examined(place)
    assert {"PER-02", "PER-01", "SEC-07"} <= set(codes(found))
    kept = str(CheckRun.objects.get().findings)
    for secret in (NUMBER, "13812345678", "abc12345"):
        assert secret not in kept
    assert "110105********002X" in kept


def test_the_same_text_is_read_only_once(place: int) -> None:
    text = Text(LEAK)
    first = text.examined(place)
    wording_of(place)
    with CaptureQueriesContext(connection) as queries:
        second = text.examined(place, NOW + timedelta(hours=1))
    assert len(queries) <= 3, "the lists that hold, the run, the waivers"
    assert second == first
    assert text.asked == 1
    assert second.at == NOW


def test_a_new_day_looks_again(place: int) -> None:
    text = Text(LEAK)
    first, second = text.examined(place), text.examined(place, NOW + timedelta(days=1))
    assert text.asked == 2
    assert first.run_id != second.run_id
    assert CheckRun.objects.count() == 2


def test_a_changed_text_leaves_no_old_run(place: int) -> None:
    Text(LEAK).examined(place)
    clear = Text("现将有关事项通知如下。").examined(place)
    assert clear.is_clear
    assert clear.judged == ()
    assert [run.pk for run in CheckRun.objects.all()] == [clear.run_id]
    Text(LEAK).examined(place, subject="revision:13")
    assert CheckRun.objects.count() == 2


def test_changed_words_look_again(place: int) -> None:
    text = Text("现将有关事项通知如下。")
    text.examined(place)
    words = WordList.objects.create(
        organ_id=place, name="本机关词表", digest="1" * 64, changed_at=NOW
    )
    words.entries.create(wrong="有关事项", right="具体事项", category="typo", severity="warning")
    assert [code.partition("-")[0] for code in codes(text.examined(place))] == ["WORDING"]
    assert text.asked == 2


def test_a_link_that_died_is_told_on_the_same_day(place: int) -> None:
    text = Text("详见全文。", links=(Link(ADDRESS, "全文"),))
    assert text.examined(place).is_clear
    later = NOW + timedelta(minutes=5)
    keep_probe(address=ADDRESS, look=Look(False, "页面不存在", ADDRESS), now=later)
    dead = text.examined(place, NOW + timedelta(minutes=6))
    assert codes(dead) == ["LNK-08"]
    assert "页面不存在" in dead.judged[0].finding.text
    keep_probe(address=ADDRESS, look=Look(True, "", ADDRESS), now=NOW + timedelta(minutes=7))
    assert text.examined(place, NOW + timedelta(minutes=8)).is_clear


def test_the_latest_examination(place: int) -> None:
    assert latest(organ_id=place, subject=SUBJECT, about=ABOUT) is None
    found = Text(LEAK).examined(place)
    again = latest(organ_id=place, subject=SUBJECT, about=ABOUT)
    assert again == found
    assert again is not None
    assert again.of(found.judged[0].fingerprint) == found.judged[0]
    assert again.of("x") is None
    assert latest(organ_id=place + 1, subject=SUBJECT, about=ABOUT) is None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_findings_of_every_rule_are_kept_whole(rule: Rule) -> None:
    made = rule.bad[0].content()
    kept = [
        (sealed(one), fingerprint(one, made))
        for one in run_rules(made, wording=lambda part: (), today=TODAY)
    ]
    assert rule.code in {one.code for one, _ in kept}
    as_json = json.loads(json.dumps(pack(kept)))
    assert list(unpack(as_json)) == kept
