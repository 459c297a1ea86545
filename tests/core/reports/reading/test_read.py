"""Reading whole reports: values as they stand, each with its source, doubts where there are
several readings."""

from gongkai.core.ports import Document, DocumentKind, Grid, GridCell, Place, TextLine
from gongkai.core.reports.forms import FORM_2019, FORM_2021
from gongkai.core.reports.reading import read
from gongkai.core.reports.report import Report
from tests.core.reports.reading.texts import document, report, table_2, table_3, table_4

FIGURES = {
    "new": (12, 1, 0, 1, 0, 0, 14),
    "granted": (3, 1, 0, 1, 0, 0, 5),
    "partial": (1, 0, 0, 0, 0, 0, 1),
    "unable_1": (8, 0, 0, 0, 0, 0, 8),
    "total": (12, 1, 0, 1, 0, 0, 14),
}


def only(text: str) -> Report:
    found = read([document(text)])
    assert len(found) == 1
    return found[0]


def row(found: Report, key: str) -> list[object]:
    return [found.value(f"applications.{key}.{column}") for column in range(7)]


def test_a_line_for_every_row() -> None:
    found = only(report(table_2({"normative_docs": (5, 4, 26)}), table_3(FIGURES), table_4()))
    assert (found.organ, found.year, found.format) == ("示范市统计局", 2023, "2021")
    assert {key: tuple(row(found, key)) for key in FIGURES} == FIGURES
    assert found.value("table2.normative_docs.2") == 26
    assert found.value("review.after_total") == 0
    assert found.doubts == ()


def test_digits_run_together_are_cut_by_the_sums() -> None:
    text = report(table_2({}, gap=""), table_3(FIGURES, gap=""), table_4(gap=""))
    found = only(text.replace("\n", ""))
    assert {key: tuple(row(found, key)) for key in FIGURES} == FIGURES
    assert "唯一确定" in found.cells["applications.new.0"].found
    assert not [doubt for doubt in found.doubts if doubt.path.startswith("applications")]


def test_several_cuts_are_a_doubt_with_candidates() -> None:
    text = report(table_2({"normative_docs": (5, 2, 25)}, gap=""), table_3({}), table_4())
    doubt = only(text).doubted("table2.normative_docs.1")
    assert doubt is not None
    assert doubt.candidates == ((5, 2, 25), (5, 22, 5))


def test_only_the_total_column_filled() -> None:
    rows = {key: ("",) * 6 + (cells[-1],) for key, cells in FIGURES.items()}
    blank = {r.key: ("",) * 6 + (0,) for r in FORM_2021.table("applications").rows}
    found = only(report(table_2({}), table_3({**blank, **rows}, gap="\t"), table_4()))
    assert row(found, "new") == [None] * 6 + [14]
    assert found.doubts == ()


def test_blanks_without_a_place_are_a_doubt() -> None:
    rows = {**FIGURES, "new": (14, 14)}
    doubt = only(report(table_2({}), table_3(rows), table_4())).doubted("applications.new.0")
    assert doubt is not None
    assert (14, None, None, None, None, None, 14) in doubt.candidates


def test_a_mistake_of_the_source_is_kept() -> None:
    wrong = {**FIGURES, "total": (12, 1, 0, 1, 0, 0, 15)}
    found = only(report(table_2({}), table_3(wrong), table_4()))
    assert row(found, "total") == [12, 1, 0, 1, 0, 0, 15]
    assert found.doubts == ()


def test_a_missing_row_stays_missing() -> None:
    whole = table_3(FIGURES)
    lost = "\n".join(line for line in whole.split("\n") if "行政执法案卷" not in line)
    found = only(report(table_2({}), lost, table_4()))
    assert found.tables["applications"].missing == ("refused_7",)
    assert "applications.refused_7.0" not in found.cells
    assert row(found, "unable_1") == [8, 0, 0, 0, 0, 0, 8]


def test_a_label_broken_around_its_numbers() -> None:
    label = "5.要求行政机关确认或重新出具已获取信息"
    broken = "5.要求行政机关确认或重新出\n7 0 0 0 0 0 7\n具已获取信息"
    text = table_3(FIGURES).replace(f"{label} 0 0 0 0 0 0 0", broken)
    found = only(report(table_2({}), text, table_4()))
    assert row(found, "not_processed_5") == [7, 0, 0, 0, 0, 0, 7]


def test_every_cell_has_its_source() -> None:
    found = only(report(table_2({}), table_3(FIGURES), table_4()))
    source = found.cells["applications.unable_1.0"].source
    assert source.file == "报告.txt"
    assert source.line is not None
    assert "不掌握" in source.text


def test_a_sentence_in_the_place_of_a_table() -> None:
    found = only(
        report(table_2({}), "2023年未收到政府信息公开申请。", "未发生行政复议、行政诉讼。")
    )
    layout = found.tables["applications"]
    assert not layout.present
    assert "未收到" in layout.instead
    assert not any(path.startswith("applications") for path in found.cells)


def test_the_form_of_2019() -> None:
    second = table_2({"licensing": (156, -59, 97), "procurement": (2, "2.5774万元")}, FORM_2019)
    text = report(second, table_3(FIGURES, FORM_2019), table_4()).replace("2023年", "2020年")
    found = only(text.replace("2024年", "2021年"))
    assert found.format == "2019"
    assert found.value("table2.licensing.1") == -59
    assert str(found.value("table2.procurement.amount")) == "2.5774"


def test_other_handling_in_one_row_on_the_form_of_2021() -> None:
    lines = table_3(FIGURES).split("\n")
    kept = [
        line for line in lines if not any(word in line for word in ("逾期不补正", "逾期未按收费"))
    ]
    one = "\n".join(kept).replace("3.其他 0 0 0 0 0 0 0", "（六）其他处理 0 0 0 0 0 0 0")
    found = only(report(table_2({}), one, table_4()))
    assert found.value("applications.other.6") == 0
    assert "applications.other_1.0" not in found.cells


def grid_row(number: int, *texts: str) -> list[GridCell]:
    return [GridCell(text, number, column) for column, text in enumerate(texts)]


def test_columns_follow_the_header() -> None:
    heads = ("", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "总计", "其他")
    cells = grid_row(0, *heads)
    for number, one in enumerate(FORM_2021.table("applications").rows, 1):
        values = FIGURES.get(one.key, (0,) * 7)
        turned = (*values[:5], values[6], values[5])
        cells += grid_row(number, one.label, *(str(value) for value in turned))
    grid = Grid(tuple(cells), 26, 8)
    before, after = report(table_2({}), "@@", table_4()).split("@@")
    lines = [TextLine(text, Place(None, n)) for n, text in enumerate(before.split("\n"), 1)]
    rest = [TextLine(text, Place(None, n)) for n, text in enumerate(after.split("\n"), 90)]
    found = read([Document("表.docx", DocumentKind.DOCX, (*lines, grid, *rest))])[0]
    assert row(found, "new") == [12, 1, 0, 1, 0, 0, 14]


def test_two_reports_in_one_file_are_told_apart() -> None:
    first = report(table_2({}), table_3(FIGURES), table_4())
    second = report(table_2({}), table_3({}), table_4()).replace("统计局", "水务局")
    found = read([document(first + "\n" + second)])
    assert [one.organ for one in found] == ["示范市统计局", "示范市水务局"]
    assert [one.value("applications.new.6") for one in found] == [14, 0]
    assert all("PARTS-APART" in {note.code for note in one.notes} for one in found)


def test_a_page_and_its_attachment_are_one_report() -> None:
    text = report(table_2({}), table_3(FIGURES), table_4())
    found = read([document(text, "网页.html"), document(text, "附件.docx")])
    assert len(found) == 1
    assert found[0].parts == ("网页.html", "附件.docx")
    assert "PARTS-TWICE" in {note.code for note in found[0].notes}


def test_other_documents_have_no_reading() -> None:
    assert read([document("关于召开会议的通知\n各科室：定于下周一召开例会。")]) == ()
