"""Addresses of the portal."""

from django.urls import path

from gongkai.faces.common import display
from gongkai.faces.portal import (
    catalogue,
    colours,
    columns,
    directories,
    feeds,
    guides,
    home,
    items,
    leaving,
    organs,
    report_cells,
    report_check,
    report_downloads,
    report_session,
    search,
    sitemap,
)
from gongkai.faces.portal.applications import urls as application_urls

app_name = "portal"
FIELD = "organs/<int:organ_id>/directory/<slug:field>/"
SESSION = "report-check/<str:token>/"
CELL = SESSION + "reports/<str:key>/cells/<str:path>/"

urlpatterns = [
    path("items/<int:item_id>/", items.item, name="item"),
    path("", home.home, name="home"),
    path("display/", display.change, name="display"),
    path("site.css", colours.sheet, name="colours"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("sitemap/", sitemap.page, name="sitemap"),
    path("sitemap.xml", sitemap.index, name="sitemap-index"),
    path("sitemap-<str:name>.xml", sitemap.part, name="sitemap-part"),
    path("feeds/<str:form>", feeds.of_site, name="feed"),
    path("search/", search.search, name="search"),
    path("leave/", leaving.leave, name="leave"),
    path("catalogue/", catalogue.catalogue, name="catalogue"),
    path("directories/", directories.directories, name="directories"),
    path("guides/", guides.guides, name="guides"),
    path("organs/", organs.organ_list, name="organs"),
    path("organs/choose/", organs.choose, name="choose-organ"),
    path("organs/<int:organ_id>/", organs.organ_page, name="organ"),
    path("organs/<int:organ_id>/guide/", guides.guide, name="guide"),
    path("organs/<int:organ_id>/directory/", directories.directory, name="directory"),
    path(FIELD, directories.field, name="directory-field"),
    path(f"{FIELD}<int:entry_id>/", directories.entry, name="directory-entry"),
    path("organs/<int:organ_id>/<str:form>", feeds.of_organ, name="organ-feed"),
    path("columns/<slug:key>/", columns.column, name="column"),
    path("columns/<slug:key>/<str:form>", feeds.of_column, name="column-feed"),
    path("files/<int:file_id>/", items.file, name="file"),
    path("files/<int:file_id>/<str:name>", items.file, name="named-file"),
    *application_urls.urlpatterns,
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
