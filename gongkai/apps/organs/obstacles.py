"""What stands in the way of a change to organs or people, as findings; `paths` names the field."""

from collections.abc import Iterable
from datetime import date

from gongkai.core.finding import Finding, Severity
from gongkai.core.identity import Role
from gongkai.core.identity.organs import OrganKind
from gongkai.core.identity.roles import Conflict


def _obstacle(code: str, field: str, title: str, text: str, hint: str) -> Finding:
    return Finding(code, Severity.ERROR, title=title, text=text, hint=hint, paths=(field,))


def no_name() -> Finding:
    """Something is to be entered without a name."""
    return _obstacle("ORGAN-NAME", "name", "没有名称", "名称是空的。", "请填写全称。")


def name_taken(name: str) -> Finding:
    """Another living organ bears that name."""
    return _obstacle(
        "ORGAN-NAME-TAKEN",
        "name",
        "名称已经有了",
        f"已经有一个机关叫“{name}”。",
        "请核对是否重复登记；确实是另一个机关时，请写出区划以示区别。",
    )


def same_name(name: str) -> Finding:
    """The new name is the old one."""
    return _obstacle(
        "ORGAN-NAME-SAME",
        "name",
        "名称没有变",
        f"现在的名称就是“{name}”。",
        "请填写新的名称。",
    )


def bad_credit_code(code: str) -> Finding:
    """The credit code's form or check character is wrong."""
    return _obstacle(
        "ORGAN-CREDIT-CODE",
        "code",
        "统一社会信用代码不对",
        f"“{code}”不是正确的统一社会信用代码：应为 18 位，最后一位是校验码。",
        "请对照证书逐位核对；字母 I、O、S、V、Z 不会出现在代码中。暂时没有时可以留空。",
    )


def bad_region_code(code: str) -> Finding:
    """The region's code has another form."""
    return _obstacle(
        "ORGAN-REGION-CODE",
        "region_code",
        "行政区划代码不对",
        f"“{code}”不是行政区划代码：省、市、县为 6 位数字，乡镇、街道为 9 位数字。",
        "请填写民政部公布的代码；暂时没有时可以留空。",
    )


def wrong_level(kind: OrganKind, code: str) -> Finding:
    """A government's region is of another level than the government."""
    return _obstacle(
        "ORGAN-REGION-LEVEL",
        "region_code",
        "区划级别与类别不符",
        f"“{code}”不是{kind.label}的行政区划代码。",
        "省级代码后四位为 0，市级后两位为 0，县级为完整的 6 位，乡镇、街道为 9 位。",
    )


def outside_region(code: str, superior: str) -> Finding:
    """The region does not lie in that of the superior organ."""
    return _obstacle(
        "ORGAN-REGION-OUTSIDE",
        "region_code",
        "区划不在上级机关的区域内",
        f"“{code}”不在“{superior}”的行政区域内。",
        "请核对代码和上级机关；垂直管理部门不受此限。",
    )


def needs_region() -> Finding:
    """A competent department supervises a region and must name it."""
    return _obstacle(
        "ORGAN-COMPETENT-REGION",
        "region_code",
        "主管部门没有区划",
        "主管部门可以查看本行政区域的机关，必须有行政区划代码。",
        "请填写所在地方的行政区划代码，或者去掉“主管部门”。",
    )


def wrong_superior(kind: OrganKind, superior: OrganKind) -> Finding:
    """An organ of this kind does not stand below one of that kind."""
    return _obstacle(
        "ORGAN-SUPERIOR",
        "superior",
        "上级机关的类别不合",
        f"{kind.label}不能设在{superior.label}之下。",
        "请重新选择上级机关，或者更改类别。",
    )


def superior_missing() -> Finding:
    """The superior is not there, is closed, or is not the actor's to administer."""
    return _obstacle(
        "ORGAN-SUPERIOR-MISSING",
        "superior",
        "没有选对上级机关",
        "所选的上级机关不存在、已经撤销，或者不在您的管理范围内。",
        "请从列表中选择一个。",
    )


def circle() -> Finding:
    """An organ would stand below itself."""
    return _obstacle(
        "ORGAN-CIRCLE",
        "superior",
        "上下级成了循环",
        "所选的上级机关是本机关，或者在本机关之下。",
        "请选择本机关之外的上级机关。",
    )


def in_future(day: date) -> Finding:
    """A change is entered before its day."""
    return _obstacle(
        "ORGAN-DAY-FUTURE",
        "day",
        "日期还没有到",
        f"{day.year}年{day.month}月{day.day}日还没有到，不能提前登记。",
        "请在生效当日或者以后登记。",
    )


def too_early(day: date, first: date) -> Finding:
    """A change lies before what it changes."""
    return _obstacle(
        "ORGAN-DAY-EARLY",
        "day",
        "日期太早",
        f"{day.year}年{day.month}月{day.day}日早于{first.year}年{first.month}月{first.day}日，"
        "那是现有记录开始的日子。",
        "请核对生效日期；开始日期登记有误时，请先更正。",
    )


def no_document() -> Finding:
    """A change of organs names its document."""
    return _obstacle(
        "ORGAN-DOCUMENT",
        "document",
        "没有写依据文件",
        "机构变更需要写明依据文件。",
        "请填写文件名称或者文号，例如“某发〔2025〕3号”。",
    )


def no_reason() -> Finding:
    """A correction says why."""
    return _obstacle(
        "ORGAN-REASON", "reason", "没有写原因", "这一步需要写明原因。", "请用一句话写明原因。"
    )


def already_closed(name: str) -> Finding:
    """The organ exists no longer."""
    return _obstacle(
        "ORGAN-CLOSED",
        "organ",
        "机关已经撤销",
        f"“{name}”已经撤销，不能再变更。",
        "撤销登记有误时，请先恢复。",
    )


def not_closed(name: str) -> Finding:
    """What lives cannot be restored."""
    return _obstacle("ORGAN-LIVES", "organ", "机关没有撤销", f"“{name}”没有撤销。", "不需要恢复。")


def has_subordinates(names: Iterable[str]) -> Finding:
    """Living organs still stand below it."""
    return _obstacle(
        "ORGAN-SUBORDINATES",
        "organ",
        "还有下级机关",
        f"之下还有：{'、'.join(names)}。",
        "请先把它们改到别的上级机关之下，或者先办理撤销。",
    )


def too_few(title: str, hint: str) -> Finding:
    """A merger needs two, a split a part."""
    return _obstacle("ORGAN-PARTS", "organs", "机关不够", title, hint)


def own_successor() -> Finding:
    """An organ cannot take over from itself."""
    return _obstacle(
        "ORGAN-OWN-SUCCESSOR",
        "successor",
        "承接机关选错了",
        "承接职能的机关不能是被撤销的机关自己。",
        "请选择另一个机关。",
    )


def no_rename() -> Finding:
    """There is no rename to take back."""
    return _obstacle(
        "ORGAN-NO-RENAME", "reason", "没有更名", "这个机关没有登记过更名。", "不需要改回。"
    )


def unit_taken(name: str) -> Finding:
    """The organ has a unit of that name."""
    return _obstacle(
        "UNIT-TAKEN", "name", "科室已经有了", f"本机关已经有“{name}”。", "请换一个名称。"
    )


def unit_in_use(people: int) -> Finding:
    """People still serve in the unit."""
    return _obstacle(
        "UNIT-IN-USE",
        "day",
        "科室还有人任职",
        f"还有 {people} 项任职在这个科室。",
        "请先结束或者调整这些任职。",
    )


def unit_elsewhere() -> Finding:
    """The unit is another organ's, or closed."""
    return _obstacle(
        "DUTY-UNIT",
        "unit",
        "科室不对",
        "所选的科室不属于这个机关，或者已经撤销。",
        "请重新选择科室，也可以不选。",
    )


def bad_user_name(name: str) -> Finding:
    """A user name that cannot be typed, or is taken."""
    return _obstacle(
        "PERSON-USER-NAME",
        "username",
        "用户名不能用",
        f"用户名“{name}”已经有人使用，或者含有不能用的字符。",
        "请用字母、数字和 . _ - 组成，并且不要与别人相同。",
    )


def person_missing() -> Finding:
    """There is no such person, or the account is off."""
    return _obstacle(
        "DUTY-PERSON",
        "user",
        "没有选对人员",
        "所选的人员不存在、已经停用，或者不在您的管理范围内。",
        "请从列表中选择；新来的人员请系统管理员先登记。",
    )


def no_such_role() -> Finding:
    """The role cannot be given."""
    return _obstacle(
        "DUTY-ROLE", "role", "没有选对角色", "没有这个角色。", "请从列表中选择一个角色。"
    )


def role_needs_competence() -> Finding:
    """Only an organ that is a competent department gives that role."""
    return _obstacle(
        "DUTY-COMPETENT",
        "role",
        "本机关不是主管部门",
        "只有登记为政府信息公开工作主管部门的机关，才能授予“主管部门”角色。",
        "请换一个角色，或者先在机构信息中登记为主管部门。",
    )


def roles_exclude(conflict: Conflict) -> Finding:
    """The person would hold two roles that exclude each other."""
    return _obstacle(
        "DUTY-EXCLUDED",
        "role",
        "角色不能由同一人担任",
        f"“{conflict.first.label}”和“{conflict.second.label}”不能同时由一人担任："
        f"{conflict.rule.title}。",
        "请换一个人，或者先结束原来的任职。",
    )


def duty_held(role: Role) -> Finding:
    """The person holds the same duty at that time."""
    return _obstacle(
        "DUTY-HELD",
        "role",
        "已经担任",
        f"这个人在同一时间、同一机关和科室已经担任“{role.label}”。",
        "不需要重复授予。",
    )


def own_duty() -> Finding:
    """Nobody gives himself rights."""
    return _obstacle(
        "DUTY-SELF",
        "user",
        "不能给自己任职",
        "安全管理员不能给自己授予角色。",
        "请由上级机关的安全管理员办理。",
    )


def last_of_administrators(role: Role) -> Finding:
    """The last administrator of a kind stays until another is there."""
    return _obstacle(
        "DUTY-LAST",
        "day",
        "没有人接任",
        f"结束以后，整个系统就没有“{role.label}”了。",
        "请先让另一个人担任，再结束这项任职。",
    )


def bad_span() -> Finding:
    """The end does not lie behind the beginning."""
    return _obstacle(
        "DUTY-SPAN",
        "until",
        "日期前后颠倒",
        "结束日期早于开始日期。",
        "请核对两个日期。",
    )


def already_ended() -> Finding:
    """It is over."""
    return _obstacle("DUTY-ENDED", "day", "已经结束", "这一项已经结束。", "需要时请重新办理一项。")


def deputy_elsewhere() -> Finding:
    """Only people of the same organ stand in."""
    return _obstacle(
        "STAND-IN-ELSEWHERE",
        "deputy",
        "代理人不在本机关任职",
        "代理期间开始时，代理人须在同一机关任职。",
        "请另选一人，或者先给代理人任职。",
    )


def own_stand_in() -> Finding:
    """Nobody stands in for himself."""
    return _obstacle(
        "STAND-IN-SELF", "deputy", "代理人选错了", "代理人不能是本人。", "请另选一人。"
    )


def outside_duty() -> Finding:
    """Nobody stands in beyond the duty itself."""
    return _obstacle(
        "STAND-IN-OUTSIDE",
        "since",
        "代理期间超出任职期间",
        "代理的开始和结束都要在原来的任职期间以内。",
        "请核对日期。",
    )


def own_account() -> Finding:
    """Nobody takes his own account out of use."""
    return _obstacle(
        "PERSON-SELF",
        "user",
        "不能停用自己的账号",
        "系统管理员不能停用自己的账号。",
        "请由另一位系统管理员办理。",
    )
