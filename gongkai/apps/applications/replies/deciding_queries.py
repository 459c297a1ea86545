"""Looking up replies: the reply under the hand, its decision, what the wizard asks next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, cast

from django.conf import settings

from gongkai.apps.applications.handling.opinion_queries import opinion_points
from gongkai.apps.applications.models import Application, Reply, RequestItem
from gongkai.apps.applications.redaction.queries import withheld_of_case
from gongkai.apps.applications.replies import obstacles
from gongkai.apps.organs.scope import Purpose, one
from gongkai.core.applications.decisions import DECISION, PRIORITY, Decision, Family, main_of
from gongkai.core.applications.decisions_checks import missing
from gongkai.core.applications.letters.drafting import Item
from gongkai.core.applications.letters.kinds import LETTER, SEVERAL, LetterKind
from gongkai.core.applications.letters.wording import faults_of
from gongkai.core.applications.wizard import Answers, Option, Question, asked, left, next_question
from gongkai.core.finding import Finding, Severity
from gongkai.core.identity import Actor

ITEMS: Final = "items"
GIVEN: Final = ("given", "redacted")
"""The uses of files that are handed out with a reply."""
ORGAN: Final = "application__organ"
PASS: Final = "pass"  # noqa: S105 - a verdict, not a password
RECALL: Final = "recall"
CHANGED: Final = "changed"
TAKEN_BACK: Final = "taken_back"
ANEW: Final = frozenset({RECALL, CHANGED, TAKEN_BACK})
"""After these all levels look anew."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What a reply decides: one decision, or one for each item; none yet where it is empty."""

    items: tuple[Item, ...]
    numbers: tuple[int, ...] = ()
    """The rows of the items, where there are several."""

    @property
    def is_several(self) -> bool:
        """Whether the items have decisions of their own."""
        return bool(self.numbers)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions."""
        return tuple(item.decision for item in self.items)

    @property
    def main(self) -> Decision | None:
        """The decision the application counts under."""
        return main_of(self.decisions, priority()) if self.items else None

    @property
    def letter(self) -> LetterKind | None:
        """The letter it goes out as."""
        if self.is_several:
            return LETTER[SEVERAL]
        main = self.main
        return LETTER[main.letter] if main and main.letter else None

    def missing(self, today: date) -> list[Finding]:
        """The facts that are missing, of all items."""
        return [row for item in self.items for row in missing(item.decision, item.facts, today)]


def priority() -> tuple[str, ...]:
    """Which result counts first where there are several (GONGKAI_RESULT_PRIORITY)."""
    return tuple(settings.GONGKAI_RESULT_PRIORITY) or PRIORITY


def reply(actor: Actor, reply_id: int) -> Reply:
    """That reply with its case, of the organ the actor works for. Raises DoesNotExist."""
    rows = Reply.objects.select_related(ORGAN)
    return one(actor, rows, reply_id, to=Purpose.WORK, field=ORGAN)


def decided(row: Reply) -> Decided:
    """What a reply decides so far."""
    stored: Sequence[Mapping[str, object]] = row.facts.get(ITEMS) or ()
    if stored:
        texts = dict(row.application.items.values_list("pk", "text"))
        known = [part for part in stored if part["item"] in texts and part["kind"] in DECISION]
        return Decided(
            tuple(
                Item(
                    texts[cast("int", part["item"])],
                    DECISION[str(part["kind"])],
                    cast("Mapping[str, str]", part["facts"]),
                )
                for part in known
            ),
            tuple(cast("int", part["item"]) for part in known),
        )
    if row.kind not in DECISION:
        return Decided(())
    return Decided((Item(row.application.description, DECISION[row.kind], row.facts),))


@dataclass(frozen=True, slots=True)
class WizardPage:
    """Where the wizard stands: what has been answered, what it asks, what remains."""

    reply: Reply
    way: tuple[tuple[Question, Option], ...]
    question: Question | None
    options: tuple[Option, ...]
    left: tuple[Decision, ...]


def wizard_page(actor: Actor, reply_id: int, answers: Answers) -> WizardPage:
    """The next question for these answers; none where one decision remains."""
    row = reply(actor, reply_id)
    kinds = left(answers)
    question = next_question(answers)
    options = question.open_options(kinds) if question else ()
    remaining = tuple(decision for key, decision in DECISION.items() if key in kinds)
    return WizardPage(row, asked(answers), question, options, remaining)


@dataclass(frozen=True, slots=True)
class ReplyPage:
    """A reply with everything that its page shows. `findings`: why it cannot be proposed yet, and
    what should be thought over before."""

    reply: Reply
    decided: Decided
    items: Sequence[RequestItem]
    findings: Sequence[Finding]
    suggested: Mapping[str, str]

    @property
    def is_hindered(self) -> bool:
        """Whether it cannot be proposed as it is."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def text(self) -> str:
        """The text of the letter, one paragraph a line."""
        return "\n".join(self.reply.body)


def reply_page(actor: Actor, reply_id: int, *, today: date) -> ReplyPage:
    """The page of a reply. Raises DoesNotExist."""
    row = reply(actor, reply_id)
    found = decided(row)
    return ReplyPage(
        row,
        found,
        list(row.application.items.all()),
        list(open_points(row, found, today)),
        suggested_facts(row.application),
    )


def open_points(row: Reply, found: Decided, today: date) -> list[Finding]:
    """Why a reply cannot go to review as it is; warnings do not hinder it."""
    letter = found.letter
    gaps = found.missing(today)
    steps = step_points(row.application, found.decisions)
    opinions = opinion_points(row.application, [decision.row for decision in found.decisions])
    return [*gaps, *steps, *opinions, *(faults_of(letter, row.body) if letter and row.body else ())]


def step_points(application: Application, decisions: Sequence[Decision]) -> Iterator[Finding]:
    """Steps that have to come before a decision, and are not in the case (Art. 30, 35)."""
    families = {decision.family for decision in decisions}
    correction = getattr(application, "correction", None)
    deferral = getattr(application, "deferral", None)
    if Family.STILL_UNCLEAR in families and (correction is None or correction.answered_on is None):
        yield obstacles.not_corrected()
    if Family.EXCESSIVE in families and (deferral is None or deferral.is_reasonable is not False):
        yield obstacles.reasons_not_judged()


def suggested_facts(application: Application) -> dict[str, str]:
    """Facts that the case itself already tells: days of notices, what is given out and what is
    covered in it, the earlier reply."""
    told = dict[str, str]()
    correction = getattr(application, "correction", None)
    if correction is not None:
        told["correction_asked_on"] = correction.asked_on.isoformat()
        told["correction_due"] = correction.answer_by.isoformat()
    given = application.files.filter(purpose__in=GIVEN).values_list("name", flat=True)
    told["provided"] = "\n".join(given)
    told["withheld"] = "\n".join(map(str, withheld_of_case(application.pk)))
    told |= _earlier(application)
    return {key: value for key, value in told.items() if value}


def _earlier(application: Application) -> dict[str, str]:
    """The latest reply to the same applicant by the same organ."""
    if not application.identity_key:
        return {}
    rows = Reply.objects.filter(
        application__organ_id=application.organ_id,
        application__identity_key=application.identity_key,
        state="issued",
    ).exclude(application=application)
    last = rows.order_by("-issued_at", "-pk").first()
    letter = last.letters.exclude(state="voided").order_by("pk").last() if last else None
    if letter is None:
        return {}
    return {"earlier_number": letter.number, "earlier_on": letter.dated_on.isoformat()}
