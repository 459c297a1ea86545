"""Addresses of the site and its columns."""

from django.urls import path

from gongkai.faces.desk.columns import keeping, listing, moved, report

urlpatterns = [
    path("columns/", listing.listing, name="columns"),
    path("columns/report/", report.report, name="columns-report"),
    path("columns/site/", keeping.edit_site, name="site"),
    path("columns/new/", keeping.add, name="column-new"),
    path("columns/usual/", keeping.install, name="columns-usual"),
    path("columns/moved/", moved.listing, name="moved"),
    path("columns/moved/new/", moved.add, name="moved-new"),
    path("columns/moved/<int:moved_id>/remove/", moved.remove, name="moved-remove"),
    path("columns/<int:column_id>/", keeping.change, name="column"),
    path("columns/<int:column_id>/address/", moved.rename, name="column-address"),
    path("columns/<int:column_id>/move/", keeping.move, name="column-move"),
    path("columns/<int:column_id>/shift/", keeping.shift, name="column-shift"),
    path("columns/<int:column_id>/close/", keeping.close, name="column-close"),
    path("columns/<int:column_id>/reopen/", keeping.reopen, name="column-reopen"),
]
