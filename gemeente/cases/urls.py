"""Addresses of the desk; Dutch only, so outside the language prefix."""

from django.urls import path

from gemeente.cases import deed_views as acting
from gemeente.cases import team_views as team
from gemeente.cases import views

app_name = "cases"
urlpatterns = [
    path("werkbak/", views.worklist, name="worklist"),
    path("werkbak/overdragen/", team.hand_over_many, name="hand_over_many"),
    path("werkbak/afwezig/", team.absences, name="absences"),
    path("werkbak/afwezig/<int:absence_id>/terug/", team.back, name="back"),
    path("werkbak/<int:case_id>/", views.case_page, name="case"),
    path("werkbak/<int:case_id>/oppakken/", views.claim, name="claim"),
    path("werkbak/<int:case_id>/afronden/", acting.do, {"deed": acting.CLOSE}, name="close"),
    path("werkbak/<int:case_id>/plannen/", acting.do, {"deed": acting.PLAN}, name="plan"),
    path("werkbak/<int:case_id>/niet-door/", acting.do, {"deed": acting.RESUME}, name="resume"),
    path("werkbak/<int:case_id>/niet-bereikt/", acting.do, {"deed": acting.UNREACHED}, name="unreached"),
    path("werkbak/<int:case_id>/bericht/", acting.do, {"deed": acting.WRITE}, name="message"),
    path("werkbak/<int:case_id>/overdragen/", acting.do, {"deed": acting.HAND_OVER}, name="hand_over"),
]
