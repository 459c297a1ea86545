"""Addresses of the journal, in the desk's namespace."""

from django.urls import path

from gongkai.faces.desk import journal, journal_verification

urlpatterns = [
    path("journal/", journal.listing, name="journal"),
    path("journal/export/", journal.export, name="journal-export"),
    path("journal/verify/", journal_verification.ask, name="journal-verify"),
    path(
        "journal/verifications/<int:number>/",
        journal_verification.show,
        name="journal-verification",
    ),
    path("journal/<int:sequence>/", journal.entry, name="journal-entry"),
]
