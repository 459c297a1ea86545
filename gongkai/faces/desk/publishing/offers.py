"""What a person may do next about an item: buttons with their consequences, as a table."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Protocol

from django.urls import reverse

from gongkai.core.identity import Actor, Role
from gongkai.core.publishing.doors import RELEASERS, WRITERS

NONE: Final = frozenset({""})
EDITABLE: Final = frozenset({"draft", "returned"})
REVIEWED: Final = frozenset({"in_review", "released_urgently"})
TO_RELEASE: Final = frozenset({"approved", "scheduled", "objected"})
DECIDED: Final = frozenset({"released", "withdrawn", "filed"})
AT_REST: Final = frozenset({"", "released_urgently", "objected"})
ANYBODY: Final = frozenset(Role)


class Piece(Protocol):
    """An item or an edition, as far as it matters here."""

    @property
    def pk(self) -> int:
        """Its number."""
        ...

    @property
    def state(self) -> str:
        """Where it stands."""
        ...


@dataclass(frozen=True, slots=True)
class Door:
    """One thing to do: in which states of the item and of the work on it, and by whom.

    `of_edition`: the address names the edition. `mine`: only for the reviewer whose turn it is;
    False: only for others. `needs` names a fact that has to hold. `posts`: the button itself
    does it.
    """

    name: str
    label: str
    says: str
    roles: frozenset[Role]
    items: frozenset[str] | None = None
    works: frozenset[str] | None = None
    of_edition: bool = False
    mine: bool | None = None
    needs: str = ""
    weight: str = ""
    posts: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that this person may do now."""

    label: str
    says: str
    address: str
    weight: str
    posts: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an item and the work on it stand for this person. `facts` are names of what holds."""

    item: Piece
    work: Piece | None
    is_my_turn: bool = False
    facts: frozenset[str] = field(default_factory=frozenset)


DOORS: Final = (
    Door(
        "review",
        "审核",
        "现在轮到您：看过正文、附件和检查结果以后，同意、退回或者委托。",
        ANYBODY,
        works=REVIEWED,
        of_edition=True,
        mine=True,
        weight="first",
    ),
    Door(
        "edition-edit",
        "继续编辑",
        "打开草稿，写完以后送审。",
        WRITERS,
        works=EDITABLE,
        of_edition=True,
        weight="first",
    ),
    Door(
        "release",
        "办理发布",
        "已经签发的，发布、定时发布或者存档；补审有不同意见的，在这里处理。",
        RELEASERS,
        works=TO_RELEASE,
        of_edition=True,
        weight="first",
    ),
    Door(
        "review",
        "查看送审内容",
        "看送审的版本、检查结果和已有的意见。",
        ANYBODY,
        works=REVIEWED | TO_RELEASE,
        of_edition=True,
        mine=False,
    ),
    Door(
        "take-back",
        "撤回送审",
        "撤回后，审核停止，可以继续修改；没有改动的，已经通过的审核仍然有效，改动了的，各级重新审核。",
        WRITERS,
        works=frozenset({"in_review"}),
        of_edition=True,
        posts=True,
    ),
    Door(
        "item-correct",
        "更正",
        "现在公开的内容不变，更正审核通过并发布以后才替换；公众会看到更正的时间和原因。",
        WRITERS,
        items=frozenset({"released"}),
        works=AT_REST,
    ),
    Door(
        "item-correct",
        "重新发布",
        "以原来的内容为底稿重新办理，审核通过后再发布。",
        WRITERS,
        items=frozenset({"withdrawn"}),
        works=AT_REST,
    ),
    Door(
        "item-correct",
        "再次办理",
        "以存档的内容为底稿重新办理；已经转为主动公开的，由此发布。",
        WRITERS,
        items=frozenset({"filed"}),
        works=AT_REST,
    ),
    Door(
        "item-withdraw",
        "撤回",
        "撤回后，公众打开这个地址只会看到撤回的时间和原因。",
        RELEASERS,
        items=frozenset({"released"}),
        weight="danger",
    ),
    Door(
        "item-replace",
        "替代",
        "替代后，公众打开这个地址会转到新的信息。",
        RELEASERS,
        items=frozenset({"released"}),
    ),
    Door(
        "item-change",
        "变更公开属性",
        "提出变更，由公开办审核、主要领导审批；批准以前不变。",
        WRITERS,
        items=DECIDED,
        needs="can_change",
    ),
    Door(
        "item-reassess",
        "定期评估",
        "看不公开的理由是否仍然成立：维持，或者转为公开。",
        RELEASERS,
        needs="is_kept_back",
    ),
    Door(
        "placement-new",
        "登记其他渠道",
        "在公报、微信等处也发布了的，登记下来；更正、撤回时会提醒同步处理。",
        RELEASERS | {Role.DRAFTER},
        items=frozenset({"released"}),
    ),
)


def offers(who: Actor, standing: Standing) -> list[Offer]:
    """What the person may do now, the main thing first."""
    return list(_offers(who, standing))


def _offers(who: Actor, standing: Standing) -> Iterator[Offer]:
    for door in DOORS:
        if who.roles & door.roles and _is_open(door, standing):
            piece = standing.work if door.of_edition else standing.item
            if piece is not None:
                address = reverse(f"desk:{door.name}", args=[piece.pk])
                yield Offer(door.label, door.says, address, door.weight, door.posts)


def _is_open(door: Door, standing: Standing) -> bool:
    work = "" if standing.work is None else standing.work.state
    return (
        (door.items is None or standing.item.state in door.items)
        and (door.works is None or work in door.works)
        and (door.mine is None or door.mine is standing.is_my_turn)
        and (not door.needs or door.needs in standing.facts)
    )
