"""The application form as a value: kept whatever it says, cleaned once it counts."""

from dataclasses import replace

import pytest

from gongkai.core.applications.intake import (
    Intake,
    cleaned,
    described,
    length_faults,
    paper_number_of,
    unpack,
)

SAID = Intake(
    applicant_kind="natural",
    name=" 张 小明 ",
    paper="resident",
    paper_number="\uff11\uff11\uff10\uff11\uff10\uff11 19000102001x",
    phone="139 0000 0000",
    items=("  甲事项的批复\u200b ", "", "  "),
)


def test_a_form_comes_back_as_it_was_packed() -> None:
    assert unpack(SAID.pack()) == SAID


@pytest.mark.parametrize(
    "stored",
    [
        pytest.param({}, id="没有内容"),
        pytest.param({"name": 1, "items": "x", "asks_reduction": "on", "more": ""}, id="形状不对"),
    ],
)
def test_what_is_of_another_shape_is_left_empty(stored: dict[str, object]) -> None:
    assert unpack(stored) == Intake()


def test_codes_are_written_narrow_and_without_spaces() -> None:
    plain = cleaned(SAID)
    assert (plain.paper_number, plain.phone) == ("11010119000102001X", "13900000000")
    assert (plain.name, plain.items) == ("张 小明", ("甲事项的批复",))


@pytest.mark.parametrize(
    "sign",
    ["\U0002ebf0", "\U00031350", "\ue815", "·"],
    ids=["扩展I区", "扩展H区", "造字", "间隔号"],
)
def test_rare_characters_of_a_name_are_not_taken_out(sign: str) -> None:
    assert cleaned(replace(SAID, name=f"王{sign}\u200b\u202e")).name == f"王{sign}"


def test_a_subject_nobody_wrote_is_taken_from_the_first_item() -> None:
    assert cleaned(SAID).subject == "甲事项的批复"
    assert cleaned(replace(SAID, subject="批复")).subject == "批复"


def test_a_person_has_no_representative_and_no_reduction_no_reason() -> None:
    said = replace(SAID, representative="李四", contact_name="王五", reduction_reason="困难")
    plain = cleaned(said)
    assert (plain.representative, plain.contact_name, plain.reduction_reason) == ("", "", "")
    company = cleaned(replace(said, applicant_kind="business", asks_reduction=True))
    assert (company.representative, company.reduction_reason) == ("李四", "困难")


def test_several_things_are_one_numbered_text() -> None:
    assert described(("甲", "乙")) == "一、甲\n二、乙"
    assert described(("甲",)) == "甲"
    assert described(()) == ""
    assert described(("甲",) * 11).endswith("11、甲")


def test_one_number_is_a_paper_the_other_a_credit_code() -> None:
    assert paper_number_of(replace(SAID, paper="credit_code", paper_number="X")) == ("", "X")
    assert paper_number_of(replace(SAID, paper="passport", paper_number="X")) == ("X", "")


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        pytest.param({}, set(), id="正常"),
        pytest.param({"name": "张" * 101}, {"APPLY-LONG"}, id="姓名过长"),
        pytest.param({"items": ("甲" * 2001,)}, {"APPLY-ITEM-LONG"}, id="描述过长"),
        pytest.param({"items": ("甲",) * 4}, {"APPLY-ITEMS"}, id="项数过多"),
    ],
)
def test_what_is_too_long_is_said(changes: dict[str, object], codes: set[str]) -> None:
    said = replace(SAID, **changes)  # type: ignore[arg-type] # fields of the same class
    assert {row.code for row in length_faults(said, 3)} == codes
