"""Addresses of what is written down outdoors; Dutch only, so outside the language prefix."""

from django.urls import path

from initiatives.views import consents, outdoors

app_name = "outdoors"
urlpatterns = [
    path("buiten/", outdoors.new_note, name="new"),
    path("buiten/mijn/", outdoors.notes, name="notes"),
    path("buiten/<int:note_id>/", outdoors.note, name="note"),
    path("buiten/<int:note_id>/deel/<slug:part>/", outdoors.write_part, name="part"),
    path("buiten/<int:note_id>/oppakken/", outdoors.take, name="take"),
    path("buiten/<int:note_id>/mail/", consents.ask, {"question": consents.MAIL}, name="mail"),
    path("buiten/<int:note_id>/kaart/", consents.card, name="card"),
    path("buiten/<int:note_id>/kaart/foto/", consents.ask, {"question": consents.CARD}, name="signed"),
    path("buiten/<int:note_id>/bellen/", consents.ask, {"question": consents.CALL}, name="call"),
    path("buiten/<int:note_id>/brief/", consents.letter, name="letter"),
    path("buiten/<int:note_id>/brief/verstuurd/", consents.ask, {"question": consents.LETTER}, name="letter_sent"),
    path("buiten/<int:note_id>/opnieuw/", consents.ask, {"question": consents.VOID}, name="void"),
    path("buiten/<int:note_id>/online/", consents.ask, {"question": consents.PUBLISH}, name="publish"),
    path("buiten/<int:note_id>/helper/", consents.helper, name="helper"),
    path("buiten/<int:note_id>/helper/<int:helper_id>/stoppen/", consents.stop_helper, name="stop_helper"),
    path("buiten/<int:note_id>/loopt-nog/", consents.ask, {"question": consents.ANSWER}, name="answer"),
    path("buiten/<int:note_id>/wissen/", consents.ask, {"question": consents.FORGET}, name="forget"),
    path("buiten/<int:note_id>/weghalen/", consents.ask, {"question": consents.WITHDRAW}, name="withdraw"),
    path("buiten/kaart/<int:consent_id>.webp", consents.card_photo, name="card_photo"),
]
