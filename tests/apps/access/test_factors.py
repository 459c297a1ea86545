"""The second factor: enrolling, codes that count once, backup codes, throttling."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings

from gongkai.apps.access.factors import (
    begin_factor,
    check_code,
    confirm_factor,
    is_backup,
    renew_codes,
    turn_off_factor,
)
from gongkai.apps.access.models import BackupCode
from gongkai.apps.access.queries import codes_left, factor_to_confirm, has_factor, secret_of
from gongkai.apps.organs.models import User
from tests.apps.access.made import actor, person, told, verbs

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return person("wangmin")


def clock() -> datetime:
    """The library looks at the real clock."""
    return datetime.fromtimestamp(time.time(), tz=UTC)


def shown_code(user: User, steps: int = 0) -> str:
    """What the person's app shows, so many half minutes from now."""
    device = TOTPDevice.objects.filter(user=user).latest("pk")
    return f"{totp(device.bin_key, t0=-steps * device.step):06}"


def enrol(user: User) -> tuple[str, ...]:
    begin_factor(actor(user), user=user)
    return confirm_factor(actor(user), user=user, code=shown_code(user, -1))


def code_of(user: User, code: str) -> str:
    problem = check_code(user, code, who=actor(user), now=clock())
    return problem.code if problem else ""


def test_it_is_on_only_when_the_app_shows_the_right_code(user: User) -> None:
    device = begin_factor(actor(user), user=user)
    assert begin_factor(actor(user), user=user).pk == device.pk
    assert not has_factor(user)
    assert confirm_factor(actor(user), user=user, code="12345") == ()
    TOTPDevice.objects.update(throttling_failure_count=0)
    codes = confirm_factor(actor(user), user=user, code=shown_code(user))
    assert has_factor(user)
    assert factor_to_confirm(user) is None
    assert len(set(codes)) == codes_left(user) == 10
    assert verbs()[-1] == "turn_on_second_factor"


def test_a_code_counts_once(user: User) -> None:
    enrol(user)
    code = shown_code(user)
    assert code_of(user, f" {code[:3]} {code[3:]} ") == ""
    assert code_of(user, code) == "CODE-WRONG"


def test_the_code_of_the_enrolment_is_used_up(user: User) -> None:
    begin_factor(actor(user), user=user)
    code = shown_code(user)
    assert confirm_factor(actor(user), user=user, code=code)
    assert code_of(user, code) == "CODE-WRONG"


@pytest.mark.parametrize(
    "code",
    [
        "",
        "12345",
        "1234567",
        "abcdef",
        "\uff11\uff12\uff13\uff14\uff15\uff16",
        "-00001",
        "+00001",
        "1e5000",
    ],
)
def test_what_is_no_code(user: User, code: str) -> None:
    enrol(user)
    assert code_of(user, code) == "CODE-WRONG"


def test_after_a_wrong_code_one_has_to_wait(user: User) -> None:
    enrol(user)
    assert code_of(user, "000000") == "CODE-WRONG"
    assert code_of(user, shown_code(user)) == "CODE-SOON"
    TOTPDevice.objects.update(throttling_failure_timestamp=clock() - timedelta(seconds=2))
    assert code_of(user, shown_code(user)) == ""


def test_too_many_wrong_codes_shut_the_door(user: User, settings: Settings) -> None:
    settings.GONGKAI_SIGN_IN = {"failures": 3}
    settings.OTP_TOTP_THROTTLE_FACTOR = 0
    enrol(user)
    said = [code_of(user, "000000") for _ in range(3)]
    assert said == ["CODE-WRONG", "CODE-WRONG", "CODE-LOCKED"]
    assert code_of(user, shown_code(user)) == "CODE-LOCKED"
    assert "sign_in_locked" in verbs()


def test_a_backup_code_counts_once(user: User) -> None:
    codes = enrol(user)
    assert code_of(user, codes[0].upper().replace("-", " ")) == ""
    assert code_of(user, codes[0]) == "CODE-WRONG"
    assert codes_left(user) == 9
    assert code_of(user, codes[1]) == ""


def test_backup_codes_are_kept_as_digests_only(user: User) -> None:
    codes = enrol(user)
    kept = " ".join(BackupCode.objects.values_list("mark", flat=True))
    for code in codes:
        assert code not in kept
        assert code.replace("-", "") not in kept
        assert code not in told()


def test_a_backup_code_of_somebody_else(user: User) -> None:
    other = person("liqiang")
    codes = enrol(other)
    enrol(user)
    assert code_of(user, codes[0]) == "CODE-WRONG"


def test_new_backup_codes_end_the_old_ones(user: User) -> None:
    old = enrol(user)
    new = renew_codes(actor(user), user=user)
    assert code_of(user, old[0]) == "CODE-WRONG"
    assert code_of(user, new[0]) == ""


def test_turned_off_everything_is_gone(user: User) -> None:
    codes = enrol(user)
    turn_off_factor(actor(user), user=user)
    assert not has_factor(user)
    assert code_of(user, codes[0]) == "CODE-WRONG"
    assert verbs().count("turn_off_second_factor") == 1


def test_the_secret_is_text_too(user: User) -> None:
    device = begin_factor(actor(user), user=user)
    shown = secret_of(device)
    assert shown.replace(" ", "") in device.config_url
    assert device.key not in told()
    assert "wangmin" in device.config_url


def test_an_own_clock_is_asked_only_by_the_library(user: User) -> None:
    enrol(user)
    device = TOTPDevice.objects.get(user=user, confirmed=True)
    assert device.last_t <= time.time() // device.step + 1


@pytest.mark.parametrize(("code", "backup"), [("123456", False), ("abcd-efgh-jkmn", True)])
def test_a_backup_code_is_told_by_its_length(code: str, backup: bool) -> None:
    assert is_backup(code) is backup
