"""Addresses of the desk; Dutch only, so outside the language prefix."""

from django.urls import path

from wijken.advice.views import desk

app_name = "advice_desk"
urlpatterns = [
    path("werkbak/adviezen/", desk.replies, name="list"),
    path("werkbak/adviezen/<int:advice_id>/", desk.reply, name="reply"),
    path("werkbak/adviezen/<int:advice_id>/overdragen/", desk.hand_over, name="hand_over"),
]
