"""Twelve applications, each told one step a line, in real browsers over real days."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from gongkai.core.identity import Role
from tests.journeys.casework import TODAY, Casework
from tests.journeys.test_redaction import begin, draw, work

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
    case.step(HANDLER, "认定不同意的理由", 不同意的理由是否合理="是", 认定说明="涉及成本构成")
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


def test_disclosed_in_part(case: Casework, settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    case.comes("counter", "来访登记表")
    case.is_taken_up()
    a_name_is_covered(case)
    somebody_else_lets_it_out(case)
    case.is_decided("partial", *OPEN, "一部分可以公开")
    case.is_signed()
    case.is_issued("身份证号码")
    case.counts_as("（二）部分公开")


def a_name_is_covered(case: Casework) -> None:
    """The handler covers a visitor's name, and takes over what the system suggests."""
    page = case.page_of(HANDLER)
    begin(page, f"/desk/applications/{case.case.pk}/redaction/")
    draw(page, 0.155, 0.115, 0.225, 0.140)
    placing = page.locator("form[data-placing]")
    placing.get_by_label("不予公开的理由").select_option("PERSONAL_PRIVACY")
    placing.get_by_label("遮盖的内容").fill("来访人姓名")
    placing.get_by_role("button", name="遮盖").click()
    page.get_by_role("button", name="全部确认").click()
    page.get_by_role("button", name="提交复核").click()
    expect(page.get_by_text("正在生成遮盖后的页面")).to_be_visible()
    work()


def somebody_else_lets_it_out(case: Casework) -> None:
    """A second person compares before and after; the file is made and joins the case."""
    address = case.pages[HANDLER].url.split("?")[0]
    page = case.page_of(Role.REVIEWER, address)
    page.get_by_role("link", name="核对并放行").click()
    page.get_by_role("button", name="核对无误，放行").click()
    expect(page.get_by_text("正在生成遮盖后的文件并逐项核验")).to_be_visible()
    work()
    expect(page.get_by_role("link", name="下载遮盖后的文件")).to_be_visible()


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


def test_sued_at_once_and_upheld(case: Casework) -> None:
    case.comes("counter", "要求汇总的五年数据")
    case.is_taken_up()
    case.is_decided("needs_creating", *USUAL, HELD, "要加工、分析才有")
    case.is_signed()
    case.is_issued("6个月内")
    case.days_pass(30)
    case.is_disputed("行政诉讼（未经复议直接起诉）", 复议机关或者法院="示范市示范区人民法院")
    case.dispute_says("答复并举证")
    case.in_dispute("登记答复举证", 日期=TODAY)
    case.days_pass(60)
    case.in_dispute("登记一审裁判", 文书="判决", 日期=TODAY)
    case.days_pass(15)
    case.in_dispute(
        "登记审结",
        结果="结果维持：维持原决定，驳回复议请求或者诉讼请求",
        审结日期=TODAY,
        裁判要旨="检索充分，不负有汇总义务",
    )
    case.dispute_says("结果维持")
    case.says("已答复")


def test_reconsidered_and_corrected(case: Casework) -> None:
    case.comes("counter", "征收补偿会议纪要")
    case.is_taken_up()
    case.is_decided("refused_process", *OPEN, "全部不予公开", "四类过程性信息")
    case.is_signed()
    case.is_issued("先向")
    case.days_pass(20)
    case.is_disputed("行政复议", 复议机关或者法院="示范市人民政府")
    case.in_dispute("登记答复举证", 日期=TODAY)
    case.days_pass(20)
    case.in_dispute(
        "登记审结",
        结果="结果纠正：撤销、变更、确认违法或者无效、责令履行",
        审结日期=TODAY,
        裁判要旨="已经形成决定，不属于过程性信息",
        **{"要求重新答复或者履行（关联的申请会重新办理）": "是"},
    )
    case.says("办理中")
    case.is_decided("granted", *OPEN, "全部可以公开")
    case.is_signed()
    case.is_issued("征收补偿会议纪要")
    case.counts_as("（一）予以公开")
