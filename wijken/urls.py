"""Addresses of the wijken."""

from django.urls import path

from wijken.views import documents, pages, room

app_name = "wijken"
urlpatterns = [
    path("wijken/", pages.wijk_list, name="list"),
    path("wijken/welke/", pages.find_wijk, name="find"),
    path("wijken/document/<uuid:key>/", documents.document, name="document"),
    path("wijken/<slug:slug>/", pages.wijk_detail, name="detail"),
    path("wijken/<slug:slug>/wop/", room.room, name="room"),
    path("wijken/<slug:slug>/wop/documenten/", documents.documents, name="documents"),
    path("wijken/<slug:slug>/wop/documenten/<uuid:key>/weg/", documents.drop_document, name="drop_document"),
]
