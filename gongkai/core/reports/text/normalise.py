"""Folding: one shape for characters that mean the same, each character staying in its place.

Full-width forms, compatibility ideographs and traditional characters become their plain
simplified form one for one, so an offset in the folded text is an offset in the source.
"""

import unicodedata
from functools import lru_cache
from itertools import pairwise

TRADITIONAL = (
    "機關開報務員準備發佈執決規範審覈補請條項訴訟議復複維糾結轉無終總計數額費財單獨處罰強許證"
    "營業會組織學術團體衛衞護權益隱國際緊緩級縣區鄉鎮鄰廳辦證監測見現觀覽觸試話語詞詢該詳認識譯"
    "讀變讓講論設訪評訊記訂託謝調誤說誰課談諮諾謀謂賬賠購貿貨責貧貴質資賞賣買貸費績續線網經統約"
    "紅紀級紙細絕給絡緒編緣縮縱繼綱綜綠總練終純紛紹繳係傳個們優偉價億儀偽傷側倉備傾僅俠併來侖"
    "內冊寫農凍淨減劃則剛創別刪動勞勢勝勵勳匯協參雙嚴喪嗎嘆噸團園圖圓塊壞壓壟場墊夠奪奮婦媽寧"
    "實寶寫審將專尋對導屆屬嶺島帶幫幣幹幾庫應廢廣張彈彌彎當錄徑從徵德憂慮懷態憲戲戰戶拋挾捨掃"
    "換據擇擊擔擬擴擺擾攝攜攔敗敘敵數斷時晉暫曆書會東條業極構標樣樹橋機檔檢權歡歐歲歷歸毀氣"
    "決沒況洩涼淚淺測湯準溝滅滾滿漁漢漲潔潛澤濟濱濃災為烏無煉煙熱燈燒爭爺爾牆獎獲環產畢異當療"
    "盡監盤盧眾睜確礎禮禍種稱穩積窮競筆節築簡簽籌籍糧系紮級罷羅聖聞聯聲職聽肅脫腦腳臉臨舉舊"
    "藝蘇蘭處虛號蟲補製複視親覺訓貢賦贊趕躍車軌軍軟較載輕輔輪輯輸轄辭邊達遷過運還進遠違連遲適"
    "選遺郵鄧鄭醫釋針鈔鋼錢錯鍵鎖鐵鑒鑑長門閉問間閱闊關闡隊階際陸陽陰險隨隸雜離難電靈靜響頁頂"
    "順須預領頭題額顯願類顧風飛養馬駐驗驟體魚鮮麗黃點黨齊齡龍攀濟徹衝準詐誠誌誇豐貫賬贏趨跡踐軸"
    "於萬後廠這麼樣頻欄徵採稅傳鄭劉趙吳陳張楊蕭馮許鄧賀錄鐘陝魯滬貴瓊遼粵臺灣島嶼縱歟"
)
SIMPLIFIED = (
    "机关开报务员准备发布执决规范审核补请条项诉讼议复复维纠结转无终总计数额费财单独处罚强许证"
    "营业会组织学术团体卫卫护权益隐国际紧缓级县区乡镇邻厅办证监测见现观览触试话语词询该详认识译"
    "读变让讲论设访评讯记订托谢调误说谁课谈咨诺谋谓账赔购贸货责贫贵质资赏卖买贷费绩续线网经统约"
    "红纪级纸细绝给络绪编缘缩纵继纲综绿总练终纯纷绍缴系传个们优伟价亿仪伪伤侧仓备倾仅侠并来仑"
    "内册写农冻净减划则刚创别删动劳势胜励勋汇协参双严丧吗叹吨团园图圆块坏压垄场垫够夺奋妇妈宁"
    "实宝写审将专寻对导届属岭岛带帮币干几库应废广张弹弥弯当录径从征德忧虑怀态宪戏战户抛挟舍扫"
    "换据择击担拟扩摆扰摄携拦败叙敌数断时晋暂历书会东条业极构标样树桥机档检权欢欧岁历归毁气"
    "决没况泄凉泪浅测汤准沟灭滚满渔汉涨洁潜泽济滨浓灾为乌无炼烟热灯烧争爷尔墙奖获环产毕异当疗"
    "尽监盘卢众睁确础礼祸种称稳积穷竞笔节筑简签筹籍粮系扎级罢罗圣闻联声职听肃脱脑脚脸临举旧"
    "艺苏兰处虚号虫补制复视亲觉训贡赋赞赶跃车轨军软较载轻辅轮辑输辖辞边达迁过运还进远违连迟适"
    "选遗邮邓郑医释针钞钢钱错键锁铁鉴鉴长门闭问间阅阔关阐队阶际陆阳阴险随隶杂离难电灵静响页顶"
    "顺须预领头题额显愿类顾风飞养马驻验骤体鱼鲜丽黄点党齐龄龙攀济彻冲准诈诚志夸丰贯账赢趋迹践轴"
    "于万后厂这么样频栏征采税传郑刘赵吴陈张杨萧冯许邓贺录钟陕鲁沪贵琼辽粤台湾岛屿纵欤"
)
IN_NAMES = (
    "雲云滄沧渦涡漣涟瀏浏灤滦瀾澜瓏珑禦御穎颖篤笃緬缅艦舰萊莱蒼苍蔣蒋藍蓝賓宾賢贤贛赣軒轩轅辕鄖郧鄲郸"
    "錦锦閩闽隴陇頤颐騰腾鶴鹤鹽盐瀘泸濰潍嶧峄璦瑷邁迈鄒邹棗枣嶗崂溫温潯浔潁颍澠渑灃沣瀋沈銅铜錫锡鳳凤"
    "鵬鹏鴻鸿麥麦齋斋龜龟鄉乡鎮镇縣县區区齊齐慶庆"
)
"""Characters of place names: each traditional one with its simplified one."""
PUNCTUATION = dict(
    zip(
        "│┃║　\xa0\u2002\u2003\u2009\u202f\ufeff\u200b“”„‟＂‘’＇﹙﹚〖〗—–―─━‐‑‒﹣−．。｡﹒",
        "|||" + "        " + '"""""' + "''" + "'" + "()" + "[]" + "---------" + "-" + "....",
        strict=True,
    )
)


def _table() -> dict[int, str]:
    table = {ord(old): new for old, new in zip(TRADITIONAL, SIMPLIFIED, strict=True)}
    table.update(zip(map(ord, IN_NAMES[::2]), IN_NAMES[1::2], strict=True))
    for code in (*range(0x2E80, 0x2FD6), *range(0xF900, 0xFB00), *range(0xFF01, 0xFF5F)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1:
            table[code] = plain
    table.update({ord(old): new for old, new in PUNCTUATION.items()})
    return table


FOLDING = _table()
NO_LETTERS = " \t\r\n,.;:、，；：!?()[]{}<>《》〈〉〔〕\"'“”‘’·*_#|/\\-~"
RULES = "├┤┼┌┐└┘┬┴─━╋┣┫┳┻┏┓┗┛═╬╠╣╦╩╔╗╚╝"
MARKS = {ord(mark): None for mark in NO_LETTERS + RULES}


def fold(text: str) -> str:
    """The folded text, exactly as long as the source."""
    return text.translate(FOLDING)


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """Only the letters and digits of a folded text: no blanks, no punctuation."""
    return text.translate(MARKS)


@lru_cache(maxsize=4096)
def pairs(text: str) -> frozenset[str]:
    """All pairs of neighbouring letters; a single letter stands for itself."""
    plain = letters(text)
    if len(plain) <= 1:
        return frozenset(plain)
    return frozenset(map("".join, pairwise(plain)))
