"""Addresses outside the language prefix: the manager's pages are Dutch only, the house style has no language."""

from django.urls import path

from gemeente.portal import views

app_name = "portal"
urlpatterns = [
    path("huisstijl.css", views.style, name="style"),
    path("logo/<str:name>", views.logo, name="logo"),
    path("beheer/teksten/", views.texts, name="texts"),
    path("beheer/teksten/<slug:slug>/", views.edit_text, name="edit_text"),
    path("beheer/teksten/<slug:slug>/versies/", views.text_history, name="text_history"),
    path("beheer/teksten/<slug:slug>/versies/<int:version_id>/", views.text_version, name="text_version"),
    path("beheer/gemeente/", views.gemeente, name="gemeente"),
    path("beheer/loketten/", views.doors, name="doors"),
    path("beheer/loketten/nieuw/", views.new_door, name="new_door"),
    path("beheer/loketten/<int:door_id>/weg/", views.drop_door, name="drop_door"),
    path("beheer/regels/", views.rules, name="rules"),
    path("beheer/regels/nieuw/", views.new_rule, name="new_rule"),
    path("beheer/regels/<int:rule_id>/weg/", views.drop_rule, name="drop_rule"),
]
