"""The numbers of a table in runs, with the words around them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from gongkai.core.reports.reading.source.atoms import BLANK, NUMBER, WORD, Atom
from gongkai.core.reports.reading.source.lines import SourceLine


@dataclass(slots=True)
class Run:
    """Numbers and blanks that stand together, with the words around them.

    `beside` are words on the same line, `before` and `after` those up to the neighbouring runs.
    """

    atoms: list[Atom]
    divided: bool
    beside: str = ""
    before: str = ""
    after: str = ""
    before_atoms: list[Atom] = field(default_factory=list)

    @property
    def numbers(self) -> list[Atom]:
        """The numbers without the blanks."""
        return [atom for atom in self.atoms if atom.kind == NUMBER]

    @property
    def named(self) -> bool:
        """Whether the source itself gives the run a row of its own, with words in it."""
        return self.divided and bool(self.beside)

    @property
    def digits(self) -> int:
        """How many digits the run has: the most cells that can hide in it."""
        return sum(len(atom.text.lstrip("+-")) for atom in self.numbers)


def runs_of(atoms: Sequence[Atom], lines: Sequence[SourceLine]) -> list[Run]:
    """Group the atoms of a table into runs of numbers."""
    runs: list[Run] = []
    words: list[Atom] = []
    for index, atom in enumerate(atoms):
        if atom.kind == WORD:
            words.append(atom)
            continue
        divided = lines[atom.line].fields is not None
        if atom.kind == BLANK and divided and _label_follows(atoms, index):
            continue
        if runs and not words and _joins(runs[-1], atom, divided=divided):
            runs[-1].atoms.append(atom)
            continue
        run = Run([atom], divided, before_atoms=words)
        run.before = "".join(word.text for word in words)
        if runs:
            runs[-1].after = run.before
        runs.append(run)
        words = []
    if runs:
        runs[-1].after = "".join(word.text for word in words)
    _note_beside(runs, atoms)
    return runs


def _label_follows(atoms: Sequence[Atom], index: int) -> bool:
    """Whether only blanks part this blank from a word of the same line: an empty cell before
    a label."""
    line = atoms[index].line
    for atom in atoms[index + 1 :]:
        if atom.line != line or atom.kind == NUMBER:
            return False
        if atom.kind == WORD:
            return True
    return False


def _joins(run: Run, atom: Atom, *, divided: bool) -> bool:
    """Whether an atom belongs to the run before it, with no word between."""
    last = run.atoms[-1]
    if last.line == atom.line:
        return True
    if run.divided or divided:
        return False
    # Lines of several numbers are rows of their own; lines of one number are cells of one run.
    return sum(other.line == last.line for other in run.atoms) == 1


def _note_beside(runs: Sequence[Run], atoms: Sequence[Atom]) -> None:
    """Words on a run's own lines count as beside it where no other run shares those lines."""
    words: dict[int, list[str]] = {}
    for atom in atoms:
        if atom.kind == WORD:
            words.setdefault(atom.line, []).append(atom.text)
    users = Counter(line for run in runs for line in {atom.line for atom in run.atoms})
    for run in runs:
        seen = dict.fromkeys(atom.line for atom in run.atoms)
        run.beside = "".join(
            text for line in seen if users[line] == 1 for text in words.get(line, ())
        )
