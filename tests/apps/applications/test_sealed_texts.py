"""What people write about people lies sealed in the database, wherever it is kept."""

import pytest
from django.apps import apps
from django.db import connection, models

from gongkai.apps.applications.models import Application, Entry, Reply
from gongkai.apps.sealing.fields import SealedField
from tests.apps.applications.at_work import Desk

OPEN = {
    "applications.Profile.account",
    "applications.Profile.internal_terms",
    "applications.Profile.ways",
    "applications.ReplyChain.levels",
    "applications.LetterTemplate.text",
    "applications.FeeNotice.steps",
    "applications.Reply.authors",
    "applications.Reply.chain",
    "applications.Throttle.moments",
    "applications.ArchiveRecord.manifest",
    "disputes.Dispute.pauses",
}
"""What organs say of themselves, what is reckoned, what the system writes about its own work."""
LONG = 300
"""Columns as long as this hold sentences; the names of things are shorter."""
TITLES = {
    "applications.Application.subject",
    "applications.DueMove.reason",
    "applications.Profile.review_address",
    "applications.Redaction.fault",
    "disputes.Dispute.act",
}
"""Sentences that stay open: what lists show and search, and what the system says by itself."""


def free_texts() -> set[str]:
    return {
        f"{model._meta.label}.{field.name}"
        for area in ("applications", "disputes", "files")
        for model in apps.get_app_config(area).get_models()
        for field in model._meta.local_concrete_fields
        if not isinstance(field, SealedField) and is_free(field)
    }


def is_free(field: models.Field[object, object]) -> bool:
    is_long = isinstance(field, models.CharField) and (field.max_length or 0) >= LONG
    return is_long or isinstance(field, models.TextField | models.JSONField)


def test_only_what_names_nobody_lies_open() -> None:
    files = {name for name in free_texts() if name.startswith("files.")}
    assert free_texts() - files == OPEN | TITLES
    assert "files.StoredFile.parts" not in files


def raw(table: str, column: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table}")  # noqa: S608
        return "".join(str(text) for (text,) in cursor.fetchall())


@pytest.mark.django_db
def test_the_database_does_not_show_what_was_written() -> None:
    desk = Desk()
    Application.objects.filter(pk=desk.case.pk).update(description="查王芳的房屋档案")
    Entry.objects.filter(application=desk.case).update(note="王芳来电")
    Reply.objects.create(
        application=desk.case, number=1, body=["王芳：答复如下"], saved_at=desk.case.created_at
    )
    assert desk.now().description == "查王芳的房屋档案"
    assert Reply.objects.get().body == ["王芳：答复如下"]
    for table, column in (
        ("applications_application", "description"),
        ("applications_entry", "note"),
        ("applications_reply", "body"),
    ):
        assert "王芳" not in raw(table, column)
