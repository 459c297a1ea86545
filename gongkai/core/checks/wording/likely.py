"""Likely slips (疑似错别字): where another character would make a far more common word.

No list is asked. A stretch is parted into words; where a character stands oddly (alone, or in a
rare word), each character that sounds or looks like it is tried. What the stretch would gain in
likelihood, with what is known of the place, is weighed into a score; the weights were fitted by
logistic regression on sentences that are not part of this project.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from gongkai.core.checks.wording.lattice import LONGEST, Lattice, Place, Weight
from gongkai.core.checks.wording.squeezed import Squeezed, Stretch
from gongkai.core.checks.wording.standing import Segment


class Kinship(StrEnum):
    """In what way two characters are taken for one another."""

    SOUND = "sound"
    NEAR = "near"
    SHAPE = "shape"


class Neighbour(NamedTuple):
    """A word that differs from a stretch in one character, how common it is, and in what way the
    two characters are taken for one another."""

    word: str
    weight: float
    kinship: Kinship


Neighbours = Callable[[str, int], Sequence[Neighbour]]
"""The words that differ from a stretch in the character at that place only."""


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """What is known of the language: how common words are, which words are confused.

    `segment` parts a stretch into its likeliest words, `words` names all that stand in it, with
    where they do, by where they begin; `unknown` is the weight of a character that is no word,
    `ceilings` say of words of so many characters that none is more common, `suffixes` are what
    follows names of places and bodies."""

    weight: Weight
    segment: Segment
    words: Callable[[str], Iterable[Place]]
    neighbours: Neighbours
    unknown: float
    ceilings: Mapping[int, float]
    suffixes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Slip:
    """A likely slip: the stretch that would be a word, the character in it, and the word."""

    start: int
    end: int
    place: int
    right: str
    score: float
    is_sure: bool

    def moved(self, offset: int) -> "Slip":
        """The same, so far behind."""
        start, end, place = self.start + offset, self.end + offset, self.place + offset
        return replace(self, start=start, end=end, place=place)


class Trial(NamedTuple):
    """One character tried in the place of another: what the stretch gains, and in which word."""

    place: int
    start: int
    word: str
    gain: float
    kinship: Kinship


SHORTEST_RUN: Final = 4
"""Shorter stretches are cells and names: nothing can be told from them."""
PAIR: Final = 2
ODD: Final = -12.5
"""A word as rare as this may be a slip of another."""
HANDICAPS: Final = {Kinship.SOUND: 0.0, Kinship.NEAR: 4.0, Kinship.SHAPE: 2.0}
GREAT_GAIN, LONG = 4.0, 3
NAME_REACH: Final = 3
"""How far behind a name its suffix may stand."""
WEIGHTS: Final = {
    "always": -3.6,
    "gain": 0.45,
    "great_gain": 0.55,
    "near": -1.9,
    "alone": -0.25,
    "rarity": 0.06,
    "name": -1.1,
    "long_word": 0.65,
    "right_character": -0.18,
}
SURE: Final = 0.9
POSSIBLE: Final = 0.2
RUNS_KEPT: Final = 32_768
"""Of so many stretches a process remembers the slips: texts come again, a little changed."""


def slips(text: Squeezed, known: Knowledge, allowed: Iterable[Stretch] = ()) -> Iterator[Slip]:
    """The likely slips of a text, except inside what is allowed."""
    passed = list(allowed)
    for start, run in text.runs:
        if len(run) < SHORTEST_RUN:
            continue
        for slip in run_slips(run, known):
            if not any(one <= start + slip.place < other for one, other in passed):
                yield slip.moved(start)


@lru_cache(maxsize=RUNS_KEPT)
def run_slips(run: str, known: Knowledge) -> tuple[Slip, ...]:
    """The likely slips of one stretch; of two that overlap the likelier one."""
    taken, kept = set[int](), list[Slip]()
    judged = ((score(trial, seen), trial) for trial, seen in trials(run, known))
    for value, trial in sorted(judged, key=lambda row: (-row[0], row[1].place)):
        end = trial.start + len(trial.word)
        places = set(range(trial.start, end))
        if value < POSSIBLE or places & taken:
            continue
        taken |= places
        kept.append(Slip(trial.start, end, trial.place, trial.word, value, value >= SURE))
    return tuple(kept)


class Surroundings(NamedTuple):
    """What is known of a character's place before anything is tried."""

    length: int
    weight: float
    is_name: bool
    right_character: float


def trials(run: str, known: Knowledge) -> Iterator[tuple[Trial, Surroundings]]:
    """For each character that stands oddly, the one to take its place that gains most."""
    odd = list(odd_places(run, known))
    if not odd:
        return
    lattice = Lattice(len(run), known.words(run))
    for place, length, value in odd:
        best = most_promising(run, place, lattice, known)
        if best is not None:
            yield (
                best,
                Surroundings(
                    length,
                    value,
                    is_name(run, place, known),
                    _single(best.word[place - best.start], known),
                ),
            )


def odd_places(run: str, known: Knowledge) -> Iterator[tuple[int, int, float]]:
    """The characters that stand alone or in a rare word of two, with its length and weight."""
    place = 0
    for word in known.segment(run):
        length, value = len(word), known.weight(word)
        if length == 1 or (length == PAIR and (value is None or value <= ODD)):
            for at in range(place, place + length):
                yield at, length, known.unknown if value is None else value
        place += length


def _single(character: str, known: Knowledge) -> float:
    value = known.weight(character)
    return known.unknown if value is None else value


def most_promising(run: str, place: int, lattice: Lattice, known: Knowledge) -> Trial | None:
    """The character to take that place by which most would be gained; of equals the first.

    Where even the most common word would not gain more, nothing is looked for."""
    best, promised = None, 0.0
    for start, end in _windows(len(run), place):
        room = lattice.room(start, end)
        if known.ceilings[end - start] - room <= promised:
            continue
        for word, value, kinship in known.neighbours(run[start:end], place - start):
            gain = value - room
            if gain - HANDICAPS[kinship] > promised:
                best, promised = Trial(place, start, word, gain, kinship), gain - HANDICAPS[kinship]
    return best


@lru_cache(maxsize=4096)
def _windows(size: int, place: int) -> tuple[tuple[int, int], ...]:
    """The stretches of the length of a word around a place, the short ones first."""
    return tuple(
        (start, start + length)
        for length in range(PAIR, min(LONGEST, size) + 1)
        for start in range(max(0, place - length + 1), min(place, size - length) + 1)
    )


def is_name(run: str, place: int, known: Knowledge) -> bool:
    """Whether what follows tells that the place belongs to a name."""
    return not known.suffixes.isdisjoint(run[place + 1 : place + 1 + NAME_REACH])


def features(trial: Trial, seen: Surroundings) -> dict[str, float]:
    """What is weighed, by name."""
    return {
        "always": 1.0,
        "gain": trial.gain,
        "great_gain": float(trial.gain > GREAT_GAIN),
        "near": float(trial.kinship is Kinship.NEAR),
        "alone": float(seen.length == 1),
        "rarity": seen.weight,
        "name": float(seen.is_name),
        "long_word": float(len(trial.word) >= LONG),
        "right_character": seen.right_character,
    }


def score(trial: Trial, seen: Surroundings) -> float:
    """How likely it is a slip: the logarithm of the odds, as the sentences had it."""
    return sum(WEIGHTS[name] * value for name, value in features(trial, seen).items())
