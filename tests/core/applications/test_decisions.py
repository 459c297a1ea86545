"""Every decision leads to one letter, its articles, a remedy and a row of Table 3."""

from collections.abc import Mapping
from datetime import date

import pytest

from gongkai.core.applications.decisions import (
    DECISION,
    DECISIONS,
    PRIORITY,
    Decision,
    Family,
    Remedy,
    cites_of,
    main_of,
    remedy_of,
    row_of,
)
from gongkai.core.applications.decisions_checks import missing, remedy_for, withheld
from gongkai.core.applications.decisions_facts import MOST, Fact, FactKind
from gongkai.core.applications.decisions_rows import ROWS, row_in_form
from gongkai.core.applications.letters.kinds import LETTER
from gongkai.core.finding import Severity
from gongkai.core.law import statutes
from gongkai.core.law.grounds import GROUND, Ground
from gongkai.core.reports.forms import FORM_2019, FORM_2021
from tests.factories.decisions import facts_for

TODAY = date(2026, 4, 20)


def key_of(row: Decision) -> str:
    return row.key


def table_3(form: object) -> Mapping[str, str]:
    assert form in {FORM_2019, FORM_2021}
    tables = FORM_2019.tables if form is FORM_2019 else FORM_2021.tables
    rows = next(table.rows for table in tables if table.key == "applications")
    return {row.key: row.label for row in rows}


def test_there_are_eighteen_kinds() -> None:
    assert len(Family) == 18
    assert {row.family for row in DECISIONS} == set(Family)
    assert all(family.label for family in Family)


def test_the_rows_are_those_of_the_statutory_form() -> None:
    taken = {"new", "carried_in", "total", "carried_out"}
    assert list(ROWS) == [key for key in table_3(FORM_2021) if key not in taken]
    assert {row.row for row in DECISIONS} == set(ROWS)


@pytest.mark.parametrize("key", [key for key in ROWS if not key.startswith("other")])
def test_a_row_says_what_the_form_says(key: str) -> None:
    label = table_3(FORM_2021)[key].partition(".")[2] or table_3(FORM_2021)[key]
    assert ROWS[key].partition("：")[2] or ROWS[key] in label
    assert label.startswith("（") or ROWS[key].endswith(label)


@pytest.mark.parametrize("key", list(ROWS))
def test_the_form_of_2019_has_one_row_for_other_handling(key: str) -> None:
    assert row_in_form(key, "2019") in table_3(FORM_2019)
    assert row_in_form(key, "2021") == key


@pytest.mark.parametrize(
    ("key", "row"),
    [
        pytest.param("granted", "granted", id="予以公开"),
        pytest.param("already_public", "granted", id="已经主动公开"),
        pytest.param("partial", "partial", id="部分公开"),
        pytest.param("refused_secret", "refused_1", id="国家秘密"),
        pytest.param("refused_by_law", "refused_2", id="法律禁止"),
        pytest.param("refused_security", "refused_3", id="三安全一稳定"),
        pytest.param("refused_third_party", "refused_4", id="第三方"),
        pytest.param("refused_internal", "refused_5", id="内部事务"),
        pytest.param("refused_process", "refused_6", id="过程性"),
        pytest.param("refused_enforcement", "refused_7", id="执法案卷"),
        pytest.param("special_law", "refused_8", id="特别规定"),
        pytest.param("not_held", "unable_1", id="不存在"),
        pytest.param("not_responsible", "unable_1", id="非本机关"),
        pytest.param("needs_creating", "unable_2", id="另行制作"),
        pytest.param("still_unclear", "unable_3", id="仍不明确"),
        pytest.param("petition", "not_processed_1", id="信访"),
        pytest.param("repeated", "not_processed_2", id="重复"),
        pytest.param("publication", "not_processed_3", id="出版物"),
        pytest.param("excessive", "not_processed_4", id="大量反复"),
        pytest.param("reissue", "not_processed_5", id="重新出具"),
        pytest.param("uncorrected", "other_1", id="不补正"),
        pytest.param("unpaid", "other_2", id="不缴费"),
        pytest.param("retracted", "other_3", id="撤回"),
        pytest.param("joined", "other_3", id="并入"),
    ],
)
def test_a_decision_counts_in_its_row(key: str, row: str) -> None:
    assert row_of(DECISION[key], {}) == row


def test_where_a_mere_question_counts_is_for_the_organ_to_say() -> None:
    assert row_of(DECISION["consultation"], {}) == "other_3"
    assert row_of(DECISION["consultation"], {"consultation": "refused_8"}) == "refused_8"
    assert row_of(DECISION["consultation"], {"consultation": "granted"}) == "other_3"
    assert row_of(DECISION["granted"], {"granted": "partial"}) == "granted"


@pytest.mark.parametrize("row", DECISIONS, ids=key_of)
def test_only_refusals_go_to_reconsideration_first(row: Decision) -> None:
    is_refusal = row.family in {Family.REFUSED, Family.PARTIAL}
    assert (row.remedy is Remedy.RECONSIDERATION_FIRST) is is_refusal
    assert (row.remedy is Remedy.NONE) is (not row.letter)
    assert row.remedy.label


@pytest.mark.parametrize("row", DECISIONS, ids=key_of)
def test_a_decision_cites_its_article_and_asks_for_facts(row: Decision) -> None:
    assert row.cites
    assert any(fact.required for fact in row.facts)
    assert all(fact.hint and fact.sample for fact in row.facts)


TOLD = [row for row in DECISIONS if row.letter]


@pytest.mark.parametrize("row", TOLD, ids=key_of)
def test_what_an_applicant_is_told_rests_on_the_law_and_not_on_a_form_of_statistics(
    row: Decision,
) -> None:
    reports = {statutes.FORM_2019, statutes.FORM_2021}
    cites = {*row.cites, LETTER[row.letter].cite}
    assert not reports & {cite.statute for cite in cites}


@pytest.mark.parametrize(
    ("key", "article"),
    [
        pytest.param("reissue", "第三十六条第（六）项", id="重新出具"),
        pytest.param("consultation", "第二条", id="业务咨询"),
    ],
)
def test_what_an_applicant_is_told_names_its_article(key: str, article: str) -> None:
    decision = DECISION[key]
    assert [str(cite) for cite in decision.cites] == [
        f"《中华人民共和国政府信息公开条例》{article}"
    ]
    assert LETTER[decision.letter].cite == decision.cites[0]


def test_a_refusal_cites_the_article_of_its_ground() -> None:
    decision = DECISION["refused_process"]
    cites = [str(cite) for cite in cites_of(decision, {"ground": "DISCUSSION"})]
    assert cites[0] == "《中华人民共和国政府信息公开条例》第十六条第二款"
    assert cites_of(decision, {"ground": "TRADE_SECRET"}) == decision.cites
    assert cites_of(DECISION["granted"], {}) == DECISION["granted"].cites


@pytest.mark.parametrize("row", DECISIONS, ids=key_of)
def test_the_samples_are_complete(row: Decision) -> None:
    assert missing(row, facts_for(row), TODAY) == ()


REQUIRED = [
    pytest.param(row, fact, id=f"{row.key}-{fact.label}")
    for row in DECISIONS
    for fact in row.facts
    if fact.required
]


@pytest.mark.parametrize(("row", "fact"), REQUIRED)
def test_a_decision_without_a_fact_is_not_complete(row: Decision, fact: Fact) -> None:
    (found,) = missing(row, {**facts_for(row), fact.key: " "}, TODAY)
    assert (found.code, found.severity) == ("DECISION-FACT", Severity.ERROR)
    assert found.paths == (f"fact_{fact.key}",)
    assert fact.label in found.text
    assert found.cite == row.cites[0]


def codes(key: str, **facts: str) -> list[str]:
    row = DECISION[key]
    return [found.code for found in missing(row, {**facts_for(row), **facts}, TODAY)]


def test_facts_that_contradict_themselves_are_told() -> None:
    assert codes("repeated", earlier_on="2026-13-01") == ["DECISION-DAY"]
    assert codes("uncorrected", correction_due="2026-04-21") == ["DECISION-FUTURE"]
    assert codes("refused_internal", ground="TRADE_SECRET") == ["DECISION-CHOICE"]
    assert codes("needs_creating", not_existing="字" * (MOST + 1)) == ["DECISION-LONG"]
    assert codes("partial", withheld="第3页") == ["DECISION-WITHHELD"]
    assert codes("partial", withheld="第3页；E99；理由") == ["DECISION-WITHHELD"]
    assert codes("partial", withheld="第3页；非政府信息；草图") == ["DECISION-WITHHELD-NONE"]


def test_whoever_names_the_right_organ_says_how_to_reach_it() -> None:
    assert codes("not_responsible", right_contact="") == ["DECISION-CONTACT"]
    assert codes("not_responsible", right_organ="", right_contact="") == []


@pytest.mark.parametrize("ground", GROUND.values(), ids=lambda ground: ground.code)
def test_every_ground_can_be_named_by_its_code(ground: Ground) -> None:
    (part,) = withheld(f"第3页；{ground.code}；理由")
    assert part.ground is ground
    assert withheld(str(part)) == (part,)


def test_parts_kept_back_are_read_line_by_line() -> None:
    text = "第3页号码；e15-2；隐私\n看不懂的一行\n\n附图;非政府信息;私人草图；手绘"
    first, second = withheld(text)
    assert (first.what, first.ground, first.reason) == (
        "第3页号码",
        GROUND["PERSONAL_PRIVACY"],
        "隐私",
    )
    assert (second.ground, second.reason) == (None, "私人草图；手绘")
    assert withheld(f"{first}\n{second}") == (first, second)


def test_one_result_counts_where_the_items_have_several() -> None:
    rows = [DECISION[key] for key in ("not_held", "granted", "refused_secret")]
    assert main_of(rows) is DECISION["granted"]
    assert main_of([*rows, DECISION["partial"]]) is DECISION["partial"]
    assert main_of(rows, ("not_held",)) is DECISION["not_held"]
    assert main_of([DECISION["refused_process"], DECISION["refused_secret"]]).row == "refused_1"
    with pytest.raises(ValueError, match="empty"):
        main_of([])


def test_the_order_names_every_kind() -> None:
    assert sorted(PRIORITY) == sorted(family.value for family in Family)


def test_one_refusal_among_several_asks_for_reconsideration_first() -> None:
    some = [DECISION["granted"], DECISION["refused_secret"]]
    assert remedy_of(some) is Remedy.RECONSIDERATION_FIRST
    assert remedy_of(some[:1]) is Remedy.EITHER
    assert remedy_of([DECISION["retracted"]]) is Remedy.NONE


@pytest.mark.parametrize(
    ("parts", "remedy"),
    [
        pytest.param("第9页广告；非政府信息；是商业广告", Remedy.EITHER, id="只有非政府信息"),
        pytest.param(
            "第9页广告；非政府信息；是商业广告\n第3页证件号；E15-2；是个人隐私",
            Remedy.RECONSIDERATION_FIRST,
            id="还有个人隐私",
        ),
        pytest.param("", Remedy.RECONSIDERATION_FIRST, id="还没有写"),
    ],
)
def test_leaving_out_what_is_no_information_is_no_refusal(parts: str, remedy: Remedy) -> None:
    assert remedy_for(DECISION["partial"], {"withheld": parts}) is remedy
    assert remedy_for(DECISION["granted"], {"withheld": parts}) is Remedy.EITHER


def test_the_search_is_written_down() -> None:
    facts = {fact.key: fact for fact in DECISION["not_held"].facts}
    assert list(facts) == [
        "search_places",
        "search_keywords",
        "search_person",
        "search_day",
        "search_result",
    ]
    assert facts["search_day"].kind is FactKind.DAY
    assert facts["search_person"].stays_inside
