"""What the demo's organs have published in three years: planned first, the same at every run."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
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
    TABLE_HEAD,
    TABLE_ROWS,
    WITHDRAWALS,
    DemoKind,
)
from gongkai.core.publishing.draft import Draft

MONTHS: Final = 36
ZONE: Final = ZoneInfo("Asia/Shanghai")
STALE: Final = 0.12
"""The share of an organ's kinds that stopped a year or more ago."""
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
    withdrawal: str = ""
    elsewhere: tuple[str, ...] = ()
    about: int | None = field(default=None)


def plan(organ: str, number: int, today: date, scale: int) -> list[Planned]:
    """Everything an organ has done in the three years before today."""
    dice = random.Random(SEED + number)  # noqa: S311 - the same city at every run is the point
    found = list[Planned]()
    for kind in DEMO_KINDS:
        stopped = dice.randint(12, 24) if dice.random() < STALE else 0
        first = dice.randrange(kind.every)
        for month in range(MONTHS - first, stopped, -kind.every):
            for _ in range(scale):
                found.append(_item(kind, organ, today, month, dice))
                if kind.kind == "policy":
                    found.append(_interpretation(found[-1], len(found) - 1, dice))
    found += _kept_back(organ, today, scale, dice)
    return found


def _item(kind: DemoKind, organ: str, today: date, month: int, dice: random.Random) -> Planned:
    formed = _day(today, month, dice)
    words = _words(organ, formed, dice)
    draft = _draft(kind, words, formed, dice.choice(kind.titles))
    late = dice.random()
    wait = 0 if kind.kind == "notice" else dice.randint(0, 3)
    wait += dice.randint(20, 40) if late < 0.04 else 0  # noqa: PLR2004 - one in twenty-five
    released = _moment(min(formed + timedelta(days=wait), today - timedelta(days=1)), dice)
    fate = dice.random()
    return Planned(
        kind.kind,
        draft,
        formed,
        released,
        send_back=dice.choice(SEND_BACKS) if fate < 0.15 else "",  # noqa: PLR2004 - shares
        correction=dice.choice(CORRECTIONS) if 0.15 <= fate < 0.18 else "",  # noqa: PLR2004
        withdrawal=dice.choice(WITHDRAWALS) if 0.18 <= fate < 0.195 else "",  # noqa: PLR2004
        elsewhere=("weixin",) if 0.5 <= fate < 0.75 else (),  # noqa: PLR2004
    )


def _interpretation(policy: Planned, index: int, dice: random.Random) -> Planned:
    words = {"target": policy.draft.title}
    draft = _draft(INTERPRETATION, words, policy.formed_on, INTERPRETATION.titles[0])
    released = policy.released_at + timedelta(hours=dice.randint(1, 60))
    return Planned("interpretation", draft, policy.formed_on, released, about=index)


def _kept_back(organ: str, today: date, scale: int, dice: random.Random) -> Iterator[Planned]:
    for title, chosen, ground, reason in KEPT_BACK * scale:
        formed = _day(today, dice.randint(2, MONTHS - 1), dice)
        words = _words(organ, formed, dice)
        draft = Draft(
            title=title.format(**words),
            summary=reason,
            body=f"<p>{reason}。</p>",
            author=organ,
            source_name=organ,
            formed_on=formed.isoformat(),
            disclosure_class=chosen,
            ground=ground,
            class_reason=reason,
        )
        yield Planned("news", draft, formed, _moment(formed, dice))


def _draft(kind: DemoKind, words: dict[str, str], formed: date, title: str) -> Draft:
    paragraphs = [f"<p>{text.format(**words)}</p>" for text in kind.paragraphs]
    named = title.format(**words)
    return Draft(
        title=named,
        summary=kind.paragraphs[0].format(**words)[:100],
        body="".join(paragraphs) + (_table(words) if kind.has_table else ""),
        keywords=(words.get("matter", named[:8]),),
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


def _day(today: date, month: int, dice: random.Random) -> date:
    """A day so many months ago; weekends are pushed to the Friday before."""
    day = today - timedelta(days=30 * month - dice.randint(1, 28))
    day = min(day, today - timedelta(days=2))
    return day - timedelta(days=max(0, day.weekday() - 4))


def _moment(day: date, dice: random.Random) -> datetime:
    return datetime(
        day.year, day.month, day.day, dice.randint(9, 17), dice.randint(0, 59), tzinfo=ZONE
    )
