"""Charts: bars as high as their numbers, on the page, with the table that says the same."""

from gongkai.faces.common.reports.charts import HEIGHT, WIDTH, Series, chart

NEW = Series("新收", (45, 58, None))
OUT = Series("结转", (3, 0, 4))


def test_bars_are_as_high_as_their_numbers() -> None:
    drawn = chart("题", "句", ("2022", "2023", "2024"), (NEW, OUT))
    heights = {bar.text: bar.height for bar in drawn.bars}
    assert abs(heights["58"] / heights["45"] - 58 / 45) < 0.01
    assert heights["0"] == 0


def test_what_is_not_known_has_no_bar_but_a_place_in_the_table() -> None:
    drawn = chart("题", "句", ("2022", "2023", "2024"), (NEW, OUT))
    assert len(drawn.bars) == 5
    assert drawn.rows[2] == ("2024", (None, 4))


def test_everything_stays_on_the_page() -> None:
    for groups in (1, 2, 12):
        names = tuple(str(n) for n in range(groups))
        series = [Series(str(n), tuple(range(groups))) for n in range(3)]
        for bar in chart("题", "句", names, series).bars:
            assert 0 <= bar.x <= WIDTH - bar.width
            assert 20 <= bar.y <= HEIGHT


def test_all_zeros_are_drawn() -> None:
    assert {bar.height for bar in chart("题", "句", ("甲",), (Series("新收", (0,)),)).bars} == {0}
