"""Texts, entries and a very small language for the tests of wording."""

from collections.abc import Iterator

from gongkai.core.checks.content import Part
from gongkai.core.checks.plain import Text
from gongkai.core.checks.wording.lattice import LONGEST, Place, words_in
from gongkai.core.checks.wording.likely import Kinship, Knowledge, Neighbour
from gongkai.core.checks.wording.squeezed import Squeezed

WORDS = {
    "部署": -8.0, "工作": -6.0, "全面": -7.0, "落实": -7.0, "贯彻": -8.0, "贯彻落实": -9.0,
    "部": -9.0, "署": -11.0, "布": -10.0, "分布": -9.0, "署名": -10.0, "的": -3.0, "工": -9.0,
    "作": -9.0, "镇": -9.0, "布署镇": -9.0,
}  # fmt: skip
KIN = {
    "布": {"部": Kinship.SOUND},
    "惯": {"贯": Kinship.SOUND},
    "暑": {"署": Kinship.SHAPE},
}
UNKNOWN = -18.0
CEILINGS = dict.fromkeys(range(2, LONGEST + 1), -6.0)


def neighbours(stretch: str, place: int) -> list[Neighbour]:
    words = [
        (f"{stretch[:place]}{one}{stretch[place + 1 :]}", how)
        for one, how in KIN.get(stretch[place], {}).items()
    ]
    return [Neighbour(word, WORDS[word], how) for word, how in words if word in WORDS]


def squeezed(text: str) -> Squeezed:
    return Squeezed.of(Text.of(Part("body", "正文", text)))


def segment(run: str) -> list[str]:
    """The longest known word at each place."""
    found, place = list[str](), 0
    while place < len(run):
        sizes = range(min(4, len(run) - place), 0, -1)
        size = next((size for size in sizes if run[place : place + size] in WORDS), 1)
        found.append(run[place : place + size])
        place += size
    return found


def named(run: str) -> list[str]:
    """The words that stand in a stretch, as a dictionary names them."""
    ends = [(start, end) for start in range(len(run)) for end in range(start + 1, len(run) + 1)]
    return [run[start:end] for start, end in ends if run[start:end] in WORDS]


def words(run: str) -> Iterator[Place]:
    return words_in(run, named(run), WORDS.get, UNKNOWN)


KNOWLEDGE = Knowledge(WORDS.get, segment, words, neighbours, UNKNOWN, CEILINGS, frozenset("县镇"))
