"""Addresses of following."""

from django.urls import path

from wijken.following import feeds, views

app_name = "following"
urlpatterns = [
    path("wijken/<slug:slug>/volgen/", views.follow_wijk, name="wijk"),
    path("wijken/<slug:slug>/nieuws.xml", feeds.atom, name="feed"),
    path("wijken/<slug:slug>/inbedden/", feeds.embedded, name="embedded"),
    path("wijken/<slug:slug>/wop/volgers/", views.followers, name="followers"),
    path("rond-een-plek-volgen/", views.follow_place, name="place"),
    path("volgen/bevestigen/<str:token>/", views.confirm, name="confirm"),
    path("volgen/stoppen/<str:token>/", views.stop, name="stop"),
    path("mijn/volgen/", views.mine, name="mine"),
    path("mijn/volgen/<int:watch_id>/", views.change, name="change"),
]
