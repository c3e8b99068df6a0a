"""Addresses of the clerk; Dutch only, so outside the language prefix."""

from django.urls import path

from gemeente.council import views

app_name = "council_desk"
urlpatterns = [path("raad/budgetten/nieuw/", views.new_budget, name="new_budget")]
