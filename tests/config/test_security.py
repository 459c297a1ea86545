"""Every answer carries the headers that keep a page to itself."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from gongkai.config.security import POLICY, content_security_policy


def test_an_answer_carries_the_policy() -> None:
    answer = content_security_policy(lambda _request: HttpResponse("x"))(RequestFactory().get("/"))
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert "unsafe" not in POLICY


def test_a_view_may_set_a_policy_of_its_own() -> None:
    def view(_request: HttpRequest) -> HttpResponse:
        return HttpResponse("x", headers={"Content-Security-Policy": "sandbox"})

    answer = content_security_policy(view)(RequestFactory().get("/"))
    assert answer.headers["Content-Security-Policy"] == "sandbox"


@pytest.mark.django_db
def test_even_a_page_that_is_not_there_is_guarded(client: Client) -> None:
    answer = client.get("/no/such/page")
    assert answer.status_code == 404
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
