"""Addresses of the wijken."""

from django.urls import path

from wijken.views import pages, room

app_name = "wijken"
urlpatterns = [
    path("wijken/", pages.wijk_list, name="list"),
    path("wijken/welke/", pages.find_wijk, name="find"),
    path("wijken/<slug:slug>/", pages.wijk_detail, name="detail"),
    path("wijken/<slug:slug>/wop/", room.room, name="room"),
]
