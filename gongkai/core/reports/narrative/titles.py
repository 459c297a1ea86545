"""What the parts of a report are called: the form's titles, their variants, and look-alikes."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartTitle:
    """How the title of one part of the form may be written.

    `pattern` finds it anywhere in running text after its numeral; `hint` tells from a heading's own
    line what it is about.
    """

    number: int
    pattern: str
    hint: str
    good: tuple[str, ...]
    bad: tuple[str, ...]


ABOUT = "(?:政府|政务)?信息公开(?:工作|申请)?"
PARTS = (
    PartTitle(
        4,
        rf"(?:因|关于)?(?:{ABOUT})?(?:而?被?(?:申请|提起|提出|引起|引发)的?)?(?:行政)?复议"
        "(?:[、和及与或]|以及)*(?:被?提起)?(?:行政)?诉讼(?:、申诉)?(?:的?(?:有关|相关|办理)?情况|案件情况)",
        "复议|诉讼|申诉",
        (
            "政府信息公开行政复议、行政诉讼情况",
            "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            "申请行政复议和提起行政诉讼情况",
            "政府信息公开复议、诉讼情况",
        ),
        ("未发生行政复议、行政诉讼案件",),
    ),
    PartTitle(
        5,
        rf"(?:{ABOUT}|当前|目前)?中?(?:存在的?)?(?:主要)?(?:问题|困难|不足)(?:[和及与、]|以及)*"
        "(?:原因|不足|困难)?(?:[和及与、]|以及)*(?:下一步)?(?:工作)?(?:的?(?:改进|整改|改善))?"
        "(?:情况|措施|打算|意见|计划|举措|工作)",
        "问题|不足|改进|下一步",
        (
            "存在的主要问题及改进情况",
            "政府信息公开工作存在的主要问题及改进情况",
            "主要问题及改进措施",
            "存在问题及改进情况",
        ),
        ("存在一些问题",),
    ),
    PartTitle(
        6,
        "(?:其他|其它)(?:需要?|应当?|须)?(?:予以)?(?:报告|说明)(?:的)?(?:有关|相关)?(?:事项|情况|问题|内容)",
        "(?:其他|其它|需要|应当).*(?:报告|说明|事项)",
        ("其他需要报告的事项", "其他应报告的事项", "其它需要说明的事项"),
        ("其他对外管理服务事项",),
    ),
    PartTitle(
        3,
        "(?:收到和?(?:办理|处理)?(?:政府)?信息公开申请(?:的)?(?:和?(?:处理|办理))?|(?:政府信息)?依申请公开"
        "(?:政府信息)?(?:的?(?:和?(?:处理|办理|答复)))?|(?:政府)?信息公开申请(?:的)?(?:处理|办理))(?:的)?(?:工作)?情况",
        "申请(?!.*(?:收费|费用|减免))",
        ("收到和处理政府信息公开申请情况", "依申请公开政府信息情况", "政府信息依申请公开办理情况"),
        ("依申请公开收费及减免情况", "收到政府信息公开申请2件"),
    ),
    PartTitle(
        2,
        "(?:主动公开(?:(?:政府|政务)?信息)?(?:的)?(?:工作)?|(?:政府|政务)信息主动公开(?:的)?(?:工作)?)情况",
        "主动公开",
        ("主动公开政府信息情况", "主动公开情况", "政府信息主动公开情况"),
        ("主动公开信息101条",),
    ),
    PartTitle(
        1,
        f"(?:{ABOUT})?(?:总体(?:工作)?(?:情况|概况)|(?:工作)?基本情况|(?:主要)?工作概述|(?:工作)?概况|概述)",
        "总体|基本情况|概述|概况|综述",
        ("总体情况", "基本情况", "概述", "总体概况"),
        ("总体来看",),
    ),
)

OTHER_PARTS = (
    "(?:依申请(?:公开)?|政府信息公开)?(?:的)?收费(?:情况)?[及和与]减免情况|(?:政府信息公开)?咨询处理情况|回应(?:解读|关切)(?:工作)?情况"
    "|(?:政府信息公开)?机构建设和?(?:保障)?经费情况|(?:政府信息公开)?会议和培训情况"
)
"""Parts that reports before 2019 had and the form has not."""

EXACT = {
    "总体情况": 1,
    "主动公开政府信息情况": 2,
    "收到和处理政府信息公开申请情况": 3,
    "政府信息公开行政复议、行政诉讼情况": 4,
    "因政府信息公开工作被申请行政复议、提起行政诉讼情况": 4,
    "存在的主要问题及改进情况": 5,
    "其他需要报告的事项": 6,
}
ROW_LABEL = re.compile(
    "本年?度?新收|本年$|本$|上年?结转|上年$|上$|本年度|办理结果|结转|数量|\\d|[|]|^行政|予以公开"
)
"""Labels of table 3 that carry a numeral like a heading's."""

HINTS = tuple((part.number, re.compile(part.hint)) for part in PARTS)


def meaning(title: str) -> int | None:
    """The number of the form's part that a heading is about; None if it is none of them."""
    return next((number for number, hint in HINTS if hint.search(title)), None)
