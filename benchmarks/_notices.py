"""Notices of about 1,500 characters with a table, each of other words, as those of an organ are.

Sentences are drawn from patterns and filled in at random, by the notice's number. Hardly a sentence
comes twice; short phrases do, and the vocabulary is that of one organ.
"""

from dataclasses import replace
from random import Random
from typing import Final

from gongkai.core.publishing.draft import Draft
from tests.factories.publishing import draft

SENTENCES, ROWS = 3, 4
NUMERALS: Final = "一二三四五六七八"
WORDS: Final = {
    "who": "市数据局 市教育局 市民政局 市财政局 市交通运输局 市水利局 市农业农村局 市商务局"
    " 市文化和旅游局 市卫生健康委 市应急管理局 市审计局 市统计局 市医疗保障局 市城市管理局"
    " 各有关单位 各责任单位 各主管部门 市级各部门 乡镇人民政府 街道办事处 公共服务机构 行业协会"
    " 项目单位",
    "field": "公共数据 义务教育 社会救助 养老服务 道路运输 农村供水 粮食生产 市场流通 文物保护"
    " 基层医疗 安全生产 防汛抗旱 预算绩效 政府采购 垃圾分类 物业管理 医疗保险 职业培训 住房保障"
    " 生态修复 科技创新 招商引资 政务服务 信用体系 乡村旅游 食品安全 森林防火 便民服务 公共交通"
    " 体育健身",
    "thing": "工作台账 实施方案 责任清单 年度计划 服务指南 技术标准 操作规程 管理制度 评价指标"
    " 统计报表 检查记录 问题清单 整改措施 应急预案 培训教材 合同文本 验收报告 资金账目 设备档案"
    " 基础资料 登记信息 办事材料 监测数据 调查结果 专家意见",
    "do": "编制 修订 核对 补充 公布 完善 汇总 审查 更新 保存 统一 检查 落实 执行 论证",
    "goal": "提高工作效率 方便群众办事 保证资金安全 减少重复劳动 消除安全隐患 改善服务质量"
    " 扩大覆盖范围 降低运行成本 明确责任分工 规范工作程序 防止弄虚作假 缩短办理时间"
    " 加强日常管理 保护群众利益 促进信息共享 推动问题解决 巩固整改成果 节约财政资金",
    "when": "本月底以前 下个月上旬 第三季度 每个季度末 年底以前 收到通知后十日内 每年上半年"
    " 汛期到来以前 项目验收以后 检查结束以后 会议召开以前 每月中旬 合同签订以后 秋季开学以前"
    " 方案批准以后",
    "how": "采取实地查看的方式 通过网上提交的办法 组织专业人员 委托第三方机构 召开座谈会"
    " 利用现有系统 按照职责分工 结合本地实际 依照有关规定 对照检查标准 根据群众意见"
    " 会同相关单位 邀请群众代表 分批次",
    "place": "城区 农村地区 工业园区 山区 学校 医院 社区 商场 车站 公园 图书馆 敬老院 农贸市场"
    " 建筑工地 旅游景区 居民小区 办事大厅 水库 仓库",
}
"""What may stand in a pattern, parted by spaces."""
PATTERNS: Final = (
    "{who}应当在{when}{do}{field}的{thing}，{goal}。",
    "为了{goal}，由{who}{how}对{place}的{field}情况进行检查，检查中形成的{thing}应当妥善保存。",
    "{who}负责{do}{thing}，{who2}负责{field}的日常管理，两个单位应当互相配合。",
    "涉及{place}的{field}项目，由{who}{how}提出意见，报市政府同意以后执行。",
    "对于{place}缺少{thing}的，{who}应当在{when}说明原因，并{how}补充{thing2}。",
    "在{field}方面，重点{do}{thing}和{thing2}，做到{goal}。",
    "{when}，{who}向社会公布{field}的{thing}，接受群众监督。",
    "群众反映{place}的{field}问题，由{who}核实，{who2}在五个工作日内答复。",
    "{place}的{thing}由专人保管，{who}每个季度核对一次，发现与{field}要求不符的及时改正。",
    "{who}可以{how}开展{field}培训，培训内容包括怎样{do}{thing}、怎样{goal}。",
    "因{field}需要增加经费的，由{who}提出申请，附上{thing}，市财政局审核以后安排。",
    "{who}和{who2}应当建立联系制度，{when}交换{field}的{thing}，共同研究{place}出现的新问题。",
)


def notice(number: int) -> Draft:
    """The notice of that number."""
    draw = Random(number)  # noqa: S311 - nothing is secret here
    parts = [f"<p>各县（市、区）人民政府，市政府各部门：</p><p>{_sentences(draw)}</p>"]
    parts += (
        f"<h2>{numeral}、{_word(draw, 'field')}</h2><p>{_sentences(draw)}</p>"
        for numeral in NUMERALS
    )
    parts.insert(len(parts) // 2, _table(draw))
    title = f"示范市数据局关于做好第{number}批{_word(draw, 'field')}检查工作的通知"
    return replace(draft(number), title=title, body="".join(parts))


def _sentences(draw: Random) -> str:
    return "".join(_filled(draw, pattern) for pattern in draw.sample(PATTERNS, SENTENCES))


def _filled(draw: Random, pattern: str) -> str:
    drawn = {name: draw.sample(words.split(), 2) for name, words in WORDS.items()}
    first = {name: one for name, (one, _) in drawn.items()}
    return pattern.format(**first, **{f"{name}2": other for name, (_, other) in drawn.items()})


def _word(draw: Random, name: str) -> str:
    return draw.choice(WORDS[name].split())


def _table(draw: Random) -> str:
    rows = ("who", "field", "thing", "when")
    heads = "<tr><th>责任单位</th><th>领域</th><th>材料</th><th>完成时间</th></tr>"
    cells = ("".join(f"<td>{_word(draw, name)}</td>" for name in rows) for _ in range(ROWS))
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<table><thead>{heads}</thead><tbody>{body}</tbody></table>"
