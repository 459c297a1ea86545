"""Which pages become pictures: those with boxes, and those that cannot be shown to be harmless."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pikepdf

from gongkai.adapters.redaction.pdf.inside import Search, reached
from gongkai.adapters.redaction.pdf.withholding import Withheld, places
from gongkai.adapters.redaction.pdf.words import Word

SEEN_THROUGH = frozenset({"/Link", "/Popup"})
LAYERS = frozenset({"/OCG", "/OCMD"})
NOTE_AGAIN = "被遮盖的文字在第 {pages} 页还有，那里没有遮盖，请核对。"
NOTE_MORE = "第 {pages} 页没有遮盖框，但{why}，也转成了图片。"
MOST_LISTED, SEPARATOR, MANY = 10, "、", "{shown} 等 {count}"
WHY = {
    "marks": "有批注、印章或者表单内容",
    "layers": "有可以隐藏的图层",
    "hidden": "看不见的地方有被遮盖的文字",
    "fonts": "所用的字体里有被遮盖的字",
    "unread": "内部结构不能完全读懂",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The pages (from 1) that become pictures, those among them without a box, and remarks."""

    pictures: tuple[int, ...]
    open_texts: frozenset[str]
    notes: tuple[str, ...]


def chosen(pdf: pikepdf.Pdf, words: Mapping[int, Sequence[Word]], hidden: Withheld) -> Choice:
    """Look at every page without a box and tell which may stay as it is."""
    boxed = frozenset(hidden.areas)
    lettering = _lettering(pdf, boxed)
    leaking = not hidden.signs <= _open_signs(words, hidden)
    search = Search(hidden.texts)
    reasons: dict[int, str] = {}
    again: dict[int, set[str]] = {}
    for number, page in enumerate(pdf.pages, 1):
        if number in boxed:
            continue
        again[number], buried = _drawn(words[number], hidden)
        why = _why(page, search, again[number], buried=buried)
        if not why and leaking and _fonts(page) & lettering:
            why = "fonts"
        if why:
            reasons[number] = why
    stay = [texts for number, texts in again.items() if number not in reasons]
    return Choice(
        tuple(sorted({*boxed, *reasons})), frozenset().union(*stay), _notes(again, reasons)
    )


def _why(page: pikepdf.Page, search: Search, drawn: set[str], *, buried: bool) -> str:
    """Why a page cannot stay; empty where it can."""
    things = _held(page)
    if any(_kind(row) not in SEEN_THROUGH for row in _marks(page)):
        return "marks"
    if any(_is_layered(thing) for thing in things):
        return "layers"
    try:
        found, meant = search.drawn_by(page)
        for thing in things:
            inner, told = search.held_by(thing)
            found, meant = found | inner, meant | told
    except pikepdf.PdfError:
        return "unread"
    return "hidden" if buried or meant or found - drawn else ""


def _drawn(words: Sequence[Word], hidden: Withheld) -> tuple[set[str], bool]:
    """Which texts a page says, and whether it says any where one does not surely see it."""
    signs = [sign for word in words for sign in word.signs]
    text = "".join(sign.text for sign in signs)
    owners = [sign for sign in signs for _ in sign.text]
    found = hidden.drawn_in(text)
    found_at = ((place, len(one)) for one in found for place in places(text, one))
    buried = any(not sign.seen for at, length in found_at for sign in owners[at : at + length])
    return found, buried


def _open_signs(words: Mapping[int, Sequence[Word]], hidden: Withheld) -> set[str]:
    """All signs that one sees somewhere in the result."""
    return {
        sign.text
        for number, listed in words.items()
        for word in listed
        if word.seen and hidden.keeps(number, word)
        for sign in word.signs
    }


def _held(page: pikepdf.Page) -> list[pikepdf.Object]:
    """Everything that belongs to the drawing of a page."""
    starts = [page.obj[key] for key in ("/Resources", "/Contents") if key in page.obj]
    return list(reached(starts))


def _marks(page: pikepdf.Page) -> list[pikepdf.Object]:
    rows = page.obj.get("/Annots")
    return list(rows) if isinstance(rows, pikepdf.Array) else []


def _kind(row: object) -> str:
    return str(row.get("/Subtype")) if isinstance(row, pikepdf.Dictionary) else ""


def _is_layered(thing: object) -> bool:
    """Whether a thing is shown or hidden as a reader likes."""
    if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        return False
    return "/OC" in thing or str(thing.get("/Type")) in LAYERS


def _lettering(pdf: pikepdf.Pdf, numbers: frozenset[int]) -> set[tuple[int, int]]:
    """The parts of fonts that pages with boxes use."""
    pages = [page for number, page in enumerate(pdf.pages, 1) if number in numbers]
    return {part for page in pages for part in _fonts(page)}


def _fonts(page: pikepdf.Page) -> set[tuple[int, int]]:
    """The streams of the fonts of a page: shapes of letters, and tables from letters to signs."""
    held = _held(page)
    fonts = [one for one in held if isinstance(one, pikepdf.Dictionary) and _is_font(one)]
    parts = (thing for thing in reached(fonts) if isinstance(thing, pikepdf.Stream))
    return {part.objgen for part in parts}


def _is_font(thing: pikepdf.Dictionary) -> bool:
    return str(thing.get("/Type")) == "/Font"


def _notes(again: Mapping[int, set[str]], reasons: Mapping[int, str]) -> tuple[str, ...]:
    """What the person who releases the file is told."""
    notes = []
    for key, why in WHY.items():
        numbers = [number for number, reason in reasons.items() if reason == key]
        if numbers:
            notes.append(NOTE_MORE.format(pages=_listed(numbers), why=why))
    said = [number for number, texts in again.items() if texts]
    if said:
        notes.append(NOTE_AGAIN.format(pages=_listed(said)))
    return tuple(notes)


def _listed(numbers: Sequence[int]) -> str:
    shown = SEPARATOR.join(map(str, numbers[:MOST_LISTED]))
    return MANY.format(shown=shown, count=len(numbers)) if len(numbers) > MOST_LISTED else shown
