"""Word lists and their entries: who may keep them, what is refused, what is recorded."""

import pytest

from gongkai.apps.checks import word_queries as queries
from gongkai.apps.checks.models import WordList
from gongkai.apps.checks.word_entries import add_word, amend_word, remove_word
from gongkai.apps.checks.word_lists import open_word_list, rename_word_list, switch_word_list
from gongkai.apps.journal.models import Entry
from gongkai.core.finding import BlockedError
from gongkai.core.identity import SYSTEM, Actor, NotAllowedError, Role
from tests.apps.checks.made_words import NOW, cells, word_list
from tests.factories.organs import Region, acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def region() -> Region:
    return Region()


@pytest.fixture
def keeper(region: Region) -> Actor:
    return acting("keeper", region.health, Role.DISCLOSURE_OFFICE)


def last_entry() -> Entry:
    return Entry.objects.latest("sequence")


def test_a_list_is_opened_renamed_and_switched(region: Region, keeper: Actor) -> None:
    row = open_word_list(
        keeper, organ_id=region.health.pk, name=" 卫健词表 ", allows=False, now=NOW
    )
    assert (row.name, last_entry().verb) == ("卫健词表", "open_word_list")
    rename_word_list(keeper, list_id=row.pk, name="新词表", source="示范社", now=NOW)
    switch_word_list(keeper, list_id=row.pk, is_active=False, now=NOW)
    row.refresh_from_db()
    assert (row.name, row.source, row.is_active) == ("新词表", "示范社", False)
    assert (last_entry().verb, last_entry().subject) == ("switch_word_list", f"word_list:{row.pk}")


@pytest.mark.parametrize("name", ["", "  ", "本地词表"])
def test_a_list_needs_a_name_of_its_own(region: Region, keeper: Actor, name: str) -> None:
    word_list(region.health)
    with pytest.raises(BlockedError) as refused:
        open_word_list(keeper, organ_id=region.health.pk, name=name, allows=False, now=NOW)
    assert refused.value.findings[0].paths == ("name",)


def test_a_list_keeps_its_own_name(region: Region, keeper: Actor) -> None:
    row = word_list(region.health)
    rename_word_list(keeper, list_id=row.pk, name="本地词表", source="", now=NOW)


def test_only_the_system_opens_a_list_for_all(region: Region, keeper: Actor) -> None:
    assert word_list(None).organ_id is None
    with pytest.raises(NotAllowedError):
        open_word_list(keeper, organ_id=None, name="全市词表", allows=False, now=NOW)
    with pytest.raises(BlockedError):
        open_word_list(SYSTEM, organ_id=None, name="本地词表", allows=False, now=NOW)


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.LEADER, Role.ADMINISTRATOR])
def test_other_roles_keep_no_lists(region: Region, role: Role) -> None:
    row = word_list(region.health)
    who = acting("somebody", region.health, role)
    with pytest.raises(NotAllowedError):
        add_word(who, list_id=row.pk, cells=cells("蓝皮方案"), now=NOW)
    with pytest.raises(NotAllowedError):
        queries.word_lists(who)


def test_another_organs_list_is_not_there(region: Region) -> None:
    row = word_list(region.health, "蓝皮方案")
    stranger = acting("stranger", region.finance, Role.DISCLOSURE_OFFICE)
    superior = acting("superior", region.office, Role.COMPETENT_DEPARTMENT)
    for who in (stranger, superior):
        assert queries.word_lists(who) == []
        with pytest.raises(WordList.DoesNotExist):
            queries.word_list(who, row.pk)
        with pytest.raises(WordList.DoesNotExist):
            add_word(who, list_id=row.pk, cells=cells("红皮方案"), now=NOW)


def test_a_list_for_all_is_shown_but_not_kept(region: Region, keeper: Actor) -> None:
    common, own = word_list(None, "红皮方案"), word_list(region.health, "甲方案", "乙方案")
    listed = [(row.pk, row.entries, row.is_own) for row in queries.word_lists(keeper)]
    assert listed == [(own.pk, 2, True), (common.pk, 1, False)]
    assert queries.word_entries(keeper, common.pk, queries.WordFilter()).count() == 1
    with pytest.raises(WordList.DoesNotExist):
        queries.kept_word_list(keeper, common.pk)
    with pytest.raises(WordList.DoesNotExist):
        switch_word_list(keeper, list_id=common.pk, is_active=False, now=NOW)


def test_an_entry_is_added_changed_and_removed(region: Region, keeper: Actor) -> None:
    row = word_list(region.health)
    sent = cells("蓝皮方案", "蓝色方案", category="term", severity="error", contexts="旧蓝皮方案")
    entry = add_word(keeper, list_id=row.pk, cells=sent, now=NOW)
    assert (entry.category, entry.severity, entry.contexts) == ("term", "error", ["旧蓝皮方案"])
    before = WordList.objects.get(pk=row.pk).digest
    amend_word(keeper, list_id=row.pk, entry_id=entry.pk, cells=cells("红皮方案"), now=NOW)
    told = last_entry()
    assert told.before
    assert told.after
    assert (told.verb, told.before["wrong"], told.after["wrong"]) == (
        "amend_word",
        "蓝皮方案",
        "红皮方案",
    )
    assert WordList.objects.get(pk=row.pk).digest != before
    remove_word(keeper, list_id=row.pk, entry_id=entry.pk, now=NOW)
    told = last_entry()
    assert told.before
    assert told.before["wrong"] == "红皮方案"
    assert row.entries.count() == 0


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        pytest.param(cells(""), "wrong", id="空"),
        pytest.param(cells("蓝"), "wrong", id="一个字"),
        pytest.param(cells("红皮方案"), "wrong", id="已有"),
        pytest.param(cells("蓝皮", "蓝皮"), "right", id="一样"),
        pytest.param(cells("蓝皮", contexts="红"), "contexts", id="语境里没有"),
    ],
)
def test_a_bad_entry_is_refused_beside_its_field(
    region: Region, keeper: Actor, sent: dict[str, str], field: str
) -> None:
    row = word_list(region.health, "红皮方案")
    with pytest.raises(BlockedError) as refused:
        add_word(keeper, list_id=row.pk, cells=sent, now=NOW)
    assert refused.value.findings[0].paths == (field,)


def test_entries_are_looked_for(region: Region, keeper: Actor) -> None:
    row = word_list(region.health, "蓝皮方案", "红皮方案")
    sent = cells("绿皮方案", "绿色方案", category="organ", severity="information")
    add_word(keeper, list_id=row.pk, cells=sent, now=NOW)

    def words(**wanted: str) -> list[str]:
        found = queries.word_entries(keeper, row.pk, queries.WordFilter(**wanted))
        return [entry.wrong for entry in found]

    assert words(text="皮方") == ["蓝皮方案", "红皮方案", "绿皮方案"]
    assert words(text="绿色") == words(category="organ") == ["绿皮方案"]
    assert words(severity="information") == ["绿皮方案"]
    assert queries.shipped_words(keeper, queries.WordFilter(text="布署"))[0].right == "部署"
    assert queries.shipped_words(keeper, queries.WordFilter(category="offensive")) == []


def test_trying_out_goes_by_the_actors_organ(region: Region, keeper: Actor) -> None:
    word_list(region.health, "蓝皮方案")
    quotes = [row.span.quote for row in queries.tried_out(keeper, "，蓝皮方案，") if row.span]
    assert quotes == ["蓝皮方案"]
