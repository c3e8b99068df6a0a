"""Addresses of agenda."""

from django.urls.resolvers import URLPattern

app_name = "agenda"
urlpatterns: list[URLPattern] = []
