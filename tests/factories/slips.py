"""Slips of character recognition, and traditional characters."""

from collections.abc import Callable
from random import Random

ALIKE_PAIRS = (
    "政攻 未末 申电 请清 结诘 办力 理埋 总忌 计汁 开幵 公么 本木 机杌 关夭 "
    "属厲 于干 国囯 密蜜 其共 他地 法沬 律侓 案桉 卷券 查杳 询徇 掌拿 握幄 "
    "现观 息恳 要耍 另別 补扑 正止 内內 容客 仍扔 明朋 确碓 信倍 访仿 诉拆 "
    "重董 复夏 供洪 出岀 版贩 量置 反仮 认队 新斩 收牧 获荻 取敢 数教 维雉 "
    "纠纤 处外 许讦 罚罸 强張 制剬 规観 章童 范氾 性牲 文攵 件仵 果杲 持待 "
    "审宙 尚肖 自白 然燃 人入 科料 研硏 社杜 会佘 益盆"
)
TRADITIONAL_PAIRS = (
    "开開 关關 请請 数數 规規 范範 废廢 现現 许許 处處 罚罰 强強 费費 业業 "
    "单單 万萬 获獲 总總 计計 当當 据據 转轉 结結 办辦 国國 属屬 于於 禁禁 "
    "护護 权權 内內 务務 过過 执執 询詢 无無 没沒 补補 仍仍 确確 访訪 诉訴 "
    "类類 复復 书書 认認 为為 与與 组組 织織 项項 决決 议議 纠糾 维維 审審 "
    "标標 机機 构構 会會 团團 体體 号號 报報 举舉 经經 济濟 协協 调調 责責 "
    "厅廳 东東 县縣 岭嶺 长長 宁寧 镇鎮 门門 户戶 条條 馈饋 应應 实實 际際 "
    "让讓 优優 来來 区區 云雲 继繼 续續 这這 稳穩 后後 问問 题題 进進 还還 "
    "员員 训訓 编編 册冊 级級 时時"
)
ALIKE = {pair[0]: pair[1] for pair in ALIKE_PAIRS.split()}
TRADITIONAL = {ord(pair[0]): pair[1] for pair in TRADITIONAL_PAIRS.split()}
DIGITS = {"0": "OoO\u3007", "1": "lI|丨"}
MARKS = {"（": "(", "）": ")", "，": ",", "、": " ", "“": '"', "”": '"', "：": ":"}

Slip = Callable[[str], str]


def slipped_label(rng: Random, label: str, rate: float) -> str:
    """Some characters taken for others, some marks lost or written half-width."""

    def seen(char: str) -> str:
        if rng.random() >= rate:
            return char
        if char in MARKS:
            return rng.choice(("", MARKS[char]))
        return ALIKE.get(char, char)

    return "".join(seen(char) for char in label)


def slipped_number(rng: Random, number: str, rate: float) -> str:
    """Noughts taken for letters, ones for strokes."""
    return "".join(
        rng.choice(DIGITS[char]) if char in DIGITS and rng.random() < rate else char
        for char in number
    )


def traditional(text: str) -> str:
    """In traditional characters."""
    return text.translate(TRADITIONAL)
