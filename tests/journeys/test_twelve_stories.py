"""Twelve applications, each told one step a line, in real browsers over real days."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from gongkai.core.identity import Role
from tests.journeys.casework import TODAY, Casework

pytestmark = [
    pytest.mark.journey,
    pytest.mark.enable_socket,
    pytest.mark.django_db(transaction=True),
]
Visit = Callable[..., Page]
HANDLER, OFFICE, HEAD = Role.HANDLER, Role.DISCLOSURE_OFFICE, Role.HEAD
ASKS, TO_ANSWER, CLEAR = "获取政府信息", "要答复", "能够明确"
MODEST, FIRST_TIME, NO_LAW = "不是", "没有", "没有"
OURS, HELD, EXISTING, NOT_PUBLIC = "由本机关负责", "有", "是现成的", "没有"
USUAL = (TO_ANSWER, ASKS, CLEAR, MODEST, FIRST_TIME, NO_LAW, OURS)

OPEN = (*USUAL, HELD, EXISTING, NOT_PUBLIC)


@pytest.fixture
def case(visit: Visit, transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Casework:
    return Casework(visit, monkeypatch)


def test_by_post_corrected_and_objected_to(case: Casework) -> None:
    case.comes("ems", "设备采购合同")
    case.is_taken_up()
    case.step(HANDLER, "告知补正", 需要补正的事项="请写明年度", 补正期限="2025-07-03")
    case.days_pass(3)
    case.step(HANDLER, "登记补正", 收到补正的日期=TODAY, 补正的内容="2024年度")
    case.says("2025年7月4日")
    case.step(
        HANDLER,
        "征求意见",
        征求谁的意见="第三方",
        名称="示范建材公司",
        征求意见的内容="是否同意公开",
        发出日期=TODAY,
    )
    case.step(HANDLER, "登记征求意见书送达", 收到征求意见书的日期=TODAY, 送达凭据="EMS 签收单")
    case.days_pass(5)
    case.step(HANDLER, "登记意见", 收到意见的日期=TODAY, 意见="不同意公开", 理由="商业秘密")
    case.says("2025年7月11日")
    case.step(HANDLER, "认定不同意的理由", 理由是否合理="是", 认定说明="涉及成本构成")
    case.is_decided(
        "refused_third_party",
        *USUAL,
        HELD,
        EXISTING,
        NOT_PUBLIC,
        "全部不予公开",
        "保护第三方合法权益",
    )
    case.is_signed()
    case.is_issued("先向")
    case.counts_as("4.保护第三方合法权益")


def test_disclosed_in_part(case: Casework) -> None:
    case.comes("counter", "来访登记表")
    case.is_taken_up()
    case.is_decided("partial", *OPEN, "一部分可以公开")
    case.is_signed()
    case.is_issued("身份证号码")
    case.counts_as("（二）部分公开")


def test_not_held_after_a_search(case: Casework) -> None:
    case.comes("counter", "1998年会议记录")
    case.is_taken_up()
    case.is_decided("not_held", *USUAL, "检索以后没有")
    case.is_signed()
    case.is_issued("检索")
    case.counts_as("1.本机关不掌握相关政府信息")


def test_a_petition(case: Casework) -> None:
    case.comes("ems", "要求查处某公司")
    case.is_taken_up()
    case.is_decided("petition", TO_ANSWER, "信访、投诉、举报，要求处理某件事")
    case.is_signed()
    case.is_issued()
    case.counts_as("1.信访举报投诉类申请")


def test_asked_for_again(case: Casework) -> None:
    case.comes("counter", "年度培训计划")
    case.is_taken_up()
    case.is_decided("granted", *OPEN, "全部可以公开")
    case.is_signed()
    case.is_issued("年度培训计划")
    case.days_pass(10)
    case.comes("counter", "年度培训计划")
    case.says("同一申请人提出过相同的申请")
    case.is_taken_up()
    case.is_decided("repeated", TO_ANSWER, ASKS, CLEAR, MODEST, "已经答复过")
    case.is_signed()
    case.is_issued("不予重复处理")
    case.counts_as("2.重复申请")


def test_excessive_and_not_paid_for(case: Casework) -> None:
    case.comes("ems", "十年的全部收据")
    case.is_taken_up()
    case.step(
        HANDLER,
        "建议收费",
        计收方式="按量计收",
        页数="250",
        **{"数量、频次明显超过合理范围的认定": "一次要求二百五十页"},
    )
    case.step(OFFICE, "通知缴费")
    case.says("4700 元", "期限暂停")
    case.step(HANDLER, "登记收费通知送达", 收费通知的送达日期=TODAY)
    case.days_pass(21)
    case.step(HANDLER, "逾期不缴费，不再处理")
    case.counts_as("2.申请人逾期未按收费通知要求缴纳费用")


def test_the_term_is_extended(case: Casework) -> None:
    case.comes("counter", "三十年前的征地档案")
    case.is_taken_up()
    case.says("2025年7月1日")
    case.days_pass(15)
    case.step(HANDLER, "申请延长", 延长几个工作日="20", 延长的理由="档案在异地库房")
    case.says("2025年7月1日")
    case.step(HEAD, "批准延长", 是否批准="是")
    case.says("2025年7月29日")
    case.days_pass(10)
    case.is_decided("granted", *OPEN, "全部可以公开")
    case.is_signed()
    case.is_issued()
    case.says("期限内办结")
    case.counts_as("（一）予以公开")


def test_a_record_is_put_right(case: Casework) -> None:
    case.comes("counter", "家庭人口数记录有误", 申请类别="更正自身信息记录")
    case.is_taken_up()
    case.step(
        HANDLER,
        "核实信息记录",
        核实的记录="家庭人口数",
        核实的证据="户口簿",
        记录是否不准确="是",
    )
    case.is_decided("rectified", TO_ANSWER, "更正关于自己的信息记录", "属实，已经更正")
    case.is_signed()
    case.is_issued("更正")
    case.counts_as("3.其他")


def test_the_applicant_retracts(case: Casework) -> None:
    case.comes("counter", "公交线路调整材料")
    case.is_taken_up()
    case.days_pass(4)
    case.step(HANDLER, "登记撤销申请", 申请人提出的日期=TODAY, 撤销的凭据="书面撤销申请")
    case.says("已撤销")
    case.counts_as("3.其他")


def test_sent_on_to_the_right_organ(case: Casework) -> None:
    case.comes("counter", "医院采购目录")
    case.is_taken_up()
    case.step(OFFICE, "转送有权机关", 转送到=case.region.health.name, 理由="由卫生健康部门制作")
    case.says("已转送", f"转送 {case.region.health.name}")
    case.counts_as("3.其他")
