"""Drafts of the portal: sealed, found by their address alone, forgotten after a while."""

from datetime import timedelta

import pytest
from django.db import connection
from pytest_django import Settings

from gongkai.apps.applications.models import Application, PortalDraft
from gongkai.apps.applications.receiving.draft_queries import was_submitted, written
from gongkai.apps.applications.receiving.drafts import attach, forget_drafts, open_draft, save_draft
from gongkai.apps.applications.receiving.submitting import submit
from gongkai.apps.files.models import StoredFile
from gongkai.apps.organs.models import Organ, Succession
from gongkai.core.finding import BlockedError
from gongkai.core.identity import VISITOR
from tests.factories.intakes import TODAY, TOKEN, Desk, drafted, intake
from tests.factories.organs import organ
from tests.factories.publishing import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=16)


@pytest.fixture(autouse=True)
def one_storage(settings: Settings) -> None:
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": memory}


@pytest.fixture
def desk() -> Desk:
    return Desk(organ("示范市财政局"))


def test_nothing_of_a_draft_can_be_read_in_the_database(desk: Desk) -> None:
    drafted(desk.organ)
    with connection.cursor() as cursor:
        cursor.execute("SELECT token, content FROM applications_portaldraft")
        token, content = cursor.fetchone()
    assert token != TOKEN
    assert "13900000000" not in content
    assert written(TOKEN, NOW).intake == intake()


def test_a_draft_is_forgotten_with_its_files_when_its_time_is_over(desk: Desk) -> None:
    drafted(desk.organ)
    attach(VISITOR, token=TOKEN, name="说明.txt", data="说明".encode(), now=NOW)
    assert forget_drafts(NOW) == 0
    with pytest.raises(PortalDraft.DoesNotExist):
        written(TOKEN, LATER)
    assert forget_drafts(LATER) == 1
    assert not StoredFile.objects.exists()


def test_every_change_gives_it_its_full_time_again(desk: Desk) -> None:
    drafted(desk.organ)
    save_draft(VISITOR, token=TOKEN, intake=intake(2), now=NOW + timedelta(days=10))
    assert written(TOKEN, LATER).intake.name == "张小明2"


def test_what_is_longer_than_any_application_is_refused(desk: Desk) -> None:
    drafted(desk.organ)
    with pytest.raises(BlockedError):
        save_draft(VISITOR, token=TOKEN, intake=intake(items=("字" * 70_000,)), now=NOW)
    assert written(TOKEN, NOW).intake == intake()


def test_nobody_begins_with_an_organ_that_is_closed(desk: Desk) -> None:
    Organ.objects.filter(pk=desk.organ.pk).update(until=TODAY)
    with pytest.raises(BlockedError) as error:
        open_draft(VISITOR, organ_id=desk.organ.pk, token=TOKEN, now=NOW)
    assert {row.code for row in error.value.findings} == {"APPLY-ORGAN"}


def test_an_organ_abolished_meanwhile_names_who_took_over_in_the_end(desk: Desk) -> None:
    drafted(desk.organ)
    second, heir = organ("示范市财政金融局"), organ("示范市财经局")
    for gone, following in ((desk.organ, second), (second, heir)):
        Succession.objects.create(
            predecessor=gone,
            successor=following,
            way="closing",
            day=TODAY,
            document="示编〔2025〕1号",
        )
        Organ.objects.filter(pk=gone.pk).update(until=TODAY)
    mistaken = organ("示范市审计局")
    Succession.objects.create(
        predecessor=second, successor=mistaken, way="closing", day=TODAY, document="x",
        voided_reason="登记错误",
    )  # fmt: skip
    with pytest.raises(BlockedError) as error:
        submit(VISITOR, token=TOKEN, now=NOW)
    (finding,) = error.value.findings
    assert finding.code == "APPLY-ORGAN"
    assert "示范市财政局已经撤销" in finding.text
    assert finding.hint == "请向承接其职能的示范市财经局申请。"
    assert not Application.objects.exists()


def test_a_submitted_draft_keeps_nothing_and_is_forgotten_soon(desk: Desk) -> None:
    drafted(desk.organ)
    attach(VISITOR, token=TOKEN, name="说明.txt", data="说明".encode(), now=NOW)
    application = submit(VISITOR, token=TOKEN, now=NOW)
    assert PortalDraft.objects.get().content == ""
    assert was_submitted(TOKEN, NOW)
    assert submit(VISITOR, token=TOKEN, now=NOW) == application
    soon = NOW + timedelta(hours=2)
    with pytest.raises(PortalDraft.DoesNotExist):
        submit(VISITOR, token=TOKEN, now=soon)
    assert forget_drafts(soon) == 1
    assert application.files.get().file.name == "说明.txt"
    assert Application.objects.count() == 1


def test_a_refused_file_keeps_a_form_from_being_submitted(desk: Desk) -> None:
    drafted(desk.organ)
    attach(VISITOR, token=TOKEN, name="说明.txt", data="说明".encode(), now=NOW)
    StoredFile.objects.update(state="refused", fault="文件已经损坏。")
    with pytest.raises(BlockedError) as error:
        submit(VISITOR, token=TOKEN, now=NOW)
    assert {row.code for row in error.value.findings} == {"APPLY-FILE-REFUSED"}
    assert not Application.objects.exists()
