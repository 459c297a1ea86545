"""Addresses of organs and people, in the desk's namespace."""

from django.urls import path

from gongkai.faces.desk.organs import (
    duties,
    founding,
    listing,
    mine,
    page,
    people,
    reform,
    units,
)

urlpatterns = [
    path("organs/", listing.listing, name="organs"),
    path("organs/new/", founding.found, name="organ-new"),
    path("organs/merge/", reform.merge, name="organ-merge"),
    path("organs/merge/new/", reform.merge_new, name="organ-merge-new"),
    path("organs/<int:organ_id>/", page.page, name="organ"),
    path("organs/<int:organ_id>/amend/", founding.amend, name="organ-amend"),
    path("organs/<int:organ_id>/rename/", founding.rename, name="organ-rename"),
    path("organs/<int:organ_id>/rename/undo/", founding.undo, name="organ-rename-undo"),
    path("organs/<int:organ_id>/split/", reform.split, name="organ-split"),
    path("organs/<int:organ_id>/close/", reform.close, name="organ-close"),
    path("organs/<int:organ_id>/reopen/", reform.reopen, name="organ-reopen"),
    path("organs/<int:organ_id>/units/new/", units.open_one, name="unit-new"),
    path("organs/<int:organ_id>/people/new/", people.register, name="person-new"),
    path("organs/<int:organ_id>/duties/new/", duties.give, name="duty-new"),
    path("units/<int:unit_id>/rename/", units.rename, name="unit-rename"),
    path("units/<int:unit_id>/close/", units.close, name="unit-close"),
    path("people/", people.listing, name="people"),
    path("people/<int:user_id>/", people.page, name="person"),
    path("people/<int:user_id>/retire/", people.retire, name="person-retire"),
    path("people/<int:user_id>/restore/", people.restore, name="person-restore"),
    path("duties/<int:duty_id>/end/", duties.end, name="duty-end"),
    path("duties/<int:duty_id>/stand-in/", duties.stand_in, name="stand-in"),
    path("stand-ins/<int:stand_in_id>/end/", duties.end_stand, name="stand-in-end"),
    path("mine/", mine.page, name="mine"),
    path("mine/organ/", mine.choose, name="mine-organ"),
]
