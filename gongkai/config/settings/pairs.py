"""Lists and pairs in one environment variable."""

from django.core.exceptions import ImproperlyConfigured


def words(text: str) -> tuple[str, ...]:
    """The parts between commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def pairs(text: str) -> dict[str, str]:
    """Values by name: name=value,name=value."""
    found = [word.partition("=") for word in words(text)]
    if wrong := [name for name, sign, _ in found if not sign]:
        message = f"设置应写成 名称=值，多项用逗号隔开；“{wrong[0]}”缺少等号。"
        raise ImproperlyConfigured(message)
    return {name.strip(): value.strip() for name, _, value in found}
