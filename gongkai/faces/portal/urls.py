"""Addresses of the portal."""

from django.urls import path

from gongkai.faces.common import display
from gongkai.faces.portal import (
    home,
    items,
    report_cells,
    report_check,
    report_downloads,
    report_session,
)

app_name = "portal"
SESSION = "report-check/<str:token>/"
CELL = SESSION + "reports/<str:key>/cells/<str:path>/"

urlpatterns = [
    path("", home.home, name="home"),
    path("display/", display.change, name="display"),
    path("items/<int:item_id>/", items.item, name="item"),
    path("files/<int:file_id>/", items.file, name="file"),
    path("files/<int:file_id>/<str:name>", items.file, name="named-file"),
    path("report-check/", report_check.start, name="report-check"),
    path(SESSION, report_session.show, name="session"),
    path(SESSION + "extend/", report_session.extend, name="extend"),
    path(SESSION + "discard/", report_session.discard, name="discard"),
    path(SESSION + "files/<int:file_id>/remove/", report_session.remove, name="remove-file"),
    path(SESSION + "compare/", report_session.compare, name="compare"),
    path(SESSION + "download/<str:kind>/", report_downloads.download, name="download"),
    path(SESSION + "reports/<str:key>/", report_session.show, name="report"),
    path(CELL, report_cells.cell, name="cell"),
    path(CELL + "confirm/", report_cells.confirm, name="confirm"),
    path(CELL + "undo/", report_cells.undo, name="undo"),
]
