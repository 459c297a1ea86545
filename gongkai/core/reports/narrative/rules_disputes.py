"""Figures about reconsideration and litigation, and about proposals of deputies and members."""

from gongkai.core.reports.narrative.figure_rules import CASES, FigureRule, Topic

DISPUTE = {
    Topic.REVIEW: ("行政复议", "全年政府信息公开行政复议20件"),
    Topic.LITIGATION: ("行政诉讼", "全年政府信息公开行政诉讼20件"),
}
OUTCOMES = (
    (
        "upheld",
        "(?:结果)?维持(?:原行政行为|原结果)?|驳回(?:原告|申请人)?(?:诉讼请求|申请)?",
        "维持 驳回",
        "结果维持7件",
    ),
    (
        "corrected",
        "(?:结果)?(?:被依法)?纠正|纠错|撤销(?:原行政行为)?|败诉",
        "纠正 纠错 撤销 败诉",
        "结果纠正7件",
    ),
    ("other", "其他(?:结果|情形)?", "其他", "其他结果7件"),
    ("pending", "(?:尚未|未)(?:审结|办结)|正在审理|审理中", "审", "尚未审结7件"),
)
DEPUTIES = "(?:人大|人民代表大会)[^，。；]{0,10}?(?:代表)?[^，。；]{0,4}?(?:建议|议案)"
MEMBERS = "政协[^，。；]{0,24}?提案"
MADE_PUBLIC = "(?:的?(?:复文|答复|办理|结果|情况|办复|公开|工作|及)*)"


def _outcome(topic: Topic, key: str, label: str, words: str, sample: str) -> FigureRule:
    _, opening = DISPUTE[topic]
    return FigureRule(
        f"{topic}_{key}",
        CASES,
        words=words,
        before=f"(?:{label})(?:的)?(?:案件)?",
        after=f"[^，。；、（）]{{0,4}}?(?:{label})",
        either=True,
        topics=(topic,),
        good=(f"{opening}，其中{sample}。",),
        bad=(f"全年收到政府信息公开申请20件，其中{sample}。",),
    )


RULES = (
    FigureRule(
        "disputes_total",
        CASES,
        words="诉",
        before="复议(?:案件?|申请)?(?:[、和及与或]|以及)(?:被?提起)?(?:行政)?诉讼(?:案件?)?(?:数量|数)?",
        good=("全年政府信息公开行政复议、行政诉讼均为0件。",),
        bad=("行政复议1件、行政诉讼2件。",),
    ),
    FigureRule(
        "review_total",
        CASES,
        words="复议",
        before="(?:行政)?复议(?:案件?|申请)?(?:数量|数)?",
        good=("政府信息公开行政复议351件，其中结果维持72件。", "被申请行政复议案件2起。"),
        bad=("收到政府信息公开申请2件。", "行政诉讼复议后起诉3件。"),
    ),
    FigureRule(
        "review_total",
        CASES,
        words="复议",
        before="(?:发生|收到|产生|引发|办理|受理|涉及)(?:了)?",
        after="[^，。；、（）]{0,24}?行政复议",
        good=("全年发生3起因政府信息公开引发的行政复议。",),
        bad=("全年发生3起因政府信息公开引发的行政诉讼。",),
    ),
    FigureRule(
        "litigation_total",
        CASES,
        words="诉",
        before="(?:行政)?(?:诉讼|应诉)(?:案件?)?(?:数量|数)?",
        good=("政府信息公开行政诉讼46件，其中结果维持25件。",),
        bad=("政府信息公开行政复议46件。",),
    ),
    FigureRule(
        "litigation_total",
        CASES,
        words="诉",
        before="(?:发生|收到|产生|引发|办理|涉及)(?:了)?",
        after="[^，。；、（）复]{0,24}?行政诉讼",
        good=("全年发生3起因政府信息公开引发的行政诉讼。",),
        bad=("全年发生3起因政府信息公开引发的行政复议。",),
    ),
    FigureRule(
        "direct_total",
        CASES,
        words="直接",
        before="未经复议直接(?:起诉|提起[^，。；]{0,4}诉讼)(?:的)?(?:案件)?",
        good=("行政诉讼5件，其中未经复议直接起诉3件。",),
        bad=("行政诉讼5件。",),
    ),
    FigureRule(
        "after_total",
        CASES,
        words="复议后",
        before="复议后(?:起诉|提起[^，。；]{0,4}诉讼)(?:的)?(?:案件)?",
        good=("行政诉讼5件，其中复议后起诉2件。",),
        bad=("行政诉讼5件。",),
    ),
    *(_outcome(topic, *outcome) for topic in DISPUTE for outcome in OUTCOMES),
    FigureRule(
        "proposal_replies",
        "条 件 篇 份",
        words="答复信息",
        before="(?:建议|提案)[^，。；]{0,8}?答复信息",
        good=("公开人大代表建议和政协提案办理答复信息238条。",),
        bad=("收到政协提案1件。",),
    ),
    FigureRule(
        "proposals_total",
        "件 条 份 个",
        words="提案 建议",
        before=f"(?:收到|承办|办理|交办|接到)[^，。；]{{0,12}}?(?:{DEPUTIES}[^，。；]{{0,4}}?(?:{MEMBERS}|提案)|建议提案)",
        good=("承办人大代表建议、政协提案12件。", "共办理建议提案12件。"),
        bad=("公开人大代表建议办理结果12件。", "承办人大代表建议3件、政协提案12件。"),
    ),
    FigureRule(
        "proposals",
        "件 条 份 篇 个",
        words="提案",
        before=f"{DEPUTIES}[^，。；]{{0,4}}?(?:{MEMBERS}|提案){MADE_PUBLIC}",
        good=(
            "公开省人大代表建议政协提案复文共35件。",
            "公开人大代表建议、政协委员提案办理结果20件。",
        ),
        bad=("公开政协提案办理结果8件。",),
    ),
    FigureRule(
        "npc_proposals",
        "件 条 份 个",
        words="建议 议案",
        before=f"{DEPUTIES}{MADE_PUBLIC}",
        good=("公开人大建议办理结果12件，政协提案办理结果8件。",),
        bad=("公开政协提案办理结果8件。",),
    ),
    FigureRule(
        "cppcc_proposals",
        "件 条 份 个",
        words="提案",
        before=f"{MEMBERS}{MADE_PUBLIC}",
        good=("公开人大建议办理结果12件，政协提案办理结果8件。",),
        bad=("公开人大建议办理结果12件。",),
    ),
    FigureRule(
        "proposals_lead",
        "件 条 份 个",
        words="办",
        before="(?:主办|独办|牵头办理)(?:件|的)?",
        topics=(Topic.PROPOSALS,),
        good=("收到政协提案3件，其中主办件2件、会办件1件。",),
        bad=("收到政协提案3件，其中会办件1件。",),
    ),
    FigureRule(
        "proposals_joint",
        "件 条 份 个",
        words="办",
        before="(?:会办|协办|分办)(?:件|的)?",
        topics=(Topic.PROPOSALS,),
        good=("收到政协提案3件，其中主办件2件、会办件1件。",),
        bad=("收到政协提案3件，其中主办件2件。",),
    ),
    FigureRule(
        "proposals_answer_rate",
        "%",
        words="率",
        before="(?:办结率|答复率|办复率)(?:[、和及][^，。；]{2,4}率)*",
        topics=(Topic.PROPOSALS,),
        good=("承办政协提案1件，办结率为100%。", "承办政协提案1件，办结率、满意率均为100%。"),
        bad=("收到政府信息公开申请17件，办结率100%。",),
    ),
)
