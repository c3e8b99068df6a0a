"""Addresses of the council's money that everybody reads."""

from django.urls import path

from gemeente.council import views

app_name = "council"
urlpatterns = [path("raad/budgetten/", views.budgets, name="budgets")]
