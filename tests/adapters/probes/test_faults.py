"""Errors on the way, and what they are called."""

import ssl

import httpcore
import httpx
import pytest

from gongkai.adapters.probes.faults import Fault, of_error


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (httpcore.ReadError("reset"), Fault.BROKEN_OFF),
        (httpcore.ConnectError("refused"), Fault.UNCONNECTED),
        (httpcore.ConnectTimeout("slow"), Fault.OVERDUE),
        (httpx.RemoteProtocolError("no http"), Fault.NO_HTTP),
        (TimeoutError("slow"), Fault.OVERDUE),
        (OSError("network unreachable"), Fault.UNCONNECTED),
    ],
)
def test_errors(error: Exception, fault: Fault) -> None:
    assert of_error(error) is fault


def test_the_cause_counts_more_than_what_it_led_to() -> None:
    outer = httpcore.ConnectError("tls")
    outer.__cause__ = ssl.SSLError("old")
    assert of_error(outer) is Fault.NO_TLS


def test_every_fault_has_words_of_its_own() -> None:
    assert len({fault.value.label for fault in Fault}) == len(Fault)
    assert len(Fault.__members__) == len(Fault)
