"""Disclosure classes (公开属性): to whom information is open."""

from enum import StrEnum
from typing import Final

from gongkai.core.law.grounds import GROUNDS


class DisclosureClass(StrEnum):
    """To whom information is open (R1-09)."""

    PROACTIVE = "proactive"
    ON_APPLICATION = "on_application"
    NOT_PUBLIC = "not_public"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return CLASS_LABELS[self]

    @property
    def mark(self) -> str:
        """What is printed before the imprint of a document (R9-02)."""
        return MARKS[self]


CLASS_LABELS: Final = {
    DisclosureClass.PROACTIVE: "主动公开",
    DisclosureClass.ON_APPLICATION: "依申请公开",
    DisclosureClass.NOT_PUBLIC: "不予公开",
}
MARKS: Final = {
    DisclosureClass.PROACTIVE: "（此件公开发布）",
    DisclosureClass.ON_APPLICATION: "（此件依申请公开）",
    DisclosureClass.NOT_PUBLIC: "（此件不公开）",
}
ALLOWED_CLASSES: Final = {ground.key: frozenset({DisclosureClass.NOT_PUBLIC}) for ground in GROUNDS}
"""A ground keeps information back; it never makes it a matter for applications (R9-04)."""
