"""What the demo's people ask for, and who they are: all of it invented."""

from typing import Final, NamedTuple

from gongkai.core.applications.kinds import ApplicantKind, Medium, Paper, Provision


class Person(NamedTuple):
    """Somebody who asks."""

    kind: ApplicantKind
    name: str
    phone: str
    email: str
    address: str


PEOPLE: Final = (
    Person(ApplicantKind.NATURAL, "林佳禾", "13900000001", "lin@example.com", "示范县清溪路8号"),
    Person(ApplicantKind.NATURAL, "周望舒", "13900000002", "zhou@example.com", "示范区南桥街12号"),
    Person(ApplicantKind.NATURAL, "高远山", "13900000003", "gao@example.com", "示范县一步镇3组"),
    Person(ApplicantKind.NATURAL, "许青禾", "13900000004", "xu@example.com", "示范市中心路66号"),
    Person(ApplicantKind.NATURAL, "唐小满", "13900000005", "tang@example.com", "示范县双溪乡5组"),
    Person(
        ApplicantKind.BUSINESS,
        "示范县远航建材有限公司",
        "13900000006",
        "office@example.com",
        "示范县工业园2号",
    ),
    Person(
        ApplicantKind.LEGAL,
        "示范市明理律师事务所",
        "13900000007",
        "law@example.com",
        "示范市法治路1号",
    ),
    Person(
        ApplicantKind.RESEARCH,
        "示范大学公共政策研究中心",
        "13900000008",
        "study@example.com",
        "示范市大学路9号",
    ),
    Person(
        ApplicantKind.SOCIAL,
        "示范县绿水环保志愿者协会",
        "13900000009",
        "green@example.com",
        "示范县滨河路20号",
    ),
    Person(ApplicantKind.NATURAL, "贺知秋", "13900000010", "he@example.com", "示范县东门街31号"),
    Person(ApplicantKind.OTHER, "东门社区业主委员会", "13900000011", "", "示范县东门街1号"),
)
MATTERS: Final = (
    ("老旧小区改造资金安排", "{year}年老旧小区改造项目清单和资金安排文件"),
    ("地块征收补偿方案", "东门片区房屋征收补偿方案及其批准文件"),
    ("学校食堂招标结果", "{year}年县属学校食堂承包经营招标的中标通知书"),
    ("河道整治工程合同", "清溪河道整治工程的施工合同和监理合同"),
    ("公交线路调整依据", "{year}年公交线路调整的论证材料和审批文件"),
    ("乡村道路验收记录", "一步镇通村道路竣工验收记录"),
    ("补贴发放名单", "{year}年耕地地力保护补贴发放汇总表"),
    ("会议纪要", "研究东门片区改造的专题会议纪要"),
    ("行政处罚案卷", "某建筑工地扬尘污染行政处罚案卷"),
    ("三公经费明细", "{year}年“三公”经费支出明细"),
    ("规划许可证附图", "滨河路商住楼建设工程规划许可证及附图"),
    ("环境监测报告", "工业园{year}年空气质量监测报告"),
    ("低保政策咨询", "低保申请的条件和办理流程的文件依据"),
    ("人才公寓分配方案", "{year}年人才公寓分配方案和公示材料"),
)
"""A subject, and what exactly is asked for."""
WANTED: Final = (
    (Medium.PAPER, Provision.POST),
    (Medium.ELECTRONIC, Provision.EMAIL),
    (Medium.ELECTRONIC, Provision.PORTAL),
    (Medium.PAPER, Provision.COLLECT),
)
PAPER: Final = {True: Paper.OTHER, False: Paper.OTHER}
PAPER_NUMBER: Final = "SF{number:08}"
"""The number of an invented document, which is no identity number."""
OFFICE: Final = "政务公开科"
ADDRESS: Final = "示范路1号"
POSTCODE: Final = "999001"
PHONE: Final = "0999-1234567"
FAX: Final = "0999-1234568"
EMAIL: Final = "gongkai@example.gov.cn"
HOURS: Final = "工作日上午9:00至12:00，下午14:00至17:00"
COURT: Final = "示范市铁路运输法院"
REVIEW: Final = "https://www.example.gov.cn/fuyi"
ACCOUNT: Final = "户名：示范县财政国库\n开户行：示范银行\n账号：0000 0000 0000 0000"
CODE_WORD: Final = "示{stem}{branch}"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
"""Together they name sixty organs."""
HOME_WORD: Final = "示县府办"
HANDLERS: Final = ("安然", "宁静", "齐思", "常远")
"""Who handled the cases of earlier years."""
FROM_BEFORE: Final = "由旧登记簿录入"
REPLIED: Final = "已按原登记簿记录答复"
