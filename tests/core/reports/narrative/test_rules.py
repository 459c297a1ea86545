"""Every rule proves itself by its own samples."""

import pytest

from gongkai.core.reports.narrative import narrative_of, outline
from gongkai.core.reports.narrative.channels import CHANNELS
from gongkai.core.reports.narrative.denial_rules import RULES as DENIALS
from gongkai.core.reports.narrative.denial_rules import DenialRule
from gongkai.core.reports.narrative.figure_rules import FigureRule
from gongkai.core.reports.narrative.keys import RULES
from gongkai.core.reports.narrative.titles import PARTS, PartTitle, meaning
from tests.core.reports.narrative.texts import lines_of, with_sentence

ITEMS = {key for key, _ in CHANNELS} | {"items_published", "items_issued", "weibo_wechat_items"}


def keys_in(sentence: str) -> set[str]:
    read = narrative_of(outline(with_sentence(sentence)))
    found = {figure.key for figure in read.figures}
    return found | ({"@items"} if found & (ITEMS - {""}) else set())


@pytest.mark.parametrize(
    ("rule", "sample"), [(rule, sample) for rule in RULES for sample in rule.good]
)
def test_good_samples_are_found(rule: FigureRule, sample: str) -> None:
    assert rule.key in keys_in(sample)


@pytest.mark.parametrize(
    ("rule", "sample"), [(rule, sample) for rule in RULES for sample in rule.bad]
)
def test_bad_samples_are_not_found(rule: FigureRule, sample: str) -> None:
    assert rule.key not in keys_in(sample)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_samples(rule: FigureRule) -> None:
    assert rule.good
    assert rule.bad
    assert rule.before
    assert rule.words.split()


@pytest.mark.parametrize(
    ("sample", "keys"), [(sample, keys) for rule in DENIALS for sample, keys in rule.good]
)
def test_denials_are_found(sample: str, keys: tuple[str, ...]) -> None:
    denied = narrative_of(outline(with_sentence(sample))).denials
    assert {figure.key for figure in denied} == set(keys)
    assert all(figure.value == 0 for figure in denied)


@pytest.mark.parametrize(
    ("rule", "sample"), [(rule, sample) for rule in DENIALS for sample in rule.bad]
)
def test_what_is_no_denial(rule: DenialRule, sample: str) -> None:
    denied = narrative_of(outline(with_sentence(sample))).denials
    assert not {figure.key for figure in denied} & {key for _, key in rule.keys}


@pytest.mark.parametrize(
    ("part", "title"), [(part, title) for part in PARTS for title in part.good]
)
def test_titles_in_their_variants(part: PartTitle, title: str) -> None:
    read = outline(lines_of("示例市商务局2023年政府信息公开工作年度报告", f"一、{title}", "正文。"))
    assert [(section.number, section.title) for section in read.sections[1:]] == [
        (part.number, title)
    ]
    assert meaning(title) == part.number


@pytest.mark.parametrize(("part", "text"), [(part, text) for part in PARTS for text in part.bad])
def test_what_is_no_title(part: PartTitle, text: str) -> None:
    read = outline(lines_of("一、总体情况", "正文。", f"正文说{text}。"))
    assert len(read.sections) == 2
