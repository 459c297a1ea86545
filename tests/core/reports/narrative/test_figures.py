"""What figures are taken for this year's own, and what is left alone."""

from decimal import Decimal

import pytest

from gongkai.core.reports.narrative import narrative_of, outline
from gongkai.core.reports.report import Narrative
from tests.core.reports.narrative.texts import lines_of, with_sentence


def said(sentence: str) -> dict[str, object]:
    read = narrative_of(outline(with_sentence(sentence)))
    return {figure.key: figure.value for figure in read.figures if figure.key}


def of_government(sentence: str) -> Narrative:
    title = "示例市人民政府2023年政府信息公开工作年度报告"
    return narrative_of(outline(lines_of(title, "一、总体情况", sentence)))


@pytest.mark.parametrize(
    "sentence",
    [
        "2022年共收到政府信息公开申请9件。",
        "去年共收到政府信息公开申请9件。",
        "上年收到政府信息公开申请9件。",
        "政府信息公开申请较上年增加9件。",
        "历年收到政府信息公开申请9件。",
        "截至目前共收到政府信息公开申请9件。",
        "2018年以来收到政府信息公开申请9件。",
        "贯彻《2023年收到政府信息公开申请9件的通知》。",
    ],
)
def test_what_is_not_of_this_year(sentence: str) -> None:
    assert "applications_new" not in said(sentence)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("2022年收到政府信息公开申请9件，2023年收到政府信息公开申请14件。", 14),
        ("去年收到9件，今年共收到政府信息公开申请14件。", 14),
        ("截至2023年12月31日，共收到政府信息公开申请14件。", 14),
        ("2023年以来，共收到政府信息公开申请14件。", 14),
        ("全年累计收到政府信息公开申请十四件。", 14),
        ("全年共收到政府信息公开申请\uff11\uff14件。", 14),
        ("全年共收到政府信息公开申请1,014件。", 1014),
        ("全年共收到政府信息公开申请（含网上申请）14件。", 14),
        ("2023年,受理政府信息公开申请:14件。", 14),
        ("收到公民、法人和其他组织提出的政府信息公开申请共计14份。", 14),
        ("依申请公开方面，共受理申请14件，均按期答复。", 14),
        ("全年办理政府信息公开申请事项，共收到申请14件。", 14),
    ],
)
def test_applications_of_this_year(sentence: str, value: int) -> None:
    assert said(sentence)["applications_new"] == value


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "收到政府信息公开申请50件，上年结转3件，答复49件，结转下年度继续办理4件。",
            {
                "applications_new": 50,
                "carried_in": 3,
                "applications_answered": 49,
                "carried_out": 4,
            },
        ),
        (
            "收到政府信息公开申请50件，其中，予以公开20件、部分公开5件、不予公开3件、无法提供10件、不予处理7件、其他处理5件。",
            {
                "applications_new": 50,
                "granted": 20,
                "partial": 5,
                "refused": 3,
                "unable": 10,
                "not_processed": 7,
                "other": 5,
            },
        ),
        (
            "收到政府信息公开申请9件，其中3件予以公开、2件部分公开、4件无法提供。",
            {"applications_new": 9, "granted": 3, "partial": 2, "unable": 4},
        ),
        (
            "收到政府信息公开申请9件，结转2022年申请1件。",
            {"applications_new": 9, "carried_in": 1},
        ),
        (
            "因政府信息公开被申请行政复议3件、提起行政诉讼1件。",
            {"review_total": 3, "litigation_total": 1},
        ),
        (
            "发生行政诉讼5件，其中未经复议直接起诉3件，复议后起诉2件。",
            {"litigation_total": 5, "direct_total": 3, "after_total": 2},
        ),
        ("向申请人收取信息处理费共计0.3万元。", {"fee_collected_yuan": 3000}),
        ("收取信息处理费0.12345万元。", {"fee_collected_yuan": Decimal("1234.5")}),
        ("（全年收到政府信息公开申请3件。）收到政府信息公开申请4件。", {"applications_new": 4}),
        ("第12期简报刊登信息公开申请指南。", {}),
        ("收取政府信息公开信息处理费105.5元。", {"fee_collected_yuan": Decimal("105.5")}),
        (
            "通过门户网站发布信息359条，通过微信公众号“示例”发布信息1088条。",
            {"website_items": 359, "wechat_items": 1088},
        ),
        (
            "网络申请39件，占88.6%，信函申请5件，占11.4%，均为政府信息公开申请。",
            {},
        ),
        (
            "收到信息公开申请44件，网络申请39件，占88.6%，信函申请5件，占11.4%。",
            {
                "applications_new": 44,
                "online": 39,
                "online_share": Decimal("88.6"),
                "by_letter": 5,
                "by_letter_share": Decimal("11.4"),
            },
        ),
        ("移交政府信息147件，移交规范性文件10份。", {"archived_items": 10}),
        (
            "现行有效规章4件、行政规范性文件43件。",
            {"valid_regulations": 4, "valid_normative_docs": 43},
        ),
        ("刊登市政府规章、行政规范性文件等243件。", {}),
        ("公开信息100条，其中规范性文件3条、规章2条。", {"items_published": 100}),
    ],
)
def test_all_figures_of_a_sentence(sentence: str, wanted: dict[str, object]) -> None:
    assert said(sentence) == wanted


def test_approximate_figures_are_marked() -> None:
    read = narrative_of(outline(with_sentence("门户网站发布信息3400余条，微信公众号发布近300条。")))
    assert [(f.key, f.value, f.approximate) for f in read.figures] == [
        ("website_items", 3400, True),
        ("wechat_items", 300, True),
    ]


def test_a_figure_of_unknown_meaning_is_kept_without_a_key() -> None:
    (figure,) = narrative_of(outline(with_sentence("涵盖8个文种。"))).figures
    assert (figure.key, figure.value, figure.unit) == ("", 8, "个")


def test_a_chinese_numeral_of_unknown_meaning_is_left_out() -> None:
    assert narrative_of(outline(with_sentence("办成一件事，开展两次检查。"))).figures == ()


def test_part_five_speaks_of_plans() -> None:
    lines = lines_of("一、总体情况", "好。", "五、存在的主要问题及改进情况", "公开信息500条。")
    (figure,) = narrative_of(outline(lines)).figures
    assert (figure.key, figure.section) == ("", 5)


def test_a_bracket_does_not_change_the_topic() -> None:
    sentence = (
        "收到信息公开申请44件（涉及行政复议、行政诉讼情况详见第四部分）。从方式看，网络申请39件。"
    )
    assert said(sentence) == {"applications_new": 44, "online": 39}


def test_the_topic_is_carried_over_sentences() -> None:
    sentence = "规范依申请公开工作。加强沟通协调。全年共受理14件，答复14件。"
    assert said(sentence) == {"applications_new": 14, "applications_answered": 14}


def test_messages_are_no_applications() -> None:
    sentence = "收到政府信息公开申请2件。办理网民留言85条，答复85条。"
    assert said(sentence) == {"applications_new": 2, "messages_answered": 85}


def test_a_governments_office_is_set_apart() -> None:
    read = of_government("2023年，市政府办代表市政府受理政府信息公开申请17件。")
    assert [figure.key for figure in read.figures] == ["applications_new_by_gov_office"]


def test_a_government_counts_for_its_region() -> None:
    read = of_government("2023年，全市共受理政府信息公开申请3119件。")
    assert [figure.key for figure in read.figures] == ["applications_new"]


def test_a_governments_own_level_is_set_apart() -> None:
    read = of_government("2023年，市本级受理政府信息公开申请19件。")
    assert [figure.key for figure in read.figures] == ["applications_new_own_level"]


def test_a_department_does_not_count_for_its_region() -> None:
    assert said("2023年，全市共受理政府信息公开申请3119件。") == {"applications_new_region": 3119}


@pytest.mark.parametrize(
    "layout", ["第二十条第（一）项信息内容规章000行政规范性文件5225行政处罚54行政强制0"]
)
def test_a_table_that_runs_on_in_the_prose_has_no_figures(layout: str) -> None:
    lines = lines_of(f"二、主动公开政府信息情况{layout}三、收到和处理政府信息公开申请情况无。")
    read = outline(lines)
    assert read.sections[1].body == ""
    assert narrative_of(read).figures == ()


def test_tabular_lines_are_no_prose() -> None:
    lines = list(lines_of("一、总体情况", "公开信息5条。", "公开信息9条。"))
    lines[2] = type(lines[2])(lines[2].text, lines[2].place, tabular=True)
    read = outline(lines)
    assert [figure.value for figure in narrative_of(read).figures] == [5]
    assert [line.text for line in read.sections[1].lines] == [line.text for line in lines]


def test_cases_of_all_kinds_are_set_apart() -> None:
    sentence = "共受理行政复议0起，行政诉讼3起，没有因政府信息公开而被提起的行政复议或行政诉讼。"
    read = narrative_of(outline(with_sentence(sentence)))
    assert {f.key: f.value for f in read.figures} == {"review_cases": 0, "litigation_cases": 3}
    assert {f.key for f in read.denials} == {"review_total", "litigation_total"}


@pytest.mark.parametrize(
    "sentence", ["2022年未收到政府信息公开申请。", "去年未发生行政复议、行政诉讼。"]
)
def test_denials_of_another_year_do_not_count(sentence: str) -> None:
    assert narrative_of(outline(with_sentence(sentence))).denials == ()


def test_the_sentence_goes_without_its_subheading() -> None:
    lines = lines_of(
        "一、总体情况", "（一）主动公开方面", "全年公开信息5条。", "（二）依申请公开。收到申请2件。"
    )
    read = narrative_of(outline(lines)).figures
    assert [figure.text for figure in read] == ["全年公开信息5条。", "收到申请2件。"]


def test_a_very_long_sentence_is_cut_around_the_figure() -> None:
    words = "持续推进、" * 100
    (figure,) = narrative_of(
        outline(with_sentence(f"{words}公开信息5条，{words}再接再厉。"))
    ).figures
    assert "公开信息5条" in figure.text
    assert len(figure.text) <= 300
