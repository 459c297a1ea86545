"""Addresses of publishing, in the desk's namespace."""

from django.urls import path

from gongkai.faces.desk.publishing import beginning, bulk, editing, files, listing, urls_review

urlpatterns = [
    path("items/", listing.items, name="items"),
    path("items/new/", beginning.new, name="item-new"),
    path("items/bulk/", bulk.together, name="items-bulk"),
    path("editions/<int:edition_id>/edit/", editing.edit, name="edition-edit"),
    path("editions/<int:edition_id>/autosave/", editing.autosave, name="edition-autosave"),
    path("editions/<int:edition_id>/pictures/", editing.pictures, name="edition-pictures"),
    path("editions/<int:edition_id>/due/", editing.due, name="edition-due"),
    path("editions/<int:edition_id>/preview/", editing.preview, name="edition-preview"),
    path("editions/<int:edition_id>/files/", files.upload, name="edition-files"),
    path("files/<int:stored_id>/", files.download, name="stored-file"),
    path("files/<int:stored_id>/state/", files.state, name="stored-file-state"),
    *urls_review.urlpatterns,
]
