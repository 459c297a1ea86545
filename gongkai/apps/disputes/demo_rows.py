"""The demo's disputes as data: invented cases over three years, by days before today."""

from typing import Final, NamedTuple

from gongkai.core.disputes.kinds import DisputeKind, Result

REVIEW, DIRECT, AFTER = DisputeKind.RECONSIDERATION, DisputeKind.DIRECT, DisputeKind.AFTER
UPHELD, CORRECTED, OTHER = Result.UPHELD, Result.CORRECTED, Result.OTHER
COURT: Final = "示范县人民法院（演示）"
ACTS: Final = (
    "不予公开决定书：征收补偿明细",
    "告知书：信息不存在，检索范围有争议",
    "逾期没有答复政府信息公开申请",
    "部分公开决定书：遮盖第三方信息",
    "不予公开决定书：内部讨论记录",
    "告知书：不属于本机关负责公开",
)
PARTIES: Final = ("张明", "李芳", "王建国", "欧阳雪", "赵敏", "示范置业有限公司（演示）")
OUTCOMES: Final = {
    UPHELD: "事实清楚，适用依据正确，予以维持。",
    CORRECTED: "检索记录不完整，撤销原答复，责令重新答复。",
    OTHER: "申请人撤回，案件终止。",
}
LESSONS: Final = "检索要写明范围和方式，留下记录；答复前由法制审核看一遍检索材料。"


class DemoDispute(NamedTuple):
    """One invented dispute: received so many days ago, closed so many days later, if at all."""

    days_ago: int
    kind: DisputeKind
    lasts: int | None = None
    result: Result | None = None
    is_simplified: bool = False
    judged_after: int | None = None


ROWS: Final = (
    DemoDispute(1010, REVIEW, 40, UPHELD),
    DemoDispute(985, DIRECT, 120, UPHELD),
    DemoDispute(960, REVIEW, 25, OTHER, is_simplified=True),
    DemoDispute(930, REVIEW, 55, CORRECTED),
    DemoDispute(900, AFTER, 170, UPHELD),
    DemoDispute(870, REVIEW, 45, UPHELD),
    DemoDispute(835, DIRECT, 40, OTHER, is_simplified=True),
    DemoDispute(800, REVIEW, 58, UPHELD),
    DemoDispute(760, REVIEW, 28, CORRECTED, is_simplified=True),
    DemoDispute(720, AFTER, 300, CORRECTED),
    DemoDispute(690, REVIEW, 50, UPHELD),
    DemoDispute(655, DIRECT, 150, UPHELD),
    DemoDispute(620, REVIEW, 59, UPHELD),
    DemoDispute(585, REVIEW, 20, OTHER, is_simplified=True),
    DemoDispute(550, DIRECT, 180, UPHELD),
    DemoDispute(515, REVIEW, 48, CORRECTED),
    DemoDispute(480, AFTER, 200, UPHELD),
    DemoDispute(440, REVIEW, 57, UPHELD),
    DemoDispute(405, REVIEW, 29, UPHELD, is_simplified=True),
    DemoDispute(370, DIRECT, 42, OTHER, is_simplified=True),
    DemoDispute(335, REVIEW, 56, UPHELD),
    DemoDispute(300, REVIEW, 50, CORRECTED),
    DemoDispute(265, DIRECT, 160, UPHELD),
    DemoDispute(230, AFTER, 150, UPHELD),
    DemoDispute(190, REVIEW, 58, UPHELD),
    DemoDispute(150, DIRECT),
    DemoDispute(120, AFTER, judged_after=112),
    DemoDispute(70, REVIEW, 30, OTHER, is_simplified=True),
    DemoDispute(40, REVIEW),
    DemoDispute(16, DIRECT),
    DemoDispute(6, REVIEW),
    DemoDispute(4, REVIEW, is_simplified=True),
)
