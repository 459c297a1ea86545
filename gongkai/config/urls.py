"""Addresses: the portal at the root, the desk below desk/."""

from django.urls import include, path

urlpatterns = [
    path("desk/", include(("gongkai.faces.desk.urls", "desk"))),
    path("", include(("gongkai.faces.portal.urls", "portal"))),
]
