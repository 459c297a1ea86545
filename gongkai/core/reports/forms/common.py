"""What both statutory forms share: the seven columns of table 3, its rows, and table 4."""

from gongkai.core.reports.forms.form import Column, Row, Table

SECTIONS = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)

APPLICANTS = (
    Column("natural", "自然人"),
    Column("business", "商业企业"),
    Column("research", "科研机构"),
    Column("social", "社会公益组织"),
    Column("legal", "法律服务机构"),
    Column("other", "其他"),
    Column("total", "总计"),
)

RESULTS = "三、本年度办理结果"
REFUSED = (RESULTS, "（三）不予公开")
UNABLE = (RESULTS, "（四）无法提供")
NOT_PROCESSED = (RESULTS, "（五）不予处理")
OTHER = (RESULTS, "（六）其他处理")


def _row(key: str, label: str, *group: str) -> Row:
    return Row(key, label, APPLICANTS, group)


def applications(other: tuple[Row, ...]) -> Table:
    """Table 3 (收到和处理政府信息公开申请情况) with the form's own rows for 其他处理."""
    rows = (
        _row("new", "一、本年新收政府信息公开申请数量"),
        _row("carried_in", "二、上年结转政府信息公开申请数量"),
        _row("granted", "（一）予以公开", RESULTS),
        _row("partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", RESULTS),
        _row("refused_1", "1.属于国家秘密", *REFUSED),
        _row("refused_2", "2.其他法律行政法规禁止公开", *REFUSED),
        _row("refused_3", "3.危及“三安全一稳定”", *REFUSED),
        _row("refused_4", "4.保护第三方合法权益", *REFUSED),
        _row("refused_5", "5.属于三类内部事务信息", *REFUSED),
        _row("refused_6", "6.属于四类过程性信息", *REFUSED),
        _row("refused_7", "7.属于行政执法案卷", *REFUSED),
        _row("refused_8", "8.属于行政查询事项", *REFUSED),
        _row("unable_1", "1.本机关不掌握相关政府信息", *UNABLE),
        _row("unable_2", "2.没有现成信息需要另行制作", *UNABLE),
        _row("unable_3", "3.补正后申请内容仍不明确", *UNABLE),
        _row("not_processed_1", "1.信访举报投诉类申请", *NOT_PROCESSED),
        _row("not_processed_2", "2.重复申请", *NOT_PROCESSED),
        _row("not_processed_3", "3.要求提供公开出版物", *NOT_PROCESSED),
        _row("not_processed_4", "4.无正当理由大量反复申请", *NOT_PROCESSED),
        _row("not_processed_5", "5.要求行政机关确认或重新出具已获取信息", *NOT_PROCESSED),
        *other,
        _row("total", "（七）总计", RESULTS),
        _row("carried_out", "四、结转下年度继续办理"),
    )
    return Table("applications", 3, SECTIONS[2], rows)


OTHER_ONE_ROW = (_row("other", "（六）其他处理", RESULTS),)
OTHER_THREE_ROWS = (
    _row("other_1", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", *OTHER),
    _row(
        "other_2",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        *OTHER,
    ),
    _row("other_3", "3.其他", *OTHER),
)

REVIEW_BLOCKS = (
    ("review", "行政复议"),
    ("direct", "行政诉讼未经复议直接起诉"),
    ("after", "行政诉讼复议后起诉"),
)
OUTCOMES = (
    ("upheld", "结果维持"),
    ("corrected", "结果纠正"),
    ("other", "其他结果"),
    ("pending", "尚未审结"),
    ("total", "总计"),
)
REVIEW = Table(
    "review",
    4,
    SECTIONS[3],
    (
        Row(
            "review",
            "",
            tuple(
                Column(f"{block}_{outcome}", f"{block_label}{label}")
                for block, block_label in REVIEW_BLOCKS
                for outcome, label in OUTCOMES
            ),
        ),
    ),
)
