"""Addresses of the wijken."""

from django.urls import path

from wijken.views import details, documents, editing, functions, joining, pages, room, team, themes

app_name = "wijken"
urlpatterns = [
    path("wijken/", pages.wijk_list, name="list"),
    path("wijken/welke/", pages.find_wijk, name="find"),
    path("wijken/document/<uuid:key>/", documents.document, name="document"),
    path("wijken/<slug:slug>/", pages.wijk_detail, name="detail"),
    path("wijken/<slug:slug>/team/", team.team, name="team"),
    path("wijken/<slug:slug>/team/meedoen/", joining.join, name="join"),
    path("wijken/<slug:slug>/team/meedoen/intrekken/", joining.withdraw_join, name="withdraw_join"),
    path("wijken/<slug:slug>/wop/", room.room, name="room"),
    path("wijken/<slug:slug>/wop/pagina/", editing.page, name="page"),
    path("wijken/<slug:slug>/wop/pagina/welkom/", editing.welcome, name="page_welcome"),
    path("wijken/<slug:slug>/wop/pagina/tekst/", editing.new_text, name="page_new_text"),
    path("wijken/<slug:slug>/wop/pagina/voorbeeld/", editing.preview, name="page_preview"),
    path("wijken/<slug:slug>/wop/pagina/online/", editing.publish, name="page_publish"),
    path("wijken/<slug:slug>/wop/pagina/weggooien/", editing.discard, name="page_discard"),
    path("wijken/<slug:slug>/wop/pagina/versies/", editing.versions, name="page_versions"),
    path("wijken/<slug:slug>/wop/pagina/versies/<int:number>/", editing.version, name="page_version"),
    path("wijken/<slug:slug>/wop/pagina/deel/<slug:key>/", editing.section, name="page_section"),
    path("wijken/<slug:slug>/wop/pagina/deel/<slug:key>/plaats/", editing.move, name="page_move"),
    path("wijken/<slug:slug>/wop/pagina/deel/<slug:key>/tonen/", editing.show, name="page_show"),
    path("wijken/<slug:slug>/wop/pagina/deel/<slug:key>/weg/", editing.drop_text, name="page_drop_text"),
    path("wijken/<slug:slug>/wop/documenten/", documents.documents, name="documents"),
    path("wijken/<slug:slug>/wop/documenten/<uuid:key>/weg/", documents.drop_document, name="drop_document"),
    path("wijken/<slug:slug>/wop/themas/", themes.themes, name="themes"),
    path("wijken/<slug:slug>/wop/themas/<int:theme_id>/", themes.theme, name="theme"),
    path("wijken/<slug:slug>/wop/naam/", team.own_name, name="own_name"),
    path("wijken/<slug:slug>/wop/gegevens/", details.wop_details, name="wop_details"),
    path("wijken/<slug:slug>/wop/team/", team.team_inside, name="team_inside"),
    path("wijken/<slug:slug>/wop/team/vroeger/", team.team_history, name="team_history"),
    path("wijken/<slug:slug>/wop/team/aanvraag/<int:request_id>/", joining.answer_join, name="answer_join"),
    path("wijken/<slug:slug>/wop/team/<int:user_id>/functie/", functions.appoint, name="appoint"),
    path("wijken/<slug:slug>/wop/team/<int:user_id>/overdragen/", functions.give_away, name="hand_over"),
    path("wijken/<slug:slug>/wop/team/<int:user_id>/stoppen/", functions.stop, name="stop"),
    path("wijken/<slug:slug>/wop/erbij/", details.new_attendee, name="new_attendee"),
    path("wijken/<slug:slug>/wop/erbij/<int:attendee_id>/", details.edit_attendee, name="edit_attendee"),
    path("wijken/<slug:slug>/wop/erbij/<int:attendee_id>/weg/", details.drop_attendee, name="drop_attendee"),
]
