"""Official texts made safe: read into a document, written anew, and looked at by a guard."""

from dataclasses import dataclass
from typing import Final

import nh3

from gongkai.apps.publishing.markup.building import Notes, build
from gongkai.apps.publishing.markup.policy import KEPT, OWN_FILES, Addresses
from gongkai.apps.publishing.markup.writing import written

GUARD: Final = nh3.Cleaner(
    tags=set(KEPT),
    attributes={
        "a": {"href", "target", "rel"},
        "img": {"src", "alt"},
        "ol": {"start"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan", "scope"},
    },
    allowed_classes={
        tag: {"align-center", "align-right"} for tag in ("p", "h2", "h3", "h4", "figure")
    },
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)
ROUNDS: Final = 4


@dataclass(frozen=True, slots=True)
class Sanitised:
    """A text that may be shown, and in Chinese what had to be left out of it."""

    html: str
    removed: tuple[str, ...] = ()


def sanitise(html: str, *, pictures: Addresses = OWN_FILES) -> Sanitised:
    """The official text that a string of HTML means; `pictures` says whence pictures may come.

    The guard reads as browsers do. As long as it changes anything, its answer is read once more;
    a text on which the two cannot agree is given up.
    """
    notes = Notes(pictures)
    text = html
    for _ in range(ROUNDS):
        text = written(build(text, notes))
        guarded = GUARD.clean(text)
        if guarded == text:
            return Sanitised(text, tuple(notes.removed))
        text = guarded
    return Sanitised("", tuple(notes.removed))
