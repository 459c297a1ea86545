"""Addresses of the standard directory, in the desk's namespace."""

from django.urls import path

from gongkai.faces.desk.directory import entries, importing, listing, overview, report

DRAFT = "directory/import/<int:directory_draft_id>/"
ENTRY = "directory/entries/<int:directory_entry_id>/"

urlpatterns = [
    path("directory/", listing.listing, name="directory"),
    path("directory/export/", listing.export, name="directory-export"),
    path("directory/bind/", listing.bind, name="directory-bind"),
    path("directory/report/", report.report, name="directory-report"),
    path("directory/organs/", overview.overview, name="directory-overview"),
    path("directory/import/", importing.choose, name="directory-import"),
    path(DRAFT, importing.decide, name="directory-draft"),
    path(ENTRY, entries.entry, name="directory-entry"),
    path(f"{ENTRY}remove/", entries.remove, name="directory-remove"),
]
