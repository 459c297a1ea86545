"""Addresses of the counts."""

from django.urls import path

from gongkai.faces.desk.counting import page

urlpatterns = [path("counts/", page.page, name="counts")]
