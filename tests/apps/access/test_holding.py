"""What was sent too late waits for its sender, for an hour, and for nobody else."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist

from gongkai.apps.access.holding import MOST_CHARACTERS, MOST_FORMS, drop_form, hold_form
from gongkai.apps.access.models import HeldForm
from gongkai.apps.access.queries import held_form
from gongkai.apps.organs.models import User
from tests.apps.access.made import NOW, actor, person, told, verbs

pytestmark = pytest.mark.django_db
FIELDS = {"title": ["关于公开目录的通知"], "tag": ["甲", "乙"]}


@pytest.fixture
def user() -> User:
    return person("wangmin")


def hold(user: User, fields: dict[str, list[str]] | None = None, minutes: int = 0) -> str:
    return hold_form(
        actor(user),
        user=user,
        address="/desk/items/3/",
        fields=fields or FIELDS,
        files=["附件.pdf"],
        now=NOW + timedelta(minutes=minutes),
    )


def test_it_is_there_as_it_was_sent(user: User) -> None:
    form = held_form(user, hold(user), NOW)
    assert (form.fields, form.files, form.address) == (FIELDS, ["附件.pdf"], "/desk/items/3/")
    assert "公开目录" not in told()


def test_it_is_there_for_nobody_else_and_not_for_ever(user: User) -> None:
    token = hold(user)
    with pytest.raises(ObjectDoesNotExist):
        held_form(person("liqiang"), token, NOW)
    with pytest.raises(ObjectDoesNotExist):
        held_form(user, token, NOW + timedelta(minutes=61))
    hold(user, minutes=62)
    assert HeldForm.objects.count() == 1


def test_too_much_is_not_kept(user: User) -> None:
    assert hold(user, {"text": ["字" * (MOST_CHARACTERS + 1)]}) == ""
    tokens = [hold(user) for _ in range(MOST_FORMS + 1)]
    assert [bool(token) for token in tokens] == [True] * MOST_FORMS + [False]


def test_it_is_dropped_by_its_sender_only(user: User) -> None:
    token, other = hold(user), person("liqiang")
    drop_form(actor(other), user=other, token=token)
    assert held_form(user, token, NOW)
    drop_form(actor(user), user=user, token=token)
    assert verbs() == ["hold_form", "drop_form"]
    assert not HeldForm.objects.exists()
