"""Addresses of word lists, in the desk's namespace."""

from django.urls import path

from gongkai.faces.desk.words import entries, importing, lists, trying

ONE = "words/<int:word_list_id>/"

urlpatterns = [
    path("words/", lists.listing, name="words"),
    path("words/new/", lists.open_one, name="words-new"),
    path("words/shipped/", entries.shipped, name="words-shipped"),
    path("words/try/", trying.try_out, name="words-try"),
    path(ONE, entries.listing, name="words-list"),
    path(f"{ONE}rename/", lists.rename, name="words-rename"),
    path(f"{ONE}switch/", lists.switch, name="words-switch"),
    path(f"{ONE}add/", entries.add, name="words-add"),
    path(f"{ONE}entries/<int:word_id>/", entries.amend, name="words-amend"),
    path(f"{ONE}entries/<int:word_id>/remove/", entries.remove, name="words-remove"),
    path(f"{ONE}import/", importing.choose, name="words-import"),
    path(f"{ONE}import/<int:word_draft_id>/", importing.decide, name="words-draft"),
]
