"""Addresses of plans of the gemeente, for everybody."""

from django.urls import path

from wijken.advice.views import plans

app_name = "voornemens"
urlpatterns = [
    path("wijken/<slug:slug>/voornemens/", plans.plan_list, name="list"),
    path("wijken/<slug:slug>/voornemens/<int:plan_id>/", plans.plan_page, name="plan"),
    path("wijken/<slug:slug>/voornemens/<int:plan_id>/reageren/", plans.react_page, name="react"),
    path(
        "wijken/<slug:slug>/voornemens/<int:plan_id>/reactie/<int:reaction_id>/weg/", plans.take_back, name="take_back"
    ),
    path("voornemens/document/<uuid:key>/", plans.document, name="document"),
]
