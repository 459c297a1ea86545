"""What stands in the way of writing down that an address has moved; `paths` names the field."""

from gongkai.core.finding import Finding, Severity


def _obstacle(code: str, field: str, title: str, text: str, hint: str) -> Finding:
    return Finding(code, Severity.ERROR, title=title, text=text, hint=hint, paths=(field,))


def no_path(field: str) -> Finding:
    """It is no address of this site."""
    return _obstacle(
        "MOVED-OUTSIDE",
        field,
        "不是本网站的地址",
        "这不是本网站的地址。",
        "请填写以“/”开头的地址，例如 /old/page.html；不能转到别的网站。",
    )


def too_long(field: str, most: int) -> Finding:
    """It is longer than any address of ours."""
    return _obstacle(
        "MOVED-LONG", field, "地址太长", f"地址超过 {most} 个字。", "请核对是否多粘贴了内容。"
    )


def with_query() -> Finding:
    """Only what stands before the question mark is looked at."""
    return _obstacle(
        "MOVED-QUERY",
        "path",
        "原地址带了参数",
        "原地址里有“?”，系统只按“?”前面的部分转到新地址。",
        "请去掉“?”和后面的部分。",
    )


def of_the_desk(field: str) -> Finding:
    """No public page is there."""
    return _obstacle(
        "MOVED-DESK",
        field,
        "不是公众的地址",
        "工作台的地址不对公众开放。",
        "请填写公众能打开的地址。",
    )


def answers(path: str) -> Finding:
    """A page answers there, so nobody would be led on."""
    return _obstacle(
        "MOVED-ANSWERS",
        "path",
        "原地址还能打开",
        f"{path} 现在还能打开，或者仍然属于一条信息、一个机关。",
        "只有打不开的地址才能转；栏目请用“更换地址”，信息请用“替代”。",
    )


def no_target(path: str) -> Finding:
    """Nothing answers at the new address."""
    return _obstacle(
        "MOVED-TARGET",
        "target",
        "新地址打不开",
        f"{path} 打不开。",
        "请先在门户上打开要去的页面，再把它的地址粘贴过来。",
    )


def taken(path: str, target: str) -> Finding:
    """The address leads elsewhere already."""
    return _obstacle(
        "MOVED-TAKEN",
        "path",
        "原地址已经登记",
        f"{path} 已经转到 {target}。",
        "要改，请先删除原来的登记。",
    )


def circle() -> Finding:
    """Whoever follows would come back to where he began."""
    return _obstacle(
        "MOVED-CIRCLE",
        "target",
        "地址转成了循环",
        "从新地址又会转回原地址。",
        "请直接转到最后要去的页面。",
    )


def same_key(key: str) -> Finding:
    """The column has that address."""
    return _obstacle(
        "MOVED-SAME", "key", "地址没有变", f"栏目的地址就是“{key}”。", "请填写新的地址。"
    )
