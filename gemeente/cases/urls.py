"""Addresses of the desk; Dutch only, so outside the language prefix."""

from django.urls import path

from gemeente.cases import views

app_name = "cases"
urlpatterns = [path("werkbak/", views.worklist, name="worklist")]
