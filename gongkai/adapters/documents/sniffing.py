"""What kind of file it is, told by its first bytes; the extension is only a hint."""

import io
import re
import zipfile
from enum import StrEnum

HEAD = 4096
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Kind(StrEnum):
    """The kinds that can be told apart; each value is what an extension may say."""

    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    WEB_ARCHIVE = "mht"
    DOCX = "docx"
    PDF = "pdf"
    OFD = "ofd"
    IMAGE = "image"
    WORD = "doc"
    RTF = "rtf"
    ODT = "odt"
    WORD_XML = "xml"
    LOCKED = "locked"
    SHEET = "xls"
    ARCHIVE = "zip"
    BROKEN_ZIP = "broken"
    BINARY = "binary"

    @property
    def label(self) -> str:
        """How a sentence names the kind."""
        return LABELS[self]


LABELS = {
    Kind.TEXT: "纯文本",
    Kind.MARKDOWN: " Markdown 文本",
    Kind.HTML: "网页",
    Kind.WEB_ARCHIVE: "网页归档（MHT）",
    Kind.DOCX: " Word 文档（DOCX）",
    Kind.PDF: " PDF ",
    Kind.OFD: " OFD ",
    Kind.IMAGE: "图片",
    Kind.WORD: "旧版 Word 或 WPS 文档",
    Kind.RTF: " RTF 文档",
    Kind.ODT: " OpenDocument 文档",
    Kind.WORD_XML: " Word 2003 XML 文档",
    Kind.LOCKED: "加密的 Office 文档",
    Kind.SHEET: "电子表格或演示文稿",
    Kind.ARCHIVE: "压缩包",
    Kind.BROKEN_ZIP: "压缩格式",
    Kind.BINARY: "不认识的二进制文件",
}

EXTENSIONS = {
    Kind.TEXT: {"txt", "text", "csv", "tsv", "log", "md", "markdown", ""},
    Kind.MARKDOWN: {"md", "markdown", "txt"},
    Kind.HTML: {"html", "htm", "shtml", "xhtml", "jsp", "php", "asp", "aspx"},
    Kind.WEB_ARCHIVE: {"mht", "mhtml"},
    Kind.DOCX: {"docx", "docm", "dotx"},
    Kind.PDF: {"pdf"},
    Kind.OFD: {"ofd"},
    Kind.IMAGE: {"png", "jpg", "jpeg", "tif", "tiff", "bmp", "gif", "webp"},
    Kind.WORD: {"doc", "wps", "dot", "wpt"},
    Kind.RTF: {"rtf"},
    Kind.ODT: {"odt", "fodt"},
    Kind.WORD_XML: {"xml"},
}

MAGIC = (
    (b"%PDF-", Kind.PDF),
    (b"\x89PNG\r\n", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"II*\x00", Kind.IMAGE),
    (b"MM\x00*", Kind.IMAGE),
    (b"{\\rtf", Kind.RTF),
)
STREAMS = (
    ("EncryptedPackage", Kind.LOCKED),
    ("WordDocument", Kind.WORD),
    ("Workbook", Kind.SHEET),
    ("PowerPoint Document", Kind.SHEET),
)
MARKUP = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<table[\s>]|<div[\s>]|<p[\s>]|<title[\s>]",
    re.IGNORECASE,
)
WORD_XML = re.compile(rb"progid=.Word\.Document|<w:wordDocument|<pkg:package")
WEB_ARCHIVE = re.compile(rb"^(MIME-Version:|From:\s|Content-Type:\s*multipart)", re.IGNORECASE)


def extension_of(name: str) -> str:
    """The extension of a file name, in lower case and without the dot."""
    stem, dot, extension = name.rpartition(".")
    return extension.lower() if dot and stem else ""


def claimed_kind(name: str) -> Kind:
    """The kind that the extension of a name claims; plain text where it claims nothing known."""
    extension = extension_of(name)
    return next((kind for kind, known in EXTENSIONS.items() if extension in known), Kind.TEXT)


def kind_of(name: str, data: bytes) -> Kind:
    """Tell the kind of a file that is not empty."""
    head = data[:HEAD]
    for magic, kind in MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK"):
        return _zip_kind(data)
    if head.startswith(COMPOUND):
        return _compound_kind(data)
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    return _other_image(head) or _text_kind(name, head)


def _zip_kind(data: bytes) -> Kind:
    """Tell packed formats apart by the parts they must have."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = {name.replace("\\", "/").lstrip("/") for name in package.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        return Kind.BROKEN_ZIP
    if "word/document.xml" in names or "_rels/.rels" in names:
        sheets = {"xl/workbook.xml", "ppt/presentation.xml"} & names
        return Kind.SHEET if sheets else Kind.DOCX
    if any(name.lower() == "ofd.xml" for name in names):
        return Kind.OFD
    return Kind.ODT if "content.xml" in names and "mimetype" in names else Kind.ARCHIVE


def _compound_kind(data: bytes) -> Kind:
    """Tell old Office files apart by the names of their streams."""
    for stream, kind in STREAMS:
        if stream.encode("utf-16-le") in data:
            return kind
    return Kind.WORD


def _other_image(head: bytes) -> Kind | None:
    """Picture formats whose marks are less plain."""
    bitmap = head.startswith(b"BM") and head[6:10] == b"\x00\x00\x00\x00"
    webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    return Kind.IMAGE if bitmap or webp else None


def _text_kind(name: str, head: bytes) -> Kind:
    """Tell text formats apart; the zero bytes of UTF-16 do not matter here."""
    narrow = head.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe \t\r\n")
    if WORD_XML.search(narrow):
        return Kind.WORD_XML
    if WEB_ARCHIVE.match(narrow):
        return Kind.WEB_ARCHIVE
    if MARKUP.search(narrow) and (narrow.startswith(b"<") or extension_of(name) != "md"):
        return Kind.HTML
    extension = extension_of(name)
    if extension in EXTENSIONS[Kind.HTML] and b"<" in narrow:
        return Kind.HTML
    return Kind.MARKDOWN if extension in {"md", "markdown"} else Kind.TEXT
