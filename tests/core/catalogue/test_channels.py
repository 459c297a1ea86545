"""The boxes for channels."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gongkai.core.catalogue.channels import LABELS, parse_channels, written_channels


@pytest.mark.parametrize(
    ("cell", "chosen"),
    [
        ("■政府网站 ■两微一端 □政府公报", ("政府网站", "两微一端")),
        ("■政府网站    □政府公报\n■纸质载体", ("政府网站", "纸质媒体")),
        ("☑ 政府网站\n☐ 广播电视", ("政府网站",)),
        ("√政府网站 □精准推送", ("政府网站",)),
        ("政府网站、公开查阅点", ("政府网站", "公开查阅点")),
        (
            "■政府网站 ■单位/村委会公示栏（电子屏）",
            ("政府网站", "社区/企事业单位/村公示栏（电子屏）"),
        ),
        (
            "■政府网站 ■投资项目在线审批监管平台",
            ("政府网站", "投资项目在线审批监管平台"),
        ),
        ("■发布会/听证会 ■入户/现场", ("发布会/听证会", "入户/现场")),
        ("□政府网站", ()),
        ("", ()),
    ],
)
def test_chosen_channels_are_read(cell: str, chosen: tuple[str, ...]) -> None:
    assert parse_channels(cell) == chosen


@given(some.lists(some.sampled_from([*LABELS, "12345政务服务热线"]), unique=True))
def test_what_is_written_is_read_again(chosen: list[str]) -> None:
    assert set(parse_channels(written_channels(chosen))) == set(chosen)
    assert all(label in written_channels(chosen) for label in LABELS)
