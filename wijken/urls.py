"""Addresses of the wijken."""

from django.urls import path

from wijken import views

app_name = "wijken"
urlpatterns = [
    path("wijken/", views.wijk_list, name="list"),
    path("wijken/welke/", views.find_wijk, name="find"),
    path("wijken/<slug:slug>/", views.wijk_detail, name="detail"),
]
