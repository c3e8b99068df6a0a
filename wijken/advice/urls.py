"""Addresses of advice."""

from django.urls.resolvers import URLPattern

app_name = "advice"
urlpatterns: list[URLPattern] = []
