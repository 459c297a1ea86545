"""A case that is answered: the desk of `at_work` with reviewers, a profile, and shortcuts."""

from datetime import date, datetime
from io import BytesIO

import pypdfium2

from gongkai.apps.applications.models import Correction, Deferral, Letter, Profile, Reply
from gongkai.apps.applications.replies.deciding import Choice, begin_reply, save_decision
from gongkai.apps.applications.replies.replying import issue_reply, propose_reply
from gongkai.apps.applications.replies.reviewing import pass_reply
from gongkai.apps.files import keeping
from gongkai.core.applications.decisions import DECISION
from gongkai.core.events import ApplicationReplied, Event
from gongkai.core.identity import Actor, Role
from tests.apps.applications.at_work import Desk, at
from tests.factories.decisions import facts_for
from tests.factories.organs import acting

NOON = at("2026-03-05", 12)
"""After all days that the samples of facts name."""
PAST = {
    "correction_due": "2026-03-03",
    "fee_due": "2026-03-03",
}
"""Days of samples that have to be over by then."""


def choice(kind: str, **facts: str) -> Choice:
    """A decision with its facts as their samples show them."""
    return Choice(kind, facts_for(DECISION[kind]) | PAST | facts)


class Answering(Desk):
    """The finance bureau with all who look at a reply."""

    def __init__(self) -> None:
        super().__init__()
        self.legal = acting("legal", self.organ, Role.LEGAL_REVIEWER)
        self.leader = acting("leader", self.organ, Role.LEADER)
        self.profile = Profile.objects.create(
            organ=self.organ,
            code_word="示财",
            office="示范市财政局办公室",
            phone="0990-1234567",
            address="示范市一号路2号",
            review_address="https://fuyi.example.gov.cn",
            changed_at=NOON,
        )

    def asked_before(self) -> None:
        """What some decisions need to have come before: a correction that came, reasons that do
        not hold."""
        Correction.objects.create(
            application=self.case,
            points=["写明年份"],
            asked_on=date(2025, 6, 5),
            answer_by=date(2025, 6, 20),
            answered_on=date(2025, 6, 12),
        )
        Deferral.objects.create(
            application=self.case,
            facts="三个月内申请86件",
            asked_on=date(2025, 6, 5),
            is_reasonable=False,
        )

    def drafted(self, kind: str = "granted", now: datetime = NOON, **facts: str) -> Reply:
        """A reply with a decision, ready to be proposed."""
        row = begin_reply(self.handler, application_id=self.case.pk, now=now)
        return save_decision(
            self.handler,
            reply_id=row.pk,
            expected=row.version,
            choice=choice(kind, **facts),
            now=now,
        )

    def proposed(self, kind: str = "granted") -> Reply:
        """A reply under review."""
        row = self.drafted(kind)
        return propose_reply(self.handler, reply_id=row.pk, expected=row.version, now=NOON)

    def passed(self, row: Reply, *reviewers: Actor) -> Reply:
        """That reply after these have let it pass."""
        for reviewer in reviewers:
            row = pass_reply(reviewer, reply_id=row.pk, expected=row.version, now=NOON)
        return row

    def signed(self, kind: str = "granted") -> Reply:
        """A reply that all levels have let pass."""
        return self.passed(self.proposed(kind), self.office, self.legal, self.leader)

    def answered(self, kind: str = "granted") -> Letter:
        """The letter of a reply that is issued."""
        row = self.signed(kind)
        return issue_reply(self.handler, reply_id=row.pk, expected=row.version, now=NOON)


def pdf_text(letter: Letter) -> str:
    """What the PDF of a letter says, without spaces."""
    assert letter.pdf is not None
    document = pypdfium2.PdfDocument(BytesIO(keeping.bytes_of(letter.pdf.key)))
    pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    return "".join("".join(pages).split())


def hear(event: Event) -> None:
    """Somebody who listens."""
    assert isinstance(event, ApplicationReplied)


LISTENERS: dict[type[Event], tuple[str, ...]] = {
    ApplicationReplied: ("tests.apps.applications.answering.hear",)
}
