"""Which font a face is set in."""

from gongkai.adapters.letters.fonts import BOLD, REGULAR, Face, chosen, substitution, wanted

NOTO = ("Noto Serif CJK SC", "Noto Sans CJK SC")


def test_the_fonts_of_the_standard_are_preferred() -> None:
    found = chosen({}, ("仿宋_GB2312", "黑体", "KaiTi", "SimSun", "方正小标宋简体", *NOTO))
    assert [found[face].families[0] for face in Face] == [
        "方正小标宋简体", "仿宋_GB2312", "黑体", "KaiTi", "SimSun",
    ]  # fmt: skip
    assert substitution(found) == ()


def test_a_configured_font_comes_first() -> None:
    assert wanted(Face.BODY, {"body": "自家仿宋"})[0] == "自家仿宋"
    found = chosen({"body": "自家仿宋"}, ("仿宋_GB2312", "自家仿宋"))
    assert found[Face.BODY].families[0] == "自家仿宋"


def test_noto_stands_in_for_what_is_missing() -> None:
    found = chosen({"body": "自家仿宋"}, (*NOTO, "黑体"))
    assert found[Face.BODY].families[0] == NOTO[0]
    assert (found[Face.TITLE].weight, found[Face.BODY].weight) == (BOLD, REGULAR)
    assert not found[Face.BLACK].stands_in
    (note,) = substitution(found)
    assert "仿宋体以 Noto Serif CJK SC 代替" in note.text
    assert "黑体" not in note.text
    assert "GONGKAI_LETTERS" in note.hint


def test_a_machine_without_any_chinese_font() -> None:
    found = chosen({}, ("DejaVu Sans",))
    assert found[Face.BODY].families == ("DejaVu Sans",)
    (note,) = substitution(chosen({}, ()))
    assert "小标宋体以 其他字体 代替" in note.text
