"""The rows of the demo's standard directories (基层政务公开标准目录), by field; all invented.

What a row is bound to stands last: a column by its address, a code of the catalogue, a tag; some
are bound to nothing, and some to what shows nothing, as it is in real life.
"""

from typing import Final, NamedTuple

FORMED: Final = "自信息形成（或变更）之日起20个工作日内"
WEEK: Final = "自信息形成之日起7个工作日内"
DECIDED: Final = "作出决定之日起7个工作日"
AT_ONCE: Final = "实时公开"
ALWAYS: Final = "长期公开"
REGULATIONS: Final = "《中华人民共和国政府信息公开条例》"
GROUP: Final = "申请人"


class DemoRow(NamedTuple):
    """One row: `bound` is `column:…`, `code:…`, `tag:…` or nothing; `group` for whom it is, where
    not for everybody."""

    first: str
    second: str
    elements: str
    basis: str
    limit: str = FORMED
    bound: str = ""
    group: str = ""
    on_application: bool = False


BUDGET_LAW: Final = "《中华人民共和国预算法》、《地方预决算公开操作规程》"
PURCHASE_LAW: Final = "《中华人民共和国政府采购法》"
SAFETY_LAW: Final = "《中华人民共和国安全生产法》"
RELIEF_LAW: Final = "《社会救助暂行办法》"
FARM_RULES: Final = f"{REGULATIONS}、涉农资金管理的有关规定"
SCHOOL_LAW: Final = "《中华人民共和国义务教育法》"
FOOD_LAW: Final = "《中华人民共和国食品安全法》"
CARE_LAW: Final = "《中华人民共和国老年人权益保障法》"
BUDGETS: Final = (
    DemoRow("财政预算", "政府预算", "收入预算表、支出预算表、转移支付、债务情况、举借债务说明",
            BUDGET_LAW, "经批准后20日内", "column:key-budget"),
    DemoRow("财政预算", "部门预算", "部门收支总表、“三公”经费、机关运行经费、政府采购情况",
            BUDGET_LAW, FORMED, "column:key-budget"),
    DemoRow("财政决算", "部门决算", "收入支出决算总表、财政拨款决算表、绩效评价结果",
            BUDGET_LAW, WEEK, "code:20-07"),
    DemoRow("财政决算", "政府性债务", "债务限额、余额、使用安排和还本付息情况", BUDGET_LAW),
    DemoRow("政府采购", "采购目录和标准", "集中采购目录、采购限额标准和公开招标数额标准",
            PURCHASE_LAW, FORMED, "column:key-purchasing"),
    DemoRow("政府采购", "采购结果", "中标（成交）供应商、金额、评审专家名单", PURCHASE_LAW,
            "及时公开，公告期限为1个工作日", "column:key-purchasing"),
    DemoRow("行政事业性收费", "收费目录", "项目名称、收费标准、征收依据、减免规定", REGULATIONS,
            ALWAYS, "code:20-08"),
)  # fmt: skip
EDUCATION: Final = (
    DemoRow("政策文件", "义务教育政策", "招生政策、资助政策、课程安排的文件", SCHOOL_LAW, FORMED,
            "code:20-01"),
    DemoRow("教育概况", "学校情况", "办学性质、地址、招生范围、联系电话", SCHOOL_LAW, WEEK,
            "column:statutory-20-02"),
    DemoRow("招生管理", "招生计划和条件", "划片范围、招生计划、报名时间和材料", SCHOOL_LAW,
            AT_ONCE, "column:key-welfare"),
    DemoRow("招生管理", "录取结果", "录取名单的公示、咨询和监督电话", SCHOOL_LAW,
            "公示期不少于5个工作日", "column:key-welfare", "学生和家长"),
    DemoRow("学生资助", "资助对象和标准", "资助项目、申请条件、金额、发放时间", SCHOOL_LAW, FORMED,
            "code:21-A7"),
    DemoRow("教师管理", "教师招聘", "岗位、人数、条件、考试安排和结果", REGULATIONS, WEEK,
            "code:20-14"),
    DemoRow("民办教育", "民办学校检查结果", "检查的范围、时间、结论", REGULATIONS),
)  # fmt: skip
RELIEF: Final = (
    DemoRow("综合业务", "政策法规文件", "社会救助的法律、政策和工作制度", RELIEF_LAW, FORMED,
            "code:20-01"),
    DemoRow("最低生活保障", "办事指南", "办理事项、条件、标准、材料、流程、时间、地点", RELIEF_LAW,
            FORMED, "column:statutory-20-05"),
    DemoRow("最低生活保障", "审核信息", "初审对象名单及相关信息", RELIEF_LAW,
            "公示期不少于7天", "code:21-A7"),
    DemoRow("特困人员救助供养", "审批信息", "终止供养名单、特困人员名单及相关信息", RELIEF_LAW,
            WEEK, "code:21-A7"),
    DemoRow("临时救助", "审批结果", "支出型临时救助对象名单、救助金额、救助事由", RELIEF_LAW,
            "收到申请之日起10个工作日内", "", GROUP),
    DemoRow("临时救助", "个人救助情况", "本人的审核过程和结果", RELIEF_LAW, "及时公开", "", GROUP,
            on_application=True),
    DemoRow("民生政策", "救助工作动态", "救助政策的措施和实施情况", RELIEF_LAW, WEEK,
            "column:key-welfare"),
)  # fmt: skip
CARE: Final = (
    DemoRow("养老服务政策", "扶持政策措施", "养老服务扶持政策的名称、内容、申请条件", CARE_LAW,
            FORMED, "code:20-01"),
    DemoRow("养老服务业务", "机构备案和补贴", "办事流程、补贴项目、补贴标准", CARE_LAW, AT_ONCE,
            "column:statutory-20-05"),
    DemoRow("养老服务业务", "公共服务设施", "日间照料、助餐点的名称、地址、收费", CARE_LAW, FORMED,
            "code:21-A2"),
    DemoRow("行业管理", "评估和检查结果", "养老机构的等级评定、检查结果、整改情况", CARE_LAW,
            "制定或者获取之日起10个工作日", "column:key-supervision"),
)  # fmt: skip
SAFETY: Final = (
    DemoRow("政策文件", "规范性文件", "安全生产的规定、标准和文件", SAFETY_LAW, FORMED,
            "code:20-01"),
    DemoRow("行政许可", "许可结果", "许可证号、单位名称、许可范围、有效期", SAFETY_LAW, DECIDED,
            "column:key-enforcement"),
    DemoRow("行政处罚", "处罚决定", "被处罚单位、违法事实、处罚依据和结果", SAFETY_LAW, DECIDED,
            "code:20-06"),
    DemoRow("监督检查", "隐患整改", "重大隐患的单位、整改要求、整改结果", SAFETY_LAW, WEEK,
            "column:key-supervision"),
    DemoRow("监督检查", "检查计划", "年度执法检查计划、检查的重点和频次", SAFETY_LAW,
            "计划批准后20个工作日内", "column:key-supervision"),
    DemoRow("事故信息", "事故调查报告", "事故经过、原因、责任认定、处理建议", SAFETY_LAW, FORMED),
    DemoRow("应急管理", "应急预案", "预案名称、适用范围、响应级别、处置措施", SAFETY_LAW, FORMED,
            "column:key-emergency"),
)  # fmt: skip
DISASTER: Final = (
    DemoRow("灾后救助", "救助政策和标准", "救助项目、条件、标准、申请程序", REGULATIONS, FORMED,
            "code:20-01"),
    DemoRow("灾后救助", "救助款物发放", "对象名单、款物的数量、发放时间", REGULATIONS, AT_ONCE,
            "code:21-A7"),
    DemoRow("预警信息", "气象和地质灾害预警", "预警的级别、范围、时间、防范建议", REGULATIONS,
            AT_ONCE, "column:key-emergency"),
)  # fmt: skip
FOOD: Final = (
    DemoRow("行政许可", "食品经营许可", "申报材料、程序、时限、许可结果", FOOD_LAW, DECIDED,
            "column:key-enforcement"),
    DemoRow("监督检查", "食品抽检结果", "产品名称、生产单位、不合格项目、处置情况", FOOD_LAW, WEEK,
            "column:key-supervision"),
    DemoRow("监督检查", "药品检查结果", "检查单位、发现的问题、整改情况", REGULATIONS, WEEK,
            "column:key-supervision"),
    DemoRow("行政处罚", "处罚决定", "被处罚单位、违法事实、处罚依据和结果", FOOD_LAW, DECIDED,
            "code:20-06"),
    DemoRow("公众服务", "消费提示", "消费警示、投诉渠道、活动安排", FOOD_LAW, "及时公开",
            "tag:消费提示"),
)  # fmt: skip
SUBSIDIES: Final = (
    DemoRow("政策文件", "补贴政策", "补贴的依据、范围、对象、标准", FARM_RULES, FORMED,
            "code:20-01"),
    DemoRow("补贴发放", "发放结果", "补贴对象、面积、金额、发放时间", FARM_RULES, WEEK,
            "column:key-welfare"),
    DemoRow("补贴发放", "举报和监督", "举报电话、受理单位、办理结果", FARM_RULES, ALWAYS),
    DemoRow("农业生产", "农业农村政策落实", "政策的措施、进度、完成情况", FARM_RULES, FORMED,
            "code:21-B1"),
)  # fmt: skip
ROWS: Final = {
    "budgets": BUDGETS,
    "education": EDUCATION,
    "social-relief": RELIEF,
    "elderly-care": CARE,
    "work-safety": SAFETY,
    "disaster-relief": DISASTER,
    "food-and-drugs": FOOD,
    "farm-subsidies": SUBSIDIES,
}
LOCAL: Final = {
    "finance": ("budgets",),
    "education": ("education",),
    "civil": ("social-relief", "elderly-care"),
    "agriculture": ("farm-subsidies",),
    "emergency": ("work-safety", "disaster-relief"),
    "market": ("food-and-drugs",),
}
"""The fields of the bureaus of county and district."""
TOWN: Final = ("social-relief", "disaster-relief", "farm-subsidies")
STREET: Final = ("social-relief", "elderly-care")
