"""Addresses of reviewing, releasing and determining, in the desk's namespace."""

from django.urls import path

from gongkai.faces.desk.publishing import (
    chains,
    closing,
    determining,
    item,
    placing,
    printing,
    reassessing,
    releasing,
    reviewing,
    revisions,
    waiving,
)

ITEM = "items/<int:item_id>/"
EDITION = "editions/<int:edition_id>/"

urlpatterns = [
    path(ITEM, item.page, name="item"),
    path(ITEM + "correct/", closing.correct, name="item-correct"),
    path(ITEM + "withdraw/", closing.withdraw, name="item-withdraw"),
    path(ITEM + "replace/", closing.replace, name="item-replace"),
    path(ITEM + "change/", determining.propose, name="item-change"),
    path(ITEM + "reassess/", reassessing.reassess, name="item-reassess"),
    path(ITEM + "determination/", printing.determination, name="item-determination"),
    path(ITEM + "placements/new/", placing.new, name="placement-new"),
    path(ITEM + "revisions/<int:revision_id>/", revisions.page, name="revision"),
    path("placements/<int:placement_id>/followed/", placing.followed, name="placement-followed"),
    path("placements/<int:placement_id>/remove/", placing.remove, name="placement-remove"),
    path(EDITION + "review/", reviewing.review, name="review"),
    path(EDITION + "take-back/", item.take_back, name="take-back"),
    path(EDITION + "release/", releasing.release, name="release"),
    path(EDITION + "waive/", waiving.waive, name="waive"),
    path(EDITION + "lift-waiver/", waiving.lift, name="lift-waiver"),
    path("changes/", determining.listing, name="changes"),
    path("changes/<int:change_id>/", determining.page, name="change"),
    path("changes/<int:change_id>/form/", printing.change, name="change-form"),
    path("reassessments/", reassessing.listing, name="reassessments"),
    path("chains/", chains.listing, name="chains"),
    path("chains/edit/", chains.edit, name="chain-edit"),
    path("chains/<int:chain_id>/reset/", chains.reset, name="chain-reset"),
]
