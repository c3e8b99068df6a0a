"""Nobody takes the pen: no page, form or table of the back office lets the gemeente change what a resident wrote.

What was written down for somebody without an account is a scribe's work until she says yes, and hers alone afterwards.
"""

import uuid
from collections.abc import Callable

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from gemeente.accounts.admin_site import portal_admin
from gemeente.accounts.enums import OUTDOOR_ROLES, STAFF_ROLES, WIJK_ROLES, Role
from gemeente.activity.models import Subject
from gemeente.cases.actions import claim_case
from gemeente.places.models import Wijk
from gemeente.questions.models import Question
from gemeente.users.models import User
from initiatives.models import Initiative, Inquiry, PlanStep, Update
from tests.conftest import person, undone
from tests.drafts import ANSWERS
from tests.factories.initiatives import published
from tests.factories.outdoors import online
from tests.test_access import TABLE, address
from tests.test_access import places as places  # the objects of the access table, as a fixture

PEN = (
    "organisation",
    "shown_names",
    "pause_reason",
    "title",
    "summary",
    "own_share",
    "needs",
    "stage",
    "outcome",
    "people_reached",
    "place_text",
    "owner_id",
    "slug",
    "starts_on",
)
# Everything that any form of the portal asks, filled in at once: whatever a page would take, it gets.
EVERYTHING = {
    **{name: value for answers in ANSWERS.values() for name, value in answers.items()},
    "title": "Een titel van de gemeente",
    "who": "De gemeente",
    "due_on": "2030-01-01",
    "starts_on": "2030-01-01",
    "blueprint": "feest",
    "summary": "Een tekst van de gemeente, en niet van haar.",
    "own_share": "Wij van de gemeente doen alles.",
    "needs": "Niets",
    "place_text": "het gemeentehuis",
    "place_kind": "public",
    "stage": "stopped",
    "step": "published-begin",
    "outcome": "Het is klaar.",
    "story": "De gemeente vertelt het.",
    "people_reached": "3",
    "text": "Nieuws van de gemeente.",
    "public_title": "Een titel van de gemeente",
    "public_text": "Een tekst van de gemeente, en niet van haar.",
    "kind": "question",
    "alias": "Gemeente",
    "means": "call",
    "was_reached": "ja",
    "happened_on": "2026-01-01",
    "result": "Klaar.",
    "reason": "Omdat het moet.",
    "message": "Wij doen mee.",
    "part": "alles",
    "facts": "De gemeente vindt van wel.",
    "answer": "De gemeente antwoordt.",
    "note": "Kijk eens.",
    "days": "7",
    "choice": "start",
    "owner": "1",
    "organisation": "De gemeente zelf",
    "name": "Gemeente",
    "right": "owner",
    "until": "2099-01-01",
    "helper": "1",
    "stays_on": "no",
}


def written(by: User) -> list[dict[str, object]]:
    """What somebody wrote, as it is stored; the subjects of it too."""
    mine = Initiative.objects.filter(owner=by).order_by("pk")
    news = Update.objects.filter(initiative__in=mine).order_by("pk")
    subjects = Subject.objects.filter(initiative__in=mine).order_by("pk")
    asked = Question.objects.asked_by(by).order_by("pk").values("text", "public_title", "public_text", "published_at")
    inquiries = Inquiry.objects.filter(initiative__in=mine).exclude(answer="").order_by("pk")
    asked = [*asked, *inquiries.values("text", "answer", "answered_by"), *mine.values("story", "follow_up")]
    steps = PlanStep.objects.filter(initiative__in=mine).order_by("pk")
    steps = steps.values("title", "explanation", "who", "due_on", "done_at", "position")
    return [
        *mine.values(*PEN),
        *steps,
        *news.values("title", "text"),
        *subjects.values("title", "path", "search_text"),
        *asked,
    ]


ROLES = sorted({*STAFF_ROLES, *OUTDOOR_ROLES})


@pytest.mark.usefixtures("unrendered")
@pytest.mark.parametrize("roles", [ROLES[::2], ROLES[1::2]], ids="_".join)
def test_no_page_lets_them_change_what_a_resident_wrote(
    roles: list[Role], places: dict[str, str], fatima: User, oostgaarde: Wijk, client_for: Callable[..., Client]
) -> None:
    """Neither what she wrote, nor what somebody else wrote down for Ria; and news is the voice of owners alone."""
    note = Initiative.objects.get(pk=places["<int:note_id>"])
    before = (written(fatima), written(note.owner), Update.objects.count())
    for role in roles:
        with undone():
            client = client_for(person("Kees", role=role, role_wijk=oostgaarde if role in WIJK_ROLES else None))

            statuses = {
                client.post(address(route, places), EVERYTHING | {"submission_key": str(uuid.uuid4())}).status_code
                for route in TABLE
            }

            assert (role, written(fatima), written(note.owner), Update.objects.count()) == (role, *before)
            assert (role, note.consents.count()) == (role, 0)
            assert (role, statuses - {200, 302, 403, 404, 405, 409}) == (role, set())  # 409: refused by an action


@pytest.mark.usefixtures("unrendered")
def test_contact_person_cannot_either(
    places: dict[str, str], fatima: User, noor: User, client_for: Callable[..., Client]
) -> None:
    client, before = client_for(noor), written(fatima)

    for route in TABLE:
        client.post(address(route, places), EVERYTHING)

    assert written(fatima) == before


@pytest.mark.usefixtures("unrendered")
@pytest.mark.parametrize("who", ["bas", "noor"])
def test_what_is_online_for_her_is_hers(
    who: str, places: dict[str, str], cast: dict[str, User], oostgaarde: Wijk, client_for: Callable[..., Client]
) -> None:
    initiative = online(cast["bas"], oostgaarde)
    claim_case(case=initiative.case, actor=cast["noor"])
    client, before = client_for(cast[who]), written(initiative.owner)
    here = places | {"<int:note_id>": str(initiative.pk)}
    for key in [key for key in places if key.startswith("/initiatieven/<slug:slug>/")]:
        here[key] = places[key].replace(places["/initiatieven/<slug:slug>/"], initiative.get_absolute_url())

    for route in TABLE:
        client.post(address(route, here), EVERYTHING)

    assert written(initiative.owner) == before


@pytest.mark.usefixtures("unrendered")
def test_scribe_cannot_put_it_online_without_a_yes(
    places: dict[str, str], bas: User, client_for: Callable[..., Client]
) -> None:
    client = client_for(bas)

    for route in TABLE:
        if "wissen" not in route:
            client.post(address(route, places), EVERYTHING | {"was_read": "on", "given_on": "", "sure": "on"})

    assert Initiative.objects.get(pk=places["<int:note_id>"]).stage == "concept"


def test_owner_tells_news_with_the_same_answers(
    places: dict[str, str], fatima: User, client_for: Callable[..., Client]
) -> None:
    before = Update.objects.count()
    url = address("/initiatieven/<slug:slug>/nieuws/", places)

    client_for(fatima).post(url, EVERYTHING | {"submission_key": str(uuid.uuid4())})

    assert Update.objects.count() == before + 1


def test_owner_can_with_the_same_answers(fatima: User, oostgaarde: Wijk, client_for: Callable[..., Client]) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)

    client_for(fatima).post(f"/initiatieven/{initiative.slug}/bewerken/idee/", EVERYTHING)

    assert Initiative.objects.get().title == EVERYTHING["title"]


# --- The back office --------------------------------------------------------------------------------------------------
def test_back_office_knows_no_table_of_residents() -> None:
    theirs = {*apps.get_app_config("initiatives").get_models(), Question, User, Subject}
    registered = set(portal_admin._registry)

    assert registered & theirs == set()
    for admin in portal_admin._registry.values():
        assert [inline.model for inline in admin.inlines if inline.model in theirs] == []


def test_back_office_page_by_page_leaves_the_text_alone(
    fatima: User, mona: User, noor: User, oostgaarde: Wijk, reference: None, client_for: Callable[..., Client]
) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)
    claim_case(case=initiative.case, actor=noor)
    client, before = client_for(mona), written(fatima)

    for model in portal_admin._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        row = model._default_manager.first()
        for path in [reverse(f"{name}_changelist"), reverse(f"{name}_add"), *changes_of(name, row)]:
            client.get(path)
            client.post(path, EVERYTHING)

    assert written(fatima) == before


def changes_of(name: str, row: object) -> list[str]:
    """The pages of one row: change, and delete (which nobody may)."""
    return [reverse(f"{name}_change", args=[row.pk]), reverse(f"{name}_delete", args=[row.pk])] if row else []


@pytest.mark.parametrize("model", ["initiatives/initiative", "initiatives/update", "users/user", "cases/casefile"])
def test_back_office_has_no_address_for_what_is_theirs(
    model: str, mona: User, client_for: Callable[..., Client]
) -> None:
    assert client_for(mona).get(f"/beheer/lijsten/{model}/").status_code == 404
