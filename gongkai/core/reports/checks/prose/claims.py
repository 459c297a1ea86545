"""Which figures of the prose speak of which cells, as data."""

from gongkai.core.reports.checks.prose.said import Claim

LAST = ".6"
NEW_PATH, CARRIED_IN = "applications.new.6", "applications.carried_in.6"
TOTAL, CARRIED_OUT = "applications.total.6", "applications.carried_out.6"
NEW = (
    Claim(
        ("applications_new", "applications_new_by_gov_office"),
        "新收申请",
        ((NEW_PATH,), (NEW_PATH, CARRIED_IN)),
    ),
    Claim(("applications_natural",), "自然人申请", (("applications.new.0",),)),
    Claim(
        ("applications_organisations",),
        "法人或其他组织申请",
        (tuple(f"applications.new.{column}" for column in range(1, 6)),),
    ),
)
ANSWERED = (Claim(("applications_answered",), "办结申请", ((TOTAL,), (NEW_PATH,))),)
RESULTS = (
    Claim(("granted",), "予以公开", (("applications.granted.6",),)),
    Claim(("partial",), "部分公开", (("applications.partial.6",),)),
    Claim(
        ("granted_or_partial",),
        "予以公开和部分公开",
        (("applications.granted.6", "applications.partial.6"),),
    ),
    Claim(("refused",), "不予公开", (("applications.refused_*.6",),)),
    Claim(("unable",), "无法提供", (("applications.unable_*.6",),)),
    Claim(("not_processed",), "不予处理", (("applications.not_processed_*.6",),)),
    Claim(("other",), "其他处理", (("applications.other*.6",),)),
)
CARRIED = (
    Claim(("carried_in",), "上年结转", ((CARRIED_IN,),)),
    Claim(("carried_out",), "结转下年度", ((CARRIED_OUT,),)),
)
OUTCOME_LABELS = {
    "total": "",
    "upheld": "结果维持",
    "corrected": "结果纠正",
    "other": "其他结果",
    "pending": "尚未审结",
}
CASES = (
    *(
        Claim((f"review_{key}",), f"行政复议{label}", ((f"review.review_{key}",),))
        for key, label in OUTCOME_LABELS.items()
    ),
    *(
        Claim(
            (f"litigation_{key}",),
            f"行政诉讼{label}",
            ((f"review.direct_{key}", f"review.after_{key}"),),
        )
        for key, label in OUTCOME_LABELS.items()
    ),
)
CASES += (
    Claim(("direct_total",), "未经复议直接起诉", (("review.direct_total",),)),
    Claim(("after_total",), "复议后起诉", (("review.after_total",),)),
)
REGULATIONS = tuple((f"table2.regulations.{column}",) for column in range(3))
NORMATIVE = tuple((f"table2.normative_docs.{column}",) for column in range(3))
VALID = (
    Claim(("valid_regulations",), "现行有效规章", REGULATIONS[2:]),
    Claim(("valid_normative_docs",), "现行有效规范性文件", NORMATIVE[2:]),
)
DOCUMENTS = (
    Claim(("regulations", "new_regulations"), "规章", REGULATIONS),
    Claim(("normative_docs", "new_normative_docs"), "规范性文件", NORMATIVE),
)
