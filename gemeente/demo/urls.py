"""Addresses that exist only in the demo."""

from django.urls import path

from gemeente.demo import views

app_name = "demo"
urlpatterns = [
    path("post/", views.mail, name="mail"),
    path("post/<int:mail_id>/", views.one_mail, name="one_mail"),
]
