"""The list that comes with the system: every entry is found, every context lets pass."""

from gongkai.apps.checks.word_lexicon import dictionary, terms, weight
from gongkai.apps.checks.word_shipped import data_lines, shipped_digest, shipped_entries
from gongkai.apps.checks.wording import Wording, shipped
from gongkai.core.checks.content import Part
from gongkai.core.checks.wording.entry import Category, Entry, plain_word

CHECK = Wording("", (shipped(),), tells_slips=False)
ENTRIES = shipped_entries()


def quotes(text: str) -> list[str]:
    return [row.span.quote for row in CHECK(Part("body", "正文", text)) if row.span]


def test_the_list_is_of_some_size_and_has_no_word_twice() -> None:
    words = [entry.wrong for entry in ENTRIES]
    assert len(words) > 500
    assert len(set(words)) == len(words)


def faults(entry: Entry) -> list[str]:
    """What is wrong with how an entry is made."""
    return [
        name
        for name, is_well in {
            "is not in plain form": entry.wrong == plain_word(entry.wrong),
            "is too short": len(entry.wrong) >= 2,
            "says nothing": bool(entry.right or entry.note),
            "advises a wrong word": entry.category is Category.ORGAN
            or not quotes(f"，{entry.right}，"),
            "is of no list": entry.category is not Category.LIKELY,
            "has a context without the word": all(entry.wrong in one for one in entry.contexts),
        }.items()
        if not is_well
    ]


def test_every_entry_is_well_made() -> None:
    assert {entry.wrong: found for entry in ENTRIES if (found := faults(entry))} == {}


def test_every_entry_is_found() -> None:
    assert [e.wrong for e in ENTRIES if quotes(f"，{e.wrong}，") != [e.wrong]] == []


def test_every_entry_passes_in_its_contexts() -> None:
    loud = [
        (entry.wrong, context)
        for entry in ENTRIES
        for context in entry.contexts
        if entry.wrong in quotes(f"，{context}，")
    ]
    assert loud == []


def test_what_is_right_is_a_term_and_what_is_wrong_is_none() -> None:
    assert not {entry.wrong for entry in ENTRIES if entry.category is Category.TYPO} & terms()


def test_the_digest_names_the_files() -> None:
    assert len(shipped_digest()) == 64


def test_terms_are_words_of_the_dictionary() -> None:
    assert len(terms()) > 1000
    assert all(dictionary().has_word(word) for word in terms())
    assert all((weight(word) or -99) > -11 for word in terms())
    assert weight("龘龘龘") is None


def test_families_of_look_alikes_have_at_least_two() -> None:
    assert all(len(set(line)) > 1 for line in data_lines("look_alikes.txt"))
