"""Addresses of a case for its owner, in both languages."""

from django.urls import path

from gemeente.cases import contact_views as views

app_name = "contact"
urlpatterns = [
    path("mijn/contact/<int:case_id>/", views.case_page, name="case"),
    path("mijn/contact/<int:case_id>/klopt-niet/<int:moment_id>/", views.dispute, name="dispute"),
    path("mijn/contact/<int:case_id>/bericht/", views.message, name="message"),
    path("mijn/contact/<int:case_id>/zonder/", views.ask, {"question": views.DECLINE}, name="decline"),
    path("mijn/contact/<int:case_id>/toch/", views.ask, {"question": views.ACCEPT}, name="accept"),
    path("mijn/contact/<int:case_id>/klaar/", views.ask, {"question": views.END}, name="end"),
    path("mijn/contact/<int:case_id>/heropenen/", views.ask, {"question": views.REOPEN}, name="reopen"),
]
