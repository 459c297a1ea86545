"""What every page of a website carries (R6-12, §6.4), and which forms its values have."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gongkai.core.finding import Finding, Severity

SITE_CODE: Final = re.compile(r"(?:\d{10}|bm\d{8})", re.ASCII)
"""网站标识码 (R6-05): area and serial of a local site, or a ministry's number."""
COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
DOMAIN: Final = re.compile(r"(?:[\w](?:[\w-]{0,61}[\w])?\.)+[\w-]{2,63}")
GOVERNMENTAL: Final = (".gov.cn", ".政务", ".政务.cn")
LEAST_CONTRAST: Final = 4.5
"""Text of this colour on white has to be read by people who see badly (WCAG 2.1, 1.4.3)."""
LINEAR_BELOW: Final = 0.04045
WEIGHTS: Final = (0.2126, 0.7152, 0.0722)
DEFAULT_COLOUR: Final = "#1d4f91"


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What is said of a website; what is not known yet stays empty."""

    name: str
    domain: str = ""
    site_code: str = ""
    icp_number: str = ""
    police_number: str = ""
    host: str = ""
    contact: str = ""
    colour: str = DEFAULT_COLOUR


def contrast_on_white(colour: str) -> float:
    """How strongly a colour stands out from white, from 1 to 21."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    light = sum(weight * _linear(part) for weight, part in zip(WEIGHTS, parts, strict=True))
    return 1.05 / (light + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= LINEAR_BELOW else float(((part + 0.055) / 1.055) ** 2.4)


def site_faults(facts: SiteFacts) -> Iterator[Finding]:
    """Everything that is wrong with what is said of a website."""
    if not facts.name.strip():
        yield _fault("SITE-NAME", "name", "没有网站名称", "网站名称是空的。", "请填写网站的全称。")
    if facts.domain and not is_governmental(facts.domain):
        yield _fault(
            "SITE-DOMAIN",
            "domain",
            "域名不对",
            f"“{facts.domain}”不是政府网站的域名。",
            "请只填写域名，例如 www.example.gov.cn，以 .gov.cn 或者 .政务 结尾。",
        )
    if facts.site_code and not SITE_CODE.fullmatch(facts.site_code):
        yield _fault(
            "SITE-CODE",
            "site_code",
            "网站标识码不对",
            f"“{facts.site_code}”不是网站标识码。",
            "地方网站为 10 位数字，部委网站为 bm 加 8 位数字；请到报送系统核对。",
        )
    yield from _colour_faults(facts.colour)


def is_governmental(domain: str) -> bool:
    """Whether this is the name of a government's domain (R6-03)."""
    return bool(DOMAIN.fullmatch(domain)) and domain.lower().endswith(GOVERNMENTAL)


def _colour_faults(colour: str) -> Iterator[Finding]:
    if not COLOUR.fullmatch(colour):
        yield _fault(
            "SITE-COLOUR",
            "colour",
            "主色不对",
            f"“{colour}”不是颜色。",
            "请从色盘中选择，或者写成 #1d4f91 的样子。",
        )
    elif (contrast := contrast_on_white(colour)) < LEAST_CONTRAST:
        yield _fault(
            "SITE-CONTRAST",
            "colour",
            "主色太浅",
            f"{colour} 与白色的对比度是 {contrast:.1f}，不到 {LEAST_CONTRAST}。",
            "视力不好的人看不清，请选深一些的颜色。",
        )


def _fault(code: str, field: str, title: str, text: str, hint: str) -> Finding:
    return Finding(code, Severity.ERROR, title=title, text=text, hint=hint, paths=(field,))
