"""Items in every state, and the people of an organ who bring them there; by the actions alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.utils.timezone import get_default_timezone, localdate

from gongkai.apps.organs.models import Organ
from gongkai.apps.publishing.closing import withdraw
from gongkai.apps.publishing.drafting import open_edition, open_item
from gongkai.apps.publishing.models import Edition, Item
from gongkai.apps.publishing.releasing import file_away, release, schedule
from gongkai.apps.publishing.reviewing import Opinion, approve, parts_to_clear, send_back
from gongkai.apps.publishing.submitting import submit
from gongkai.core.identity import Actor, Role
from gongkai.core.publishing.disclosure import DisclosureClass
from gongkai.core.publishing.draft import Draft
from tests.factories.organs import acting

NOW = datetime(2025, 6, 30, 9, 30, tzinfo=get_default_timezone())
REASON = "发现一处笔误"
SUMMARY = "部署公共数据质量检查，明确检查的范围、步骤、时限和责任单位。"
OPENING = (
    "<p>各县（市、区）人民政府，市政府各部门：</p><p>现将第{number}批检查的有关事项通知如下。</p>"
)
PARTS = (
    "<p>公共数据归集以来，各单位的数据质量有了提高，但是仍有部分目录不完整、不准确、不及时。为落实"
    "公共数据管理的有关要求，进一步提高数据质量，市政府决定开展检查。检查的结果向社会公开。</p>",
    "<h2>一、检查范围</h2>"
    "<p>检查覆盖市政府各部门归集到公共数据平台的全部目录，重点是企业登记、不动产登记、社会保障、"
    "医疗卫生、教育和交通运输六个领域。已经停用的目录不在检查范围之内，但应当说明停用的原因和"
    "时间。各单位应当逐项核对目录名称、更新周期、共享类型和责任科室，做到账实相符。</p>",
    "<h2>二、检查步骤</h2>"
    "<p>检查分自查、抽查和整改三个阶段进行。自查由各单位负责，对照检查标准逐条填写自查表；抽查由"
    "数据主管部门组织，抽取的目录不少于各单位目录总数的百分之二十；整改由各单位按照反馈的问题清单"
    "进行，能够当场改正的当场改正，需要改造系统的应当列出计划，明确完成时间。</p>",
    "<h2>三、时间安排</h2>"
    "<table><thead><tr><th>阶段</th><th>内容</th><th>责任单位</th><th>完成时间</th></tr></thead>"
    "<tbody><tr><td>自查</td><td>逐条核对目录和数据</td><td>各有关单位</td><td>七月底</td></tr>"
    "<tr><td>抽查</td><td>抽取目录进行比对</td><td>市数据局</td><td>八月底</td></tr>"
    "<tr><td>整改</td><td>改正发现的问题</td><td>各有关单位</td><td>九月底</td></tr>"
    "<tr><td>通报</td><td>公布检查的结果</td><td>市数据局</td><td>十月底</td></tr></tbody></table>",
    "<h2>四、工作要求</h2>"
    "<p>各单位应当高度重视，明确分管负责人和具体工作人员，按时完成各阶段的任务。检查中发现的共性"
    "问题，由数据主管部门会同有关单位研究解决；发现数据被篡改、丢失或者泄露的，应当立即报告，并"
    "按照应急预案处置。检查的结果作为年度考核的内容。</p>"
    "<p>自查表的格式可以在公共数据平台下载。各单位填写以后，通过平台提交，不再报送纸质材料。</p>",
)
MORE = (
    "<h2>五、情况处理</h2><p>在检查过程中，应当区分不同情况分别处理：对于长期没有更新的目录，先查明原因，属于业务已经"
    "停止的，办理下线手续；属于系统没有对接的，由信息化科室提出对接方案。对于重复归集的目录，由"
    "数据主管部门提出合并的意见，征求使用单位的意见以后执行。对于格式不统一的字段，按照数据元标准"
    "进行转换，并保留转换以前的记录，便于核对。对于缺少说明的目录，由提供数据的单位补充说明，写清"
    "字段的含义、单位和来源。</p>",
    "<h2>六、长效管理</h2><p>检查结束以后，各单位应当建立日常核对的办法，每个季度核对一次目录和数据，"
    "发现问题及时改正。数据主管部门每半年公布一次质量报告，对连续两次排名靠后的单位进行约谈。群众"
    "通过政府网站反映数据错误的，由提供数据的单位在五个工作日内核实并答复。</p>"
    "<p>各县（市、区）参照本通知，结合实际组织本地的检查，并把检查的情况报送市数据局。市属公共企业"
    "事业单位的数据，由主管部门组织检查，标准和步骤与各部门相同。</p>",
    "<h2>七、培训和咨询</h2><p>市数据局在七月中旬举办培训，讲解检查标准和自查表的填写方法，各单位分管"
    "数据工作的科室负责人和工作人员参加。培训的材料在公共数据平台公布，可以反复学习。对检查标准有"
    "疑问的，可以向市数据局咨询；意见不一致的，以市数据局的书面答复为准。</p>",
)


class Staff:
    """The people of one organ: somebody for every level of the usual chain, and who releases."""

    def __init__(self, organ: Organ, prefix: str = "") -> None:
        name = prefix or f"organ{organ.pk}"
        self.organ = organ
        self.drafter = acting(f"{name}-drafter", organ, Role.DRAFTER)
        self.unit_head = acting(f"{name}-unit-head", organ, Role.UNIT_HEAD)
        self.secrecy_reviewer = acting(f"{name}-secrecy", organ, Role.SECRECY_REVIEWER)
        self.deputy_leader = acting(f"{name}-deputy", organ, Role.DEPUTY_LEADER)
        self.leader = acting(f"{name}-leader", organ, Role.LEADER)
        self.legal_reviewer = acting(f"{name}-legal", organ, Role.LEGAL_REVIEWER)
        self.office = acting(f"{name}-office", organ, Role.DISCLOSURE_OFFICE)

    def holder(self, role: str) -> Actor:
        """Whoever holds a role."""
        people = (
            self.drafter,
            self.unit_head,
            self.secrecy_reviewer,
            self.deputy_leader,
            self.leader,
            self.legal_reviewer,
            self.office,
        )
        return next(actor for actor in people if Role(role) in actor.roles)


def draft(number: int = 1, *, now: datetime = NOW, **changes: Any) -> Draft:
    """A notice that the content checks have nothing against; each number says something else."""
    clean = Draft(
        title=f"示范市数据局关于开展第{number}批公共数据质量检查的通知",
        summary=SUMMARY,
        body="".join((OPENING.format(number=number), *PARTS, *MORE)),
        keywords=("公共数据", "质量检查"),
        author="数据资源科",
        source_name="示范市数据局",
        formed_on=localdate(now).isoformat(),
        catalogue_code="20-15",
        disclosure_class=DisclosureClass.PROACTIVE.value,
    )
    return replace(clean, **changes)


def drafted(
    staff: Staff, *, kind: str = "notice", written: Draft | None = None, now: datetime = NOW
) -> Edition:
    """An item that is being written."""
    return open_item(staff.drafter, kind=kind, draft=written or draft(now=now), now=now)


def submitted(
    staff: Staff,
    *,
    kind: str = "notice",
    written: Draft | None = None,
    now: datetime = NOW,
    urgent_reason: str | None = None,
) -> Edition:
    """An item whose first level is to look at it."""
    edition = drafted(staff, kind=kind, written=written, now=now)
    return submit(
        staff.drafter,
        edition_id=edition.pk,
        expected=edition.version,
        now=now,
        urgent_reason=urgent_reason,
    )


def opinion(edition: Edition) -> Opinion:
    """What lets an edition pass any level: proofread, and cleared part by part."""
    assert edition.revision is not None
    parts = frozenset(key for key, _ in parts_to_clear(edition.revision))
    return Opinion(proofread=True, parts=parts)


def passed_on(staff: Staff, edition: Edition, now: datetime = NOW) -> Edition:
    """The edition after whoever's turn it is has let it pass."""
    return approve(
        staff.holder(edition.level_role),
        edition_id=edition.pk,
        expected=edition.version,
        opinion=opinion(edition),
        now=now,
    )


def approved(
    staff: Staff,
    *,
    kind: str = "notice",
    written: Draft | None = None,
    now: datetime = NOW,
    urgent_reason: str | None = None,
) -> Edition:
    """An item that every level has let pass, the last one signing it."""
    edition = submitted(staff, kind=kind, written=written, now=now, urgent_reason=urgent_reason)
    return through_review(staff, edition, now)


def through_review(staff: Staff, edition: Edition, now: datetime = NOW) -> Edition:
    """The edition after every level that is left."""
    while edition.state == "in_review":
        edition = passed_on(staff, edition, now)
    return edition


def returned(staff: Staff, *, written: Draft | None = None, now: datetime = NOW) -> Edition:
    """An item that its first level has sent back."""
    edition = submitted(staff, written=written, now=now)
    reviewer = staff.holder(edition.level_role)
    return send_back(
        reviewer, edition_id=edition.pk, expected=edition.version, reason=REASON, now=now
    )


def released(
    staff: Staff,
    *,
    kind: str = "notice",
    written: Draft | None = None,
    now: datetime = NOW,
    urgent_reason: str | None = None,
) -> Edition:
    """An item that is public; with a reason, before all have looked at it."""
    edition = approved(staff, kind=kind, written=written, now=now, urgent_reason=urgent_reason)
    return _by_office(release, staff, edition, now)


def scheduled(
    staff: Staff,
    *,
    written: Draft | None = None,
    now: datetime = NOW,
    after: timedelta = timedelta(days=1),
) -> Edition:
    """An item that will be public later."""
    edition = approved(staff, written=written, now=now)
    return schedule(
        staff.office, edition_id=edition.pk, expected=edition.version, at=now + after, now=now
    )


def filed(staff: Staff, *, written: Draft | None = None, now: datetime = NOW) -> Edition:
    """An item that is kept back, with a ground."""
    kept = written or draft(
        now=now,
        disclosure_class=DisclosureClass.NOT_PUBLIC.value,
        ground="DISCUSSION",
        class_reason="记录的是讨论过程，公开会影响以后的讨论。",
    )
    return _by_office(file_away, staff, approved(staff, written=kept, now=now), now)


def withdrawn(staff: Staff, *, written: Draft | None = None, now: datetime = NOW) -> Item:
    """An item that was public and no longer is."""
    item_id = released(staff, written=written, now=now).item_id
    return withdraw(staff.office, item_id=item_id, reason=REASON, now=now)


def correcting(staff: Staff, item_id: int, now: datetime = NOW) -> Edition:
    """A correction of a released item that is being written."""
    return open_edition(staff.drafter, item_id=item_id, reason=REASON, now=now)


def _by_office(
    action: Callable[..., Edition], staff: Staff, edition: Edition, now: datetime
) -> Edition:
    return action(staff.office, edition_id=edition.pk, expected=edition.version, now=now)
