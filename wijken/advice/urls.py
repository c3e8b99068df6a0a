"""Addresses of advice: for everybody, and for the people of the WOP."""

from django.urls import path

from wijken.advice.views import asking, deciding, reading, writing

app_name = "advice"
urlpatterns = [
    path("adviezen/", reading.town_list, name="town"),
    path("wijken/<slug:slug>/adviezen/", reading.wijk_list, name="list"),
    path("wijken/<slug:slug>/adviezen/vragen/", asking.ask, name="ask"),
    path("wijken/<slug:slug>/adviezen/<int:advice_id>/", reading.advice_page, name="advice"),
    path("wijken/<slug:slug>/adviezen/<int:advice_id>/mening/", asking.opinion, name="opinion"),
    path("wijken/<slug:slug>/adviezen/<int:advice_id>/intrekken/", asking.withdraw, name="withdraw"),
    path("wijken/<slug:slug>/wop/adviezen/", writing.room_list, name="room"),
    path("wijken/<slug:slug>/wop/adviezen/nieuw/", writing.begin, name="begin"),
    path("wijken/<slug:slug>/wop/adviezen/<int:advice_id>/", writing.work, name="work"),
    path("wijken/<slug:slug>/wop/adviezen/<int:advice_id>/oppakken/", writing.take_up, name="take_up"),
    path("wijken/<slug:slug>/wop/adviezen/<int:advice_id>/schrijven/", writing.write, name="write"),
    path("wijken/<slug:slug>/wop/adviezen/<int:advice_id>/versies/", writing.versions, name="versions"),
    path("wijken/<slug:slug>/wop/adviezen/<int:advice_id>/stemming/", deciding.open_voting, name="open_vote"),
    path("wijken/<slug:slug>/wop/adviezen/<int:advice_id>/stemmen/", deciding.vote, name="vote"),
    path("wijken/<slug:slug>/wop/adviezen/<int:advice_id>/sluiten/", deciding.close, name="close"),
    path("wijken/<slug:slug>/wop/adviezen/<int:advice_id>/later/", deciding.more_time, name="more_time"),
]
