"""What goes out of every Office file: properties, macros, comments, dates of pictures …"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gongkai.adapters.cleaning.package import TYPES, OfficeParts
from gongkai.adapters.cleaning.pictures import stripped
from gongkai.adapters.files.markup import below, local, remove
from gongkai.adapters.files.pictures import picture_kind
from gongkai.adapters.files.reader import embedded_names

PROPERTY_PARTS = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
PLAIN_TYPES = {
    "application/vnd.ms-word.document.macroEnabled.main+xml": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    ),
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    ),
    "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml": (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    ),
}
MACROS = ("vbaproject", "vbadata", "activex/", "customui", "attachedtoolbars", "macrosheets/")
PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".jfif")
SHEET_OF_MACROS = "macrosheets/"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is taken out: what it is called, and how; the answer says if there was any."""

    label: str
    take: Callable[[OfficeParts], bool]


@dataclass(frozen=True, slots=True)
class Rest:
    """One thing that stays and is said: what it is called, and what tells where it is."""

    label: str
    find: Callable[[OfficeParts], bool]


def drop_properties(parts: OfficeParts) -> bool:
    """Who wrote the file, for whom, with what, when."""
    return parts.drop(parts.named(lambda name: name in PROPERTY_PARTS))


def drop_thumbnails(parts: OfficeParts) -> bool:
    """The small picture of the first page; it shows what has been deleted since."""
    return parts.drop(parts.named(lambda name: "thumbnail" in name.lower()))


def drop_macros(parts: OfficeParts) -> bool:
    """Programs within the file; sheets of old macros stay, because formulas may need them."""
    names = [
        name
        for name in parts.data
        if any(mark in name.lower() for mark in MACROS) and SHEET_OF_MACROS not in name.lower()
    ]
    return parts.drop(names) | _make_plain(parts)


def _make_plain(parts: OfficeParts) -> bool:
    """Call a file that could hold macros one that cannot."""
    rows = list(parts.tree(TYPES)) if TYPES in parts.data else []
    found = [row for row in rows if row.get("ContentType") in PLAIN_TYPES]
    for row in found:
        row.set("ContentType", PLAIN_TYPES[str(row.get("ContentType"))])
        parts.touch(TYPES)
    return bool(found)


def drop_custom_data(parts: OfficeParts) -> bool:
    """Data of other programs; what content controls show of them stays as text."""
    gone = parts.drop(parts.named(lambda name: name.startswith("customXml/")))
    for name in parts.named(lambda name: name.startswith("word/") and name.endswith(".xml")):
        for binding in list(below(parts.tree(name), "dataBinding")):
            remove(binding)
            parts.touch(name)
            gone = True
    return gone


def strip_pictures(parts: OfficeParts) -> bool:
    """Where and when the pictures in the file were taken."""
    found = False
    for name in parts.named(lambda name: name.lower().endswith(PICTURES)):
        kind = picture_kind(parts.data[name])
        cleaned = stripped(kind, parts.data[name]) if kind else None
        if cleaned and cleaned.removed:
            parts.replace(name, cleaned.data)
            found = True
    return found


def drop_printing(parts: OfficeParts) -> bool:
    """Settings of the writer's printer, with its name."""
    return parts.drop(parts.named(lambda name: "/printersettings" in name.lower()))


def has_embedded(parts: OfficeParts) -> bool:
    """Whether files are put into the file."""
    return bool(embedded_names(list(parts.data)))


def has_macro_sheets(parts: OfficeParts) -> bool:
    """Whether there are sheets of old macros."""
    return bool(parts.named(lambda name: SHEET_OF_MACROS in name.lower()))


def is_signed(parts: OfficeParts) -> bool:
    """Whether somebody has signed the file."""
    return bool(parts.named(lambda name: name.startswith("_xmlsignatures/")))


def outside_paths(parts: OfficeParts) -> Iterator[tuple[str, str, str]]:
    """Relations that lead to a disk: the part, the part of its relations, the key."""
    for part, holder in parts.holders():
        for row in parts.relations(part):
            if row.external and row.role == "attachedTemplate":
                yield part, holder, row.key


def empty_of(parts: OfficeParts, name: str, *tags: str) -> bool:
    """Take all elements of these names out of a part."""
    found = list(below(parts.tree(name), *tags)) if name in parts.data else []
    for element in found:
        remove(element)
    if found:
        parts.touch(name)
    return bool(found)


def without_attributes(parts: OfficeParts, name: str, wanted: Callable[[str], bool]) -> bool:
    """Take attributes whose local name fits out of a part."""
    found = False
    for element in parts.tree(name).iter():
        for key in [key for key in element.attrib if wanted(str(key).rpartition("}")[2])]:
            del element.attrib[key]
            found = found or bool(local(element))
    if found:
        parts.touch(name)
    return found


ALWAYS = (
    Step("文档属性（作者、单位、修改人等）", drop_properties),
    Step("缩略图", drop_thumbnails),
    Step("宏", drop_macros),
    Step("其他程序的自定义数据", drop_custom_data),
    Step("打印机设置", drop_printing),
    Step("图片的拍摄信息", strip_pictures),
)
REST_ALWAYS = (
    Rest("嵌入的文件", has_embedded),
    Rest("宏表", has_macro_sheets),
)
