"""Addresses of redaction, in the desk's namespace."""

from django.urls import path

from gongkai.faces.desk.redaction import checking, covering, listing, sending, steps

CASE = "applications/<int:application_id>/redaction/"
ONE = f"{CASE}<int:redaction_id>/"

urlpatterns = [
    path(CASE, listing.redactions, name="redactions"),
    path(ONE, covering.cover, name="redaction"),
    path(f"{ONE}boxes/<int:box_id>/", covering.box, name="redaction-box"),
    path(f"{ONE}suggested/<int:page>/", covering.suggested, name="redaction-suggested"),
    path(f"{ONE}step/", steps.step, name="redaction-step"),
    path(f"{ONE}check/", checking.check, name="redaction-check"),
    path(f"{ONE}before/<int:page>/", sending.before, name="redaction-before"),
    path(f"{ONE}after/<int:page>/", sending.after, name="redaction-after"),
    path(f"{ONE}result/", sending.result, name="redaction-result"),
    path(f"{ONE}progress/", sending.progress, name="redaction-progress"),
]
