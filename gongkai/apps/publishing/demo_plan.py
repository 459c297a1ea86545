"""What the demo's organs have published in three years: planned first, the same at every run."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from gongkai.apps.publishing.demo_texts import (
    CORRECTIONS,
    DEMO_KINDS,
    INDUSTRIES,
    INTERPRETATION,
    KEPT_BACK,
    MATTERS,
    PLACES,
    SEND_BACKS,
    STATUTORY_KINDS,
    TABLE_HEAD,
    TABLE_ROWS,
    WITHDRAWALS,
    DemoKind,
)
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.publishing.draft import Draft

MONTHS: Final = 36
ZONE: Final = ZoneInfo("Asia/Shanghai")
STALE: Final = 0.12
"""The share of an organ's kinds that stopped a year or more ago."""
SHARE_LATE: Final = 0.04
SENT_BACK: Final = 0.15
SHARE_CORRECTED: Final = 0.03
SHARE_WITHDRAWN: Final = 0.015
TOLD_ELSEWHERE: Final = 0.75
OTHER_CODE: Final = "20-15"
KEYWORD: Final = "政策解读"
CORRECTED: Final = timedelta(days=2)
WITHDRAWN: Final = timedelta(days=9)
SEED: Final = 20190515


@dataclass(frozen=True, slots=True)
class Planned:
    """One item to be: what it says, when it was formed and became public, what happened to it."""

    kind: str
    draft: Draft
    formed_on: date
    released_at: datetime
    send_back: str = ""
    correction: str = ""
    corrected_at: datetime | None = None
    withdrawal: str = ""
    withdrawn_at: datetime | None = None
    elsewhere: tuple[str, ...] = ()
    about: int | None = field(default=None)


class Plan:
    """What one organ has done in the three years before today, working day by working day."""

    def __init__(self, organ: str, number: int, today: date, days: WorkdayCalendar) -> None:
        self.organ, self.days = organ, days
        self.dice = random.Random(SEED + number)  # noqa: S311 - the same city at every run is the point
        self.last = self._workday_before(today)
        self.today = today

    def items(self, scale: int) -> list[Planned]:
        """Everything, `scale` times as much."""
        found = self._of_kinds(DEMO_KINDS, scale)
        found += self._kept_back(scale)
        # What interprets another names its place in the list, so later kinds come behind.
        return found + self._of_kinds(STATUTORY_KINDS, scale)

    def _of_kinds(self, kinds: Iterable[DemoKind], scale: int) -> list[Planned]:
        dice, found = self.dice, list[Planned]()
        for kind in kinds:
            stopped = dice.randint(12, 24) if dice.random() < STALE else 0
            first = dice.randrange(kind.every)
            for month in range(MONTHS - first, stopped, -kind.every):
                for _ in range(scale):
                    found.append(self._item(kind, month))
                    if kind.kind == "policy":
                        found.append(self._interpretation(found[-1], len(found) - 1))
        return found

    def _item(self, kind: DemoKind, month: int) -> Planned:
        dice, formed = self.dice, self._day(month)
        words = _words(self.organ, formed, dice)
        draft = _draft(kind, words, formed, dice.choice(kind.titles))
        late = dice.random()
        wait = 0 if kind.kind == "notice" else dice.randint(0, 3)
        wait += dice.randint(20, 40) if late < SHARE_LATE else 0
        released = self._moment(self._workday(formed + timedelta(days=wait)))
        planned = Planned(kind.kind, draft, formed, released)
        return self._fated(planned, dice.random())

    def _fated(self, row: Planned, fate: float) -> Planned:
        """What happened to it afterwards, if that was before today; each fate has its share."""
        dice = self.dice
        why = dice.choice(SEND_BACKS), dice.choice(CORRECTIONS), dice.choice(WITHDRAWALS)
        corrected = self._later(row, CORRECTED)
        withdrawn = self._later(row, WITHDRAWN)
        if fate < SENT_BACK:
            return replace(row, send_back=why[0])
        if fate < SENT_BACK + SHARE_CORRECTED and corrected:
            return replace(row, correction=why[1], corrected_at=corrected)
        if fate > 1 - SHARE_WITHDRAWN and withdrawn:
            return replace(row, withdrawal=why[2], withdrawn_at=withdrawn)
        return replace(row, elsewhere=("weixin",)) if 0.5 <= fate < TOLD_ELSEWHERE else row  # noqa: PLR2004 - a quarter

    def _later(self, row: Planned, after: timedelta) -> datetime | None:
        """A moment so long after the release; None where that day is not over."""
        day = self.days.next_workday(row.released_at.date() + after)
        return self._moment(day) if day < self.today else None

    def _interpretation(self, policy: Planned, index: int) -> Planned:
        words = {"target": policy.draft.title, "organ": self.organ, "matter": KEYWORD}
        draft = _draft(INTERPRETATION, words, policy.formed_on, INTERPRETATION.titles[0])
        day = self._workday(policy.released_at.date() + timedelta(days=self.dice.randint(0, 3)))
        released = max(self._moment(day), policy.released_at + timedelta(minutes=30))
        return Planned("interpretation", draft, policy.formed_on, released, about=index)

    def _kept_back(self, scale: int) -> Iterator[Planned]:
        for title, chosen, ground, reason in KEPT_BACK * scale:
            formed = self._day(self.dice.randint(2, MONTHS - 1))
            words = _words(self.organ, formed, self.dice)
            draft = Draft(
                title=title.format(**words),
                summary=reason,
                body=f"<p>{reason}。</p>",
                author=self.organ,
                source_name=self.organ,
                keywords=(words["matter"],),
                formed_on=formed.isoformat(),
                catalogue_code=OTHER_CODE,
                disclosure_class=chosen,
                ground=ground,
                class_reason=reason,
            )
            yield Planned("news", draft, formed, self._moment(self._workday(formed)))

    def _day(self, month: int) -> date:
        """A working day so many months ago."""
        day = self.today - timedelta(days=30 * month - self.dice.randint(1, 28))
        return self._workday_before(day + timedelta(days=1))

    def _workday(self, day: date) -> date:
        """That day, or the next that is worked on; never later than the last one before today."""
        return min(self.days.next_workday(day), self.last)

    def _workday_before(self, day: date) -> date:
        before = day - timedelta(days=1)
        while not self.days.is_workday(before):
            before -= timedelta(days=1)
        return before

    def _moment(self, day: date) -> datetime:
        hour, minute = self.dice.randint(11, 17), self.dice.randint(0, 29)
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def _draft(kind: DemoKind, words: dict[str, str], formed: date, title: str) -> Draft:
    paragraphs = [f"<p>{text.format(**words)}</p>" for text in kind.paragraphs]
    named = title.format(**words)
    return Draft(
        title=named,
        summary=kind.paragraphs[0].format(**words)[:100],
        body="".join(paragraphs) + (_table(words) if kind.has_table else ""),
        keywords=(words.get("matter", named[:8]),),
        tags=kind.tags,
        author=words.get("organ", ""),
        source_name=words.get("organ", ""),
        formed_on=formed.isoformat(),
        catalogue_code=kind.code,
        disclosure_class="proactive",
        fields={key: value.format(**words) for key, value in kind.fields},
    )


def _table(words: dict[str, str]) -> str:
    head = "".join(f"<th>{name}</th>" for name in TABLE_HEAD)
    start = int(words["count"])
    rows = "".join(
        f"<tr><td>{name}</td><td>{start * (place + 2)}</td></tr>"
        for place, name in enumerate(TABLE_ROWS)
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _words(organ: str, formed: date, dice: random.Random) -> dict[str, str]:
    return {
        "organ": organ,
        "year": str(formed.year),
        "month": str(formed.month),
        "day": formed.isoformat(),
        "later": (formed + timedelta(days=30)).isoformat(),
        "matter": dice.choice(MATTERS),
        "place": dice.choice(PLACES),
        "industry": dice.choice(INDUSTRIES),
        "count": str(dice.randint(20, 400)),
        "few": str(dice.randint(2, 9)),
        "percent": str(dice.randint(30, 95)),
        "money": str(dice.randint(5, 900) * 100),
    }
