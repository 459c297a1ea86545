"""The demo's work in progress, brought about by real actions: one thing for each role at home."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.apps.organs.demo_city import HOME, ORGANS
from gongkai.apps.organs.models import Organ, User
from gongkai.apps.publishing.demo import actor_for, prepare_history
from gongkai.apps.publishing.determining import Wanted, propose_change
from gongkai.apps.publishing.drafting import open_item, save_draft
from gongkai.apps.publishing.models import Edition, Item
from gongkai.apps.publishing.releasing import release, schedule
from gongkai.apps.publishing.reviewing import Opinion, approve, parts_to_clear, send_back
from gongkai.apps.publishing.submitting import submit
from gongkai.core.identity import SYSTEM, Actor, Role
from gongkai.core.publishing.draft import Draft, unpack

HOUR: Final = timedelta(hours=1)
WORK: Final = (
    ("news", "全县政务公开工作培训班举办", 0, ""),
    ("news", "便民服务中心延时服务情况", 1, ""),
    ("policy", "示范县公共停车场管理办法", 1, ""),
    ("notice", "关于开展农机购置补贴申报的公告", 3, ""),
    ("meeting", "县政府办公室召开专题会议", 4, ""),
    ("news", "县政务服务大厅节假日安排", 4, "schedule"),
    ("news", "农贸市场改造完成情况", 2, "return"),
    ("notice", "关于持续高温天气的紧急提示", 0, "urgent"),
    ("personnel", "关于干部任前公示的草稿", -1, ""),
    ("news", "含有个人信息的公示草稿", -1, "findings"),
)
"""Kind, title, how many levels have passed (-1: a draft), and what else happened."""
BODY: Final = (
    "<p>{title}。有关情况如下。</p>"
    "<p>一、工作安排。各有关单位按照职责分工推进，按月报送进展。</p>"
    "<p>二、联系方式。咨询电话：0990-1234567，工作日上午9:00至12:00，下午13:30至17:00。</p>"
)
LEAK: Final = "<p>申请人身份证号：11010519491231002X，联系人手机：13800138000。</p>"
REASON: Final = "请核对第二段的日期，并补充联系方式"
URGENT: Final = "高温橙色预警已经发布，需要立即提示公众"
FIELDS: Final = {"name": "专题会议", "topics": "政务公开", "held_on": "2025-06-30"}
CHANGE: Final = "批复已经下达，不再属于过程性信息"
ORDER: Final = (Role.UNIT_HEAD, Role.SECRECY_REVIEWER, Role.DEPUTY_LEADER, Role.LEADER)


class Team:
    """The people of the home organ."""

    def __init__(self) -> None:
        named = {row.key: row.name for row in ORGANS}
        self.organ = Organ.objects.get(name=named[HOME])
        accounts = {row.username: row for row in User.objects.all()}
        roles = (*ORDER, Role.DRAFTER, Role.DISCLOSURE_OFFICE)
        self.of = {role: actor_for(role, accounts, self.organ.pk) for role in roles}


def prepare_items(*, now: datetime, scale: int = 1) -> tuple[int, int]:
    """Three years of items and the work in progress, or nothing where there are items already.

    Says how many of each.
    """
    with transaction.atomic():
        many = prepare_history(SYSTEM, today=localdate(now), scale=scale)
        return many, prepare_work(now) if many else 0


def prepare_work(now: datetime) -> int:
    """Bring about what goes on at home. Says how many pieces of work there are."""
    team = Team()
    made = [_worked(team, row, now - 3 * HOUR) for row in WORK]
    _kept_back(team, now)
    return len(made)


def _worked(team: Team, row: tuple[str, str, int, str], now: datetime) -> Edition:
    kind, title, levels, then = row
    drafter = team.of[Role.DRAFTER]
    begun = open_item(drafter, kind=kind, now=now)
    draft = _draft(team, unpack(begun.content), title, kind, leaks=then == "findings")
    edition = save_draft(drafter, edition_id=begun.pk, expected=begun.version, draft=draft, now=now)
    if levels < 0:
        return edition
    reason = URGENT if then == "urgent" else None
    edition = submit(
        drafter, edition_id=edition.pk, expected=edition.version, now=now, urgent_reason=reason
    )
    for role in _signers(levels, then):
        edition = _passed(edition, team.of[role], now)
    return _ended(edition, team, then, now)


def _draft(team: Team, begun: Draft, title: str, kind: str, *, leaks: bool) -> Draft:
    body = BODY.format(title=title)
    return replace(
        begun,
        title=title,
        summary=title,
        body=body + LEAK if leaks else body,
        keywords=("政务公开",),
        author=team.organ.name,
        catalogue_code=begun.catalogue_code or "20-15",
        disclosure_class="proactive",
        fields=FIELDS if kind == "meeting" else {},
    )


def _signers(levels: int, then: str) -> Iterator[Role]:
    yield from ((Role.SECRECY_REVIEWER, Role.LEADER) if then == "urgent" else ORDER[:levels])


def _passed(edition: Edition, actor: Actor, now: datetime) -> Edition:
    revision = edition.revision
    if revision is None:
        return edition
    parts = frozenset(key for key, _ in parts_to_clear(revision))
    return approve(
        actor,
        edition_id=edition.pk,
        expected=edition.version,
        opinion=Opinion(proofread=True, parts=parts),
        now=now + HOUR,
    )


def _ended(edition: Edition, team: Team, then: str, now: datetime) -> Edition:
    at, office = now + 2 * HOUR, team.of[Role.DISCLOSURE_OFFICE]
    chosen = {"edition_id": edition.pk, "expected": edition.version}
    if then == "return":
        return send_back(team.of[Role.DEPUTY_LEADER], reason=REASON, now=at, **chosen)
    if then == "schedule":
        return schedule(office, at=at + 72 * HOUR, now=at, **chosen)
    if then == "urgent":
        return _passed(release(office, now=at, **chosen), team.of[Role.UNIT_HEAD], now)
    return edition


def _kept_back(team: Team, now: datetime) -> None:
    """One change of class that waits, and some items whose reassessment is due."""
    filed = Item.objects.filter(organ=team.organ, state="filed").order_by("pk")
    Item.objects.filter(pk__in=[item.pk for item in filed[:2]]).update(
        reassess_on=localdate(now) - timedelta(days=3)
    )
    first = filed.filter(disclosure_class="not_public").first()
    if first is not None:
        propose_change(
            team.of[Role.DRAFTER],
            item_id=first.pk,
            wanted=Wanted("proactive", CHANGE),
            now=now - HOUR,
        )
