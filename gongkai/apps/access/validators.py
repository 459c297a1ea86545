"""Rules for passwords (R12-03), one sentence each."""

import string

from django.contrib.auth.hashers import check_password, identify_hasher
from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError

from gongkai.apps.access.limits import limits
from gongkai.apps.access.models import PasswordChange
from gongkai.apps.organs.models import User

LONGEST = 128  # hashing longer ones would be work for nothing
CLASSES = (string.ascii_lowercase, string.ascii_uppercase, string.digits)


class LengthValidator:
    """Long enough, and not endless."""

    def validate(self, password: str, user: object = None) -> None:
        """Raises ValidationError."""
        least = limits().password_length
        if len(password) < least:
            text = f"密码至少要有 {least} 个字符，现在只有 {len(password)} 个。"
            raise ValidationError(text, code="too_short")
        if len(password) > LONGEST:
            raise ValidationError(f"密码最多 {LONGEST} 个字符。", code="too_long")

    def get_help_text(self) -> str:
        """The rule in words."""
        return f"至少 {limits().password_length} 个字符。"


class ClassesValidator:
    """Of several kinds of characters."""

    def validate(self, password: str, user: object = None) -> None:
        """Raises ValidationError."""
        least = limits().password_classes
        if kinds(password) < least:
            text = f"密码要包含大写字母、小写字母、数字、其他符号中的至少 {least} 类。"
            raise ValidationError(text, code="too_plain")

    def get_help_text(self) -> str:
        """The rule in words."""
        return f"大写字母、小写字母、数字、其他符号中至少有 {limits().password_classes} 类。"


class SimilarityValidator(UserAttributeSimilarityValidator):
    """Not like the name."""

    def get_error_message(self) -> str:
        """What is wrong; `verbose_name` is the word for what it is like."""
        return "密码和%(verbose_name)s太像，容易被猜到。"

    def get_help_text(self) -> str:
        """The rule in words."""
        return "不能和用户名、姓名相似。"


class CommonValidator(CommonPasswordValidator):
    """None of those that everybody takes."""

    def get_error_message(self) -> str:
        """What is wrong."""
        return "这个密码太常见，容易被猜到。"

    def get_help_text(self) -> str:
        """The rule in words."""
        return "不能是常见的密码。"


class HistoryValidator:
    """None of the last ones."""

    def validate(self, password: str, user: object = None) -> None:
        """Raises ValidationError."""
        if not isinstance(user, User) or user.pk is None:
            return
        before = PasswordChange.objects.filter(user=user).values_list("encoded", flat=True)
        encoded = {user.password, *before[: limits().password_history]}
        if any(is_hash(old) and check_password(password, old) for old in encoded):
            many = limits().password_history
            text = f"新密码不能和现在的密码或者最近 {many} 次用过的密码相同。"
            raise ValidationError(text, code="used_before")

    def get_help_text(self) -> str:
        """The rule in words."""
        return f"不能与最近 {limits().password_history} 次用过的密码相同。"


def kinds(password: str) -> int:
    """How many kinds of characters there are; whatever is no ASCII letter or digit is a sign."""
    found = {next((n for n, row in enumerate(CLASSES) if sign in row), -1) for sign in password}
    return len(found)


def is_hash(encoded: str) -> bool:
    """Whether there is a password at all behind it."""
    try:
        identify_hasher(encoded)
    except ValueError:
        return False
    return True
