"""Addresses of plans at the desk; Dutch only, so outside the language prefix."""

from django.urls import path

from wijken.advice.views import plan_desk as desk

app_name = "voornemens_desk"
urlpatterns = [
    path("werkbak/voornemens/", desk.plans, name="list"),
    path("werkbak/voornemens/nieuw/", desk.new, name="new"),
    path("werkbak/voornemens/<int:plan_id>/", desk.plan, name="plan"),
    path("werkbak/voornemens/<int:plan_id>/document/", desk.add_document, name="document"),
    path("werkbak/voornemens/<int:plan_id>/termijn/", desk.extend, name="extend"),
    path("werkbak/voornemens/<int:plan_id>/besluiten/", desk.decide, name="decide"),
    path("werkbak/voornemens/<int:plan_id>/intrekken/", desk.cancel, name="cancel"),
    path("werkbak/voornemens/<int:plan_id>/overdragen/", desk.hand_over, name="hand_over"),
]
