"""Addresses of a manager's pages, Dutch only: ready plans and tips."""

from django.urls import path

from initiatives.views import managing

app_name = "plans"
urlpatterns = [
    path("beheer/draaiboeken/", managing.blueprints, name="blueprints"),
    path("beheer/draaiboeken/nieuw/", managing.write_blueprint, name="new_blueprint"),
    path("beheer/draaiboeken/<slug:code>/", managing.write_blueprint, name="write_blueprint"),
    path("beheer/draaiboeken/<slug:code>/versies/", managing.blueprint_history, name="blueprint_history"),
    path(
        "beheer/draaiboeken/<slug:code>/versies/<int:version_id>/", managing.blueprint_version, name="blueprint_version"
    ),
    path("beheer/tips/", managing.cards, name="cards"),
    path("beheer/tips/nieuw/", managing.write_card, name="new_card"),
    path("beheer/tips/<int:card_id>/weg/", managing.drop_card, name="drop_card"),
    path("beheer/tips/<slug:code>/", managing.write_card, name="write_card"),
]
