"""What the invented organs of the demo publish: titles and paragraphs with gaps, as data."""

from typing import Final, NamedTuple


class DemoKind(NamedTuple):
    """How often an organ publishes a kind, what it says, and what the fields hold."""

    kind: str
    every: int
    code: str
    titles: tuple[str, ...]
    paragraphs: tuple[str, ...]
    fields: tuple[tuple[str, str], ...] = ()
    has_table: bool = False
    tags: tuple[str, ...] = ()


PLACES: Final = ("一步镇", "双溪乡", "三桥街道", "四平街道", "五里镇", "六安街道")
MATTERS: Final = (
    "政务服务标准化",
    "老旧小区改造",
    "高标准农田建设",
    "学位供给",
    "基层医疗服务",
    "就业帮扶",
    "安全生产检查",
    "防汛备汛",
    "食品安全抽检",
    "养老服务设施建设",
    "中小企业服务",
    "生态环境整治",
)
INDUSTRIES: Final = ("新材料", "装备制造", "文化旅游", "现代农业", "电子信息", "生物医药")
DEMO_KINDS: Final = (
    DemoKind(
        "news",
        2,
        "20-15",
        ("{organ}部署{month}月{matter}工作", "{matter}工作推进会召开", "{place}{matter}见实效"),
        (
            "{year}年{month}月，{organ}围绕{matter}开展工作，走访{count}户，解决问题{few}个。",
            "下一步，将继续听取群众意见，细化措施，明确责任，按月通报进展。",
        ),
    ),
    DemoKind(
        "notice",
        3,
        "20-15",
        ("关于{matter}有关事项的公告", "关于开展{matter}的通告", "{matter}结果公示"),
        (
            "为做好{matter}，现将有关事项公告如下。",
            "一、受理时间为{year}年{month}月，工作日上午9:00至12:00，下午13:30至17:00。",
            "二、有意见的，可以在公告期内以书面形式向本机关提出。",
        ),
    ),
    DemoKind(
        "policy",
        6,
        "20-01",
        ("{organ}关于印发{matter}实施办法的通知",),
        (
            "各有关单位：现将{matter}实施办法印发给你们，请结合实际认真执行。",
            "第一条　为规范{matter}，根据有关规定，结合本地实际，制定本办法。",
            "第二条　本办法适用于本行政区域内的{matter}活动。",
            "第三条　本办法自印发之日起施行。",
        ),
    ),
    DemoKind(
        "meeting",
        4,
        "20-15",
        ("{organ}召开{year}年第{few}次会议",),
        ("会议听取了{matter}情况汇报，研究了下一步工作安排。",),
        (("name", "{year}年第{few}次会议"), ("topics", "{matter}"), ("held_on", "{day}")),
    ),
    DemoKind(
        "budget",
        12,
        "20-07",
        ("{organ}{year}年部门预算",),
        ("根据本级人民代表大会批准的预算，公开本部门{year}年收支情况。", "单位：万元。"),
        (("year", "{year}"), ("report", "预算")),
        has_table=True,
    ),
    DemoKind(
        "personnel",
        8,
        "20-15",
        ("关于干部任职的通知",),
        ("经研究决定，任命有关同志职务，试用期一年。",),
    ),
    DemoKind(
        "recruitment",
        12,
        "20-14",
        ("{organ}{year}年公开招聘工作人员公告",),
        ("面向社会公开招聘工作人员{few}名，报名采取网上报名方式。",),
        (("posts", "综合管理岗"), ("places", "{few}"), ("closes_on", "{later}")),
    ),
    DemoKind(
        "major_project",
        8,
        "20-10",
        ("{place}{industry}产业园项目进展情况",),
        ("项目主体工程已完成{percent}%，计划年内投入使用。",),
        (
            ("name", "{place}{industry}产业园"),
            ("industry", "{industry}"),
            ("investment", "{money}"),
            ("place", "{place}"),
            ("builder", "示范建设有限公司"),
            ("stage", "在建"),
        ),
    ),
    DemoKind(
        "investment",
        6,
        "20-15",
        ("{place}{industry}招商项目",),
        ("项目用地约{count}亩，水、电、路等基础设施齐全，欢迎洽谈。",),
        (
            ("name", "{place}{industry}招商项目"),
            ("industry", "{industry}"),
            ("investment", "{money}"),
            ("place", "{place}"),
            ("contact", "招商科"),
            ("stage", "招商洽谈"),
        ),
    ),
    DemoKind(
        "functions",
        36,
        "20-02",
        ("{organ}机构职能",),
        ("负责本行政区域内相关工作的组织、协调和监督。",),
        (
            ("address", "示范路{few}号"),
            ("hours", "工作日 9:00—12:00，13:30—17:00"),
            ("phone", "0990-12345{few}"),
            ("head", "孔安平"),
        ),
    ),
    DemoKind("topic", 18, "20-15", ("{matter}专题",), ("集中公开{matter}的政策、进展和结果。",)),
    DemoKind(
        "clarification",
        24,
        "20-12",
        ("关于网传{place}有关情况的说明",),
        (
            "网上流传的有关{place}的信息与事实不符。经核实，相关工作正常进行。请以本机关发布的信息为准。",
        ),
    ),
)
STATUTORY_KINDS: Final = (
    DemoKind(
        "topic",
        18,
        "20-03",
        ("{organ}“十四五”{matter}专项规划", "{organ}{year}年{matter}工作计划"),
        ("规划提出，到规划期末，{matter}覆盖率达到百分之{percent}，实施重点项目 {few} 个。",),
    ),
    DemoKind(
        "topic",
        6,
        "20-04",
        ("{organ}{year}年{month}月{matter}统计数据",),
        ("本月办结{matter}事项 {count} 件，比上月增加 {few} 件，完成全年计划的百分之{percent}。",),
    ),
    DemoKind(
        "licence",
        4,
        "20-05",
        ("{organ}{year}年{month}月行政许可结果公示",),
        ("本月作出行政许可决定 {few} 件，均在法定期限内办结。许可的事项、条件和程序见办事指南。",),
    ),
    DemoKind(
        "licence",
        9,
        "20-06",
        ("{organ}行政处罚决定公示（{year}年{month}月）",),
        ("本月作出行政处罚决定 {few} 件。处罚的依据、裁量基准和救济途径一并公开。",),
    ),
    DemoKind(
        "topic",
        12,
        "20-08",
        ("{organ}{year}年行政事业性收费目录",),
        ("本机关收费项目共 {few} 项，依据和标准见目录；目录以外的收费可以拒绝缴纳。",),
    ),
    DemoKind(
        "notice",
        9,
        "20-09",
        ("{organ}{year}年政府集中采购实施情况",),
        ("本期采购项目 {few} 个，预算合计 {money} 万元，全部在交易平台公开进行。",),
    ),
    DemoKind(
        "topic",
        6,
        "20-11",
        ("{place}{matter}政策落实情况",),
        ("本期受益群众 {count} 人，资金已经按时发放，名单在公示栏公示。",),
    ),
    DemoKind(
        "topic",
        8,
        "20-13",
        ("{organ}{year}年{month}月监督检查情况",),
        ("本月检查单位 {count} 家，发现问题 {few} 个，已经责令限期改正。",),
    ),
    DemoKind(
        "topic",
        10,
        "21-A2",
        ("{place}{matter}便民措施公开",),
        ("新设服务点 {few} 处，服务时间和联系方式见附表，群众可以就近办理。",),
    ),
    DemoKind(
        "leader",
        36,
        "20-02",
        ("{organ}领导信息",),
        ("主持本机关全面工作，负责{matter}。",),
        (("name", "孔安平"), ("post", "主要负责人"), ("charge", "主持全面工作")),
    ),
    DemoKind(
        "topic",
        30,
        "20-15",
        ("{organ}政府信息公开工作制度",),
        ("制度规定了主动公开、依申请公开、保密审查和监督检查的办法，自印发之日起施行。",),
        tags=("政府信息公开制度",),
    ),
    DemoKind(
        "topic",
        12,
        "20-15",
        ("{organ}{year}年政府信息公开工作年度报告",),
        ("本年主动公开信息 {count} 条，收到申请 {few} 件，均按期答复。",),
        tags=("政府信息公开年报",),
    ),
    DemoKind(
        "topic",
        12,
        "20-15",
        ("{organ}关于人大代表建议和政协委员提案办理情况的公开",),
        ("本年承办建议提案 {few} 件，全部办结，满意率百分之{percent}。",),
        tags=("建议提案办理",),
    ),
)
"""What the other columns of a real site show; planned after the rest, by dice of their own."""
INTERPRETATION: Final = DemoKind(
    "interpretation",
    0,
    "20-01",
    ("一图读懂：{target}",),
    ("本办法从背景依据、适用范围、主要内容、办理方式四个方面作了规定，便于群众了解和办理。",),
    (("form", "图解"),),
)
KEPT_BACK: Final = (
    ("关于{matter}工作经费的请示", "not_public", "REPORT_UPWARD", "向上级机关的请示，尚未批复"),
    ("{matter}专题讨论记录", "not_public", "DISCUSSION", "内部讨论的记录，尚未形成决定"),
    ("{matter}值班安排", "not_public", "WORKFLOW", "内部工作流程信息"),
    ("{matter}个案办理情况", "on_application", "", "只涉及特定申请人的情况"),
)
CORRECTIONS: Final = (
    "日期写错，更正为实际日期",
    "附件缺页，补齐后重新发布",
    "联系电话有误，予以更正",
)
WITHDRAWALS: Final = ("活动取消，原公告不再执行", "内容与后来的规定不一致，予以撤回")
SEND_BACKS: Final = ("标题与正文不一致，请核对", "请补充公开依据", "表格缺少单位，请补充")
TABLE_HEAD: Final = ("项目", "预算数")
TABLE_ROWS: Final = ("一般公共预算", "政府性基金预算", "基本支出", "项目支出")
