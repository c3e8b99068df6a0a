"""Addresses about age. The entrance hands over `own_age`: from which age somebody acts for herself (a dated rule)."""

from django.urls import path

from gemeente.accounts import age_views as views

app_name = "age"
urlpatterns = [
    path("mijn/leeftijd/", views.age, name="age"),
    path("mijn/leeftijd/toestemming/", views.ask, name="ask"),
    path("toestemming/<str:token>/", views.guardian, name="guardian"),
]
