"""A young owner: asked for her age once, with the yes of a parent or youth worker, and never named in public."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from gemeente.accounts.actions import ask_guardian, confirm_guardian, register_person, state_age
from gemeente.accounts.enums import AgeGroup, GuardianKind
from gemeente.accounts.models import Profile
from gemeente.cases.actions import claim_case, log_contact
from gemeente.cases.enums import Means
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.joining import participate
from initiatives.actions.news import tell_news
from initiatives.actions.publishing import publish_initiative
from initiatives.enums import ParticipationKind, Stage
from initiatives.models import Initiative
from tests.factories.initiatives import InitiativeFactory, reachable
from tests.pages import errors, soup

NAME, ALIAS = "Milakanarie Smitkanarie", "Aliaskanarie"


@pytest.fixture
def mila(reference: None, oostgaarde: Wijk) -> User:
    """A resident whose age nobody asked yet."""
    user = register_person(email="mila@voorbeeld.example", name=NAME, alias=ALIAS, wijk=oostgaarde)
    reachable(user)
    return user


@pytest.fixture
def concept(mila: User, oostgaarde: Wijk) -> Initiative:
    """Her plan, ready to go online."""
    return InitiativeFactory(owner=mila, wijk=oostgaarde, title="Skatebaan", slug="skatebaan")


def say(person: User, group: AgeGroup) -> User:
    """Let her say how old she is; returns her as she is now."""
    state_age(person=person, age_group=group, actor=person)
    return User.objects.select_related("profile").get(pk=person.pk)


def agree(person: User) -> None:
    """Let her mother say yes."""
    consent = ask_guardian(person=person, email="ouder@x.example", name="Karin", kind=GuardianKind.PARENT)
    confirm_guardian(consent=consent, agrees=True)


PUBLISH = "/initiatieven/skatebaan/publiceren/"
WAY = "/mijn/leeftijd/?next=%2Finitiatieven%2Fskatebaan%2Fpubliceren%2F"


def test_age_is_asked_once(client: Client, mila: User, concept: Initiative) -> None:
    client.force_login(mila)

    assert soup(client.get(PUBLISH)).main.select("[name=age_group]")
    unsaid = client.post(PUBLISH, {"alias": ALIAS, "rules": "on"})
    assert (unsaid.status_code, list(errors(unsaid))) == (200, ["age_group"])
    concept.refresh_from_db()
    assert concept.stage == Stage.CONCEPT
    client.post(PUBLISH, {"alias": ALIAS, "rules": "on", "age_group": "own"})

    concept.refresh_from_db()
    assert concept.stage == Stage.PUBLISHED
    second = InitiativeFactory(owner=mila, wijk=concept.wijk)
    assert not soup(client.get(f"/initiatieven/{second.slug}/publiceren/")).main.select("[name=age_group]")


def test_who_says_that_she_is_young_hears_who_says_yes(client: Client, mila: User, concept: Initiative) -> None:
    client.force_login(mila)

    answer = client.post(PUBLISH, {"alias": "Skater", "rules": "on", "age_group": "young"})

    assert answer.url == WAY
    concept.refresh_from_db()
    profile = Profile.objects.get(user=mila)
    assert (concept.stage, profile.age_group, profile.alias) == (Stage.CONCEPT, AgeGroup.YOUNG, ALIAS)
    assert client.get(PUBLISH).url == WAY


def test_young_owner_waits_for_a_yes(client: Client, mila: User, concept: Initiative) -> None:
    mila = say(mila, AgeGroup.YOUNG)
    client.force_login(mila)

    waiting = client.post(PUBLISH, {"rules": "on"}, follow=True)
    concept.refresh_from_db()
    assert (waiting.request["PATH_INFO"], concept.stage) == ("/mijn/leeftijd/", Stage.CONCEPT)
    assert soup(waiting).h1.get_text() == "Wie zegt er ja voor jou?"

    agree(mila)
    page = soup(client.get(PUBLISH))
    assert not page.main.select("[name=alias]")
    assert "een jonge inwoner" in page.main.get_text()
    client.post(PUBLISH, {"rules": "on"})
    concept.refresh_from_db()
    assert concept.stage == Stage.PUBLISHED


def test_action_refuses_a_young_owner_without_a_yes(mila: User, concept: Initiative) -> None:
    mila = say(mila, AgeGroup.YOUNG)

    with pytest.raises(Refused, match="ouder of jongerenwerker"):
        publish_initiative(initiative=concept, actor=mila)
    agree(mila)
    assert publish_initiative(initiative=concept, actor=mila).stage == Stage.PUBLISHED


def test_no_page_of_anybody_shows_her_name(
    mila: User, concept: Initiative, noor: User, bram: User, willem: User, client_for: Callable[..., Client]
) -> None:
    mila = say(mila, AgeGroup.YOUNG)
    agree(mila)
    public = publish_initiative(initiative=concept, actor=mila)
    tell_news(initiative=public, actor=mila, title="De plek is er", text="Zaterdag beginnen we.")
    participate(initiative=public, actor=bram, kind=ParticipationKind.JOIN)
    case = claim_case(case=public.case, actor=noor)
    log_contact(case=case, actor=noor, means=Means.CALL, was_reached=True, happened_on=timezone.localdate())
    paths = ["/", "/initiatieven/", "/initiatieven/skatebaan/", "/wijken/oostgaarde/", "/initiatieven/?zoek=skatebaan"]

    for who in (None, bram, willem):
        client = client_for(who)
        for path in [*paths, *(f"/en{path}" for path in paths), *(["/mijn/berichten/", "/mijn/"] if who else [])]:
            text = client.get(path).content.decode()
            assert [path, *(word for word in (*NAME.split(), ALIAS) if word in text)] == [path]
    assert "een jonge inwoner" in client_for(None).get("/initiatieven/skatebaan/").content.decode()


def test_name_of_a_neighbour_who_is_young_stays_hidden_too(
    mila: User, fatima: User, oostgaarde: Wijk, client_for: Callable[..., Client], run_jobs: Callable, mailoutbox: list
) -> None:
    mila = say(mila, AgeGroup.YOUNG)
    reachable(fatima)
    theirs = publish_initiative(initiative=InitiativeFactory(owner=fatima, wijk=oostgaarde), actor=fatima)
    participate(initiative=theirs, actor=mila, kind=ParticipationKind.JOIN, message="Ik help.")
    run_jobs()

    text = client_for(fatima).get(f"/initiatieven/{theirs.slug}/meedoeners/").content.decode()
    letters = "".join(mail.body for mail in mailoutbox if mail.to == [fatima.email])
    assert ("een jonge inwoner" in text, "kanarie" in text, "kanarie" in letters) == (True, False, False)
