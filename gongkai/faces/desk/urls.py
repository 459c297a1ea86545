"""Addresses of the desk."""

from django.urls import path

from gongkai.faces.desk import (
    calendar,
    home,
    journal_urls,
    library,
    report_check,
    sign_in_urls,
)
from gongkai.faces.desk.applications import urls as application_urls
from gongkai.faces.desk.columns import urls as column_urls
from gongkai.faces.desk.counting import urls as counting_urls
from gongkai.faces.desk.directory import urls as directory_urls
from gongkai.faces.desk.disputes import urls as dispute_urls
from gongkai.faces.desk.guides import urls as guide_urls
from gongkai.faces.desk.harvesting import urls as harvesting_urls
from gongkai.faces.desk.organs import urls as organ_urls
from gongkai.faces.desk.publishing import urls as publishing_urls
from gongkai.faces.desk.redaction import urls as redaction_urls
from gongkai.faces.desk.words import urls as word_urls

app_name = "desk"

urlpatterns = [
    path("", home.home, name="home"),
    *sign_in_urls.urlpatterns,
    path("report-check/", report_check.start, name="report-check"),
    path("report-check/<str:token>/", report_check.show, name="session"),
    path("report-check/<str:token>/discard/", report_check.discard, name="discard"),
    path("report-check/<str:token>/reports/<str:key>/keep/", report_check.keep, name="keep"),
    path("library/", library.listing, name="library"),
    path("library/<int:report_id>/", library.kept, name="kept"),
    path("library/<int:report_id>/files/<int:file_id>/", library.original, name="original"),
    path("library/<int:report_id>/cells/<str:path>/", library.cell, name="cell"),
    path("library/<int:report_id>/withdraw/", library.withdraw, name="withdraw"),
    path("library/<int:report_id>/restore/", library.restore, name="restore"),
    path("calendar/", calendar.year, name="calendar"),
    *application_urls.urlpatterns,
    *column_urls.urlpatterns,
    *counting_urls.urlpatterns,
    *directory_urls.urlpatterns,
    *dispute_urls.urlpatterns,
    *guide_urls.urlpatterns,
    *harvesting_urls.urlpatterns,
    *organ_urls.urlpatterns,
    *publishing_urls.urlpatterns,
    *redaction_urls.urlpatterns,
    *word_urls.urlpatterns,
    *journal_urls.urlpatterns,
]
