"""Letters: what a wording may say, how it is filled, what comes out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.applications.decisions import DECISION, DECISIONS, Decision
from gongkai.core.applications.letters.drafting import (
    Item,
    drafted,
    drafted_for_several,
    facts_in_words,
)
from gongkai.core.applications.letters.fields import BY_LABEL, FIELD, FIELDS, fields_for
from gongkai.core.applications.letters.kinds import LETTER, LETTERS, SEVERAL, LetterKind, Party
from gongkai.core.applications.letters.making import Frame, cited, made
from gongkai.core.applications.letters.tables import delivery_form, opinion_form
from gongkai.core.applications.letters.wording import (
    MOST,
    deciding_part,
    examine,
    faults_of,
    filled,
    lost,
    unfilled,
)
from gongkai.core.law import OGI, RECONSIDERATION
from gongkai.core.ports import FormTable, Heading, Paragraph, Signature
from tests.factories.decisions import facts_for

VALUES = {row.key: row.sample for row in FIELDS if not row.is_late and row.key != "items"}
LATE = VALUES | {"remedy": "甲段\n乙段", "fee_steps": "第11至22件，每件100元，1200元"}
FRAME = Frame("示例市数据局", "张示例", "示数依申请公开〔2026〕12号", date(2026, 3, 5), ("计划",))


def code_of(kind: LetterKind) -> str:
    return f"{kind.code}{kind.title}"


def codes(code: str, text: str) -> list[str]:
    return [found.code for found in examine(LETTER[code], text)]


# Wordings


@pytest.mark.parametrize("kind", LETTERS, ids=code_of)
def test_the_usual_wordings_are_sound(kind: LetterKind) -> None:
    assert examine(kind, kind.text) == ()


def test_every_document_has_a_wording() -> None:
    wanted = {f"DOC-{number:02}" for number in range(1, 24)}
    assert {kind.code[:6] for kind in LETTERS} == wanted
    assert {row.letter for row in DECISIONS if row.letter} <= set(LETTER)
    assert all(len(kind.code) <= 10 for kind in LETTERS)


def test_labels_are_unique() -> None:
    assert len(BY_LABEL) == len(FIELDS) == len(FIELD)


@pytest.mark.parametrize("kind", LETTERS, ids=code_of)
def test_notices_on_the_way_say_nothing_of_remedies(kind: LetterKind) -> None:
    notices = {"DOC-01", "DOC-02", "DOC-03", "DOC-04", "DOC-05", "DOC-07", "DOC-08", "DOC-22"}
    assert kind.has_remedy is (kind.code not in notices | {"DOC-23"})
    assert ("复议" in kind.text or "诉讼" in kind.text) is False
    assert kind.is_reply is (kind.has_remedy and kind.code != "DOC-06")
    assert kind.party in Party
    assert kind.party.label


@pytest.mark.parametrize("kind", LETTERS, ids=code_of)
@pytest.mark.parametrize("which", [0, -1])
def test_what_must_be_told_cannot_be_left_out(kind: LetterKind, which: int) -> None:
    field = kind.needed[which]
    text = kind.text.replace(f"{{{field.label}}}", "")
    assert "TEMPLATE-LACKS" in codes(kind.code, text)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        pytest.param("编号{文号码}。", "TEMPLATE-UNKNOWN", id="没有的字段"),
        pytest.param("{如有 文号码}编号。", "TEMPLATE-UNKNOWN", id="条件里没有的字段"),
        pytest.param("关键词{检索的关键词}。", "TEMPLATE-FOREIGN", id="别的文书的字段"),
        pytest.param("特此告知。{救济途径}", "TEMPLATE-ALONE", id="没有单独成行"),
        pytest.param("登记号{登记号", "TEMPLATE-BRACE", id="括号不成对"),
    ],
)
def test_a_wrong_line_is_told_with_its_number(line: str, code: str) -> None:
    kind = LETTER["DOC-09"]
    found = [row for row in examine(kind, f"{line}\n{kind.text}") if row.code == code]
    assert found
    assert "第 1 行" in found[0].text


def test_an_empty_wording_and_a_long_one() -> None:
    kind = LETTER["DOC-09"]
    assert codes("DOC-09", " \n") == ["TEMPLATE-EMPTY"]
    assert codes("DOC-09", kind.text + "字" * MOST) == ["TEMPLATE-LONG"]


def test_under_a_condition_a_field_is_not_sure() -> None:
    text = LETTER["DOC-14"].text
    sure = text.replace("依据{依据条款}，本机关", "本机关")
    one = sure + "{如有 联系电话}依据{依据条款}。\n"
    both = one + "{如无 联系电话}依据{依据条款}，无电话。\n"
    assert codes("DOC-14", one) == ["TEMPLATE-LACKS"]
    assert codes("DOC-14", both) == []


# Filling


@pytest.mark.parametrize("kind", LETTERS, ids=code_of)
def test_a_filled_letter_has_nothing_open(kind: LetterKind) -> None:
    paragraphs = filled(kind.text, VALUES)
    if kind.code != SEVERAL:
        assert faults_of(kind, paragraphs) == ()
    letter, _ = made(kind, paragraphs, FRAME, LATE)
    assert letter.title == f"示例市数据局{kind.title}"
    assert (letter.issuer, letter.addressee) == ("示例市数据局", "张示例")
    told = "".join(block.text for block in letter.blocks if isinstance(block, Paragraph))
    assert "{" not in told or kind.code == SEVERAL
    assert ("乙段" in told) is kind.has_remedy


def test_what_is_not_filled_stays_visible() -> None:
    values = VALUES | {"search_result": " "}
    paragraphs = filled(LETTER["DOC-12"].text, values)
    assert unfilled(paragraphs) == (FIELD["search_result"],)
    (found,) = faults_of(LETTER["DOC-12"], paragraphs)
    assert (found.code, found.paths) == ("LETTER-UNFILLED", ("text",))


def test_the_remedy_cannot_be_edited_away() -> None:
    kind = LETTER["DOC-12"]
    paragraphs = [text for text in filled(kind.text, VALUES) if text != "{救济途径}"]
    assert lost(kind, paragraphs) == (FIELD["remedy"],)
    assert [row.code for row in faults_of(kind, paragraphs)] == ["LETTER-LOST"]


@pytest.mark.parametrize(
    ("value", "ending"),
    [
        pytest.param("查阅、抄录", "原因是：查阅、抄录。", id="没有句号"),
        pytest.param("查阅、抄录。", "原因是：查阅、抄录。", id="有句号"),
        pytest.param("写明“不能复制。”", "原因是：写明“不能复制。”", id="句号在引号里"),
        pytest.param(
            "见 https://example.gov.cn/1", "原因是：见 https://example.gov.cn/1", id="网址"
        ),
        pytest.param("", "原因是：{改变提供形式的原因}", id="没有填写"),
    ],
)
def test_a_sentence_ends_with_one_stop(value: str, ending: str) -> None:
    (line,) = filled("原因是：{改变提供形式的原因}", {"form_changed": value})
    assert line == ending


def test_a_sentence_that_begins_with_a_value_ends_with_a_stop_too() -> None:
    (line,) = filled("{称呼}提出申请：{申请数量和频次}", VALUES)
    assert line == f"您提出申请：{VALUES['frequency']}。"


def test_no_sign_is_doubled_after_a_value() -> None:
    values = VALUES | {"forbidding": "《统计法》的有关条款。", "reason": "需要调取档案。"}
    refused, late = LETTER["DOC-11"].text, LETTER["DOC-03"].text
    assert "禁止公开的依据：《统计法》的有关条款。" in filled(refused, values)
    assert any(line.startswith("因需要调取档案，不能在") for line in filled(late, values))
    assert filled("{提供的信息}", VALUES) == (VALUES["provided"],)


def test_a_line_stands_only_where_its_field_is_filled() -> None:
    text = LETTER["DOC-13"].text
    named = "\n".join(filled(text, VALUES))
    unknown = "\n".join(filled(text, VALUES | {"right_organ": "", "right_contact": ""}))
    assert "建议您向示例市自然资源局提出申请" in named
    assert "无法确定" not in named
    assert "无法确定负责公开的机关" in unknown
    assert "联系方式" not in unknown


def test_a_value_that_ends_a_sentence_does_not_end_it_twice() -> None:
    values = {"reason": "需要调取多年档案。", "request": "年度计划。"}
    text = "因{延期理由}，不能按期答复：{延期理由}。\n申请的内容是：{申请内容}"
    assert filled(text, values) == (
        "因需要调取多年档案，不能按期答复：需要调取多年档案。",
        "申请的内容是：年度计划。",
    )


def test_what_an_applicant_wrote_is_no_field_and_no_heading() -> None:
    paragraphs = filled("{申请内容}\n{未知}", {"request": "# 标题\n{救济途径}"})
    assert paragraphs == ("\uff03 标题\n\uff5b救济途径\uff5d", "{未知}")


LINES = sorted({line for kind in LETTERS for line in kind.text.splitlines() if line})
PIECES = st.one_of(
    st.sampled_from(LINES),
    st.text(alphabet="{}如有无登记号申请人#；。 ", max_size=20),
    st.sampled_from([f"{{{field.label}}}" for field in FIELDS]),
)


@given(st.sampled_from(LETTERS), st.lists(PIECES, max_size=12))
def test_a_wording_that_is_accepted_leaves_nothing_open(
    kind: LetterKind, pieces: list[str]
) -> None:
    text = "\n".join([kind.text, *pieces])
    if examine(kind, text):
        return
    paragraphs = filled(text, VALUES | {"items": "逐项答复"})
    assert faults_of(kind, paragraphs) == ()
    letter, found = made(kind, paragraphs, FRAME, LATE)
    assert found == ()
    assert all("{" not in block.text for block in letter.blocks if not isinstance(block, FormTable))


@given(st.sampled_from(LETTERS), st.text(max_size=60))
def test_what_somebody_enters_never_becomes_a_field(kind: LetterKind, entered: str) -> None:
    values = {field.key: f"甲{entered}" for field in FIELDS if not field.is_late}
    paragraphs = filled(kind.text, values)
    assert unfilled(paragraphs) == ()
    assert lost(kind, paragraphs) == ()


# Making


def test_headings_paragraphs_and_tables() -> None:
    paragraphs = ["# 一、情况", "##### 太深", "#没有空格", "正文", "{救济途径}"]
    letter, found = made(LETTER["DOC-12"], paragraphs, FRAME, LATE)
    assert letter.blocks == (
        Heading("一、情况", 1),
        Paragraph("##### 太深"),
        Paragraph("#没有空格"),
        Paragraph("正文"),
        Paragraph("甲段"),
        Paragraph("乙段"),
    )
    assert found == ()
    assert letter.attachments == ("计划",)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        pytest.param("DOC-01", "7K2M-9QXA", id="登记回执"),
        pytest.param("DOC-04", "投标文件中的报价表", id="意见回执"),
        pytest.param("DOC-08", "第11至22件，每件100元，1200元", id="收费明细"),
        pytest.param("DOC-23", "EX123456789CN", id="送达回证"),
    ],
)
def test_forms_show_their_values(code: str, told: str) -> None:
    letter, _ = made(LETTER[code], filled(LETTER[code].text, VALUES), FRAME, LATE)
    blocks = (*letter.blocks, *letter.enclosed)
    (table,) = [block for block in blocks if isinstance(block, FormTable)]
    cells = [cell.text for row in table.rows if not isinstance(row, Signature) for cell in row]
    assert told in cells


def test_a_fee_table_without_steps_has_its_heads() -> None:
    kind = LETTER["DOC-08"]
    letter, _ = made(kind, ["{收费明细表}"], FRAME, {})
    (table,) = [block for block in letter.blocks if isinstance(block, FormTable)]
    assert len(table.rows) == 1


def test_a_statute_is_named_once() -> None:
    cites = [OGI.at(14), OGI.at(36, item=3), RECONSIDERATION.at(20)]
    assert cited(cites) == (
        "《中华人民共和国政府信息公开条例》第十四条、第三十六条第（三）项，"
        "《中华人民共和国行政复议法》第二十条"
    )


# Drafting


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda row: row.key)
def test_a_decision_with_its_facts_is_a_whole_reply(decision: Decision) -> None:
    values = {key: value for key, value in VALUES.items() if key in COMMON}
    paragraphs = drafted(decision, facts_for(decision), values)
    assert bool(paragraphs) is bool(decision.letter)
    if paragraphs:
        assert faults_of(LETTER[decision.letter], paragraphs) == ()
        text = "\n".join(paragraphs)
        told = facts_in_words(decision, facts_for(decision))
        assert all(value in text for value in told.values())


COMMON = {
    "organ", "applicant", "you", "number", "received_on", "way", "request", "due", "office",
    "phone", "address",
}  # fmt: skip


def test_who_searched_stays_in_the_file() -> None:
    text = "\n".join(drafted(DECISION["not_held"], facts_for(DECISION["not_held"]), VALUES))
    assert "张示例、档案室" not in text
    assert "2026年3月5日" in text


def test_parts_kept_back_are_told_with_their_articles() -> None:
    facts = facts_for(
        DECISION["partial"], withheld="号码；E15-2；隐私。\n草图；非政府信息；私人物品"
    )
    told = facts_in_words(DECISION["partial"], facts)["withheld"]
    assert told == (
        "（一）号码：依据《中华人民共和国政府信息公开条例》第十五条，隐私。\n"
        "（二）草图：不是政府信息，私人物品。"
    )


def test_words_that_cannot_be_read_stay_as_they_are() -> None:
    facts = {"ground": "?", "earlier_on": "去年"}
    assert facts_in_words(DECISION["refused_internal"], facts)["ground"] == "?"
    assert facts_in_words(DECISION["repeated"], facts)["earlier_on"] == "去年"


def test_several_things_are_answered_one_by_one() -> None:
    items = [
        Item("第一份\n文件", DECISION["granted"], facts_for(DECISION["granted"])),
        Item("第二份{文件}", DECISION["not_held"], facts_for(DECISION["not_held"])),
        Item("第三份", DECISION["joined"], facts_for(DECISION["joined"])),
    ]
    paragraphs = drafted_for_several(items, VALUES)
    heads = [text for text in paragraphs if text.startswith("# ")]
    assert heads == [
        "# 一、关于“第一份 文件”",
        "# 二、关于“第二份\uff5b文件\uff5d”",
        "# 三、关于“第三份”",
    ]
    text = "\n".join(paragraphs)
    assert text.count("收到您提出") == 1
    assert text.count("{救济途径}") == 1
    assert "所申请的政府信息不存在" in text
    assert "并入同一申请人的另一件申请。" in paragraphs
    assert faults_of(LETTER[SEVERAL], paragraphs) == ()


def test_the_deciding_part_leaves_opening_and_remedy() -> None:
    part = deciding_part(LETTER["DOC-14"].text)
    assert "登记号" not in part
    assert "救济" not in part
    assert "不予提供" in part


def test_a_letter_may_name_only_its_own_fields() -> None:
    assert FIELD["search_places"] in fields_for("DOC-12")
    assert FIELD["search_places"] not in fields_for("DOC-09")
    assert FIELD["organ"] in fields_for("DOC-23")
    assert "search_person" not in FIELD


@pytest.mark.parametrize("code", ["DOC-04", "DOC-05"])
def test_what_the_reader_sends_back_stands_after_the_signing(code: str) -> None:
    letter, _ = made(LETTER[code], filled(LETTER[code].text, VALUES), FRAME, LATE)
    assert [type(block) for block in letter.enclosed] == [Heading, FormTable]
    assert not any(isinstance(block, FormTable) for block in letter.blocks)
    receipt, _ = made(LETTER["DOC-01"], filled(LETTER["DOC-01"].text, VALUES), FRAME, LATE)
    assert receipt.enclosed == ()


def labels(table: FormTable) -> list[str]:
    return [row.label if isinstance(row, Signature) else row[0].text for row in table.rows]


def test_the_proof_of_delivery_has_room_for_whoever_takes_or_refuses_it() -> None:
    (table,) = delivery_form(VALUES)
    assert isinstance(table, FormTable)
    assert labels(table)[-5:] == ["受送达人签收", "代收人", "拒收事由", "见证人", "送达人"]
    taken = table.rows[-4]
    assert not isinstance(taken, Signature)
    assert [cell.text for cell in taken] == ["代收人", "", "关系", ""]


def test_reasons_have_room_to_be_written() -> None:
    _, table = opinion_form(VALUES)
    assert isinstance(table, FormTable)
    row = table.rows[labels(table).index("理由和依据")]
    assert not isinstance(row, Signature)
    assert row[1].text.count("\n") == 5
    assert not row[1].text.strip()
