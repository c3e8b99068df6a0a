"""Addresses of the agenda of a wijk, its opgaven and its uitvoeringsplan."""

from django.urls import path

from wijken.agenda.views import opgave, reading

app_name = "agenda"
urlpatterns = [
    path("wijken/<slug:slug>/agenda/", reading.agenda, name="agenda"),
    path("wijken/<slug:slug>/agenda/signaal/", reading.new_signal, name="signal"),
    path("wijken/<slug:slug>/agenda/<slug:opgave>/", opgave.opgave_page, name="opgave"),
    path("wijken/<slug:slug>/agenda/<slug:opgave>/steunen/", opgave.support, name="support"),
]
