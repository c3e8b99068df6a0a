"""What the pages of an agenda show, take and cost."""

import uuid
from collections.abc import Callable

import pytest
from django.db import connection
from django.db.models import F
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gemeente.lib.personal_data import personal_data_parts
from gemeente.moderation.actions.hiding import hide_part
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import HidingGround
from gemeente.moderation.parts import WHOLE
from gemeente.places.models import Wijk
from gemeente.questions.models import Question
from gemeente.users.models import User
from initiatives.actions.opgaven import choose_opgave
from tests.conftest import undone
from tests.factories.agenda import (
    WORDS,
    fresh,
    mandated,
    no,
    offered,
    organisation,
    promised,
    signalled,
    the_gemeente,
    two_parties,
    worded,
)
from tests.factories.documents import sent_pdf
from tests.factories.initiatives import published
from tests.factories.questions import shown
from tests.factories.users import UserFactory
from tests.pages import soup
from wijken.agenda.actions.agendas import freeze_agenda, put_on_agenda
from wijken.agenda.actions.agreeing import sign_text
from wijken.agenda.actions.exploring import contribute, sum_up
from wijken.agenda.actions.offering import offer_to_opgave
from wijken.agenda.actions.opgaven import support_opgave
from wijken.agenda.actions.promising import counter_sign
from wijken.agenda.enums import ContributionKind, OpgaveState
from wijken.agenda.models import Opgave, OpgaveText, Promise, Ranking, Summary, Toekomstagenda
from wijken.models import WijkTheme

AGENDA = "/wijken/oostgaarde/agenda/"
TABLE = "/wijken/oostgaarde/wop/agenda/"
PAGE = f"{AGENDA}oversteken-bij-de-school/"
ClientFor = Callable[..., Client]


def titles(client: Client, path: str) -> list[str]:
    """The titles of the rows, in order."""
    return [row.get_text(" ", strip=True) for row in soup(client.get(path)).select("main .portal-row__title")]


def words(client: Client, path: str) -> str:
    """What stands on a page."""
    return soup(client.get(path)).main.get_text(" ", strip=True)


def cost(client: Client, path: str) -> int:
    """How many queries a page asks, where the process knows already who the gemeente is."""
    client.get("/wijken/")
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def filled(opgave: Opgave, who: dict[str, User]) -> Opgave:
    """An opgave with something of everything."""
    fatima, willem, petra, bram = (who[name] for name in ("fatima", "willem", "petra", "bram"))
    mandated(petra)
    for kind in ContributionKind:
        contribute(opgave=opgave, actor=bram, kind=kind, text=f"Iets: {kind}", url="https://bron.example/")
    sum_up(opgave=opgave, actor=willem, kind=ContributionKind.CAUSE, text="Het komt door de bocht.", based_on=0)
    worded(opgave, willem)
    wop, welfare = two_parties(opgave, willem)
    sign_text(party=wop, actor=willem, number=1)
    sign_text(party=welfare, actor=petra, number=1)
    point = offered(opgave, willem)
    offer_to_opgave(opgave=point, actor=petra, organisation=organisation(), what="Een zaal", how_much="elke week")
    promised(point, petra)
    promised(point, petra, said=no())
    initiative = published(owner=fatima, wijk=opgave.wijk)
    choose_opgave(initiative=initiative, actor=fatima, opgave=point)
    return fresh(point)


# --- For everybody ----------------------------------------------------------------------------------------------------
def test_agenda_is_in_the_order_of_the_wop_and_can_be_narrowed(opgave: Opgave, fatima: User, wilma: User) -> None:
    theme = WijkTheme.objects.create(wijk=opgave.wijk, name="Groen")
    dike = signalled(opgave.wijk, fatima, "Groen op de dijk", theme=theme)
    put_on_agenda(opgave=dike, actor=wilma, is_on=True)
    client = Client()

    assert titles(client, AGENDA) == ["Groen op de dijk", "Oversteken bij de school"]
    assert titles(client, f"{AGENDA}?thema={theme.pk}") == ["Groen op de dijk"]
    assert titles(client, f"{AGENDA}?staat=agreed") == []
    assert len(titles(client, f"{AGENDA}?staat=onzin&thema=x&pagina=0")) == 2


@pytest.mark.parametrize("path", [AGENDA, f"{AGENDA}uitvoeringsplan/", f"{AGENDA}versies/"])
def test_empty_pages_say_what_one_can_do(path: str, oostgaarde: Wijk, reference: None, client: Client) -> None:
    assert soup(client.get(path)).select("main a.nl-button")


def test_lists_cost_the_same_for_many(
    oostgaarde: Wijk, fatima: User, willem: User, petra: User, reference: None, client: Client
) -> None:
    WijkTheme.objects.create(wijk=oostgaarde, name="Groen")
    mandated(petra)
    for count in (1, 20):
        rows = [signalled(oostgaarde, fatima, f"Opgave nummer {count}.{number}") for number in range(count)]
        Opgave.objects.filter(pk__in=[row.pk for row in rows[1:]]).update(position=F("pk"))
        offered(rows[0], willem)
        for row in rows:
            promised(fresh(row), petra)

        assert cost(client, AGENDA) <= 6, count
        assert cost(client, f"{AGENDA}uitvoeringsplan/") <= 6, count


def page_stays_within_its_queries(full: Opgave, who: dict[str, User], client_for: ClientFor) -> None:
    assert cost(client_for(None), PAGE) <= 8
    assert cost(client_for(UserFactory()), PAGE) <= 12


def page_shows_all_of_it(full: Opgave, who: dict[str, User], client_for: ClientFor) -> None:
    text = words(client_for(None), PAGE)

    for part in ("Samen vastgesteld", "Welzijn Capelle", "Het komt door de bocht.", "Ja, van", "Nee, van", "Een zaal"):
        assert part in text
    assert full.initiatives.get().title in text
    assert full.title in words(client_for(None), full.initiatives.get().get_absolute_url())


def test_plan_says_how_long_nobody_answered(opgave: Opgave, willem: User, petra: User, client: Client) -> None:
    point = offered(opgave, willem)
    assert "Nog geen antwoord, 0 dagen" in words(client, f"{AGENDA}uitvoeringsplan/")
    promised(point, mandated(petra))

    assert "Nog geen antwoord" not in words(client, f"{AGENDA}uitvoeringsplan/")
    assert titles(client, f"{AGENDA}uitvoeringsplan/?toon=wacht") == []


def hidden_opgave_is_nowhere(full: Opgave, who: dict[str, User], client_for: ClientFor) -> None:
    answer = Promise.objects.first().get_absolute_url()
    report = report_part(subject=full.subject, part=WHOLE, reason=ReportReason.OTHER, actor=who["bram"])
    hide_part(report=report, actor=who["mona"], ground=HidingGround.objects.get(code="portrait"), facts="Een naam.")

    pages = (PAGE, f"{PAGE}bijdragen/", f"{PAGE}teksten/", answer)
    assert {client_for(None).get(path).status_code for path in pages} == {404}
    for path in (AGENDA, f"{AGENDA}uitvoeringsplan/", "/wijken/oostgaarde/", full.initiatives.get().get_absolute_url()):
        assert full.title not in words(client_for(None), path)


def hidden_part_shows_nowhere(full: Opgave, who: dict[str, User], client_for: ClientFor) -> None:
    contribution = full.contributions.get(kind=ContributionKind.CAUSE)
    part = f"contribution:{contribution.pk}"
    report = report_part(subject=full.subject, part=part, reason=ReportReason.OTHER, actor=who["fatima"])
    hiding = hide_part(
        report=report, actor=who["mona"], ground=HidingGround.objects.get(code="portrait"), facts="Een naam."
    )

    assert hiding.writer_id == contribution.author_id
    assert contribution.text in words(client_for(who["mona"]), f"/moderatie/{report.pk}/")
    for path in (PAGE, f"{PAGE}bijdragen/"):
        assert contribution.text not in words(client_for(None), path)


def texts_and_versions_can_be_compared(full: Opgave, who: dict[str, User], client_for: ClientFor) -> None:
    worded(full, who["willem"], outcome="Elk kind fietst zelf naar school.")
    freeze_agenda(wijk=full.wijk, actor=who["willem"])

    page = soup(client_for(None).get(f"{PAGE}teksten/"))
    assert "Getekend door: WOP Oostgaarde, Welzijn Capelle" in page.main.get_text()
    assert "fietst" in " ".join(one.get_text() for one in page.select("main ins"))
    version = Toekomstagenda.objects.get().versions.first()
    assert client_for(None).get(f"{AGENDA}versies/{version.pk}/?met=999").status_code == 200


# --- Forms ------------------------------------------------------------------------------------------------------------
SIGNAL = {"origin": "resident", "title": "Fietsen bij de winkel", "signal": "Er is geen plek voor fietsen."}


def test_signal_by_its_form(oostgaarde: Wijk, fatima: User, reference: None, client_for: ClientFor) -> None:
    client = client_for(fatima)
    told = SIGNAL | {"submission_key": str(uuid.uuid4())}
    wrong = soup(client.post(f"{AGENDA}signaal/", told | {"origin": "figure", "source_year": "2999"}))

    assert wrong.select_one("#id_title")["value"] == SIGNAL["title"]
    assert {"#id_source", "#id_source_year", "#id_source_url"} <= {
        link["href"] for link in wrong.select(".portal-errors a")
    }
    answer = client.post(f"{AGENDA}signaal/", told)
    assert answer.url == f"{AGENDA}fietsen-bij-de-winkel/"
    assert client.post(f"{AGENDA}signaal/", told | {"origin": "gemeente"}).status_code == 200


def test_signal_from_ones_public_question(oostgaarde: Wijk, fatima: User, noor: User, reference: None) -> None:
    shown(fatima, wijk=oostgaarde)
    question = Question.objects.get()
    client = Client()
    client.force_login(fatima)
    assert f"vraag={question.pk}" in str(soup(client.get(question.get_absolute_url())).main)
    page = soup(client.get(f"{AGENDA}signaal/?vraag={question.pk}"))
    assert page.select_one("#id_title")["value"] == question.public_title

    told = {"title": question.public_title, "signal": question.public_text, "submission_key": str(uuid.uuid4())}
    answer = client.post(f"{AGENDA}signaal/?vraag={question.pk}", told)

    assert Opgave.objects.get().from_question == question
    assert Opgave.objects.get().title in words(client, question.get_absolute_url())
    assert answer.status_code == 302


def test_whole_road_by_its_forms(opgave: Opgave, cast: dict[str, User], client_for: ClientFor) -> None:
    mandated(cast["petra"])
    who = {name: client_for(cast[name]) for name in ("fatima", "wilma", "willem", "petra")}

    def send(somebody: str, path: str, **told: object) -> None:
        answer = who[somebody].post(path, told | {"submission_key": str(uuid.uuid4())})
        assert answer.status_code == 302, soup(answer).select(".portal-errors")

    send("fatima", f"{PAGE}steunen/")
    send("fatima", f"{PAGE}bijdrage/", kind="cause", text="De bocht is te ruim.")
    send("fatima", f"{AGENDA}rangorde/", rank_1=opgave.pk)
    work = f"{TABLE}{opgave.slug}/"
    send("wilma", f"{work}samenvatting/cause/", text="Het is de bocht.", based_on=0)
    send("wilma", f"{work}tekst/", **WORDS, based_on=0)
    send("wilma", f"{work}partij/", kind="wop")
    send("wilma", f"{work}partij/", kind="organisation", organisation=organisation().pk)
    send("wilma", f"{work}partij/", kind="residents", name="Ouders", person=cast["fatima"].pk)
    wop, club, parents = opgave.parties.order_by("pk")
    for name, party in (("willem", wop), ("petra", club), ("fatima", parents)):
        send(name, f"{PAGE}tekenen/", party=party.pk, number=1)
    assert fresh(opgave).state == OpgaveState.AGREED
    send("wilma", f"{work}stap/begin/")
    send("wilma", f"{TABLE}schrijven/", title="Samen", from_year=2026, to_year=2030, vision="Ja.", based_on=0)
    send("wilma", f"{work}plaats/", choice="on")
    send("wilma", f"{TABLE}vastleggen/")
    send("willem", f"{TABLE}aanbieden/")
    row = {"function": "teamleider", "firmness": "intended"}
    quarter = soup(who["petra"].get(f"{PAGE}toezegging/")).select("#id_quarter option")[1]["value"]
    send(
        "petra", f"{PAGE}toezegging/", **row, organisation=club.organisation_id, answer="yes", what="X", quarter=quarter
    )
    send("petra", f"{PAGE}aanbod/", organisation=club.organisation_id, what="Een zaal")
    answer = Promise.objects.get().get_absolute_url()
    send("willem", f"{answer}reactie/", text="Kan het eerder?")
    send("willem", f"{answer}tekenen/", number=1)
    send("petra", f"{answer}voortgang/", state="done", text="Het is klaar.")
    send("petra", f"{answer}wijzigen/", **row, answer="no", reason="Kan niet.", alternative="Dit wel.", based_on=1)
    send("petra", f"{answer}intrekken/", reason="Toch niet.")
    send("wilma", f"{work}stap/achieve/", text="Kinderen lopen zelf.")
    for path in (PAGE, answer, f"{AGENDA}uitvoeringsplan/", work, TABLE, "/wijken/oostgaarde/wop/", "/mijn/"):
        assert who["willem"].get(path).status_code == 200


def overtaken_writer_loses_nothing(full: Opgave, who: dict[str, User], client_for: ClientFor) -> None:
    client, work = client_for(who["wilma"]), f"{TABLE}{full.slug}/"
    texts = soup(client.post(f"{work}tekst/", WORDS | {"outcome": "Van mij.", "based_on": 0}))
    summary = soup(client.post(f"{work}samenvatting/cause/", {"text": "Van mij.", "based_on": 0}))
    agenda = {"title": "Van mij", "from_year": 2026, "to_year": 2030, "vision": "Van mij.", "based_on": 0}
    written_page = soup(client.post(f"{TABLE}schrijven/", agenda))

    for page, field, standing in (
        (texts, "#id_outcome", WORDS["outcome"]),
        (summary, "#id_text", "Het komt door de bocht."),
        (written_page, "#id_vision", "Een wijk waar je elkaar kent."),
    ):
        assert page.select_one(field).get_text(strip=True) == "Van mij."
        assert standing in page.select_one("[aria-labelledby='staat-er-nu']").get_text()
        assert page.select_one("[name=based_on]")["value"] == "1"
    assert (OpgaveText.objects.count(), Summary.objects.count()) == (1, 1)


def test_paper_agenda_is_kept_and_downloaded(oostgaarde: Wijk, wilma: User, reference: None) -> None:
    client = Client()
    client.force_login(wilma)
    told = {"title": "Toekomstagenda", "from_year": 2022, "to_year": 2026, "based_on": 0}
    bad = client.post(f"{TABLE}schrijven/", told | {"document": sent_pdf(b"geen pdf")})
    assert (bad.status_code, Toekomstagenda.objects.count()) == (200, 0)

    client.post(f"{TABLE}schrijven/", told | {"document": sent_pdf()})

    agenda = Toekomstagenda.objects.get()
    response = Client().get(f"{AGENDA}document/{agenda.pk}/")
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_gemeente_answers_after_a_second_step_and_sees_what_waits(
    opgave: Opgave, willem: User, noor: User, client_for: ClientFor
) -> None:
    offered(opgave, willem)
    client = client_for(noor)
    assert "1 punt van een wijk wacht op antwoord" in words(client, "/werkbak/")
    assert "Geef antwoord" not in words(client, "/werkbak/wop-punten/")
    mandated(noor, the_gemeente())

    without = client_for(noor, second_factor=False)
    assert "tweede-stap" in without.get(f"{PAGE}toezegging/").url
    assert client.get(f"{PAGE}toezegging/").status_code == 200
    assert "Geef antwoord" in words(client, "/werkbak/wop-punten/")
    assert cost(client, "/werkbak/wop-punten/") <= 12


def test_form_of_an_answer_asks_what_it_needs(opgave: Opgave, willem: User, petra: User, client_for: ClientFor) -> None:
    offered(opgave, willem)
    client = client_for(mandated(petra))
    base = {"organisation": organisation().pk, "function": "f", "firmness": "decided", "submission_key": uuid.uuid4()}

    def faults(**told: object) -> set[str]:
        page = soup(client.post(f"{PAGE}toezegging/", base | told))
        return {link["href"] for link in page.select(".portal-errors a")}

    assert faults(answer="no") == {"#id_reason", "#id_alternative"}
    assert {"#id_what", "#id_quarter", "#id_money_from", "#id_budget"} == faults(answer="yes", amount="5")
    assert {"#id_body", "#id_decided_on", "#id_decision"} <= faults(answer="yes")
    assert not Promise.objects.exists()


# --- What is somebody's own -------------------------------------------------------------------------------------------
def data_of_a_person_is_exported_and_forgotten(full: Opgave, who: dict[str, User], client_for: ClientFor) -> None:
    support_opgave(opgave=full, actor=who["fatima"])
    Ranking.objects.create(user=who["fatima"], wijk=full.wijk, opgave=full, rank=1)
    part = next(part for part in personal_data_parts() if part.name == "agenda")
    told = part.export(who["bram"])
    assert len(told["contributions"]) == len(ContributionKind)
    assert [len(part.export(who["fatima"])[name]) for name in ("signals", "supports", "rankings")] == [1, 1, 1]

    for user in (who["bram"], who["fatima"]):
        part.erase(user)

    opgave = fresh(full)
    assert (opgave.contribution_count, opgave.support_count, opgave.points) == (0, 0, 0)
    assert not opgave.contributions.exclude(text="").exists()


def counts_are_true(full: Opgave, who: dict[str, User], client_for: ClientFor) -> None:
    counter_sign(promise=Promise.objects.earliest("pk"), actor=who["willem"], number=1)

    opgave = fresh(full)
    told = (opgave.contribution_count, opgave.answer_count, opgave.promise_count, opgave.done_count)
    assert told == (len(ContributionKind), 2, 1, 0)


# --- An opgave with something of everything, each of these beginning with the same ------------------------------------
FULL = (
    page_stays_within_its_queries,
    page_shows_all_of_it,
    hidden_opgave_is_nowhere,
    hidden_part_shows_nowhere,
    texts_and_versions_can_be_compared,
    overtaken_writer_loses_nothing,
    data_of_a_person_is_exported_and_forgotten,
    counts_are_true,
)


def test_opgave_with_something_of_everything(
    opgave: Opgave, make_people: Callable[..., dict[str, User]], fatima: User, client_for: ClientFor
) -> None:
    who = make_people("willem", "wilma", "petra", "bram", "mona") | {"fatima": fatima}
    full = filled(opgave, who)
    for check in FULL:
        with undone():
            check(fresh(full), who, client_for)
