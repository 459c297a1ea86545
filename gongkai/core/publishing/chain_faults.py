"""What can be wrong with a review chain that an organ has put together."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from gongkai.core.finding import Finding, Severity
from gongkai.core.identity import Role
from gongkai.core.law.statutes import SECRETS_RULES
from gongkai.core.review.chain import MOST_LEVELS, REVIEWING, Chain, LevelKind


@dataclass(frozen=True, slots=True)
class ChainFault:
    """One way to be wrong: when it holds, what is said, what to do."""

    code: str
    holds: Callable[[Chain], bool]
    title: str
    text: str
    hint: str


def _secrecy(chain: Chain) -> list[int]:
    return [number for number, level in enumerate(chain) if level.kind is LevelKind.SECRECY]


def _content(chain: Chain) -> Chain:
    return tuple(level for level in chain if level.kind is LevelKind.CONTENT)


FAULTS: Final = (
    ChainFault(
        "CHAIN-SECRECY",
        lambda chain: len(_secrecy(chain)) != 1,
        "保密审查不是一级",
        "审核流程中应当有且只有一级保密审查。",
        "请加上保密审查，或者删去多余的一级。",
    ),
    ChainFault(
        "CHAIN-SECRECY-LAST",
        lambda chain: len(chain) > 1 and _secrecy(chain) == [len(chain) - 1],
        "保密审查排在最后",
        "保密审查之后没有人签发。",
        "请把保密审查移到签发的一级之前。",
    ),
    ChainFault(
        "CHAIN-SECRECY-LATER",
        lambda chain: any(not chain[number].urgent for number in _secrecy(chain)),
        "保密审查不能事后补",
        "先审查、后公开：紧急发布时也必须先经过保密审查。",
        "请把保密审查设为紧急时也要经过。",
    ),
    ChainFault(
        "CHAIN-SECRECY-ROLE",
        lambda chain: any(
            chain[number].role is not Role.SECRECY_REVIEWER for number in _secrecy(chain)
        ),
        "保密审查的角色不对",
        "保密审查应当由保密审查员进行。",
        "请把这一级的角色改为保密审查员。",
    ),
    ChainFault(
        "CHAIN-EMPTY",
        lambda chain: not _content(chain),
        "没有内容审核",
        "审核流程中没有内容审核的一级。",
        "请至少加上一级，例如科室负责人。",
    ),
    ChainFault(
        "CHAIN-URGENT",
        lambda chain: bool(_content(chain)) and not any(row.urgent for row in _content(chain)),
        "紧急发布没有人签发",
        "没有一级内容审核是紧急发布时必须经过的。",
        "请至少把一级（例如主要领导）设为紧急时也要经过。",
    ),
    ChainFault(
        "CHAIN-LONG",
        lambda chain: len(chain) > MOST_LEVELS,
        "级数太多",
        f"审核流程最多 {MOST_LEVELS} 级。",
        "请删去不必要的级。",
    ),
    ChainFault(
        "CHAIN-ROLE",
        lambda chain: any(level.role not in REVIEWING for level in chain),
        "这个角色不能审核",
        "有一级的角色不是审核的角色。",
        "请选择科室负责人、公开办、法制审核、分管领导、主要领导等角色。",
    ),
    ChainFault(
        "CHAIN-LABEL",
        lambda chain: any(not level.label.strip() for level in chain),
        "没有名称",
        "有一级没有名称。",
        "请填写名称，例如“分管领导”。",
    ),
)


def faults(chain: Chain) -> Iterator[Finding]:
    """What is wrong with a chain (R1-11: named reviewers, before release, item by item)."""
    for fault in FAULTS:
        if fault.holds(chain):
            yield Finding(
                fault.code,
                Severity.ERROR,
                fault.title,
                fault.text,
                fault.hint,
                paths=("levels",),
                cite=SECRETS_RULES.at(42),
            )
