"""Addresses of questions."""

from django.urls import path

from gemeente.questions import asking_views, views

app_name = "questions"
urlpatterns = [
    path("vragen/", views.question_list, name="list"),
    path("vragen/nieuw/", asking_views.new_question, name="new"),
    path("vragen/ontvangen/", asking_views.received, name="received"),
    path("vragen/<int:question_id>/", views.question_page, name="question"),
    path("vragen/<int:question_id>/laten-zien/", views.publish, name="publish"),
    path("vragen/<int:question_id>/weghalen/", views.unpublish, name="unpublish"),
    path("bel-mij/", asking_views.call_me, name="call_me"),
]
