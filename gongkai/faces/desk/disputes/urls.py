"""Addresses of the ledger."""

from django.urls import path

from gongkai.faces.desk.disputes import entering, listing, page, steps, table

urlpatterns = [
    path("disputes/", listing.disputes, name="disputes"),
    path("disputes/new/", entering.new, name="dispute-new"),
    path("disputes/table/", table.table, name="disputes-table"),
    path("disputes/<int:dispute_id>/", page.dispute, name="dispute"),
    path("disputes/<int:dispute_id>/edit/", entering.amend, name="dispute-edit"),
    path("disputes/<int:dispute_id>/party/", page.reveal, name="dispute-party"),
    *(
        path(f"disputes/<int:dispute_id>/{deed.key}/", steps.step(deed), name=f"dispute-{deed.key}")
        for deed in steps.DEEDS
    ),
]
