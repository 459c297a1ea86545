"""Putting right a day of delivery that was entered wrongly (更正送达日期)."""

from collections.abc import Iterator
from typing import Final

from gongkai.apps.applications.handling import amending
from gongkai.apps.applications.handling.noticed import (
    awaits_answer,
    is_in_time,
    kind_of,
    source_of,
)
from gongkai.core.applications.lifecycle import UNANSWERED
from gongkai.faces.common.forms import choice, day
from gongkai.faces.desk.applications.stepping import CaseForm, CaseStep, Opened, Sent
from gongkai.faces.desk.organs.fields import offer
from gongkai.faces.desk.publishing.review_forms import long_text

LISTED: Final = "{notice}，已经登记 {day} 送达"
WITH_PARTY: Final = "{notice}（{party}）"


class AmendDeliveryForm(CaseForm):
    """Which notice, the right day, and why."""

    notice = choice("哪一份文书", ())
    delivered_on = day("正确的送达日期", help_text="有关期限随之重新计算。")
    reason = long_text("更正的原因和凭据", help_text="会写入办理记录。", most=500)


def amend(sent: Sent) -> object:
    """Put it right."""
    form = sent.form
    amendment = amending.Amendment(
        form.said("notice"), form.on("delivered_on"), form.said("reason")
    )
    return amending.amend_delivery(
        sent.who,
        application_id=sent.case_id,
        expected=sent.expected,
        amendment=amendment,
        now=sent.now,
    )


def amendable(opened: Opened) -> list[tuple[str, str]]:
    """The notices with a day of delivery on which a term still depends."""
    return list(_amendable(opened))


def _amendable(opened: Opened) -> Iterator[tuple[str, str]]:
    work = opened.work
    for row in (work.correction, work.deferral, *work.fees, *work.consultations):
        if row is None or row.delivered_on is None or not awaits_answer(row):
            continue
        source = source_of(row)
        kind = kind_of(source)
        if kind is not None and is_in_time(kind, opened.row.state):
            party = getattr(row, "party_masked", "")
            notice = WITH_PARTY.format(notice=kind.label, party=party) if party else kind.label
            yield source, LISTED.format(notice=notice, day=row.delivered_on)


def has_amendable(opened: Opened) -> bool:
    """Whether there is any."""
    return bool(amendable(opened))


def offer_notices(form: CaseForm, opened: Opened) -> None:
    """Those; a single one is chosen already."""
    rows = amendable(opened)
    offer(form, "notice", rows)
    if len(rows) == 1:
        form.fields["notice"].initial = rows[0][0]


STEPS: Final = (
    CaseStep(
        "amend_delivery",
        amend,
        "送达日期登记有误的，写明原因才能更正；原来的日期、新的日期和原因都留在办理记录中。",
        "已经更正送达日期，有关期限已经重新计算。",
        AmendDeliveryForm,
        label="更正送达日期",
        states=UNANSWERED,
        when=has_amendable,
        fit=offer_notices,
    ),
)
