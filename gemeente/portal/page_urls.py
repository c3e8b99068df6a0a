"""Addresses of pages for everybody, in both languages."""

from django.urls import path

from gemeente.portal import views

app_name = "pages"
urlpatterns = [
    path("huisregels/", views.house_rules, name="house_rules"),
    path("klacht/", views.complaint, name="complaint"),
]
