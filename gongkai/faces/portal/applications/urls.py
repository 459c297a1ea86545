"""Addresses of applying and tracking, in the portal's namespace. None tells whose case it is."""

from django.urls import path

from gongkai.faces.portal.applications import acting, entrance, sending, tracking, writing

DRAFT = "applications/drafts/<str:token>/"
CASE = "applications/case/"

urlpatterns = [
    path("applications/", entrance.entrance, name="applications"),
    path("applications/organs/<int:organ_id>/", entrance.organ_entrance, name="application-organ"),
    path("applications/organs/<int:organ_id>/begin/", entrance.begin, name="application-begin"),
    path(DRAFT, writing.write, name="application-draft"),
    path(f"{DRAFT}check/", writing.check, name="application-check"),
    path(f"{DRAFT}submit/", sending.send, name="application-submit"),
    path(f"{DRAFT}discard/", writing.discard, name="application-discard"),
    path(
        f"{DRAFT}files/<int:draft_file_id>/remove/", writing.remove, name="application-remove-file"
    ),
    path("applications/track/", tracking.track, name="application-track"),
    path(CASE, tracking.case, name="application-case"),
    path(f"{CASE}receipt/", tracking.receipt, name="application-receipt"),
    path(f"{CASE}turn/", tracking.turn_to, name="application-turn"),
    path(f"{CASE}leave/", tracking.leave, name="application-leave"),
    path(f"{CASE}letters/<int:letter_id>/", tracking.letter, name="application-letter"),
    path(f"{CASE}correct/", acting.correct, name="application-correct"),
    path(f"{CASE}explain/", acting.explain, name="application-explain"),
    path(f"{CASE}paid/", acting.paid, name="application-paid"),
    path(f"{CASE}retract/", acting.retract, name="application-retract"),
]
