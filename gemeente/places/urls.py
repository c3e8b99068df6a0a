"""Addresses of pictures and outlines: the same in every language."""

from django.urls import path

from gemeente.places import views

app_name = "places"
urlpatterns = [
    path("kaart/capelle.svg", views.map_image, name="map"),
    path("kaart/wijken.geojson", views.wijk_outlines, name="outlines"),
    path("tekening/held.svg", views.hero, name="hero"),
    path("tekening/leeg.svg", views.empty, name="empty"),
    path("tekening/<str:scene>/<int:seed>.svg", views.drawing, name="drawing"),
]
