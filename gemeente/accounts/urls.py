"""Addresses of one's own pages, and what we add to those of allauth."""

from django.urls import path

from gemeente.accounts import views

app_name = "accounts"
urlpatterns = [
    path("mijn/", views.mine, name="mine"),
    path("mijn/profiel/", views.profile, name="profile"),
    path("mijn/bereikbaar/", views.contact, name="contact"),
    path("mijn/werkprofiel/", views.work_profile, name="work_profile"),
    path("portret/<str:name>", views.portrait, name="portrait"),
    path("mijn/gegevens/", views.data, name="data"),
    path("mijn/gegevens/download/", views.export, name="export"),
    path("mijn/afscheid/", views.close, name="close"),
    path("mijn/tweede-stap/", views.second_factor, name="second_factor"),
    path("van-mij/<str:token>/", views.claim, name="claim"),
    path("uitnodiging/<str:token>/", views.invitation, name="invitation"),
    path("account/opnieuw/", views.start_over, name="start_over"),
    path("account/2fa/totp/activate/", views.activate_totp, name="activate_totp"),
]
