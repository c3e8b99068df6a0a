"""Addresses of organisations and mandates; Dutch only, so outside the language prefix."""

from django.urls import path

from gemeente.partners import views

app_name = "partners"
urlpatterns = [
    path("beheer/partners/", views.organisations, name="list"),
    path("beheer/partners/nieuw/", views.new_organisation, name="new"),
    path("beheer/partners/<int:organisation_id>/", views.organisation, name="organisation"),
    path("beheer/partners/<int:organisation_id>/wijzigen/", views.edit_organisation, name="edit"),
    path("beheer/partners/<int:organisation_id>/mandaat/", views.new_mandate, name="new_mandate"),
    path("beheer/partners/mandaat/<int:mandate_id>/stoppen/", views.stop_mandate, name="stop_mandate"),
]
