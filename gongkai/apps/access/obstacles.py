"""Why somebody does not get in, as findings."""

from datetime import datetime, timedelta

from django.utils.timezone import localtime

from gongkai.core.finding import Finding, Severity


def obstacle(code: str, title: str, text: str, hint: str) -> Finding:
    """Something in the way."""
    return Finding(code, Severity.ERROR, title=title, text=text, hint=hint)


def wrong_password() -> Finding:
    """Name or password is wrong; which of them is not told."""
    return obstacle(
        "SIGN-IN-WRONG",
        "没有登录",
        "用户名或者密码不对，或者账号已经停用。",
        "请检查大小写后再试；忘记密码请联系本机关的系统管理员。",
    )


def locked(until: datetime) -> Finding:
    """Too many failures at one name; the same whether it exists or not."""
    return obstacle(
        "SIGN-IN-LOCKED",
        "暂停登录",
        f"连续输错的次数太多，这个用户名暂停登录到 {_clock(until)}。",
        "请到时再试；急用请联系安全管理员解除。",
    )


def address_locked(until: datetime) -> Finding:
    """Too many failures from one place."""
    return obstacle(
        "SIGN-IN-ADDRESS",
        "暂停登录",
        f"从您所在的网络登录失败的次数太多，暂停登录到 {_clock(until)}。",
        "请到时再试；急用请联系安全管理员解除。",
    )


def wrong_code() -> Finding:
    """The second factor is not right."""
    return obstacle(
        "CODE-WRONG",
        "验证码不对",
        "验证码不对，或者已经用过。",
        "请等手机上出现下一个验证码再输入；手机的时间要准。没有手机时可以用备用码。",
    )


def code_too_soon(wait: timedelta) -> Finding:
    """The second factor was tried again too quickly."""
    seconds = max(1, round(wait.total_seconds()))
    return obstacle(
        "CODE-SOON", "太快了", f"刚才的验证码不对，还要等 {seconds} 秒。", "请稍候再输入。"
    )


def code_locked(until: datetime) -> Finding:
    """Too many wrong codes."""
    return obstacle(
        "CODE-LOCKED",
        "暂停验证",
        f"验证码连续输错的次数太多，暂停到 {_clock(until)}。",
        "请到时重新登录；急用请联系安全管理员解除。",
    )


def wrong_present_password() -> Finding:
    """The password asked for once more is wrong."""
    return obstacle("PASSWORD-WRONG", "密码不对", "现在的密码不对。", "请检查大小写后再试。")


def passwords_differ() -> Finding:
    """The new password was not typed the same twice."""
    return obstacle("PASSWORD-DIFFER", "两次不一样", "两次输入的新密码不一样。", "请重新输入两遍。")


def password_refused(text: str) -> Finding:
    """The new password breaks a rule."""
    return obstacle("PASSWORD-RULE", "新密码不合要求", text, "")


def nobody_here(name: str) -> Finding:
    """Vouched for by another system, but without an account here."""
    whom = f"“{name}”" if name else "您"
    return obstacle(
        "OIDC-UNKNOWN",
        "这里还没有您的账号",
        f"统一身份认证已经确认{whom}的身份，但是本系统没有对应的账号，或者账号已经停用。",
        "请联系本机关的系统管理员开通；认证本身不会带来任何权限。",
    )


def not_vouched() -> Finding:
    """The other system's answer cannot be believed."""
    return obstacle(
        "OIDC-REFUSED",
        "统一身份认证没有成功",
        "没有收到可以确认的认证结果。",
        "请重新登录一次；仍然不行时请用密码登录，并告诉系统管理员。",
    )


def not_reached() -> Finding:
    """The other system does not answer."""
    return obstacle(
        "OIDC-AWAY",
        "统一身份认证暂时不可用",
        "没有连上统一身份认证系统。",
        "请稍后再试，或者用密码登录。",
    )


def _clock(at: datetime) -> str:
    here = localtime(at)
    return f"{here.month}月{here.day}日 {here.hour}:{here.minute:02}"
