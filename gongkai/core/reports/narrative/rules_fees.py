"""Figures about the information processing fee (信息处理费)."""

from gongkai.core.reports.narrative.figure_rules import FigureRule, Topic

RULES = (
    FigureRule(
        "fee_collected_yuan",
        "元",
        words="费 收取",
        before="(?:处理费|实际收取|收取[^，。；]{0,8}费用?)[^，。；]{0,10}?",
        good=(
            "全年收取政府信息公开信息处理费3940元。",
            "实际收取信息处理费共计400元。",
            "发出收费通知2件，总金额300元，实际收取总金额300元。",
        ),
        bad=("财政拨款400元。",),
    ),
    FigureRule(
        "fee_notices",
        "件 份 次 个",
        words="收费通知",
        before="(?:发出|下达|出具|制发)[^，。；]{0,12}?收费通知书?[^，。；]{0,4}?",
        good=("发出收费通知2件，总金额300元。",),
        bad=("收取信息处理费300元。",),
    ),
    FigureRule(
        "fee_notified_yuan",
        "元",
        words="额",
        before="(?:总金额|总额|金额)",
        topics=(Topic.FEES,),
        good=("发出收费通知2件，总金额300元。",),
        bad=("实际收取信息处理费300元。",),
    ),
)
