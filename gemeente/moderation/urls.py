"""Addresses of the desk; Dutch only, so outside the language prefix."""

from django.urls import path

from gemeente.moderation.views import desk, worries

app_name = "moderation_desk"
urlpatterns = [
    path("moderatie/", desk.queue, name="queue"),
    path("moderatie/<int:report_id>/", desk.report_page, name="report"),
    path("moderatie/<int:report_id>/laten-staan/", desk.leave, name="leave"),
    path("moderatie/<int:report_id>/doorgeven/", desk.pass_on, name="pass"),
    path("moderatie/<int:report_id>/verbergen/", desk.hide, name="hide"),
    path("moderatie/<int:report_id>/stilzetten/", desk.pause, name="pause"),
    path("moderatie/verborgen/<int:hiding_id>/", desk.hiding_page, name="hiding"),
    path("moderatie/verborgen/<int:hiding_id>/tonen/", desk.lift, name="lift"),
    path("moderatie/verborgen/<int:hiding_id>/zo-laten/", desk.keep, name="keep"),
    path("moderatie/stil/<int:block_id>/opheffen/", desk.end_pause, name="end_pause"),
    path("werkbak/zorg/<int:worry_id>/", worries.worry_page, name="worry"),
]
