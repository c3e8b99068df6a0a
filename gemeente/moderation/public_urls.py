"""Addresses for residents, in both languages."""

from django.urls import path

from gemeente.moderation.views import own, telling

app_name = "moderation"
urlpatterns = [
    path("melden/<int:subject_id>/", telling.report, name="report"),
    path("zorgen/<int:subject_id>/", telling.worry, name="worry"),
    path("mijn/melding/<int:report_id>/", own.my_report, name="my_report"),
    path("mijn/verborgen/<int:hiding_id>/", own.my_hiding, name="my_hiding"),
    path("mijn/zorg/<int:worry_id>/", own.my_worry, name="my_worry"),
    path("mijn/geblokkeerd/", own.blocks, name="blocks"),
    path("mijn/geblokkeerd/<int:block_id>/opheffen/", own.unblock, name="unblock"),
    path("mijn/blokkeren/<str:token>/", own.block, name="block"),
]
