"""What styles and old tags mean for a text: bold, centred, hidden; all else is forgotten."""

import re
from dataclasses import dataclass, replace
from typing import Final

from gongkai.apps.publishing.markup.document import Mark
from gongkai.apps.publishing.markup.growing import Raw
from gongkai.apps.publishing.markup.policy import COMMENT, DROPPED, HIDDEN, MARKS, SAME_AS

CENTRE: Final = "align-center"
RIGHT: Final = "align-right"
ALIGNMENTS: Final = {"center": CENTRE, "-webkit-center": CENTRE, "right": RIGHT, "end": RIGHT}
DECLARATION: Final = re.compile(r"([a-z-]+)[ \t\n]*+:[ \t\n]*+([^;]*+)")
UNSEEN: Final = {"display": "none", "visibility": "hidden", "mso-hide": "all"}
OF_COMMENTS: Final = ("comment", "comment-list")
UNSIZED: Final = re.compile(r"0+(?:\.0*)?(?:px|pt|em|rem|%)?")
WEIGHT: Final = re.compile(r"bold(?:er)?|[6-9]00")
LIGHT: Final = re.compile(r"normal|lighter|[1-5]00")


@dataclass(frozen=True, slots=True)
class Setting:
    """How text is set at some place of the tree."""

    marks: frozenset[str] = frozenset()
    link: str = ""
    align: str = ""
    is_pre: bool = False

    @property
    def all_marks(self) -> tuple[Mark, ...]:
        """Its marks in their order, a link outermost."""
        marks = tuple(Mark(tag) for tag in MARKS if tag in self.marks)
        return (link_to(self.link), *marks) if self.link else marks


def link_to(address: str) -> Mark:
    """A link; one that leads outside opens beside this page and does not say where from."""
    if address.startswith("http"):
        outside = (("target", "_blank"), ("rel", "noopener noreferrer"))
        return Mark("a", (("href", address), *outside))
    return Mark("a", (("href", address),))


def styles_of(raw: Raw) -> dict[str, str]:
    """The declarations of an element's style, in small letters."""
    said = raw.attributes.get("style", "").lower()
    return {name: value.strip() for name, value in DECLARATION.findall(said)} if said else {}


def _is_hidden(raw: Raw, styles: dict[str, str]) -> bool:
    """Whether a reader of the page would not see the element."""
    if "hidden" in raw.attributes or UNSIZED.fullmatch(styles.get("font-size", "")):
        return True
    return any(styles.get(name, "").startswith(value) for name, value in UNSEEN.items())


def dropped_as(raw: Raw, styles: dict[str, str]) -> str | None:
    """What to say of an element that goes with all it holds; None where it stays."""
    if raw.tag in DROPPED:
        return DROPPED[raw.tag]
    is_anchor = "msocomanchor" in raw.attributes.get("class", "").lower()
    if is_anchor or styles.get("mso-element") in OF_COMMENTS:
        return COMMENT
    return HIDDEN if _is_hidden(raw, styles) else None


def alignment(raw: Raw, styles: dict[str, str], inherited: str) -> str:
    """How an element aligns its text."""
    classes = raw.attributes.get("class", "").split()
    named = next((name for name in (CENTRE, RIGHT) if name in classes), "")
    said = styles.get("text-align") or raw.attributes.get("align", "").lower()
    if named or raw.tag == "center":
        return named or CENTRE
    return ALIGNMENTS.get(said, "") if said else inherited


def _styled(styles: dict[str, str], marks: frozenset[str]) -> frozenset[str]:
    """The marks that a style adds or takes away."""
    weight, decoration = styles.get("font-weight", ""), styles.get("text-decoration", "")
    decoration += styles.get("text-decoration-line", "")
    if WEIGHT.match(weight):
        marks |= {"strong"}
    if LIGHT.match(weight):
        marks -= {"strong"}
    if styles.get("font-style", "").startswith("italic"):
        marks |= {"em"}
    underlined = {"u"} if "underline" in decoration else set()
    struck = {"s"} if "line-through" in decoration else set()
    raised = {"super": {"sup"}, "sub": {"sub"}}.get(styles.get("vertical-align", ""), set())
    return marks | underlined | struck | raised


def setting_of(raw: Raw, styles: dict[str, str], outer: Setting) -> Setting:
    """How text inside an element is set."""
    tag = SAME_AS.get(raw.tag, raw.tag)
    marks = outer.marks | ({tag} if tag in MARKS else set())
    if styles:
        marks = _styled(styles, marks)
    if {"sub", "sup"} <= marks:
        marks -= {"sub"}
    return replace(
        outer,
        marks=marks,
        align=alignment(raw, styles, outer.align),
        is_pre=outer.is_pre or raw.tag == "pre",
    )
