"""Words by which a page's parts are told apart: what a report says, what stands around one."""

import re

REPORT = re.compile(
    r"[据照]《中华人民共和国政府信息公开条例》|统计期限|总体情况|主动公开政府信息情况"
    r"|收到和处理政府信息公开申请|被申请行政复议|提起行政诉讼|存在的主要问题|其他需要报告的事项"
    r"|本年制发件数|本年新制作数量|现行有效件数|行政规范性文件|行政事业性收费"
    r"|本年新收政府信息公开申请|上年结转政府信息公开申请|本年度办理结果|结转下年度继续办理"
    r"|勾稽关系|信息处理费|复议后起诉|未经复议直接起诉"
)
TITLE = re.compile(r"年度报告|年报|工作报告|信息公开")
AROUND = re.compile(
    r"版权所有|主办单位|承办单位|[主承]办[:：]|网站标识码|ICP备|备案号|备案编号|公网安备|网站地图|联系我们"
    r"|关于我们|技术支持|使用帮助|无障碍浏览|打印本页|关闭窗口|【?\[?打印|【?\[?关闭|分享到|分享[:：]|扫一扫"
    r"|二维码|[上下]一[篇条]|相关(?:阅读|链接|文章|新闻|附件|解读|信息|稿件)|(?:当前|您的|您现在的|所在)的?位置"
    r"|字[体号](?:大小)?[:：]|(?:浏览|阅读|访问|点击)(?:次数|量|数)|(?:信息|文章|稿件)?来源[:：]|发布机构|索引号"
    r"|返回顶部|收藏本站|设为首页|加入收藏|责任编辑|站内搜索|用户登录|纠错|智能问答"
)
DAY = r"((?:19|20)\d{2})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})"
PUBLISHED = re.compile(
    rf"(?:发布|发文|公开|公布|成文|生成|更新)(?:时间|日期)[\s:：\[【（(]*{DAY}|[时日][间期][\s:：\[【（(]+{DAY}"
    rf"|{DAY}[\s\d:：]*来源|来源[:：]\s*\S{{1,30}}\s+{DAY}"
)
PLAIN_DAY = re.compile(DAY)
DAY_NAMES = frozenset(
    {"pubdate", "publishdate", "publish_date", "article:published_time", "publishtime"}
)
TITLE_NAMES = frozenset({"articletitle", "article:title", "og:title"})
ROLES = re.compile(
    r"(?:^|[-_ ])(?:nav\w*|menu\w*|bread-?crumbs?|crumbs?|location|position|b?d?share\w*|foot\w*"
    r"|side-?bar|related?|relevant|recommend\w*|tool-?bars?|pagination|pager|print|copyright|login|search"
    r"|advert\w*|ads?|banner|qr-?code|top-?bar|head(?:er)?|top|bottom)(?:[-_ 0-9]|$)",
    re.IGNORECASE,
)
FILE = re.compile(r"\.(?:docx?|pdf|ofd|wps|rtf|zip|rar|xlsx?)(?:[?#]|$)", re.IGNORECASE)
SITE = re.compile(r"\s*[-_|—\u2013]+\s*")

AROUND_LABEL = "页面上的其他栏目"
ROLE_LABELS = {
    "nav": "导航",
    "header": "页头",
    "footer": "页脚",
    "aside": "侧栏",
    "role": "导航、分享、页脚等栏目",
    "words": "版权、位置、打印等说明",
    "links": "链接列表",
}
