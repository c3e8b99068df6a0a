"""Addresses of the agenda of a wijk, its opgaven and its uitvoeringsplan."""

from django.urls import path

from wijken.agenda.views import exploring, former, opgave, plan, promises, ranking, reading, table, versions

AGENDA = "wijken/<slug:slug>/agenda/"
OPGAVE = f"{AGENDA}<slug:opgave>/"
PROMISE = f"{OPGAVE}toezegging/<int:promise_id>/"
TABLE = "wijken/<slug:slug>/wop/agenda/"
WORK = f"{TABLE}<slug:opgave>/"

app_name = "agenda"
urlpatterns = [
    path(AGENDA, reading.agenda, name="agenda"),
    path(f"{AGENDA}signaal/", reading.new_signal, name="signal"),
    path(f"{AGENDA}rangorde/", ranking.rank, name="rank"),
    path(f"{AGENDA}uitvoeringsplan/", plan.plan, name="plan"),
    path(f"{AGENDA}versies/", versions.agenda_versions, name="versions"),
    path(f"{AGENDA}versies/<int:version_id>/", versions.agenda_version, name="version"),
    path(f"{AGENDA}document/<int:agenda_id>/", versions.document, name="document"),
    path(f"{AGENDA}vroeger/<int:agenda_id>/", former.former, name="former"),
    path(OPGAVE, opgave.opgave_page, name="opgave"),
    path(f"{OPGAVE}steunen/", opgave.support, name="support"),
    path(f"{OPGAVE}bijdragen/", exploring.contributions, name="contributions"),
    path(f"{OPGAVE}bijdrage/", exploring.new_contribution, name="contribute"),
    path(f"{OPGAVE}bijdrage/<int:contribution_id>/weg/", exploring.drop_contribution, name="drop_contribution"),
    path(f"{OPGAVE}tekenen/", exploring.sign, name="sign"),
    path(f"{OPGAVE}teksten/", versions.texts, name="texts"),
    path(f"{OPGAVE}aanbod/", exploring.new_offer, name="new_offer"),
    path(f"{OPGAVE}aanbod/<int:offer_id>/weg/", exploring.drop_offer, name="drop_offer"),
    path(f"{OPGAVE}toezegging/", promises.new_promise, name="new_promise"),
    path(PROMISE, promises.promise_page, name="promise"),
    path(f"{PROMISE}wijzigen/", promises.edit_promise, name="edit_promise"),
    path(f"{PROMISE}intrekken/", promises.withdraw, name="withdraw_promise"),
    path(f"{PROMISE}tekenen/", promises.sign, name="sign_promise"),
    path(f"{PROMISE}reactie/", promises.reply, name="reply"),
    path(f"{PROMISE}voortgang/", promises.progress, name="progress"),
    path(TABLE, table.table, name="table"),
    path(f"{TABLE}schrijven/", table.edit_agenda, name="edit"),
    path(f"{TABLE}vastleggen/", table.freeze, name="freeze"),
    path(f"{TABLE}aanbieden/", table.offer, name="offer"),
    path(f"{WORK}", table.work, name="work"),
    path(f"{WORK}plaats/", table.place, name="place"),
    path(f"{WORK}stap/<slug:name>/", table.step, name="step"),
    path(f"{WORK}tekst/", table.edit_text, name="edit_text"),
    path(f"{WORK}samenvatting/<slug:kind>/", table.summarise, name="summarise"),
    path(f"{WORK}partij/", table.new_party, name="new_party"),
    path(f"{WORK}partij/<int:party_id>/weg/", table.remove_party, name="remove_party"),
    path(f"{WORK}bijdrage/<int:contribution_id>/plaats/", table.shift, name="shift"),
]
