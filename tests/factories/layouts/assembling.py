"""Puts title, prose, headings and laid-out tables together into one text."""

from collections.abc import Sequence

from tests.factories.model import Draft, Made

LOST_HEADING = 2


def assembled(
    draft: Draft,
    tables: tuple[Sequence[str], Sequence[str], Sequence[str]],
    *,
    gap: str = "",
    indent: str = "",
) -> list[str]:
    """The lines of the report; `gap` is the line between paragraphs (None-like: empty string)."""
    prose = draft.prose
    lines: list[str] = [*prose.title, "", *(indent + line for line in prose.lead)]
    for number, heading in enumerate(prose.headings):
        if number == LOST_HEADING and "lost_page" in draft.sheet.planted:
            lines += tables[1]
            continue
        lines += ["", indent + heading]
        if gap:
            lines.append(gap)
        if 1 <= number <= 3:
            lines += [line for line in prose.before[number - 1 : number] if line]
            lines += tables[number - 1]
        lines += [indent + text for text in prose.sections[number]]
    return [*lines, "", *prose.signature]


def half_blank(draft: Draft, *, whole: bool = False) -> frozenset[str]:
    """The cells of rows in which some cells are blank (or all): where blanks leave no trace."""
    found: set[str] = set()
    for table in draft.sheet.form.tables:
        for row in table.rows:
            paths = draft.sheet.paths(table, row)
            blank = [draft.sheet.raws[path] == "" for path in paths]
            if any(blank) and (whole or not all(blank)):
                found |= set(paths)
    return frozenset(found)


def text(lines: Sequence[str], *, suffix: str = ".txt", **marks: frozenset[str]) -> Made:
    """Lines as a text file."""
    return Made("\n".join(lines).encode(), suffix, **marks)
