"""Addresses of initiatives."""

from django.urls import path

from initiatives import views

app_name = "initiatives"
urlpatterns = [
    path("initiatieven/", views.initiative_list, name="list"),
    path("initiatieven/nieuw/", views.new_initiative, name="new"),
    path("initiatieven/<slug:slug>/", views.initiative_detail, name="detail"),
    path("initiatieven/<slug:slug>/bewerken/", views.revise, name="revise"),
    path("initiatieven/<slug:slug>/publiceren/", views.publish, name="publish"),
    path("initiatieven/<slug:slug>/stap/", views.move, name="move"),
]
