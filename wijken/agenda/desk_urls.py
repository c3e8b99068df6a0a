"""Addresses at the desk of the gemeente; Dutch only, so outside the language prefix."""

from django.urls import path

from wijken.agenda.views import plan

app_name = "agenda_desk"
urlpatterns = [path("werkbak/wop-punten/", plan.points, name="points")]
