"""The checks that need several reports, as data: code, weight, title, what to do, citation."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gongkai.core.finding import Evidence, Finding, Severity, Status
from gongkai.core.law import FORM_2021, OGI, Citation

YEARS = FORM_2021.part("表二、表三、表四")


@dataclass(frozen=True, slots=True)
class Comparison:
    """One check over several reports."""

    code: str
    severity: Severity
    title: str
    hint: str
    cite: Citation

    def finding(
        self,
        text: str,
        status: Status = Status.FAIL,
        *,
        paths: tuple[str, ...] = (),
        sides: tuple[int | Decimal | None, int | Decimal | None] = (None, None),
        evidence: tuple[Evidence, ...] = (),
    ) -> Finding:
        """A finding of this check; `sides` are left and right of a comparison."""
        wrong = status in {Status.FAIL, Status.UNCERTAIN}
        return Finding(
            code=self.code,
            severity=self.severity,
            title=self.title,
            text=text,
            hint=self.hint if wrong else "",
            status=status,
            paths=paths,
            cite=self.cite,
            left=sides[0],
            right=sides[1],
            evidence=evidence,
        )

    def passed(self, text: str) -> Finding:
        """The finding where all is well."""
        return self.finding(text, Status.PASS)

    def unknown(self, text: str) -> Finding:
        """The finding where it cannot be judged."""
        return self.finding(text, Status.NOT_ASSESSABLE)


E, W, INFORMATION = Severity.ERROR, Severity.WARNING, Severity.INFORMATION
LIST = (
    Comparison(
        "XY-00",
        INFORMATION,
        "年度不连续或者重复",
        "补上缺少年度的年报，跨年核对才能完整。",
        OGI.at(50),
    ),
    Comparison(
        "XY-01",
        E,
        "上年结转与上年年报不一致",
        "本年“上年结转”各列应当等于上年年报的“结转下年度继续办理”。",
        YEARS,
    ),
    Comparison(
        "XY-02",
        E,
        "现行有效件数跨年不平",
        "现行有效件数应当等于上年现行有效加本年制发减本年废止；有清理、转出的请说明。",
        FORM_2021.part("表二"),
    ),
    Comparison(
        "XY-03",
        W,
        "上一年项目数量与上年年报不一致",
        "核对本年“上一年项目数量”与上年年报的项目数量加减变化。",
        FORM_2021.part("表二"),
    ),
    Comparison(
        "XY-04",
        W,
        "新旧格式的文件数量需要人工对照",
        "2020年“对外公开总数量”与2021年“现行有效件数”口径不同，请人工说明衔接关系。",
        FORM_2021.part("表二"),
    ),
    Comparison(
        "XY-05",
        W,
        "上年尚未审结的案件没有下文",
        "上年尚未审结的案件应当在本年表四作为已审结或者尚未审结反映。",
        FORM_2021.part("表四"),
    ),
    Comparison(
        "XY-06",
        W,
        "与上年年报内容雷同",
        "按本年度的实际工作重写，不要沿用上年的文字。",
        FORM_2021.part("明确责任"),
    ),
    Comparison("XY-07", W, "与上年相比变化过大", "核对数字；确实变化的请说明原因。", YEARS),
    Comparison(
        "XO-01",
        E,
        "地区汇总不等于各机关之和",
        "核对汇总范围和列出的单元格，找出漏报、重报的机关。",
        OGI.at(49),
    ),
    Comparison(
        "XO-02", E, "有机关没有报送或者逾期", "催报；名单按应当编制年报的机关确定。", OGI.at(49)
    ),
    Comparison(
        "XO-05", W, "机关之间年报文字雷同", "各机关应当按自己的实际工作编写年报。", OGI.at(50)
    ),
)
COMPARISONS: Mapping[str, Comparison] = {comparison.code: comparison for comparison in LIST}
