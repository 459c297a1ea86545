"""The grounds for keeping information back (不予公开理由), for items and for applications."""

from dataclasses import dataclass
from typing import Final

from gongkai.core.law.citation import Citation
from gongkai.core.law.statutes import OGI


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground for not disclosing (R1-10). `must` tells a prohibition from a choice."""

    key: str
    code: str
    label: str
    must: bool
    cite: Citation
    hint: str = ""


GROUNDS: Final = (
    Ground("STATE_SECRET", "E14-1", "依法确定为国家秘密", must=True, cite=OGI.at(14)),
    Ground("PROHIBITED_BY_LAW", "E14-2", "法律、行政法规禁止公开", must=True, cite=OGI.at(14)),
    Ground(
        "ENDANGERS_SECURITY",
        "E14-3",
        "公开后可能危及国家安全、公共安全、经济安全、社会稳定",
        must=True,
        cite=OGI.at(14),
    ),
    Ground(
        "TRADE_SECRET",
        "E15-1",
        "涉及商业秘密，公开会损害第三方合法权益",
        must=True,
        cite=OGI.at(15),
        hint="第三方同意公开，或者不公开会对公共利益造成重大影响的，应当公开。",
    ),
    Ground(
        "PERSONAL_PRIVACY",
        "E15-2",
        "涉及个人隐私，公开会损害第三方合法权益",
        must=True,
        cite=OGI.at(15),
        hint="第三方同意公开，或者不公开会对公共利益造成重大影响的，应当公开。",
    ),
    Ground("PERSONNEL", "E16-1a", "内部事务信息：人事管理", must=False, cite=OGI.at(16, 1)),
    Ground("LOGISTICS", "E16-1b", "内部事务信息：后勤管理", must=False, cite=OGI.at(16, 1)),
    Ground("WORKFLOW", "E16-1c", "内部事务信息：内部工作流程", must=False, cite=OGI.at(16, 1)),
    Ground("DISCUSSION", "E16-2a", "过程性信息：讨论记录", must=False, cite=OGI.at(16, 2)),
    Ground("DRAFT_PAPER", "E16-2b", "过程性信息：过程稿", must=False, cite=OGI.at(16, 2)),
    Ground("CONSULTATION", "E16-2c", "过程性信息：磋商信函", must=False, cite=OGI.at(16, 2)),
    Ground("REPORT_UPWARD", "E16-2d", "过程性信息：请示报告", must=False, cite=OGI.at(16, 2)),
    Ground(
        "ENFORCEMENT_FILE",
        "E16-2e",
        "行政执法案卷信息",
        must=False,
        cite=OGI.at(16, 2),
        hint="法律、法规、规章规定应当公开的，从其规定。",
    ),
)
GROUND: Final = {ground.key: ground for ground in GROUNDS}
