"""Addresses of the disclosure guide, in the desk's namespace."""

from django.urls import path

from gongkai.faces.desk.guides import editing, page

urlpatterns = [
    path("guide/", page.page, name="guide"),
    path("guide/edit/", editing.edit, name="guide-edit"),
    path("guide/confirm/", page.confirm, name="guide-confirm"),
    path("guide/revisions/<int:guide_revision_id>/", page.revision, name="guide-revision"),
]
