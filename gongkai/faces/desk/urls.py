"""Addresses of the desk."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from gongkai.faces.desk import calendar, entrance, home, library, report_check

app_name = "desk"

urlpatterns = [
    path("", home.home, name="home"),
    path("login/", entrance.Entrance.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
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
]
