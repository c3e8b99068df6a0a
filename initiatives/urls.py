"""Addresses of initiatives."""

from django.urls import path

from initiatives.enums import ParticipationKind
from initiatives.views import blueprints, feed, helping, joining, nearby, owning, planning, reading, writing

SUPPORT, JOIN = {"kind": ParticipationKind.SUPPORT}, {"kind": ParticipationKind.JOIN}

app_name = "initiatives"
urlpatterns = [
    path("initiatieven/", reading.initiative_list, name="list"),
    path("initiatieven/atom.xml", feed.atom, name="atom"),
    path("rond-mijn-huis/", nearby.nearby, name="nearby"),
    path("initiatieven/nieuw/", writing.new_initiative, name="new"),
    path("initiatieven/nieuw/verder/", writing.keep, name="keep"),
    path("initiatieven/nieuw/<slug:slug>/", writing.new_initiative, name="new_step"),
    path("initiatieven/<slug:slug>/", reading.initiative_detail, name="detail"),
    path("initiatieven/<slug:slug>/bewerken/<slug:part>/", writing.revise, name="revise"),
    path("initiatieven/<slug:slug>/foto/<uuid:key>/weg/", owning.drop_photo, name="drop_photo"),
    path("initiatieven/<slug:slug>/publiceren/", writing.publish, name="publish"),
    path("initiatieven/<slug:slug>/ontvangst/", writing.receipt, name="receipt"),
    path("initiatieven/<slug:slug>/stap/", owning.move, name="move"),
    path("initiatieven/<slug:slug>/nieuws/", owning.tell, name="tell"),
    path("initiatieven/<slug:slug>/meedoeners/", owning.participants, name="participants"),
    path("initiatieven/<slug:slug>/loopt-nog/", helping.still_going, name="still_going"),
    path("initiatieven/<slug:slug>/helper/", helping.helpers, name="helpers"),
    path("initiatieven/<slug:slug>/helper/<int:helper_id>/stoppen/", helping.stop_helper, name="stop_helper"),
    path("initiatieven/<slug:slug>/planning/", planning.planning, name="planning"),
    path("initiatieven/<slug:slug>/planning/stap/", planning.new_step, name="new_step_of_plan"),
    path("initiatieven/<slug:slug>/planning/datum/", planning.start, name="choose_start"),
    path("initiatieven/<slug:slug>/planning/draaiboek/", planning.take, name="take_blueprint"),
    path("initiatieven/<slug:slug>/planning/herinneringen/", planning.reminders, name="reminders"),
    path("initiatieven/<slug:slug>/planning/<int:step_id>/", planning.edit_step, name="edit_step"),
    path("initiatieven/<slug:slug>/planning/<int:step_id>/klaar/", planning.tick, name="tick_step"),
    path("initiatieven/<slug:slug>/planning/<int:step_id>/plaats/", planning.shift, name="shift_step"),
    path("initiatieven/<slug:slug>/planning/<int:step_id>/weg/", planning.remove_step, name="drop_step"),
    path("initiatieven/<slug:slug>/tip/<slug:code>/", planning.put_away, name="dismiss_card"),
    path("initiatieven/<slug:slug>/steunen/", joining.take_part, SUPPORT, name="support"),
    path("initiatieven/<slug:slug>/meedoen/", joining.take_part, JOIN, name="join"),
    path("initiatieven/<slug:slug>/steunen/stoppen/", joining.stop, SUPPORT, name="stop_support"),
    path("initiatieven/<slug:slug>/meedoen/stoppen/", joining.stop, JOIN, name="stop_join"),
    path("draaiboeken/", blueprints.blueprint_list, name="blueprints"),
    path("draaiboeken/<slug:code>/", blueprints.blueprint_detail, name="blueprint"),
    path("meedoen/<str:token>/", joining.confirm, name="confirm"),
    path("helpen/<str:token>/", helping.help_owner, name="help"),
    path("loopt-nog/<str:token>/", helping.quiet, name="quiet"),
    path("foto/<uuid:key>/<str:size>.webp", reading.photo, name="photo"),
    path("foto/<uuid:key>/phone.jpg", reading.photo_jpeg, name="photo_jpeg"),
]
