"""Addresses of taking over."""

from django.urls import path

from gongkai.faces.desk.harvesting import page

urlpatterns = [path("items/harvest/", page.page, name="harvest")]
