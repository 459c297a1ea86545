"""One paragraph in two versions: the words that went and came, by clause and then by character."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from gongkai.apps.publishing.markup.differences.aligning import runs
from gongkai.apps.publishing.markup.document import Leaf, Mark, merged

GONE: Final = Mark("del")
CAME: Final = Mark("ins")
WORD: Final = re.compile(r"[A-Za-z]+|[0-9]+|[^A-Za-z0-9]", re.DOTALL)
CLAUSE_END: Final = re.compile(r"[，。；：、！？,;!?\n]")
STEPS_MOST: Final = 80
ALIKE: Final = 0.4


@dataclass(frozen=True, slots=True)
class Word:
    """A word, figure or character, the address it leads to, and the marks it is set with."""

    text: str
    link: str
    leaf: Leaf

    @property
    def key(self) -> tuple[str, str]:
        """What makes two words the same: how they are set does not count."""
        return self.text, self.link


def words_of(leaves: tuple[Leaf, ...]) -> list[Word]:
    """The words of a paragraph."""
    found = []
    for leaf in leaves:
        link = next((dict(m.attributes)["href"] for m in leaf.marks if m.tag == "a"), "")
        found += [Word(text, link, replace(leaf, text=text)) for text in WORD.findall(leaf.text)]
    return found


def _clauses(words: list[Word]) -> list[list[Word]]:
    """The words up to each mark that ends a clause."""
    found: list[list[Word]] = [[]]
    for word in words:
        found[-1].append(word)
        if CLAUSE_END.fullmatch(word.text):
            found.append([])
    return [clause for clause in found if clause]


def _keys(clause: list[Word]) -> tuple[tuple[str, str], ...]:
    return tuple(word.key for word in clause)


def _marked(words: list[Word], mark: Mark) -> list[Leaf]:
    return [replace(word.leaf, marks=(mark, *word.leaf.marks)) for word in words]


def _finely(old: list[Word], new: list[Word]) -> Iterator[Leaf]:
    """Two stretches word by word; as wholes where they have little in common."""
    most = min(STEPS_MOST, int((len(old) + len(new)) * (1 - ALIKE)))
    found = list(runs(_keys(old), _keys(new), most)) if old and new else []
    same = sum(run.old.stop - run.old.start for run in found if run.is_same)
    if same * 2 < ALIKE * (len(old) + len(new)):
        yield from _marked(old, GONE)
        yield from _marked(new, CAME)
        return
    for run in found:
        if run.is_same:
            yield from (word.leaf for word in new[run.new])
        else:
            yield from _marked(old[run.old], GONE)
            yield from _marked(new[run.new], CAME)


def compared(old: tuple[Leaf, ...], new: tuple[Leaf, ...]) -> tuple[Leaf, ...]:
    """One paragraph with what went and what came; words that stayed are set as they are now."""
    before, after = _clauses(words_of(old)), _clauses(words_of(new))
    found: list[Leaf] = []
    for run in runs([_keys(clause) for clause in before], [_keys(clause) for clause in after]):
        gone = [word for clause in before[run.old] for word in clause]
        came = [word for clause in after[run.new] for word in clause]
        found += [word.leaf for word in came] if run.is_same else _finely(gone, came)
    return tuple(merged(found))


def wholly(leaves: tuple[Leaf, ...], mark: Mark) -> tuple[Leaf, ...]:
    """All of a paragraph gone or come."""
    return tuple(replace(leaf, marks=(mark, *leaf.marks)) for leaf in leaves)
