"""Importing words: looked through, then imported or not."""

from datetime import timedelta

import pytest

from gongkai.apps.checks import word_queries as queries
from gongkai.apps.checks.models import WordDraft, WordList
from gongkai.apps.checks.word_importing import discard_words, import_words, look_through
from gongkai.apps.journal.models import Entry
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, NotAllowedError, Role
from tests.apps.checks.made_words import NOW, met, word_list
from tests.factories.organs import Region, acting

pytestmark = pytest.mark.django_db
FILE = (
    "词语,建议,级别\n蓝皮方案,蓝色方案,必错\n红,红色,必错\n绿皮方案,,也许\n黄皮方案,黄色方案,提示\n"
)


@pytest.fixture
def region() -> Region:
    return Region()


@pytest.fixture
def keeper(region: Region) -> Actor:
    return acting("keeper", region.health, Role.SECRECY_REVIEWER)


def looked(who: Actor, row: WordList, text: str = FILE, *, right_first: bool = False) -> WordDraft:
    return look_through(
        who,
        list_id=row.pk,
        name="词表.csv",
        data=text.encode(),
        right_first=right_first,
        now=NOW,
    )


def test_looking_through_imports_nothing(region: Region, keeper: Actor) -> None:
    row = word_list(region.health)
    draft = looked(keeper, row)
    assert [(fault["row"], fault["column"]) for fault in draft.faults] == [
        (3, "错误写法"),
        (4, "级别"),
    ]
    assert row.entries.count() == 0
    assert met(region.health, "，蓝皮方案，") == []


def test_the_good_rows_are_imported(region: Region, keeper: Actor) -> None:
    row = word_list(region.health)
    draft = looked(keeper, row)
    assert import_words(keeper, list_id=row.pk, draft_id=draft.pk, now=NOW) == 2
    assert [entry.wrong for entry in row.entries.all()] == ["蓝皮方案", "黄皮方案"]
    assert met(region.health, "，蓝皮方案，") == ["蓝皮方案"]
    assert WordDraft.objects.count() == 0
    told = Entry.objects.latest("sequence")
    assert told.after
    assert (told.verb, told.after["entries"], told.after["faults"]) == ("import_words", 2, 2)


def test_words_that_are_there_get_the_new_entry(region: Region, keeper: Actor) -> None:
    row = word_list(region.health, "蓝皮方案", "紫皮方案")
    kept = row.entries.get(wrong="蓝皮方案").pk
    draft = looked(keeper, row)
    assert queries.already_there(keeper, draft) == 1
    import_words(keeper, list_id=row.pk, draft_id=draft.pk, now=NOW)
    entry = row.entries.get(wrong="蓝皮方案")
    assert (entry.pk, entry.right, entry.severity) == (kept, "蓝色方案", "error")
    assert row.entries.count() == 3


def test_nothing_is_imported_where_that_is_chosen(region: Region, keeper: Actor) -> None:
    row = word_list(region.health)
    draft = looked(keeper, row)
    discard_words(keeper, list_id=row.pk, draft_id=draft.pk)
    assert (WordDraft.objects.count(), row.entries.count()) == (0, 0)


def test_a_draft_is_decided_upon_once(region: Region, keeper: Actor) -> None:
    row = word_list(region.health)
    draft = looked(keeper, row)
    import_words(keeper, list_id=row.pk, draft_id=draft.pk, now=NOW)
    with pytest.raises(WordDraft.DoesNotExist):
        import_words(keeper, list_id=row.pk, draft_id=draft.pk, now=NOW)


def test_a_colleagues_draft_is_not_there(region: Region, keeper: Actor) -> None:
    row = word_list(region.health)
    draft = looked(keeper, row)
    colleague = acting("colleague", region.health, Role.DISCLOSURE_OFFICE)
    with pytest.raises(WordDraft.DoesNotExist):
        queries.word_draft(colleague, row.pk, draft.pk)
    with pytest.raises(WordDraft.DoesNotExist):
        import_words(colleague, list_id=row.pk, draft_id=draft.pk, now=NOW)


def test_another_file_takes_the_place_of_the_first(region: Region, keeper: Actor) -> None:
    row = word_list(region.health)
    looked(keeper, row)
    second = looked(keeper, row, "甲方案,乙方案")
    assert list(WordDraft.objects.all()) == [second]


def test_old_drafts_go(region: Region, keeper: Actor) -> None:
    row, other = word_list(region.health), word_list(region.health, name="另一词表")
    WordDraft.objects.filter(pk=looked(keeper, other).pk).update(at=NOW - timedelta(days=2))
    assert list(WordDraft.objects.filter(word_list=other)) != []
    looked(keeper, row)
    assert list(WordDraft.objects.filter(word_list=other)) == []


def test_a_file_without_one_good_row_cannot_be_imported(region: Region, keeper: Actor) -> None:
    row = word_list(region.health)
    draft = looked(keeper, row, "词语,建议\n甲,乙")
    with pytest.raises(BlockedError):
        import_words(keeper, list_id=row.pk, draft_id=draft.pk, now=NOW)


def test_what_is_right_may_stand_first(region: Region, keeper: Actor) -> None:
    row = word_list(region.health)
    draft = looked(keeper, row, "蓝色方案-蓝皮方案", right_first=True)
    assert draft.entries[0]["wrong"] == "蓝皮方案"


def test_a_list_of_allowed_words_takes_one_word_to_a_line(region: Region, keeper: Actor) -> None:
    row = word_list(region.health, allows=True)
    draft = looked(keeper, row, "布署\n贯砌\n")
    import_words(keeper, list_id=row.pk, draft_id=draft.pk, now=NOW)
    assert met(region.health, "，全面布署工作，") == []


def test_others_import_nothing(region: Region) -> None:
    row = word_list(region.health)
    with pytest.raises(NotAllowedError):
        looked(acting("drafter", region.health, Role.DRAFTER), row)
    with pytest.raises(WordList.DoesNotExist):
        looked(acting("stranger", region.finance, Role.DISCLOSURE_OFFICE), row)
