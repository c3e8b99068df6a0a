"""Addresses of notices and following."""

from django.urls import path

from gemeente.activity import views

app_name = "activity"
urlpatterns = [
    path("mijn/berichten/", views.notices, name="notices"),
    path("mijn/ontvangst/", views.receipts, name="receipts"),
    path("volgen/<int:subject_id>/", views.follow_subject, name="follow"),
    path("afmelden/<str:token>/", views.unsubscribe, name="unsubscribe"),
]
