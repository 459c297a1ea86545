"""Makes one case from a layout and a seed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from random import Random

from gongkai.core.reports.forms import FORM_2019, FORM_2021
from tests.factories.dressing import dressed, remarked
from tests.factories.labels import spellings
from tests.factories.layouts.registry import LAYOUTS, Registered
from tests.factories.mistakes import PLANTS
from tests.factories.model import Case, Draft, Sheet
from tests.factories.prose import wording
from tests.factories.truth import truth_of
from tests.factories.values import Size, draw
from tests.factories.writing import written

MIXED = replace(FORM_2021, tables=(FORM_2021.tables[0], FORM_2019.tables[1], FORM_2021.tables[2]))
"""The newer form with the older one's single row for 其他处理, as some organs still have it."""


def draft_of(rng: Random, registered: Registered, size: Size | None = None) -> Draft:
    """Draw figures, plant a mistake now and then, and write the prose."""
    form = rng.choices((FORM_2021, FORM_2019, MIXED), (65, 30, 5))[0]
    sheet = dressed(rng, draw(rng, form, size))
    prose = wording(rng, sheet, form)
    return Draft(_spoiled(rng, registered, sheet), prose, spellings(rng, form))


def _spoiled(rng: Random, registered: Registered, sheet: Sheet) -> Sheet:
    if registered.plants and rng.random() < 0.4:
        sheet = PLANTS[rng.choice(registered.plants)](rng, sheet)
    elif registered.writings and rng.random() < 0.25:
        name = rng.choice(registered.writings)
        written_so = remarked if name == "remarked" else partial(written, name=name)
        sheet = replace(written_so(rng, sheet), planted=(name,))
    return sheet


def make(layout: str, seed: int, size: Size | None = None) -> Case:
    """The case of that layout and seed; the same every time."""
    registered = LAYOUTS[layout]
    rng = Random(f"{layout}/{seed}")
    draft = draft_of(rng, registered, size)
    made = registered.make(draft, rng)
    return Case(
        layout,
        seed,
        f"{layout}-{seed}{made.suffix}",
        made.data,
        truth_of(draft, made.lost),
        draft.sheet.unclear | made.unclear,
        draft.sheet.planted,
        made.untold,
    )


def names(*, slow: bool = False) -> Sequence[str]:
    """All layouts; those that need a browser or office tools only when asked for."""
    return [name for name, layout in LAYOUTS.items() if slow or not layout.slow]


__all__ = ["LAYOUTS", "draft_of", "make", "names"]
