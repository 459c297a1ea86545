"""What a number in the prose counts: the shape of a rule, and the words that rules share."""

from dataclasses import dataclass
from enum import StrEnum

PIECES = "件 份 宗 例 个 起 条 项 次 人次 人 批 桩"
ITEMS = "条 篇 件 个 则 项 份 期 次 幅 余"
CASES = "件 起 宗 例 个 次 份"
PARTS_OF_DOCUMENTS = "件 份 个 部 项 余"


class Topic(StrEnum):
    """What a stretch of prose speaks of; tells which 答复 or 办理 a number belongs to."""

    APPLICATIONS = "applications"
    REVIEW = "review"
    LITIGATION = "litigation"
    PROPOSALS = "proposals"
    DOCUMENTS = "documents"
    MESSAGES = "messages"
    FEES = "fees"
    NEW_MEDIA = "new_media"


@dataclass(frozen=True, slots=True)
class FigureRule:
    """One way of saying how many of something there are.

    `before` must end right at the number; where `after` is given, it must begin right behind the
    unit, with `either` one of the two is enough. One of `words` must stand near. `topics`
    are what the prose must last have spoken of, any topic where empty. `own` is False where the
    number may be said of another year or of a stock (carried in, in force); `clause` where earlier
    numbers of the clause may stand in between; `alone` where the number is not this one's if it
    closes a list (规章、规范性文件5件).
    """

    key: str
    units: str
    words: str
    before: str
    after: str = ""
    topics: tuple[Topic, ...] = ()
    own: bool = True
    clause: bool = False
    alone: bool = False
    either: bool = False
    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
