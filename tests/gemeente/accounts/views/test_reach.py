"""/mijn/bereikbaar/ and /mijn/werkprofiel/: how somebody is reached, and what residents see of their contact person."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from gemeente.accounts.actions import change_work_profile
from gemeente.accounts.models import Profile
from gemeente.activity.models import Entry
from gemeente.lib.errors import Refused
from gemeente.users.models import User
from tests.pages import errors, soup

REACH, WORK = "/mijn/bereikbaar/", "/mijn/werkprofiel/"
GOOD = {"contact_way": "phone", "day_part": "morning", "phone": "010-555 0123", "visit_address": ""}


def picture(name: str = "noor.png") -> SimpleUploadedFile:
    """A portrait as a browser sends it."""
    file = BytesIO()
    Image.new("RGB", (300, 400), "#2c7a4b").save(file, "PNG")
    return SimpleUploadedFile(name, file.getvalue(), "image/png")


# --- A resident -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "told",
    [
        GOOD,
        GOOD | {"contact_way": "visit", "phone": "", "visit_address": "Wiekslag 12"},
        GOOD | {"phone": "0612345678"},
    ],
)
def test_reach_is_kept_for_the_people_of_the_case(
    told: dict[str, str], client_for: Callable[..., Client], fatima: User
) -> None:
    response = client_for(fatima).post(REACH, told)

    profile = Profile.objects.get(user=fatima)
    assert response.headers["Location"] == "/mijn/"
    assert {name: getattr(profile, name) for name in told} == told
    assert Entry.objects.get().changes == {"contact_way": ["", told["contact_way"]]}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"contact_way": ""}, "contact_way"),
        ({"contact_way": "pigeon"}, "contact_way"),
        ({"day_part": ""}, "day_part"),
        ({"day_part": "midnight"}, "day_part"),
        ({"phone": ""}, "phone"),
        ({"phone": "bel me"}, "phone"),
        ({"phone": "0" * 21}, "phone"),
        ({"contact_way": "visit"}, "visit_address"),
        ({"contact_way": "visit", "visit_address": "x" * 161}, "visit_address"),
    ],
)
def test_reach_says_beside_the_field_what_is_missing(
    change: dict[str, str], field: str, client_for: Callable[..., Client], fatima: User
) -> None:
    response = client_for(fatima).post(REACH, GOOD | change)

    assert list(errors(response)) == [field]
    assert Profile.objects.get(user=fatima).contact_way == ""
    typed = (GOOD | change)["phone"]
    assert soup(response).select_one("[name=phone]").get("value", "") == typed


def test_reach_in_writing_needs_no_number(client_for: Callable[..., Client], fatima: User) -> None:
    response = client_for(fatima).post(REACH, GOOD | {"contact_way": "writing", "phone": ""})

    assert response.status_code == 302
    assert Profile.objects.get(user=fatima).contact_way == "writing"


# --- Somebody of the gemeente -----------------------------------------------------------------------------------------
def test_work_profile_keeps_a_portrait_that_everybody_can_see(client_for: Callable[..., Client], noor: User) -> None:
    told = {"work_phone": "010-555 0199", "shows_surname": "on", "portrait": picture()}

    response = client_for(noor).post(WORK, told)

    profile = Profile.objects.get(user=noor)
    assert response.status_code == 302
    assert (profile.work_phone, profile.work_name) == ("010-555 0199", "Noor Jansen")
    shown = Client().get(profile.portrait_url)
    assert (shown.status_code, shown.headers["Content-Type"]) == (200, "image/webp")
    assert Image.open(BytesIO(b"".join(shown.streaming_content))).size == (192, 192)


def test_work_profile_without_ticks_shows_only_the_first_name(client_for: Callable[..., Client], noor: User) -> None:
    client_for(noor).post(WORK, {"work_phone": ""})

    profile = Profile.objects.get(user=noor)
    assert (profile.work_name, profile.portrait_url) == ("Noor", "")


@pytest.mark.parametrize("way", ["away", "another"])
def test_old_portrait_leaves_the_store(
    way: str,
    client_for: Callable[..., Client],
    noor: User,
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:
    client = client_for(noor)
    client.post(WORK, {"portrait": picture()})
    old = Profile.objects.get(user=noor).portrait.name

    with django_capture_on_commit_callbacks(execute=True):
        client.post(WORK, {"drops_portrait": "on"} if way == "away" else {"portrait": picture()})

    assert not default_storage.exists(old)
    assert bool(Profile.objects.get(user=noor).portrait) == (way == "another")


def test_what_is_no_picture_is_refused_beside_the_field(client_for: Callable[..., Client], noor: User) -> None:
    lie = SimpleUploadedFile("noor.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/png")

    response = client_for(noor).post(WORK, {"work_phone": "010-555 0199", "portrait": lie})

    assert list(errors(response)) == ["portrait"]
    assert Profile.objects.get(user=noor).work_phone == ""


@pytest.mark.parametrize(("who", "status"), [("anonymous", 302), ("fatima", 403), ("mona", 403), ("hans", 403)])
def test_work_profile_is_for_who_can_be_a_contact_person(
    who: str, status: int, cast: dict[str, User | None], client_for: Callable[..., Client]
) -> None:
    client = client_for(cast[who])

    assert (client.get(WORK).status_code, client.post(WORK).status_code) == (status, status)


def test_portrait_that_is_not_there_is_404(client: Client, db: None) -> None:
    assert client.get("/portret/niemand.webp").status_code == 404


def test_work_profile_is_of_who_can_be_a_contact_person(fatima: User, noor: User) -> None:
    told = {"work_phone": "010-555 0100", "shows_surname": True, "portrait": None, "keeps_portrait": True}

    with pytest.raises(Refused, match="contactpersoon kan zijn"):
        change_work_profile(user=fatima, **told)
    change_work_profile(user=noor, **told)

    assert [Profile.objects.get(user=user).work_phone for user in (fatima, noor)] == ["", "010-555 0100"]
    assert Entry.objects.get().person == noor
