"""Through which channel information was published, from the words before its number."""

import re

CHANNELS = (
    ("new_media_items", "新媒体|两微一端|抖音|头条"),
    ("", "政务服务网|档案馆|图书馆|两馆|手机报|报纸|报刊|电视|广播|媒体|人民网|长城网|内网"),
    ("client_items", "客户端|APP|App"),
    ("video_items", "视频号"),
    ("wechat_items", "微信|公众号"),
    ("weibo_items", "微博"),
    ("website_items", "网站|门户|官网|网页|政府网"),
    ("column_items", "专栏|专题|栏目"),
    ("platform_items", "平台"),
    ("gazette_items", "公报"),
)
FINDERS = tuple((key, re.compile(words)) for key, words in CHANNELS)
ANY = re.compile("|".join(words for _, words in CHANNELS))
CLAUSE = re.compile("[，；]")
VERB = re.compile("主动公开|公开")
SEPARATELY = "分别"


def channel_key(words: str, segment: str) -> str:
    """What a number of published items counts, from the sentence before it and its own segment."""
    if SEPARATELY in segment:
        return ""
    for clause in reversed(CLAUSE.split(words)):
        if ANY.search(clause):
            named = [key for key, finder in FINDERS if finder.search(clause)]
            return _of_several(named)
    return "items_published" if VERB.search(segment) else "items_issued"


def _of_several(named: list[str]) -> str:
    if {"wechat_items", "weibo_items"} <= set(named) and "new_media_items" not in named:
        return "weibo_wechat_items"
    return named[0]
