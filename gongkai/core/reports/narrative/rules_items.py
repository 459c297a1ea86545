"""Figures about items of information published, by channel and kind."""

from gongkai.core.reports.narrative.figure_rules import ITEMS, FigureRule, Topic

VERB = "(?:公开|发布|更新|刊发|推送|上传|发表|公布|编发|推出|刊登|转发|录入|制作)"
THING = "(?:信息|稿件|文稿|内容|文章|图文|消息|动态|推文|资讯|作品|新闻|短视频)"
ACCOUNT = "(?:微信|微博|公众号|视频号|网站|客户端|APP|抖音|新媒体|官网|门户|头条号)"

CATEGORIES = tuple(
    FigureRule(
        key,
        ITEMS,
        words=words,
        before=before,
        good=(f"全年公开信息100条，其中{sample}、政策解读50条。",),
        bad=("全年公开信息100条，其中政策解读100条。",),
    )
    for key, words, before, sample in (
        ("leaders", "领导", "领导(?:活动|简介|之窗)?(?:类)?信息", "领导信息50条"),
        ("work_news", "动态", "工作动态(?:类)?(?:信息)?", "工作动态信息50条"),
        ("special_reports", "专题", "专题(?:报道|专栏)?(?:类)?(?:信息)?", "专题报道信息50条"),
        ("finance", "财政 预决算", "(?:财政|预决算|财政预决算)(?:类)?(?:信息)?", "财政信息50条"),
        ("results", "结果公开", "结果公开(?:类)?(?:信息)?", "结果公开50条"),
        ("superior_policies", "上级政策", "上级政策(?:类)?(?:信息)?", "上级政策50条"),
        ("other_items", "其他", "其他(?:[^，。；、]{0,6}(?:信息|事项|内容)|类)", "其他事项50条"),
    )
)

RULES = (
    FigureRule(
        "key_area_items",
        ITEMS,
        words="重点领域",
        before=f"重点领域[^，。；]{{0,4}}?{VERB}[^，。；]{{0,6}}?信息",
        good=("聚焦乡村振兴等重点领域公开信息3948条。",),
        bad=("通过门户网站公开信息3948条。",),
    ),
    FigureRule(
        "wechat_issues",
        "期",
        words="微信 公众号",
        before=f"(?:微信|公众号)[^，。；]{{0,24}}?{VERB}[^，。；]{{0,8}}?",
        clause=True,
        good=("通过微信公众号发布信息51期321条。",),
        bad=("编辑政府公报12期。",),
    ),
    FigureRule(
        "wechat_items",
        "条 篇",
        words="微信 公众号",
        before="(?:微信|公众号)[^，。；]{0,24}?期",
        clause=True,
        good=("通过微信公众号发布信息51期321条。",),
        bad=("编辑政府公报12期，刊登文件30条。",),
    ),
    FigureRule(
        "wechat_original",
        "条 篇",
        words="原创",
        before="原创(?:信息|稿件)?",
        topics=(Topic.NEW_MEDIA,),
        good=("通过微信公众号发布信息321条，含原创156条，转载165条。",),
        bad=("门户网站原创156条。",),
    ),
    FigureRule(
        "wechat_reprinted",
        "条 篇",
        words="转载",
        before="转载(?:信息|稿件)?",
        topics=(Topic.NEW_MEDIA,),
        good=("通过微信公众号发布信息321条，含原创156条，转载165条。",),
        bad=("门户网站转载156条。",),
    ),
    FigureRule(
        "wechat_followers",
        "人 个 名 户",
        words="人数 粉丝 订阅 关注",
        before="(?:关注人数|粉丝数?量?|订阅数|关注量|关注用户)",
        topics=(Topic.NEW_MEDIA,),
        good=("通过微信公众号发布信息321条，总关注人数679人。",),
        bad=("参加培训679人。",),
    ),
    *CATEGORIES,
    FigureRule(
        "@items",
        "条 篇 件 个 则 余",
        words="公开 发布 更新 刊 推 上传 发表 公布 编发 转发 录入 制作",
        before=f"{VERB}[^，。；]{{0,40}}?{THING}|{ACCOUNT}[^，。；]{{0,24}}?{VERB}(?:各类)?",
        good=(
            "全年公开信息766条。",
            "通过市政府门户网站公开各类政府信息17849条。",
            "“示例”微信公众号全年发布信息1566篇。",
        ),
        bad=("政策解读12个。", "公开政策文件27件。"),
    ),
    FigureRule(
        "@items",
        "条 篇 件 个 则",
        words="公开 发布 更新 刊 推 上传 发表 公布 编发 转发 录入 制作",
        before=f"{VERB}(?:了|各类)?",
        after=f"(?:政府|政务|各类|工作|主动公开)*{THING}",
        good=("全年在网站发布了300条政府信息。",),
        bad=("全年召开8场新闻发布会。",),
    ),
)
