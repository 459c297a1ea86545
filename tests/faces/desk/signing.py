"""Signing in through the pages, as a browser without script would."""

from typing import TYPE_CHECKING

from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.apps.access.made import PASSWORD

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

LOGIN = "/desk/login/"
CODE = "/desk/login/code/"


def sign_in(
    client: Client, name: str = "wangmin", password: str = PASSWORD, goal: str = ""
) -> "Response":
    """Send name and password."""
    return client.post(LOGIN, {"username": name, "password": password, "next": goal})


def shown_code(steps: int = 0) -> str:
    """What the app with the latest secret shows, so many half minutes from now."""
    device = TOTPDevice.objects.latest("pk")
    return f"{totp(device.bin_key, t0=-steps * device.step):06}"


def enrol(client: Client, password: str = PASSWORD) -> "Response":
    """Turn the second factor on."""
    client.post("/desk/sign-in/factor/start/")
    content = {"password": password, "code": shown_code(-1)}
    return client.post("/desk/sign-in/factor/confirm/", content)
