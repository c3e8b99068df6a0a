"""A refusal that no view caught: a page that says why, and no error."""

import pytest
from django.test import Client

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.factories.initiatives import published
from tests.factories.photos import upload


def test_refusal_is_told_with_409(fatima: User, oostgaarde: Wijk, monkeypatch: pytest.MonkeyPatch) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)
    client = Client()
    client.force_login(fatima)
    # As when another tab stopped it between this page and the click.
    monkeypatch.setattr("initiatives.views.writing.can_revise_initiative", lambda *_about: True)
    Initiative.objects.update(stage="stopped", outcome="Te weinig tijd.")

    photo = {"photo": upload(), "photo_people": "nobody"}
    response = client.post(f"/initiatieven/{initiative.slug}/bewerken/foto/", photo)

    assert response.status_code == 409
    assert "Alleen de eigenaar kan de foto veranderen" in response.content.decode()
    assert Initiative.objects.get().photo is None
