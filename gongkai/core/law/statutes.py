"""The register of statutes the system cites: title, document number, dates, number of articles.

A notice whose text is not divided into articles has no number of articles. A statute that has been
replaced stays, with the last day on which it was in force.
"""

from datetime import date

from gongkai.core.law.citation import Statute

# Disclosure
OGI = Statute(
    "ogi", "中华人民共和国政府信息公开条例", "国务院令第711号", date(2019, 5, 15), articles=56
)
OGI_2007 = Statute(
    "ogi-2007",
    "中华人民共和国政府信息公开条例",
    "国务院令第492号",
    date(2008, 5, 1),
    articles=38,
    in_force_until=date(2019, 5, 14),
)
FORM_2019 = Statute(
    "report-form-2019",
    "中华人民共和国政府信息公开工作年度报告格式（试行）",
    "国办公开办函〔2019〕60号",
    date(2019, 12, 1),
    in_force_until=date(2021, 9, 25),
)
FORM_2021 = Statute(
    "report-form-2021",
    "中华人民共和国政府信息公开工作年度报告格式",
    "国办公开办函〔2021〕30号",
    date(2021, 9, 26),
)
FEES = Statute(
    "processing-fees", "政府信息公开信息处理费管理办法", "国办函〔2020〕109号", date(2021, 1, 1)
)
PLATFORM = Statute(
    "platform",
    "国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知",
    "国办公开办函〔2019〕61号",
    date(2019, 12, 3),
)
DELIVERY = Statute(
    "delivery",
    "国务院办公厅政府信息与政务公开办公室关于政府信息公开处理决定送达问题的解释",
    "国办公开办函〔2016〕235号",
    date(2016, 12, 7),
)
GRASSROOTS = Statute(
    "grassroots-openness",
    "国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见",
    "国办发〔2019〕54号",
    date(2019, 12, 26),
)
OGI_CASES_2011 = Statute(
    "ogi-cases-2011",
    "最高人民法院关于审理政府信息公开行政案件若干问题的规定",
    "法释〔2011〕17号",
    date(2011, 8, 13),
    articles=13,
    in_force_until=date(2025, 5, 31),
)
OGI_CASES = Statute(
    "ogi-cases",
    "最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释",
    "法释〔2025〕8号",
    date(2025, 6, 1),
    articles=15,
)

# Remedies
RECONSIDERATION = Statute(
    "reconsideration",
    "中华人民共和国行政复议法",
    "主席令第九号",
    date(2024, 1, 1),
    articles=90,
)
LITIGATION = Statute(
    "litigation",
    "中华人民共和国行政诉讼法",
    "主席令第七十一号",
    date(2017, 7, 1),
    articles=103,
)
PETITIONS = Statute("petitions", "信访工作条例", "", date(2022, 5, 1), articles=50)

# What organs do, and must disclose
LICENSING = Statute(
    "licensing", "中华人民共和国行政许可法", "主席令第二十九号", date(2019, 4, 23), articles=83
)
PENALTY = Statute(
    "penalty", "中华人民共和国行政处罚法", "主席令第七十号", date(2021, 7, 15), articles=86
)
RULE_MAKING = Statute(
    "rule-making", "规章制定程序条例", "国务院令第695号", date(2018, 5, 1), articles=41
)
DECISIONS = Statute(
    "decisions", "重大行政决策程序暂行条例", "国务院令第713号", date(2019, 9, 1), articles=44
)
NORMATIVE_DOCUMENTS = Statute(
    "normative-documents",
    "国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见",
    "国办发〔2018〕115号",
    date(2018, 12, 4),
)
PUBLICITY = Statute(
    "publicity",
    "国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见",
    "国办发〔2018〕118号",
    date(2018, 12, 5),
)
OPENNESS_RULES = Statute(
    "openness-rules",
    "《关于全面推进政务公开工作的意见》实施细则",
    "国办发〔2016〕80号",
    date(2016, 11, 10),
)
NEW_MEDIA = Statute(
    "new-media",
    "国务院办公厅关于推进政务新媒体健康有序发展的意见",
    "国办发〔2018〕123号",
    date(2018, 12, 7),
)

# Secrets, persons, records, machines
SECRETS = Statute(
    "secrets", "中华人民共和国保守国家秘密法", "主席令第二十号", date(2024, 5, 1), articles=65
)
SECRETS_RULES = Statute(
    "secrets-rules",
    "中华人民共和国保守国家秘密法实施条例",
    "国务院令第786号",
    date(2024, 9, 1),
    articles=74,
)
PERSONAL_INFORMATION = Statute(
    "personal-information",
    "中华人民共和国个人信息保护法",
    "主席令第九十一号",
    date(2021, 11, 1),
    articles=74,
)
ARCHIVES = Statute(
    "archives", "中华人民共和国档案法", "主席令第四十七号", date(2021, 1, 1), articles=53
)
DATA_SECURITY = Statute(
    "data-security", "中华人民共和国数据安全法", "主席令第八十四号", date(2021, 9, 1), articles=55
)
ACCESSIBILITY = Statute(
    "accessibility",
    "中华人民共和国无障碍环境建设法",
    "主席令第六号",
    date(2023, 9, 1),
    articles=72,
)

# Days
HOLIDAYS = Statute(
    "holidays", "全国年节及纪念日放假办法", "国务院令第795号", date(2024, 11, 10), articles=8
)

REGISTER: tuple[Statute, ...] = (
    OGI,
    OGI_2007,
    FORM_2019,
    FORM_2021,
    FEES,
    PLATFORM,
    DELIVERY,
    GRASSROOTS,
    OGI_CASES_2011,
    OGI_CASES,
    RECONSIDERATION,
    LITIGATION,
    PETITIONS,
    LICENSING,
    PENALTY,
    RULE_MAKING,
    DECISIONS,
    NORMATIVE_DOCUMENTS,
    PUBLICITY,
    OPENNESS_RULES,
    NEW_MEDIA,
    SECRETS,
    SECRETS_RULES,
    PERSONAL_INFORMATION,
    ARCHIVES,
    DATA_SECURITY,
    ACCESSIBILITY,
    HOLIDAYS,
)


def statute(key: str) -> Statute:
    """The statute registered under a key. Raises KeyError where there is none."""
    found = next((row for row in REGISTER if row.key == key), None)
    if found is None:
        raise KeyError(key)
    return found
