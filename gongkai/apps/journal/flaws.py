"""What can be wrong with the chain, and how it is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final


class FlawKind(StrEnum):
    """The ways in which a chain is broken."""

    CONTENT = "content"
    DIGEST = "digest"
    BOTH = "both"
    PREVIOUS = "previous"
    SEQUENCE = "sequence"
    ALGORITHM = "algorithm"
    UNKNOWN_ALGORITHM = "unknown_algorithm"
    REWRITTEN = "rewritten"
    UNREADABLE = "unreadable"
    MISSING = "missing"
    TAIL = "tail"
    BELOW = "below"
    HEAD = "head"
    HEAD_LOST = "head_lost"
    BEYOND_HEAD = "beyond_head"
    REMOVAL = "removal"
    EARLY = "early"
    SEAL = "seal"
    SEALS = "seals"


@dataclass(frozen=True, slots=True)
class Flaw:
    """A place where the chain is broken: first and last number, and the moment written there."""

    kind: FlawKind
    first: int
    last: int
    at: datetime | None = None

    def as_data(self) -> dict[str, object]:
        """What is kept of it with the verification."""
        moment = self.at.isoformat() if self.at else None
        return {"kind": self.kind.value, "first": self.first, "last": self.last, "at": moment}

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "Flaw":
        """Build it again."""
        at = data["at"]
        moment = datetime.fromisoformat(str(at)) if at else None
        first, last = (int(str(data[name])) for name in ("first", "last"))
        return cls(FlawKind(str(data["kind"])), first, last, moment)

    @property
    def what(self) -> str:
        """What is wrong, in words."""
        return WHAT[self.kind]

    @property
    def place(self) -> str:
        """Which entries."""
        if self.first == self.last:
            return f"第 {self.first} 号"
        return f"第 {self.first} 至 {self.last} 号（共 {self.last - self.first + 1} 条）"


WHAT: Final = {
    FlawKind.CONTENT: "内容被改动：现在的内容与当时算出的校验值不符",
    FlawKind.DIGEST: "校验值被改动：内容与下一条所接的校验值相符",
    FlawKind.BOTH: "内容或者校验值被改动：内容、本条校验值、下一条所接的校验值互不相符",
    FlawKind.PREVIOUS: "所接的上一条校验值被改动：内容未变",
    FlawKind.SEQUENCE: "序号被改动：内容与空缺的序号相符",
    FlawKind.ALGORITHM: "所写的算法被改动：按另一种算法计算，内容与校验值相符",
    FlawKind.UNKNOWN_ALGORITHM: "所写的算法在本机不能计算，这一条无法核验",
    FlawKind.REWRITTEN: "被改写：内容与本条校验值相符，但接不上前后各条",
    FlawKind.UNREADABLE: "读不出：写入的数据不合格式",
    FlawKind.MISSING: "缺失",
    FlawKind.TAIL: "末尾缺失：登记过或者封存过，现在没有",
    FlawKind.BELOW: "序号在链的起点之前，不应存在",
    FlawKind.HEAD: "与链末登记的校验值不符：这一条被改写，或者链末登记被改动",
    FlawKind.HEAD_LOST: "链末登记丢失，不能确认末尾是否完整",
    FlawKind.BEYOND_HEAD: "链末登记中没有：末尾登记被改动，或者条目不是由系统写入",
    FlawKind.REMOVAL: "以前的条目已清理，但清理记录缺失或者与清理点不符",
    FlawKind.EARLY: "以前的条目在法定保存期限届满以前被清理",
    FlawKind.SEAL: "与封存的校验值不符：这些条目中有改动",
    FlawKind.SEALS: "封存记录读不出，不能与它比对",
}
