"""Addresses of meetings: of the town, of a wijk, and where the WOP works on them."""

from django.urls import path

from wijken.meetings.views import agenda, attending, calendars, desk, detail, listing, minutes, planning, proposing

app_name = "meetings"

MEETING = "wijken/<slug:slug>/bijeenkomsten/<int:meeting_id>/"
DESK = "wijken/<slug:slug>/wop/bijeenkomsten/"
ONE = f"{DESK}<int:meeting_id>/"

urlpatterns = [
    path("bijeenkomsten/", listing.of_town, name="list"),
    path("bijeenkomsten.ics", calendars.of_town, name="calendar"),
    path("wijken/<slug:slug>/bijeenkomsten/", listing.of_wijk, name="of_wijk"),
    path("wijken/<slug:slug>/bijeenkomsten.ics", calendars.of_wijk, name="calendar_of_wijk"),
    path("wijken/<slug:slug>/bijeenkomsten/<int:meeting_id>.ics", calendars.of_meeting, name="calendar_of_meeting"),
    path(MEETING, detail.meeting_detail, name="detail"),
    path(f"{MEETING}uitnodiging/", detail.invitation, name="invitation"),
    path(f"{MEETING}komen/", attending.come, name="sign_up"),
    path(f"{MEETING}niet-komen/", attending.stay_away, name="sign_off"),
    path(f"{MEETING}moment/<int:slot_id>/", attending.choose_slot, name="take_slot"),
    path("bijeenkomsten/komen/<str:token>/", attending.confirm, name="confirm"),
    path("bijeenkomsten/niet-komen/<str:token>/", attending.stay_away_by_mail, name="sign_off_by_mail"),
    path("bijeenkomsten/actie/<int:action_id>/klaar/", minutes.tick, name="tick"),
    path(f"{MEETING}punt/", proposing.propose, name="propose"),
    path(f"{MEETING}punt/<int:point_id>/weg/", proposing.withdraw, name="withdraw"),
    path(f"{MEETING}punt/<int:point_id>/spreken/", proposing.speak, name="speak"),
    path(f"{MEETING}stuk/<uuid:key>/", minutes.paper, name="paper"),
    path(f"{MEETING}verslag/", minutes.versions, name="minutes_versions"),
    path(DESK, desk.desk_list, name="desk_list"),
    path(f"{DESK}nieuw/", planning.new_meeting, name="new"),
    path(f"{DESK}spreekuur/", planning.new_office_hours, name="new_office_hours"),
    path(ONE, desk.desk, name="desk"),
    path(f"{ONE}aanpassen/", planning.change, name="change"),
    path(f"{ONE}afgelasten/", planning.cancel, name="cancel"),
    path(f"{ONE}toch/", planning.resume, name="resume"),
    path(f"{ONE}punt/", agenda.new_point, name="new_point"),
    path(f"{ONE}punt/<int:point_id>/", agenda.edit_point, name="edit_point"),
    path(f"{ONE}punt/<int:point_id>/weg/", agenda.remove_point, name="drop_point"),
    path(f"{ONE}punt/<int:point_id>/plaats/", agenda.move_point, name="move_point"),
    path(f"{ONE}punt/<int:point_id>/antwoord/", agenda.answer, name="answer_point"),
    path(f"{ONE}stuk/", agenda.new_paper, name="new_paper"),
    path(f"{ONE}stuk/<uuid:key>/weg/", agenda.drop_paper, name="drop_paper"),
    path(f"{ONE}verslag/", minutes.write, name="write_minutes"),
    path(f"{ONE}verslag/openbaar/", minutes.publish, name="publish_minutes"),
    path(f"{ONE}actie/", minutes.new_action, name="new_action"),
    path(f"{ONE}actie/<int:action_id>/", minutes.edit_action, name="edit_action"),
    path(f"{ONE}actie/<int:action_id>/weg/", minutes.remove_action, name="drop_action"),
]
