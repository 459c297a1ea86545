"""Figures about applications (依申请公开): received, carried over, answered, and how."""

from gongkai.core.reports.narrative.figure_rules import PIECES, FigureRule, Topic

APPLICATIONS = (Topic.APPLICATIONS,)
WAYS = "(?:申请|方式|形式|途径|渠道|提交|收到|提出|受理|的)*"
NEW = "(?:收到|受理|接到|接收到?|新收|收悉|收件|登记)"
RECEIVED = (
    rf"{NEW}(?:和(?:处理|办理))?[^，。；]{{0,30}}?(?:信息公开|依申请公开|公开)[^，。；]{{0,14}}?"
    "(?:申请|信件|事项|政府信息|信息公开|件)?(?:件|数量|数)?"
)


def _result(key: str, label: str, word: str, good: str, bad: str) -> FigureRule:
    """A result of handling, said before or behind its number."""
    return FigureRule(
        key,
        PIECES,
        words=word,
        before=f"{label}(?:的?(?:申请|答复|决定|类))?",
        after=f"(?:申请)?(?:已|均|为|作|作出|属于|依法|予以)?{label}",
        either=True,
        topics=APPLICATIONS,
        good=(f"全年共收到政府信息公开申请30件，{good}。",),
        bad=(f"全年共收到政府信息公开申请30件，{bad}。",),
    )


def _way(key: str, words: str, good: str) -> FigureRule:
    """A way by which applications came."""
    return FigureRule(
        key,
        PIECES,
        words=words.replace("|", " "),
        before=f"(?:{words}){WAYS}",
        topics=APPLICATIONS,
        good=(f"全年共收到政府信息公开申请30件，其中{good}。",),
        bad=(f"受理群众咨询30件，其中{good}。",),
    )


RULES = (
    FigureRule(
        "applications_new",
        PIECES,
        words="收 受理 接 登记",
        before=RECEIVED,
        good=(
            "全年共收到信息公开申请14件，当年办结14件。",
            "收到公民、法人和其他组织政府信息公开申请共44件。",
            "受理依申请信息公开3件，均及时予以回复。",
            "全年共收到依申请公开信件 14 件。",
            "全年新收政府信息公开申请数量0件。",
        ),
        bad=(
            "上年结转政府信息公开申请3件。",
            "公开人大代表建议12件。",
            "收到网民留言85条。",
            "2022年收到政府信息公开申请9件。",
        ),
    ),
    FigureRule(
        "applications_new",
        PIECES,
        words="收 受理 接 登记",
        before=f"{NEW}(?:了|各类|有效|有)?",
        after="[^，。；、（）]{0,24}?(?:信息公开|依申请公开)[^，。；、]{0,6}?申请",
        good=("本机关收到2份以信函形式提出的信息公开申请，已答复。",),
        bad=("收到2份政协提案，均已办结。",),
    ),
    FigureRule(
        "applications_new",
        PIECES,
        words="收 受理 接",
        before=f"{NEW}(?:有效|各类|的)?(?:申请)?",
        topics=APPLICATIONS,
        good=("规范依申请公开工作，全年收到申请14件。",),
        bad=("畅通网民留言渠道，全年受理14件。",),
    ),
    FigureRule(
        "carried_in",
        PIECES,
        words="结转",
        before="(?:上年度?|上一年度?|去年|往年|20\\d\\d年度?)[^，。；]{0,4}?结转[^，。；]{0,16}?|结转(?:上|去)年[^，。；]{0,12}?",
        own=False,
        good=("办结政府信息公开申请1191件（含上年结转189件）。", "上年度结转申请34件。"),
        bad=("结转下年度继续办理3件。",),
    ),
    FigureRule(
        "carried_out",
        PIECES,
        words="结转 顺延 转至 转到 延至 延续 转下 延到 延下",
        before="(?:结转|顺延|转|延)(?:至|到)?(?:下|次|明|20\\d\\d)一?(?:年度?)[^，。；]{0,10}?",
        after="[^，。；、（）]{0,8}?(?:结转|顺延|转|延续)(?:至|到)?(?:下|次|明|20\\d\\d)一?年",
        either=True,
        own=False,
        good=("结转下年度继续办理3件。", "另有103件顺延到下年度答复。"),
        bad=("上年结转3件。",),
    ),
    _result(
        "granted_or_partial",
        "予以公开(?:及|和|、|与|或)部分公开",
        "公开",
        "予以公开及部分公开8件",
        "予以公开8件",
    ),
    _result("granted", "(?<!不)予以公开", "予以公开", "予以公开8件", "不予公开8件"),
    _result(
        "partial",
        "部分公开",
        "部分公开",
        "部分公开8件",
        "予以公开及部分公开8件",
    ),
    _result("refused", "不予公开", "不予公开", "不予公开8件", "不予处理8件"),
    _result("unable", "无法提供", "无法提供", "因不掌握等原因无法提供8件", "不予处理8件"),
    _result("not_processed", "不予处理", "不予处理", "属重复申请等不予处理8件", "不予公开8件"),
    _result("other", "(?:作?其他处理|其他方式处理)", "其他", "其他处理8件", "不予处理8件"),
    _result("withdrawn", "(?:主动)?(?:撤回|撤销)", "撤", "申请人主动撤回8件", "不予公开8件"),
    FigureRule(
        "applications_answered",
        PIECES,
        words="办 答复 回复 审结 处理",
        before="(?:办结|答复|办理答复|办理完毕|办理|审结|回复|处理)(?:的?(?:政府信息公开|依申请公开)?申请)?",
        topics=APPLICATIONS,
        good=(
            "全年共收到政府信息公开申请19件，当年办结19件。",
            "共受理政府信息公开申请31件，答复30件。",
        ),
        bad=("收到网民留言85条，答复85条。", "承办人大代表建议3件，办结3件。"),
    ),
    _way("online", "网络|网上|网站|在线|互联网|平台|线上", "网络申请9件"),
    _way("by_letter", "信函|邮寄|来信|邮政|信件|EMS", "信函申请9件"),
    _way("in_person", "当面|现场|窗口", "当面申请9件"),
    _way("by_email", "电子邮件|邮箱|电子邮箱", "电子邮件申请9件"),
    _way("by_fax", "传真", "传真申请9件"),
    FigureRule(
        "applications_natural",
        PIECES,
        words="自然人",
        before="自然人(?:申请|提出|提交|的)*",
        topics=APPLICATIONS,
        good=("收到政府信息公开申请9件，其中自然人申请8件、法人或其他组织申请1件。",),
        bad=("收到政府信息公开申请9件，其中法人申请1件。",),
    ),
    FigureRule(
        "applications_organisations",
        PIECES,
        words="法人",
        before="(?:法人(?:或者?|和)其他组织|企业法人)(?:申请|提出|提交|的)*",
        topics=APPLICATIONS,
        good=("收到政府信息公开申请9件，其中自然人申请8件、法人或其他组织申请1件。",),
        bad=("收到政府信息公开申请9件，其中自然人申请1件。",),
    ),
    FigureRule(
        "answer_rate",
        "%",
        words="率",
        before="(?:办结率|答复率|办理率)(?:[、和及][^，。；]{2,4}率)*",
        topics=APPLICATIONS,
        good=("收到政府信息公开申请17件，办结率100%。",),
        bad=("承办提案1件，办结率为100%。",),
    ),
)
