"""Addresses of the manager's desk; Dutch only, so outside the language prefix."""

from django.urls import path

from gemeente.accounts import manage_views as views

app_name = "manage"
urlpatterns = [
    path("beheer/", views.start, name="start"),
    path("beheer/mensen/", views.people, name="people"),
    path("beheer/mensen/uitnodigen/", views.invite, name="invite"),
    path("beheer/mensen/uitnodigingen/", views.invitations, name="invitations"),
    path("beheer/mensen/uitnodigingen/<int:invitation_id>/opnieuw/", views.invite_again, name="invite_again"),
    path("beheer/mensen/uitnodigingen/<int:invitation_id>/intrekken/", views.withdraw, name="withdraw"),
    path("beheer/mensen/rechten/", views.rights, name="rights"),
    path("beheer/mensen/rechten.csv", views.rights_csv, name="rights_csv"),
    path("beheer/mensen/rol/<int:assignment_id>/stoppen/", views.stop_role, name="stop_role"),
    path("beheer/mensen/<int:person_id>/", views.person, name="person"),
    path("beheer/mensen/<int:person_id>/rol-geven/", views.give_role, name="give_role"),
]
