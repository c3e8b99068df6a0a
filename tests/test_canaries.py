"""Canaries: what is for the people of a case, or for the owner alone, never reaches anybody else.

Each secret is a word that stands nowhere else. Every page of the portal, every mail and every export of somebody
else is searched for it; and who may see it does, so that the search cannot pass for want of a secret.
"""

import json
import uuid
from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.accounts.actions import choose_contact
from gemeente.activity.models import Entry, Subject
from gemeente.cases.actions import claim_case, dispute_contact, log_contact
from gemeente.cases.enums import Means
from gemeente.moderation.actions.blocking import block_person
from gemeente.moderation.actions.hiding import hide_part, lift_hiding
from gemeente.moderation.actions.reporting import pass_report, report_part
from gemeente.moderation.actions.worrying import tell_worry
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import HidingGround, Report, Worry
from gemeente.moderation.parts import WHOLE
from gemeente.places.geography import Place
from gemeente.places.models import Wijk
from gemeente.questions.actions import ask_on_paper
from gemeente.questions.enums import QuestionKind
from gemeente.questions.models import Question
from gemeente.users.models import User
from initiatives.actions.cube import settle_cube
from initiatives.actions.documents import add_document
from initiatives.actions.inquiries import ask_owner
from initiatives.actions.joining import participate, request_participation
from initiatives.actions.needing import state_need
from initiatives.actions.pledging import offer_help, thank_helper
from initiatives.actions.writing import revise_place, revise_share
from initiatives.enums import NeedKind, ParticipationKind, PlaceKind
from initiatives.models import Initiative, Pledge
from initiatives.parts import question_part
from tests.conftest import undone
from tests.factories.documents import a_document
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import complete, give_helper
from tests.factories.plans import step
from tests.test_access import READERS, TABLE

PHONE, ADDRESS, NOTE, REASON = "010-555 0777", "Kanarielaan 12", "notitie-kanarie", "reden-kanarie"
DOER, STEP = "Anna-Kanarie", "stap-kanarie"  # who does a step, for those who take part; a step of a concept
DRAFT, MESSAGE, VISITOR = "concept-kanarie", "bericht-kanarie", "kanarie-buur@voorbeeld.example"
NOTED, NOTED_PHONE, NOTED_ADDRESS = "opgehaald-kanarie", "010-555 0666", "Kanariehof 9"
# A place that turned out to be somebody's home, and a word that had to go: in versions of before.
HOUSE, SWORN = "Kanariekade 7", "scheld-kanarie"
LONGITUDE, LATITUDE = "4.504321", "51.904321"
# Of a question on paper: her words, her place in words and on the map, her name, number and unconfirmed address.
ASKED, CORNER, SURNAME = "vraag-kanarie", "kanariehoek", "Kanariestein"
NUMBER, TYPED, ASKED_LONGITUDE = "010-555 0889", "kanarie-vraag@voorbeeld.example", "4.503217"
# Of Ria, who has no account: for who wrote it down, and nobody else.
OF_RIA = {NOTED: {"bas"}, NOTED_PHONE: {"bas"}, NOTED_ADDRESS: {"bas"}}
REPORT, REPORTER, WORRY = "melding-kanarie", "melder-kanarie@voorbeeld.example", "zorg-kanarie"
WORRIED, WORRIED_AT, WORRIED_PHONE = "Kanariebuur", "buur-met-zorg@voorbeeld.example", "010-555 0888"
OWN_REPORT, OWN_WORRY, PASSED, BLOCKED = "bram-meldt", "bram-zorgt", "notitie-moderator", "geblokkeerde-kanarie"
OFFERED, THANKS = "aanbod-kanarie", "bedankje-kanarie"
HIDDEN_QUESTION = "verborgen-kanarie"  # of Bram, on her page
PAPER = "Begrotingskanarie"
NOT_THE_OWNER = {"but not fatima"}
# For whose eyes each secret is, beside the owner herself unless it says so.
SECRETS = {
    PHONE: {"noor"},
    ADDRESS: {"noor"},
    NOTE: {"noor"},
    REASON: {"noor"},
    LONGITUDE: {"noor"},
    LATITUDE: {"noor"},
    HOUSE: {"but not fatima"},
    SWORN: set(),
    DRAFT: set(),
    DOER: {"bram"},
    STEP: set(),
    MESSAGE: set(),
    VISITOR: set(),
    "fatima@voorbeeld.example": {"noor"},
    ASKED: {"noor"},
    CORNER: {"noor"},
    SURNAME: {"noor"},
    NUMBER: {"noor"},
    TYPED: {"noor"},
    ASKED_LONGITUDE: {"noor"},
    **OF_RIA,
    # What was reported is for who judges it, and who reported for nobody; a worry is for owner and contact.
    REPORT: {"milan", "mona"} | NOT_THE_OWNER,
    OWN_REPORT: {"milan", "mona", "bram"} | NOT_THE_OWNER,
    PASSED: {"milan", "mona"} | NOT_THE_OWNER,
    REPORTER: NOT_THE_OWNER,
    WORRY: {"noor"},
    OWN_WORRY: {"noor", "bram"},
    WORRIED: {"noor"} | NOT_THE_OWNER,
    WORRIED_AT: {"noor"} | NOT_THE_OWNER,
    WORRIED_PHONE: {"noor"} | NOT_THE_OWNER,
    BLOCKED: set(),
    PAPER: {"noor"},  # a document for the people of the case
    OFFERED: {"bram"},
    THANKS: {"bram"},
    HIDDEN_QUESTION: {"bram", "milan", "mona"},
}
# What is not Fatima's either.
OF_OTHERS = {ASKED, CORNER, SURNAME, NUMBER, TYPED, ASKED_LONGITUDE}
# What the search has to find, so that it cannot pass for want of a secret.
SEEN = {
    "noor": {PHONE, ADDRESS, NOTE, REASON, WORRY, OWN_WORRY, WORRIED, WORRIED_AT, WORRIED_PHONE, PAPER} | OF_OTHERS,
    "bas": set(OF_RIA),
    "fatima": {
        PHONE,
        ADDRESS,
        NOTE,
        DRAFT,
        DOER,
        MESSAGE,
        LONGITUDE,
        WORRY,
        OWN_WORRY,
        BLOCKED,
        SWORN,
        OFFERED,
        THANKS,
        PAPER,
    },
    "milan": {REPORT, OWN_REPORT, PASSED},
    "mona": {REPORT, OWN_REPORT, PASSED},
    "bram": {DOER, OWN_REPORT, OWN_WORRY, OFFERED, THANKS, HIDDEN_QUESTION},
}
IN_EXPORT = {"bram": {MESSAGE, OWN_REPORT, OWN_WORRY, OFFERED, THANKS, HIDDEN_QUESTION}}
# A receipt with a copy is mailed to who has an account; an address that nobody proved gets number and time.
RECEIPTS = {"bram": {OWN_REPORT, OWN_WORRY}, "fatima": {REASON}}


@pytest.fixture
def town(cast: dict[str, User], oostgaarde: Wijk, reference: None, run_jobs: Callable[[], int]) -> dict[str, str]:
    """Fatima's initiative at her home with everything that is secret about it; returns what fills an address."""
    fatima, noor, bram = cast["fatima"], cast["noor"], cast["bram"]
    choose_contact(user=fatima, contact_way="visit", day_part="any", phone=PHONE, visit_address=ADDRESS)
    initiative = published(owner=fatima, wijk=oostgaarde, title="Soep op zondag")
    home = Place(float(LONGITUDE), float(LATITUDE))
    place = {"initiative": initiative, "actor": fatima, "wijk": oostgaarde}
    revise_place(**place, place_kind=PlaceKind.PUBLIC, place_text=HOUSE)
    correct_while_hidden(initiative, cast["mona"])
    revise_place(
        initiative=initiative,
        actor=fatima,
        wijk=oostgaarde,
        place_kind=PlaceKind.HOME,
        place_text="Kanariestraat",
        point=home,
    )
    concept = InitiativeFactory(owner=fatima, wijk=oostgaarde, title="Nog niet af", slug="nog-niet-af")
    revise_share(initiative=concept, actor=fatima, own_share=DRAFT, needs=DRAFT)
    step(initiative, who=DOER)
    step(concept, STEP)
    claim_case(case=initiative.case, actor=noor)
    today = initiative.published_at.date()
    moment = log_contact(
        case=initiative.case, actor=noor, means=Means.CALL, was_reached=True, happened_on=today, note=NOTE
    )
    add_document(initiative=initiative, actor=fatima, document=a_document(), title=PAPER, is_public=False)
    dispute_contact(moment=moment, actor=fatima, reason=REASON)
    participate(initiative=initiative, actor=bram, kind=ParticipationKind.JOIN, message=MESSAGE)
    pledge = offer_and_thank(initiative, bram)
    request_participation(initiative=initiative, email=VISITOR, kind=ParticipationKind.SUPPORT, language="nl")
    question = ask_as_visitor(oostgaarde)
    claim_case(case=question.case, actor=noor)
    note = complete(cast["bas"], oostgaarde, title=NOTED, phone=NOTED_PHONE, visit_address=NOTED_ADDRESS)
    report, worry = tell_secrets(initiative, cast)
    run_jobs()
    return {
        "/werkbak/<int:case_id>/vraag": f"/werkbak/{question.case_id}/",
        "/vragen/<int:question_id>/": f"/vragen/{question.pk}/",
        "<int:question_id>": str(question.pk),
        "/initiatieven/<slug:slug>/": f"/initiatieven/{initiative.slug}/",
        "/wijken/<slug:slug>/": f"/wijken/{oostgaarde.slug}/",
        "<slug:part>": "idee",
        "<int:case_id>": str(initiative.case_id),
        "/versies/<int:number>/": "/versies/3/",
        "<int:moment_id>": str(moment.pk),
        "<int:subject_id>": str(initiative.subject_id),
        "<int:note_id>": str(note.pk),
        "<int:report_id>": str(report.pk),
        "<int:worry_id>": str(worry.pk),
        "<int:need_id>": str(pledge.need_id),
        "<int:pledge_id>": str(pledge.pk),
    }


def correct_while_hidden(initiative: Initiative, mona: User) -> None:
    """Let a manager hide it for a word, its owner take that word out, and the page come back."""
    share = {"initiative": initiative, "actor": initiative.owner, "needs": ""}
    revise_share(**share, own_share=f"Wij koken, {SWORN}.")
    report = report_part(subject=initiative.subject, part=WHOLE, reason=ReportReason.HURTS, email=REPORTER)
    ground = HidingGround.objects.get(code="insult")
    hiding = hide_part(report=report, actor=mona, ground=ground, facts="Er staat een scheldwoord.")
    revise_share(**share, own_share="Wij koken.")
    lift_hiding(hiding=hiding, actor=mona, reason="Het woord is weg.")


def ask_as_visitor(wijk: Wijk) -> Question:
    """A question of a visitor, with everything that is secret about it."""
    return ask_on_paper(
        name=f"Ria {SURNAME}",
        email=TYPED,
        kind=QuestionKind.PLACE,
        text=f"Over de {ASKED}.",
        place_text=f"De {CORNER}",
        point=Place(float(ASKED_LONGITUDE), 51.903217),
        wijk=wijk,
        submission_key=uuid.UUID(int=5),
        reach={"contact_way": "phone", "phone": NUMBER},
        language="nl",
    )


def offer_and_thank(initiative: Initiative, helper: User) -> Pledge:
    """What Bram offers in his own words, and what he hears back: between him and who holds the pen."""
    owner = initiative.owner
    need = state_need(initiative=initiative, actor=owner, kind=NeedKind.HANDS, title="Handen", amount=5)
    pledge = offer_help(initiative=initiative, actor=helper, need=need, amount=2, message=OFFERED)
    return thank_helper(pledge=pledge, actor=owner, word=THANKS)


def tell_secrets(initiative: Initiative, cast: dict[str, User]) -> tuple[Report, Worry]:
    """Let a visitor and Bram report it and worry about it; returns what the visitor told."""
    about = {"subject": initiative.subject, "part": WHOLE, "reason": ReportReason.HURTS}
    report = report_part(**about, text=REPORT, email=REPORTER)
    report_part(**about, text=OWN_REPORT, actor=cast["bram"])
    pass_report(report=report, actor=cast["milan"], note=PASSED)
    worry = tell_worry(case=initiative.case, text=WORRY, name=WORRIED, email=WORRIED_AT, phone=WORRIED_PHONE)
    tell_worry(case=initiative.case, text=OWN_WORRY, actor=cast["bram"])
    block_person(owner=initiative.owner, label=BLOCKED, email="lastig@voorbeeld.example")
    hide_question(initiative, cast)
    return report, worry


def hide_question(initiative: Initiative, cast: dict[str, User]) -> None:
    """Let Bram ask something that a manager hides."""
    inquiry = ask_owner(initiative=initiative, actor=cast["bram"], text=f"Is dit een {HIDDEN_QUESTION}?")
    report = report_part(subject=initiative.subject, part=question_part(inquiry), reason=ReportReason.HURTS)
    ground = HidingGround.objects.get(code="insult")
    hide_part(report=report, actor=cast["mona"], ground=ground, facts="Er staat een scheldwoord in.")


def pages_of(client: Client, places: dict[str, str]) -> dict[str, str]:
    """Every page of the access table that a reader gets, as text; those of the demo's post office aside."""
    found = {}
    for route in TABLE:
        path = route
        for part, value in places.items():
            path = path.replace(part, value)
        if "<" in path or path.startswith("/demo/"):
            continue
        response = client.get(path, follow=True)
        if not response.streaming:
            found[path] = response.content.decode()
    concept = client.get("/initiatieven/nog-niet-af/")
    case = client.get(places["/werkbak/<int:case_id>/vraag"])
    searches = {
        path: client.get(path).content.decode()
        for word in (ASKED, CORNER)
        for path in (f"/vragen/?zoek={word}", f"/initiatieven/?zoek={word}")
    }
    echo = {path: text.replace(path.split("=")[1], "") for path, text in searches.items()}  # what was searched for
    found |= around(client) | echo
    return found | {"concept": concept.content.decode(), "case of a question": case.content.decode()}


def around(client: Client) -> dict[str, str]:
    """Where the home and the place of the question are: on the map, close by, and around a house beside them."""
    settle_cube()
    house = {"pin_longitude": "4.5040", "pin_latitude": "51.9040", "metres": "1000"}
    pages = {"around a house": client.post("/rond-mijn-huis/", house).content.decode()}
    for path in ("/initiatieven/kaart/", "/initiatieven/kaart.geojson"):
        for window in ("", "4.5000,51.9000,4.5090,51.9090", "4.5030,51.9030,4.5060,51.9060"):
            pages[f"{path} {window}"] = client.get(path, {"venster": window}).content.decode()
    assert all("Soep op zondag" in text for text in pages.values())
    return pages


def readers_of(secret: str) -> set[str]:
    """For whose eyes a secret is: the owner's too, unless it is a visitor's or not for her."""
    readers = SECRETS[secret]
    is_hers = secret not in OF_OTHERS | set(OF_RIA) and not readers >= NOT_THE_OWNER
    return readers | {"fatima"} if is_hers else readers


def leaks(pages: dict[str, str], who: str) -> list[tuple[str, str]]:
    """Which secrets stand on which pages of somebody for whom they are not."""
    not_hers = [secret for secret in SECRETS if who not in readers_of(secret)]
    own = {"bram": {MESSAGE}}.get(who, set())
    return [
        (path, secret) for path, text in pages.items() for secret in not_hers if secret in text and secret not in own
    ]


@pytest.mark.parametrize("group", READERS)
def test_secret_reaches_who_may_see_it_and_nobody_else(
    group: list[str], town: dict[str, str], cast: dict[str, User | None], client_for: Callable[..., Client]
) -> None:
    for who in group:
        with undone():
            client = client_for(cast["anonymous" if who == "anon" else who])

            pages = pages_of(client, town)

            assert (who, leaks(pages, who)) == (who, [])
            pages["place"] = client.get(f"{town['/initiatieven/<slug:slug>/']}bewerken/plek/").content.decode()
            text = "".join(pages.values())
            assert (who, {secret for secret in SEEN.get(who, set()) if secret not in text}) == (who, set())
            if who not in ("anon", "fatima"):
                export = client.get("/mijn/gegevens/download/").content.decode()
                found = {secret for secret in SECRETS if secret in export}
                assert (who, found) == (who, IN_EXPORT.get(who, set()))


def test_helper_acts_in_her_name_and_does_not_learn_how_to_reach_her(
    town: dict[str, str], cast: dict[str, User], client_for: Callable[..., Client]
) -> None:
    give_helper(Initiative.objects.get(title="Soep op zondag"), cast["wilma"])

    text = "".join(pages_of(client_for(cast["wilma"]), town).values())

    hidden = {PHONE, ADDRESS, "fatima@voorbeeld.example", DRAFT, VISITOR, BLOCKED, REPORTER, WORRIED_AT, WORRIED_PHONE}
    assert {secret for secret in hidden if secret in text} == set()


def test_secret_never_reaches_a_mail_of_somebody_else(town: dict[str, str], mailoutbox: list) -> None:
    assert mailoutbox
    for mail in mailoutbox:
        who = mail.to[0].split("@")[0]
        text = "\n".join([mail.subject, mail.body, *(page for page, _kind in mail.alternatives)])
        secrets = {secret for secret in SECRETS if secret in text}
        assert (who, secrets - RECEIPTS.get(who, set())) == (who, set())


def test_owner_finds_what_is_hers_in_her_export(
    town: dict[str, str], fatima: User, client_for: Callable[..., Client]
) -> None:
    data = json.loads(client_for(fatima).get("/mijn/gegevens/download/").content)

    text = json.dumps(data, ensure_ascii=False)
    hers = (PHONE, ADDRESS, NOTE, REASON, DRAFT, DOER, STEP, LONGITUDE)
    assert {secret for secret in hers if secret not in text} == set()
    not_hers = {VISITOR, MESSAGE, REPORT, OWN_REPORT, REPORTER, WORRIED, WORRIED_AT, WORRIED_PHONE, PASSED, OFFERED}
    assert [secret for secret in not_hers | OF_OTHERS | set(OF_RIA) if secret in text] == []


def test_secret_never_reaches_the_log_or_a_subject(town: dict[str, str]) -> None:
    kept = json.dumps([*Entry.objects.values("changes"), *Subject.objects.values_list("title", "path", "search_text")])
    points = {str(value) for row in Subject.objects.values_list("longitude", "latitude") for value in row}

    assert [secret for secret in SECRETS if secret in kept] == []
    assert points & {LONGITUDE, LATITUDE} == set()


def test_secret_of_a_visitor_stays_in_her_own_session(client: Client, reference: None, oostgaarde: Wijk) -> None:
    from tests.drafts import type_draft

    type_draft(client, bereikbaar={"phone": PHONE}, samen={"own_share": f"Wij doen {DRAFT}."})

    for path in ("/", "/initiatieven/", "/initiatieven/nieuw/samen/", "/initiatieven/nieuw/bereikbaar/"):
        text = Client().get(path, follow=True).content.decode()
        assert (path, PHONE in text, DRAFT in text) == (path, False, False)
    assert Initiative.objects.count() == 0
