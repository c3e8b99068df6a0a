"""Addresses of the desk; Dutch only, so outside the language prefix."""

from django.urls import path

from gemeente.cases import views

app_name = "cases"
urlpatterns = [
    path("werkbak/", views.worklist, name="worklist"),
    path("werkbak/<int:case_id>/", views.case_page, name="case"),
    path("werkbak/<int:case_id>/oppakken/", views.claim, name="claim"),
    path("werkbak/<int:case_id>/afronden/", views.close, name="close"),
]
