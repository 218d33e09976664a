"""Addresses of the site; the doors of the apps are hung in here."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
