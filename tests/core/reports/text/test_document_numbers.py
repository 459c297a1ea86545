import pytest

from gongkai.core.reports.text.document_numbers import NumberFault, find_document_numbers


@pytest.mark.parametrize(
    ("text", "number", "code", "year"),
    [
        ("（国办公开办函〔2021〕30号）", "国办公开办函〔2021〕30号", "国办公开办函", 2021),
        ("（国办发明电〔2018〕15号）", "国办发明电〔2018〕15号", "国办发明电", 2018),
        ("根据国办发〔2018〕123 号文件", "国办发〔2018〕123 号", "国办发", 2018),
        ("（国令第 711号）", "国令第 711号", "国令", None),
        ("（教育部令第29号）", "教育部令第29号", "教育部令", None),
    ],
)
def test_well_formed_numbers(text: str, number: str, code: str, year: int | None) -> None:
    (found,) = find_document_numbers(text)
    assert (found.text, found.code, found.year) == (number, code, year)
    assert found.well_formed


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("《通知》（〔2020〕410 号）", NumberFault.NO_CODE),
        ("（攀办函〔2020〕34）号", NumberFault.BRACKET_SLIP),
        ("国办发[2018]123号", NumberFault.BRACKETS),
        ("国办发（2018）123号", NumberFault.BRACKETS),
        ("国办发【2018】123号", NumberFault.BRACKETS),
        ("国办发\uff3b2018\uff3d123号", NumberFault.BRACKETS),
        ("国办发〔18〕123号", NumberFault.SHORT_YEAR),
        ("国办发〔2018〕第123号", NumberFault.ORDINAL),
        ("国办发〔2018〕012号", NumberFault.LEADING_ZERO),
        ("国务院令711号", NumberFault.NO_ORDINAL),
    ],
)
def test_malformed_numbers_say_what_is_wrong(text: str, fault: NumberFault) -> None:
    (found,) = find_document_numbers(text)
    assert found.faults == (fault,)
    assert not found.well_formed
    assert fault.label


@pytest.mark.parametrize(
    "text", ["", "2023年第12期", "全年公开30条（2023年）", "12345热线", "门牌（12）3号楼"]
)
def test_what_is_no_document_number(text: str) -> None:
    assert find_document_numbers(text) == ()


def test_numbers_come_in_order() -> None:
    found = find_document_numbers("国令第711号、国办发〔2018〕123号、〔2019〕5号")
    assert [number.number for number in found] == [711, 123, 5]


def test_a_short_year_finds_its_century() -> None:
    (old,) = find_document_numbers("国发〔98〕5号")
    (new,) = find_document_numbers("国发〔18〕5号")
    assert (old.year, new.year) == (1998, 2018)
