"""How strict signing in is (R12-01, R12-03); settings may say otherwise (GONGKAI_SIGN_IN)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

LIST_SIGN = "+"
SWITCH = {"1": True, "0": False}
NO_TIME = timedelta(0)


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on failures, sessions, passwords and second factors."""

    failures: int = 5
    address_failures: int = 30
    window_minutes: float = 15.0
    lock_minutes: float = 15.0
    idle_minutes: float = 30.0
    warn_minutes: float = 5.0
    absolute_hours: float = 8.0
    code_minutes: float = 5.0
    password_length: int = 10
    password_classes: int = 3
    password_age_days: int = 90
    password_history: int = 5
    change_first: bool = True
    second_factor_roles: tuple[str, ...] = (
        "administrator",
        "security_administrator",
        "auditor",
    )
    second_factor_after_oidc: bool = True
    backup_codes: int = 10

    @property
    def window(self) -> timedelta:
        """How far back failures count."""
        return timedelta(minutes=self.window_minutes)

    @property
    def lock(self) -> timedelta:
        """How long a lock holds."""
        return timedelta(minutes=self.lock_minutes)

    @property
    def idle(self) -> timedelta:
        """How long somebody may do nothing."""
        return timedelta(minutes=self.idle_minutes)

    @property
    def warn(self) -> timedelta:
        """How long before the end the warning comes; never more than half of the idle time."""
        return min(timedelta(minutes=self.warn_minutes), self.idle / 2)

    @property
    def absolute(self) -> timedelta:
        """How long a session lasts at most."""
        return timedelta(hours=self.absolute_hours)

    @property
    def code(self) -> timedelta:
        """How long the page for the second factor waits."""
        return timedelta(minutes=self.code_minutes)


DEMO = Limits(change_first=False, password_age_days=0, second_factor_roles=())


def limits() -> Limits:
    """The limits in force: a demo starts milder, settings have the last word."""
    return changed(DEMO if settings.GONGKAI_DEMO else Limits(), settings.GONGKAI_SIGN_IN)


def changed(start: Limits, given: Mapping[str, object]) -> Limits:
    """The limits with some of them set anew; texts, as the environment gives them, are read."""
    if unknown := set(given) - {field.name for field in fields(Limits)}:
        names = "、".join(sorted(unknown))
        message = f"GONGKAI_SIGN_IN 中没有这些名称：{names}。可用的名称见 docs/settings.md。"
        raise ImproperlyConfigured(message)
    read: dict[str, Any] = {
        name: _read(name, value, getattr(start, name)) for name, value in given.items()
    }
    made = replace(start, **read)
    if min(made.failures, made.address_failures) < 1 or min(made.idle, made.absolute) <= NO_TIME:
        message = "GONGKAI_SIGN_IN 中的失败次数和会话时间必须大于 0。"
        raise ImproperlyConfigured(message)
    return made


def _read(name: str, value: object, default: object) -> object:
    """A value of the kind that the default has."""
    if not isinstance(value, str):
        return value
    try:
        return _parsed(value.strip(), default)
    except (KeyError, ValueError) as error:
        message = (
            f"GONGKAI_SIGN_IN 中 {name} 的值 {value} 无法识别。可用的写法见 docs/settings.md。"
        )
        raise ImproperlyConfigured(message) from error


def _parsed(value: str, default: object) -> object:
    if isinstance(default, bool):
        return SWITCH[value]
    if isinstance(default, tuple):
        return tuple(part for part in value.split(LIST_SIGN) if part)
    return int(value) if isinstance(default, int) else float(value)
