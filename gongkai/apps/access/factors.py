"""The second factor: an app that shows a new code every half minute, and codes for a lost phone."""

import secrets
from datetime import datetime

from django.db import transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from gongkai.apps.access.guarding import code_door, fail, knock, succeed
from gongkai.apps.access.limits import limits
from gongkai.apps.access.marks import mark
from gongkai.apps.access.models import BackupCode
from gongkai.apps.access.obstacles import code_locked, code_too_soon, wrong_code
from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import User
from gongkai.core.finding import Finding
from gongkai.core.identity import Actor

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that looks like something else
GROUPS, GROUP = 3, 4
DIGITS = 6
DEVICE_NAME = "验证器"


@transaction.atomic
def begin_factor(actor: Actor, *, user: User) -> TOTPDevice:
    """The secret to be confirmed; asking again gives the same one."""
    device = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=False).first()
    if device is None:
        device = TOTPDevice.objects.create(user=user, name=DEVICE_NAME, confirmed=False)
        record(actor, "begin_second_factor", f"user:{user.pk}")
    return device


@transaction.atomic
def confirm_factor(actor: Actor, *, user: User, code: str) -> tuple[str, ...]:
    """Turn the second factor on when the app shows the right code; gives the backup codes, once.

    The codes are empty when the code was wrong.
    """
    device = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=False).first()
    if device is None or not device.verify_token(digits(code)):
        record(actor, "second_factor_failed", f"user:{user.pk}")
        return ()
    TOTPDevice.objects.filter(user=user, confirmed=True).delete()
    device.confirmed = True
    device.save(update_fields=["confirmed"])
    codes = renew_codes(actor, user=user)
    record(actor, "turn_on_second_factor", f"user:{user.pk}")
    return codes


@transaction.atomic
def renew_codes(actor: Actor, *, user: User) -> tuple[str, ...]:
    """New backup codes instead of the old ones; they are shown now and never again."""
    codes = tuple(_new_code() for _ in range(limits().backup_codes))
    BackupCode.objects.filter(user=user).delete()
    BackupCode.objects.bulk_create(BackupCode(user=user, mark=_mark(user, row)) for row in codes)
    record(actor, "renew_backup_codes", f"user:{user.pk}", after={"codes": len(codes)})
    return codes


@transaction.atomic
def turn_off_factor(actor: Actor, *, user: User) -> None:
    """Take the second factor away, backup codes and all."""
    TOTPDevice.objects.filter(user=user).delete()
    BackupCode.objects.filter(user=user).delete()
    record(actor, "turn_off_second_factor", f"user:{user.pk}")


def check_code(user: User, code: str, *, who: Actor, now: datetime) -> Finding | None:
    """What is in the way of a code of the app, or of a backup code; a right one is used up."""
    doors = (code_door(user.pk),)
    if not is_backup(code) and (wait := _wait(user, now)):
        return wait
    if shut := knock(who, doors=doors, now=now):
        return code_locked(shut.until)
    if not use_code(who, user=user, code=code):
        shut = fail(who, doors=doors, now=now)
        return code_locked(shut.until) if shut else wrong_code()
    succeed(doors, now)
    return None


@transaction.atomic
def use_code(actor: Actor, *, user: User, code: str) -> bool:
    """Use a code up; false when it is wrong, used, or tried too soon after a wrong one."""
    if is_backup(code):
        used, _ = BackupCode.objects.filter(user=user, mark=_mark(user, code)).delete()
        if used:
            rest = BackupCode.objects.filter(user=user).count()
            record(actor, "use_backup_code", f"user:{user.pk}", after={"left": rest})
        return bool(used)
    device = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=True).first()
    return device is not None and bool(device.verify_token(digits(code)))


def is_backup(code: str) -> bool:
    """Whether this looks like a backup code."""
    return len(_bare(code)) > DIGITS


def digits(code: str) -> str:
    """The digits as the app shows them; anything else becomes a code that nobody has."""
    bare = _bare(code)
    return bare if len(bare) == DIGITS and bare.isascii() and bare.isdigit() else "-1"


def _wait(user: User, now: datetime) -> Finding | None:
    device = TOTPDevice.objects.filter(user=user, confirmed=True).first()
    if device is None:
        return None
    is_allowed, why = device.verify_is_allowed()
    return None if is_allowed else code_too_soon(why["locked_until"] - now)


def _new_code() -> str:
    signs = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS))
    return "-".join(signs)


def _bare(code: str) -> str:
    return "".join(code.split()).replace("-", "").lower()


def _mark(user: User, code: str) -> str:
    return mark("backup", f"{user.pk}:{_bare(code)}")
