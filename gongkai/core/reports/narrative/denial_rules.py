"""How prose says that something did not happen or was not there (未发生行政复议): the rules."""

from dataclasses import dataclass

HAPPEN = "(?:发生|出现|收到|接到|接收到?|受理|产生|引发|引起|提起|涉及|涉|存在|有|因|被)"
NOT = f"(?:未曾?(?={HAPPEN})|没有|尚未(?={HAPPEN})|无(?!正当|法|效|线|论|人|障|纸)|不存在)"


@dataclass(frozen=True, slots=True)
class DenialRule:
    """One way of saying that there was none of something.

    `pattern` begins at the word of denial; one of `words` must stand behind it. `keys` pairs what
    the statement must contain with the key denied then; with `unless` in it only a kind of it is
    denied (未发生因逾期答复引发的行政复议).
    """

    words: str
    pattern: str
    keys: tuple[tuple[str, str], ...]
    good: tuple[tuple[str, tuple[str, ...]], ...]
    bad: tuple[str, ...]
    unless: str = ""


RULES = (
    DenialRule(
        "复议 诉讼",
        rf"{NOT}{HAPPEN}?[^，。；]{{0,40}}?(?:复议|诉讼)(?!法)[^，。；]{{0,24}}"
        "(?:，(?:也|且|亦)?(?:未|没有|无)?(?:或|被|提起|因)?[^，。；]{0,12}诉讼[^，。；]{0,10})?",
        (
            ("复议[^，。；]*?(?:纠错|纠正|撤销)", "review_corrected"),
            ("诉讼[^，。；]*?(?:败诉|纠错|纠正|撤销)", "litigation_corrected"),
            ("复议(?!(?:[^、和或及，]*)(?:纠错|纠正|撤销))", "review_total"),
            ("诉讼(?![^，。；]*?(?:败诉|纠错|纠正|撤销))", "litigation_total"),
        ),
        (
            (
                "2023年未发生涉及政府信息公开的行政复议、行政诉讼案件。",
                ("review_total", "litigation_total"),
            ),
            ("无行政复议、诉讼等情况。", ("review_total", "litigation_total")),
            (
                "没有因政府信息公开而被提起的行政复议或行政诉讼。",
                ("review_total", "litigation_total"),
            ),
            ("在依申请公开中，无行政复议事项。", ("review_total",)),
            (
                "全年未发生因依申请公开被行政复议纠错或行政诉讼败诉情形。",
                ("review_corrected", "litigation_corrected"),
            ),
        ),
        (
            "行政诉讼未经复议直接起诉3件。",
            "行政复议尚未审结7件。",
            "发生行政诉讼1件。",
            "未发生因逾期未答复引发的行政复议。",
        ),
        unless="逾期|超期|超时|不当|不及时|违规|泄密",
    ),
    DenialRule(
        "公开 零申请 为零",
        rf"(?:{NOT}{HAPPEN}(?:过|到)?(?:和(?:处理|办理))?[^，。；]{{0,16}}?|无(?:人提出|公民)?)"
        "(?:政府)?(?:信息公开|依申请公开|申请公开)(?:(?!复议|诉讼|投诉|举报)[^，。；]){0,6}?(?:申请|事项|信息|件|的?情况|(?=[，。；]))"
        "(?!人|表|复议|行政|而|提起|被|引)|零申请|(?:(?<=公开申请)|(?<=申请公开)|(?<=申请数量))为零",
        (("", "applications_new"),),
        (
            ("2023年未收到政府信息公开申请。", ("applications_new",)),
            ("全年未接到信息公开申请。", ("applications_new",)),
            ("未收到和处理政府信息公开申请情况。", ("applications_new",)),
            ("街道办事处未接收到依申请公开，接受社会监督。", ("applications_new",)),
        ),
        (
            "全年未收到行政许可申请。",
            "未收到因政府信息公开申请行政复议的情况。",
            "政府信息公开申请未按期答复的情况为0。",
            "未收到企业法人提出的政府信息公开申请。",
            "未收到需要补正的政府信息公开申请。",
        ),
        unless="逾期|超期|补正|延期|重复|不予|(?<!公民、)(?:法人|企业)|传真|当面|信函",
    ),
    DenialRule(
        "费",
        "(?:未|没有|无|免予?|不)(?:曾|实际)?(?:向[^，。；]{0,8})?(?:收取|收到|产生|发生)(?:任何|过)?(?:[^，。；]{0,8}处理费|(?:相关|信息公开)?费用)"
        "|全部免费|均?免费(?:为申请人)?提供|(?:未|没有|无)[^，。；]{0,6}收费(?:情况|行为)",
        (("", "fee_collected_yuan"),),
        (
            ("2023年未收取信息处理费。", ("fee_collected_yuan",)),
            ("本机关未收取信息公开处理费。", ("fee_collected_yuan",)),
            ("均未向申请人收取费用。", ("fee_collected_yuan",)),
            ("我厅全部免费为申请人提供政府信息。", ("fee_collected_yuan",)),
        ),
        ("落实信息处理收费政策。", "全年收取信息处理费400元。", "未收取行政事业性收费。"),
    ),
    DenialRule(
        "收费通知",
        "(?:未|没有|无)(?:发出|下达|出具|制发)[^，。；]{0,8}收费通知",
        (("", "fee_notices"),),
        (("未发出收费通知。", ("fee_notices",)),),
        ("发出收费通知2件。",),
    ),
    DenialRule(
        "规章 规范性文件",
        "(?:未|没有|无)(?:新)?(?:主动公开|制定|制发|出台|印发|发布)?(?:的)?(?:规章|(?:行政)?规范性文件)[^，。；]{0,10}",
        (("规章", "regulations"), ("规范性文件", "normative_docs")),
        (("无主动公开规章、规范性文件。", ("regulations", "normative_docs")),),
        ("制发规范性文件6件。",),
    ),
    DenialRule(
        "许可 处罚 强制",
        "(?:无|未(?:作出|实施|发生|有)|没有)(?:行政许可|行政处罚|行政强制)[^，。；]{0,12}",
        (("许可", "licensing"), ("处罚", "penalty"), ("强制", "coercion")),
        (("无行政处罚，无行政强制。", ("penalty", "coercion")),),
        ("作出行政处罚3件。",),
    ),
    DenialRule(
        "建议 提案 办件",
        "(?:未(?:收到|承办)|没有|无)[^，。；]{0,8}?(?:人大(?:代表)?建议|(?:政协)?(?:委员)?提案|(?:主办|会办|协办)件)[^，。；]{0,10}",
        (
            ("建议", "npc_proposals"),
            ("提案", "cppcc_proposals"),
            ("主办", "proposals_lead"),
            ("会办|协办", "proposals_joint"),
        ),
        (
            ("我局今年未收到人大代表建议。", ("npc_proposals",)),
            ("收到提案1件（其中无主办件，会办件1件）。", ("proposals_lead",)),
        ),
        ("收到提案1件。",),
    ),
)
