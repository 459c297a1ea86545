"""The statutory catalogue (法定主动公开内容): the items of articles 20 and 21 as codes."""

from dataclasses import dataclass
from typing import Final

from gongkai.core.law import Citation
from gongkai.core.law.statutes import OGI


@dataclass(frozen=True, slots=True)
class Entry:
    """One kind of information that the Regulations want published (R1-14, R1-15)."""

    code: str
    label: str
    cite: Citation


def _of_20(number: int, label: str) -> Entry:
    return Entry(f"20-{number:02}", label, OGI.at(20, None, number))


def _of_21(code: str, label: str) -> Entry:
    return Entry(f"21-{code}", label, OGI.at(21))


ENTRIES: Final = (
    _of_20(1, "行政法规、规章和规范性文件"),
    _of_20(2, "机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名"),
    _of_20(3, "国民经济和社会发展规划、专项规划、区域规划及相关政策"),
    _of_20(4, "国民经济和社会发展统计信息"),
    _of_20(5, "办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果"),
    _of_20(6, "实施行政处罚、行政强制的依据、条件、程序以及有一定社会影响的行政处罚决定"),
    _of_20(7, "财政预算、决算信息"),
    _of_20(8, "行政事业性收费项目及其依据、标准"),
    _of_20(9, "政府集中采购项目的目录、标准及实施情况"),
    _of_20(10, "重大建设项目的批准和实施情况"),
    _of_20(11, "扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况"),
    _of_20(12, "突发公共事件的应急预案、预警信息及应对情况"),
    _of_20(13, "环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况"),
    _of_20(14, "公务员招考的职位、名额、报考条件等事项以及录用结果"),
    _of_20(15, "法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息"),
    _of_21("A1", "市政建设"),
    _of_21("A2", "公共服务"),
    _of_21("A3", "公益事业"),
    _of_21("A4", "土地征收"),
    _of_21("A5", "房屋征收"),
    _of_21("A6", "治安管理"),
    _of_21("A7", "社会救助"),
    _of_21("B1", "贯彻落实农业农村工作政策"),
    _of_21("B2", "农田水利工程建设运营"),
    _of_21("B3", "农村土地承包经营权流转"),
    _of_21("B4", "宅基地使用情况审核"),
    _of_21("B5", "土地征收（乡镇）"),
    _of_21("B6", "房屋征收（乡镇）"),
    _of_21("B7", "筹资筹劳"),
    _of_21("B8", "社会救助（乡镇）"),
)
ENTRY: Final = {entry.code: entry for entry in ENTRIES}
