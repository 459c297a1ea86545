"""Feeds and tables made up in tests."""

import io
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter

from gongkai.adapters.feeds.reader import FeedFileReader
from gongkai.core.ports import Feed

Rows = Sequence[Sequence[object]]
READER = FeedFileReader()


def read(data: bytes | str, name: str = "导出") -> Feed:
    return READER.read(name, data.encode() if isinstance(data, str) else data)


def codes(feed: Feed) -> list[str]:
    return [fault.code for fault in feed.faults]


def titles(feed: Feed) -> list[str]:
    return [entry.title for entry in feed.entries]


def rss(*items: str, head: str = "<title>省人民政府</title>") -> str:
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{inside}</channel></rss>'


def atom(*entries: str) -> str:
    inside = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>省政府</title>{inside}</feed>'


def listed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def workbook(sheets: Mapping[str, Rows], hidden: str = "") -> bytes:
    """A workbook; the sheet named `hidden` is not shown."""
    stream = io.BytesIO()
    with TemporaryDirectory() as folder:
        book = xlsxwriter.Workbook(stream, {"tmpdir": str(Path(folder))})
        forms: dict[type, object] = {
            datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
            time: book.add_format({"num_format": "hh:mm"}),
            date: book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    sheet.write(number, column, value, forms.get(type(value)))
            if name == hidden:
                sheet.hide()
            else:
                sheet.activate()
        book.close()
    return stream.getvalue()
