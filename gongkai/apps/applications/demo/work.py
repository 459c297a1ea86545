"""The demo's work in progress: applications of its home organ, led through the desk's own steps."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from gongkai.apps.applications.delivery.delivering import Sending, send_letter
from gongkai.apps.applications.demo.rows import intake_of, moment
from gongkai.apps.applications.handling.consulting import (
    Answered,
    Asked,
    Judgement,
    consult,
    judge_refusal,
    record_consultation_delivery,
    record_opinion,
)
from gongkai.apps.applications.handling.correcting import (
    CorrectionAnswer,
    CorrectionNotice,
    ask_correction,
    record_correction,
)
from gongkai.apps.applications.handling.examining import accept, examine
from gongkai.apps.applications.handling.extending import (
    Proposal,
    Verdict,
    decide_extension,
    propose_extension,
)
from gongkai.apps.applications.handling.fees import Charge, notice_fee, suggest_fee
from gongkai.apps.applications.handling.retracting import Retraction, record_retraction
from gongkai.apps.applications.models import Application, Letter, Reply
from gongkai.apps.applications.receiving.opening import Arrival
from gongkai.apps.applications.receiving.registering import register
from gongkai.apps.applications.replies.deciding import Choice, begin_reply, save_decision
from gongkai.apps.applications.replies.replying import issue_reply, propose_reply
from gongkai.apps.applications.replies.reviewing import pass_reply, send_back_reply
from gongkai.apps.organs.demo_city import HOME, ORGANS
from gongkai.apps.organs.models import Organ, User
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.decisions import DECISION
from gongkai.core.applications.decisions_facts import FactKind
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.applications.letters.delivery import CARRIERS, DeliveryWay
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.identity import Actor, Role

CONFIRMED: Final = frozenset({SubmissionWay.LETTER, SubmissionWay.FAX, SubmissionWay.EMAIL})
CONFIRM: Final = "电话确认"
SIGN: Final = "EMS 签收"
POINTS: Final = ("请写明所需文件的名称、文号或者形成时间",)
GUIDANCE: Final = "可以参考本机关门户网站公开目录中的文件名称。"
CORRECTED: Final = "所需文件形成于去年，名称中有“东门片区改造”。"
ASKED: Final = "申请公开的合同涉及贵单位，是否同意公开，请书面答复并说明理由。"
PARTY: Final = "示范县远航建材有限公司"
UNFOUNDED: Final = "合同单价在中标公告中已经公开，不属于商业秘密，不同意公开的理由不成立。"
REFUSES: Final = "合同单价属于本公司的商业秘密，公开后会损害本公司的竞争地位。"
LONGER: Final = "需要查找多年的纸质档案，并与其他科室核对。"
AGREED: Final = "同意延长。"
EXCESS: Final = "申请人当月在本机关已经提出多件内容相近的申请。"
BACK: Final = "请补充检索的范围和关键词。"
UNWANTED: Final = "申请人来电说明已经从网站取得所需文件，书面撤销申请。"
CARRIER, MAIL = CARRIERS[0], "EM000000000CN"


@dataclass(slots=True)
class Case:
    """One application of the story, the people who work on it, and what day it is there."""

    pk: int
    people: dict[Role, Actor]
    days: WorkdayCalendar
    received: date
    passed: int = 0
    last: datetime = field(default_factory=lambda: moment(date(2000, 1, 1)))

    def row(self) -> Application:
        """The application as it stands."""
        return Application.objects.get(pk=self.pk)

    def on(self, workdays: int) -> date:
        """So many working days after the day of receipt."""
        return self.days.add(self.received, workdays)

    @property
    def now(self) -> datetime:
        """This moment in the story; every call is a minute later than the last."""
        wanted = moment(self.on(self.passed), 9)
        self.last = max(wanted, self.last + timedelta(minutes=1))
        return self.last


Step = Callable[[Case], None]


def begin(case: Case) -> None:
    """Examine it and take it in hand."""
    who, row = case.people[Role.HANDLER], case.row()
    row = examine(who, application_id=case.pk, expected=row.version, now=case.now)
    accept(who, application_id=case.pk, expected=row.version, now=case.now)


def looked_at(case: Case) -> None:
    """Begin to examine it."""
    who = case.people[Role.HANDLER]
    examine(who, application_id=case.pk, expected=case.row().version, now=case.now)


def unclear(case: Case) -> None:
    """Ask for correction."""
    case.passed += 3
    notice = CorrectionNotice(POINTS, GUIDANCE, case.on(case.passed + 15))
    ask_correction(
        case.people[Role.HANDLER],
        application_id=case.pk,
        expected=case.row().version,
        notice=notice,
        now=case.now,
    )


def corrected(case: Case) -> None:
    """Take the correction; the clock begins anew."""
    case.passed += 5
    record_correction(
        case.people[Role.HANDLER],
        application_id=case.pk,
        expected=case.row().version,
        answer=CorrectionAnswer(CORRECTED, case.on(case.passed)),
        now=case.now,
    )


def asked(case: Case) -> None:
    """Ask a third party; the clock stands."""
    case.passed += 2
    day = case.on(case.passed)
    who = case.people[Role.HANDLER]
    row = consult(
        who,
        application_id=case.pk,
        expected=case.row().version,
        asked=Asked("third_party", PARTY, "", ASKED, day),
        now=case.now,
    )
    case.passed += 1
    day = case.on(case.passed)
    record_consultation_delivery(
        who, consultation_id=row.pk, delivered_on=day, proof=SIGN, now=case.now
    )


def refused(case: Case) -> None:
    """The third party does not agree."""
    case.passed += 4
    row = case.row().consultations.get()
    record_opinion(
        case.people[Role.HANDLER],
        consultation_id=row.pk,
        answered=Answered("refuse", REFUSES, case.on(case.passed)),
        now=case.now,
    )


def unfounded(case: Case) -> None:
    """Find that the third party's reasons do not hold."""
    judge_refusal(
        case.people[Role.HANDLER],
        consultation_id=case.row().consultations.get().pk,
        judgement=Judgement(is_reasonable=False, judged=UNFOUNDED),
        now=case.now,
    )


def longer(case: Case) -> None:
    """Propose an extension."""
    case.passed += 4
    propose_extension(
        case.people[Role.HANDLER],
        application_id=case.pk,
        expected=case.row().version,
        proposal=Proposal(20, LONGER),
        now=case.now,
    )


def agreed(case: Case) -> None:
    """The head agrees to it."""
    row = case.row().extensions.get()
    verdict = Verdict(approved=True, note=AGREED)
    decide_extension(case.people[Role.HEAD], extension_id=row.pk, verdict=verdict, now=case.now)


def charged(case: Case) -> None:
    """A fee is suggested, confirmed and told."""
    case.passed += 2
    row = suggest_fee(
        case.people[Role.HANDLER],
        application_id=case.pk,
        expected=case.row().version,
        charge=Charge("pages", EXCESS, 150),
        now=case.now,
    )
    notice_fee(case.people[Role.DISCLOSURE_OFFICE], fee_id=row.pk, now=case.now)


def unwanted(case: Case) -> None:
    """The applicant does not want it any more."""
    case.passed += 2
    record_retraction(
        case.people[Role.HANDLER],
        application_id=case.pk,
        expected=case.row().version,
        retraction=Retraction(case.on(case.passed), UNWANTED),
        now=case.now,
    )


def proposed(kind: str) -> Step:
    """Write a reply and send it to review."""

    def step(case: Case) -> None:
        case.passed += 4
        who = case.people[Role.HANDLER]
        reply = begin_reply(who, application_id=case.pk, now=case.now)
        choice = Choice(kind, _facts(kind, case.on(case.passed)))
        reply = save_decision(
            who, reply_id=reply.pk, expected=reply.version, choice=choice, now=case.now
        )
        propose_reply(who, reply_id=reply.pk, expected=reply.version, now=case.now)

    return step


def _facts(kind: str, day: date) -> dict[str, str]:
    """The facts of a decision, as the table's samples word them."""
    return {
        fact.key: day.isoformat() if fact.kind is FactKind.DAY else fact.sample
        for fact in DECISION[kind].facts
        if fact.required
    }


def passed(*roles: Role) -> Step:
    """These levels let the reply pass, one after the other."""

    def step(case: Case) -> None:
        for role in roles:
            case.passed += 1
            reply = _reply(case)
            pass_reply(case.people[role], reply_id=reply.pk, expected=reply.version, now=case.now)

    return step


def sent_back(case: Case) -> None:
    """The first level sends it back."""
    case.passed += 1
    reply = _reply(case)
    send_back_reply(
        case.people[Role.DISCLOSURE_OFFICE],
        reply_id=reply.pk,
        expected=reply.version,
        reason=BACK,
        now=case.now,
    )


def issued(case: Case) -> None:
    """Issue the reply and post it."""
    case.passed += 1
    reply = _reply(case)
    who = case.people[Role.HANDLER]
    letter = issue_reply(who, reply_id=reply.pk, expected=reply.version, now=case.now)
    _post(case, letter)


def _post(case: Case, letter: Letter) -> None:
    sending = Sending(
        DeliveryWay.POST.value,
        case.on(case.passed),
        address=case.row().applicant.address,
        carrier=CARRIER,
        mail_number=MAIL,
    )
    send_letter(case.people[Role.HANDLER], letter_id=letter.pk, sending=sending, now=case.now)


def _reply(case: Case) -> Reply:
    return Reply.objects.filter(application_id=case.pk).latest("pk")


OFFICE, LEGAL, LEADER = Role.DISCLOSURE_OFFICE, Role.LEGAL_REVIEWER, Role.LEADER
SIGNED: Final = passed(OFFICE, LEGAL, LEADER)
STORIES: Final[tuple[tuple[int, SubmissionWay, tuple[Step, ...]], ...]] = (
    (1, SubmissionWay.COUNTER, ()),
    (2, SubmissionWay.EMS, ()),
    (3, SubmissionWay.EMAIL, (looked_at,)),
    (5, SubmissionWay.COUNTER, (begin,)),
    (6, SubmissionWay.EMS, (begin, unclear)),
    (9, SubmissionWay.EMAIL, (begin, unclear, corrected)),
    (8, SubmissionWay.COUNTER, (begin, asked)),
    (14, SubmissionWay.EMS, (begin, asked, refused)),
    (10, SubmissionWay.EMS, (begin, longer)),
    (24, SubmissionWay.COUNTER, (begin, longer, agreed)),
    (12, SubmissionWay.EMAIL, (begin, charged)),
    (9, SubmissionWay.COUNTER, (begin, proposed("granted"))),
    (15, SubmissionWay.EMS, (begin, proposed("not_held"), sent_back)),
    (16, SubmissionWay.EMS, (begin, proposed("partial"), passed(OFFICE))),
    (18, SubmissionWay.EMS, (begin, proposed("refused_process"), passed(OFFICE, LEGAL))),
    (17, SubmissionWay.COUNTER, (begin, proposed("granted"), SIGNED)),
    (19, SubmissionWay.EMS, (begin,)),
    (23, SubmissionWay.LETTER, (begin,)),
    (20, SubmissionWay.EMS, (begin, proposed("already_public"), SIGNED, issued)),
    (26, SubmissionWay.COUNTER, (begin, proposed("not_held"), SIGNED, issued)),
    (30, SubmissionWay.EMS, (begin, proposed("partial"), SIGNED, issued)),
    (34, SubmissionWay.EMAIL, (begin, proposed("petition"), SIGNED, issued)),
    (36, SubmissionWay.EMS, (begin, proposed("repeated"), SIGNED, issued)),
    (11, SubmissionWay.COUNTER, (begin, unwanted)),
    (
        40,
        SubmissionWay.EMS,
        (begin, asked, refused, unfounded, proposed("granted"), SIGNED, issued),
    ),
)
"""How many working days ago it came, by which way, and what has been done since."""


def prepare_work(now: datetime) -> int:
    """Lead the home organ's applications as far as their stories go; says how many."""
    name = next(row.name for row in ORGANS if row.key == HOME)
    organ = Organ.objects.get(name=name)
    accounts = {row.username: row for row in User.objects.all()}
    people = {role: _actor(role, accounts[role.value], organ.pk) for role in ACTING}
    days = calendar()
    told = sorted(enumerate(STORIES), key=lambda pair: -pair[1][0])
    for number, (ago, way, steps) in told:
        case = _registered(number, way, _workdays_ago(now.date(), ago, days), people, days)
        for step in steps:
            step(case)
    return len(STORIES)


ACTING: Final = (Role.HANDLER, Role.HEAD, OFFICE, LEGAL, LEADER)


def _actor(role: Role, user: User, organ_id: int) -> Actor:
    return Actor(f"user:{user.pk}", str(user), organ_id, frozenset({role}))


def _workdays_ago(today: date, many: int, days: WorkdayCalendar) -> date:
    day = today
    while many:
        day -= timedelta(days=1)
        many -= days.is_workday(day)
    return day


def _registered(
    number: int, way: SubmissionWay, day: date, people: dict[Role, Actor], days: WorkdayCalendar
) -> Case:
    arrival = Arrival(
        way,
        day,
        signed_on=day if way is SubmissionWay.EMS else None,
        confirmed_on=day if way in CONFIRMED else None,
        confirm_method=CONFIRM if way in CONFIRMED else "",
        evidence_note=SIGN if way is SubmissionWay.EMS else "",
        mail_number=MAIL if way is SubmissionWay.EMS else "",
    )
    row = register(
        people[Role.HANDLER],
        intake=intake_of(number, day.year),
        arrival=arrival,
        now=moment(day, 9),
    )
    return Case(row.pk, people, days, day)
