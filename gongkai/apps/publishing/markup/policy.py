"""What the text of an official page may consist of: tags, attributes, addresses, as tables."""

import re
from re import Pattern
from typing import Final


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


KEPT: Final = words(
    "p h2 h3 h4 strong em u s sub sup blockquote ul ol li br hr a table caption thead tbody tr th "
    "td img figure figcaption"
)
"""The tags of an official text; everything else becomes one of them or goes."""

SAME_AS: Final = {
    "b": "strong",
    "i": "em",
    "cite": "em",
    "dfn": "em",
    "strike": "s",
    "h1": "h2",
    "h5": "h4",
    "h6": "h4",
}
"""Tags that mean what another one says."""

MARKS: Final = ("strong", "em", "u", "s", "sub", "sup")
"""Marks of a stretch of text, in the order in which they are nested; a link goes round them."""

TEXT_BLOCKS: Final = frozenset(("p", "h2", "h3", "h4"))
LISTS: Final = frozenset(("ul", "ol"))
CELLS: Final = frozenset(("td", "th"))
SECTIONS: Final = frozenset(("thead", "tbody", "tfoot"))
VOID: Final = words("area base br col embed frame hr img input link meta param source track wbr")
RAW: Final = frozenset(
    ("iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp")
)
"""Elements whose content is text up to their own end, whatever it looks like."""

PARTING: Final = words(
    "address article aside body center dd details dialog div dl dt fieldset footer form header "
    "hgroup legend main menu nav pre section summary"
)
"""Elements that part paragraphs and mean nothing else here."""

SPAN_MOST: Final = 60
"""How many columns a table may have, and a cell may cover."""
ROWS_MOST: Final = 200
"""How many rows a cell may cover."""
DEEPEST: Final = 60
"""How deep elements may stand in one another; deeper ones lend their content to the last."""
ELEMENTS_MOST: Final = 100_000
"""How many elements a text may have; of those behind them only the words are kept."""
ADDRESS_MOST: Final = 2000

OWN_PATH: Final = re.compile(r"/(?![/\\])[^\s\\]*")
OUTSIDE: Final = re.compile(r"https?://[^\s/?#@\\:%<>\[\]^`{|}]+(?::\d{1,5})?(?:[/?#][^\s\\]*)?")
LETTER: Final = re.compile(r"mailto:[^\s@:/\\]+@[^\s@:/\\]+|tel:\+?[0-9()*#,;-]+")
OWN_FILES: Final = re.compile(r"/files/\d+/[^\s\\?#]*")
"""Addresses of pictures that this system serves itself."""

Addresses = Pattern[str]

SCRIPT: Final = "脚本"
FRAME: Final = "嵌入的网页或对象"
CONTROL: Final = "表单控件"
DRAWING: Final = "矢量图或公式"
MEDIA: Final = "音频或视频"
LINK: Final = "不能用的链接"
PICTURE: Final = "不在本系统的图片"
HIDDEN: Final = "看不见的文字"
COMMENT: Final = "批注"
DELETED: Final = "修订中删去的文字"
INVISIBLE: Final = "不可见的字符"
LAYOUT: Final = "排版用的外层表格"

DROPPED: Final = {
    "script": SCRIPT,
    "noscript": SCRIPT,
    "iframe": FRAME,
    "frame": FRAME,
    "frameset": FRAME,
    "noframes": FRAME,
    "noembed": FRAME,
    "object": FRAME,
    "applet": FRAME,
    "embed": FRAME,
    "button": CONTROL,
    "input": CONTROL,
    "select": CONTROL,
    "textarea": CONTROL,
    "datalist": CONTROL,
    "svg": DRAWING,
    "math": DRAWING,
    "canvas": DRAWING,
    "audio": MEDIA,
    "video": MEDIA,
    "del": DELETED,
    "style": "",
    "template": SCRIPT,
    "title": "",
    "xml": "",
}
"""Elements that go with all they hold, and what is said of it."""

FOREIGN: Final = frozenset(("svg", "math"))
"""Elements that an ordinary block ends, as it does in every browser."""
