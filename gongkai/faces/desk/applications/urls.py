"""Addresses of applications, in the desk's namespace."""

from django.urls import path

from gongkai.faces.desk.applications import (
    archiving,
    case,
    duedays,
    files,
    keeping,
    letters,
    listing,
    notices,
    registering,
    replies,
    reply_writing,
    statistics,
    steps,
)

CASE = "applications/<int:application_id>/"
REPLY = "replies/<int:reply_id>/"
LETTER = "letters/<int:letter_id>/"
DELIVERY = "deliveries/<int:delivery_id>/"
TEMPLATE = "applications/templates/<str:key>/"

urlpatterns = [
    path("applications/", listing.applications, name="applications"),
    path("applications/new/", registering.new, name="application-new"),
    path("applications/assign/", files.assign_together, name="applications-assign"),
    path("applications/calendar/", duedays.page, name="applications-calendar"),
    path("applications/calendar/open/", duedays.subscribe, name="applications-feed-open"),
    path("applications/calendar/revoke/", duedays.unsubscribe, name="applications-feed-revoke"),
    path("applications/feed/<str:feed>.ics", duedays.deliver, name="applications-feed"),
    path("applications/statistics/", statistics.page, name="applications-statistics"),
    path("applications/profile/", keeping.profile, name="applications-profile"),
    path("applications/chain/", keeping.chain, name="reply-chain"),
    path("applications/chain/reset/", keeping.chain_reset, name="reply-chain-reset"),
    path("applications/templates/", keeping.templates, name="letter-templates"),
    path(TEMPLATE, keeping.template, name="letter-template"),
    path(TEMPLATE + "reset/", keeping.template_reset, name="letter-template-reset"),
    path("applications/archive/", archiving.listing, name="applications-archive"),
    path("applications/archive/hand-over/", archiving.hand_over, name="applications-hand-over"),
    path(CASE, case.page, name="application"),
    path(CASE + "applicant/", case.revealed, name="application-applicant"),
    path(CASE + "steps/<str:verb>/", steps.step, name="application-step"),
    path(CASE + "files/new/", files.new, name="application-file-new"),
    path(CASE + "files/<int:case_file_id>/", letters.case_file, name="application-file"),
    path(CASE + "reply/", replies.begin, name="application-reply"),
    path(CASE + "notices/", notices.page, name="application-notices"),
    path(CASE + "notices/preview/", notices.preview, name="application-notice-preview"),
    path(CASE + "notices/issue/", notices.issue, name="application-notice-issue"),
    path(CASE + "archive/", archiving.file, name="application-archive"),
    path(CASE + "export/", archiving.export, name="application-export"),
    path(REPLY, replies.page, name="reply"),
    path(REPLY + "wizard/", reply_writing.wizard, name="reply-wizard"),
    path(REPLY + "facts/", reply_writing.facts, name="reply-facts"),
    path(REPLY + "items/", reply_writing.items, name="reply-items"),
    path(REPLY + "text/", reply_writing.text, name="reply-text"),
    path(REPLY + "preview/", replies.preview, name="reply-preview"),
    path(REPLY + "deeds/<str:deed>/", reply_writing.deed, name="reply-deed"),
    path(LETTER, letters.page, name="letter"),
    path(LETTER + "pdf/", letters.pdf, name="letter-pdf"),
    path(LETTER + "docx/", letters.docx, name="letter-docx"),
    path(LETTER + "send/", letters.send, name="letter-send"),
    path(LETTER + "void/", letters.void, name="letter-void"),
    path(DELIVERY + "settle/", letters.settle, name="delivery-settle"),
    path(DELIVERY + "fail/", letters.fail, name="delivery-fail"),
    path(DELIVERY + "failure/", letters.failure, name="delivery-failure"),
]
