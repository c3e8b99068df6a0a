"""Documents: added and taken away by who writes, given to who may have them."""

from collections.abc import Callable

import pytest
from django.core.files.storage import Storage
from django.test import Client
from django.utils import timezone

from gemeente.accounts.actions import close_account
from gemeente.activity.models import Entry
from gemeente.cases.actions import claim_case, report_absence
from gemeente.lib.errors import Refused
from gemeente.moderation.actions.hiding import hide_part
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import HidingGround
from gemeente.places.models import Wijk
from gemeente.portal.enums import RuleName
from gemeente.portal.models import Rule
from gemeente.users.models import User
from initiatives.actions.documents import add_document, remove_document
from initiatives.actions.leaving import withdraw_initiative
from initiatives.actions.news import remove_news, tell_news
from initiatives.models import Document, Initiative
from initiatives.parts import document_part
from tests.conftest import person
from tests.factories.documents import a_document, pdf, sent_pdf
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import give_helper
from tests.pages import errors, soup

TOLD = {"title": "Tekening van de tuin", "audience": "everybody"}
Capture = Callable[..., object]


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk, store: Storage, reference: None) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde)


@pytest.fixture
def public(initiative: Initiative) -> Document:
    return shown(initiative, is_public=True, title="Tekening")


@pytest.fixture
def private(initiative: Initiative) -> Document:
    return shown(initiative, is_public=False, title="Begroting")


def shown(initiative: Initiative, **fields: object) -> Document:
    """A document on it."""
    return add_document(initiative=initiative, actor=initiative.owner, document=a_document(), **fields)


def page_of(initiative: Initiative) -> str:
    return f"/initiatieven/{initiative.slug}/documenten/"


# --- Adding -----------------------------------------------------------------------------------------------------------
def test_document_is_added_and_everybody_saves_it(
    client: Client, client_for: Callable[..., Client], initiative: Initiative
) -> None:
    response = client_for(initiative.owner).post(page_of(initiative), TOLD | {"document": sent_pdf()})

    made = Document.objects.get()
    assert response.headers["Location"] == page_of(initiative)
    link = soup(client.get(initiative.get_absolute_url())).select_one("[aria-labelledby=documenten] a")
    assert (link.get_text(), link["href"]) == ("Tekening van de tuin", made.get_absolute_url())
    given = client.get(link["href"])
    assert b"".join(given) == pdf()
    assert (given["Content-Type"], given["X-Content-Type-Options"]) == ("application/pdf", "nosniff")
    assert given["Content-Disposition"] == 'attachment; filename="tekening.pdf"'
    assert given["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert given["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"title": ""}, {"title": "Vertel in een paar woorden wat het is."}),
        ({"title": "x" * 81}, {"title": "Dit is te lang. Gebruik niet meer dan 80 tekens; het zijn er nu 81."}),
        ({"audience": ""}, {"audience": "Kies voor wie het document is."}),
        ({"audience": "iemand"}, {"audience": "Kies een van deze twee."}),
        ({"document": ""}, {"document": "Kies een PDF."}),
    ],
)
def test_bad_input_is_told_beside_the_field(
    changes: dict[str, str],
    wrong: dict[str, str],
    client_for: Callable[..., Client],
    initiative: Initiative,
    store: Storage,
) -> None:
    response = client_for(initiative.owner).post(page_of(initiative), TOLD | {"document": sent_pdf()} | changes)

    assert (response.status_code, errors(response)) == (200, wrong)
    assert (Document.objects.count(), store.exists("documents")) == (0, False)


def test_full_page_takes_no_more(client_for: Callable[..., Client], initiative: Initiative, public: Document) -> None:
    Rule.objects.create(name=RuleName.DOCUMENTS, value=1, starts_on=timezone.localdate())

    response = client_for(initiative.owner).post(page_of(initiative), TOLD | {"document": sent_pdf()})

    assert errors(response) == {"document": "Er is geen plek meer voor documenten. Haal er eerst een weg."}


def test_document_of_news_stands_with_it(
    client: Client, client_for: Callable[..., Client], initiative: Initiative
) -> None:
    news = tell_news(initiative=initiative, actor=initiative.owner, title="Klaar", text="Kijk.")
    url = f"/initiatieven/{initiative.slug}/nieuws/{news.pk}/documenten/"

    response = client_for(initiative.owner).post(url, TOLD | {"document": sent_pdf()})

    assert (response.headers["Location"], news.documents.count()) == (url, 1)
    page = soup(client.get(initiative.get_absolute_url()))
    assert [link.get_text() for link in page.select("[aria-labelledby=nieuws] a[download]")] == [TOLD["title"]]
    assert page.select("#documenten") == []


def test_document_with_news_of_elsewhere_is_refused(initiative: Initiative, oostgaarde: Wijk, store: Storage) -> None:
    other = published(owner=initiative.owner, wijk=oostgaarde)
    news = tell_news(initiative=other, actor=other.owner, title="Klaar", text="Kijk.")

    with pytest.raises(Refused, match="Dit nieuws staat hier niet meer"):
        shown(initiative, is_public=True, title="Tekening", update=news)
    assert (Document.objects.count(), store.exists("documents")) == (0, False)

    assert shown(other, is_public=True, title="Tekening", update=news).update == news


# --- Who may have it --------------------------------------------------------------------------------------------------
def test_private_document_is_for_the_people_of_the_case(
    cast: dict[str, User | None], client_for: Callable[..., Client], initiative: Initiative, private: Document
) -> None:
    claim_case(case=initiative.case, actor=cast["noor"])
    give_helper(initiative, cast["wilma"])
    report_absence(
        person=cast["noor"], starts_on=timezone.localdate(), ends_on=None, stand_in=cast["thea"], actor=cast["thea"]
    )

    given = {who for who, user in cast.items() if client_for(user).get(private.get_absolute_url()).status_code == 200}
    named = {
        who
        for who, user in cast.items()
        if "Begroting" in client_for(user).get(initiative.get_absolute_url()).content.decode()
    }

    assert given == {"fatima", "wilma", "noor", "thea"}
    assert named == {"fatima", "wilma"}
    desk = {who: client_for(cast[who]).get(initiative.case.desk_url).content.decode() for who in ("noor", "thea")}
    assert ["Begroting" in text for text in desk.values()] == [True, True]


def test_colleague_without_the_case_does_not_find_it(
    client_for: Callable[..., Client], initiative: Initiative, private: Document, noor: User, oostgaarde: Wijk
) -> None:
    claim_case(case=initiative.case, actor=noor)
    colleague = client_for(person("Kees", role="civil_servant"))

    assert colleague.get(private.get_absolute_url()).status_code == 404
    assert "Begroting" not in colleague.get(initiative.case.desk_url).content.decode()


def test_document_of_a_concept_is_for_its_owner(
    client_for: Callable[..., Client], cast: dict[str, User | None], oostgaarde: Wijk, store: Storage, reference: None
) -> None:
    document = shown(InitiativeFactory(owner=cast["fatima"], wijk=oostgaarde), is_public=True, title="Plan")

    given = {who for who, user in cast.items() if client_for(user).get(document.get_absolute_url()).status_code == 200}

    assert given == {"fatima"}


def test_document_that_was_not_checked_is_given_to_nobody(
    client_for: Callable[..., Client], initiative: Initiative, public: Document
) -> None:
    Document.objects.update(checked_at=None)
    owner = client_for(initiative.owner)

    assert owner.get(public.get_absolute_url()).status_code == 404
    for page in (initiative.get_absolute_url(), page_of(initiative)):
        assert str(public.key) not in owner.get(page).content.decode()


def test_hidden_document_goes_alone(
    client: Client, client_for: Callable[..., Client], initiative: Initiative, public: Document, mona: User
) -> None:
    form = soup(client.get(f"/melden/{initiative.subject_id}/?deel={document_part(public)}"))
    report = report_part(subject=initiative.subject, part=document_part(public), reason=ReportReason.PRIVATE)
    desk = client_for(mona).get(report.desk_url).content.decode()
    hide_part(report=report, actor=mona, ground=HidingGround.objects.first(), facts="Er staat een adres in.")

    assert form.select_one("input[checked]").find_parent("label").get_text(strip=True) == "Het document “Tekening”"
    assert public.get_absolute_url() in desk
    assert client.get(public.get_absolute_url()).status_code == 404
    assert public.title not in client.get(initiative.get_absolute_url()).content.decode()
    assert client_for(initiative.owner).get(public.get_absolute_url()).status_code == 200
    assert client_for(mona).get(public.get_absolute_url()).status_code == 200


# --- Going away -------------------------------------------------------------------------------------------------------
def test_document_is_taken_away_with_its_file(
    client_for: Callable[..., Client],
    initiative: Initiative,
    public: Document,
    store: Storage,
    django_capture_on_commit_callbacks: Capture,
) -> None:
    url = f"/initiatieven/{initiative.slug}/document/{public.key}/weg/"
    owner = client_for(initiative.owner)

    assert "“Tekening”" in soup(owner.get(url)).h1.get_text()
    with django_capture_on_commit_callbacks(execute=True):
        response = owner.post(url)

    assert response.headers["Location"] == page_of(initiative)
    assert (Document.objects.count(), store.listdir("documents")[1]) == (0, [])


@pytest.mark.parametrize("make", [published, InitiativeFactory])
def test_document_is_taken_away_by_who_writes_and_logged_once_it_is_public(
    make: Callable[..., Initiative], fatima: User, bram: User, oostgaarde: Wijk, store: Storage, reference: None
) -> None:
    document = shown(make(owner=fatima, wijk=oostgaarde), is_public=True, title="Tekening")

    with pytest.raises(Refused, match="Alleen wie hier schrijft"):
        remove_document(document=document, actor=bram)
    assert Document.objects.get() == document
    remove_document(document=document, actor=fatima)

    assert not Document.objects.exists()
    logged = Entry.objects.filter(verb="document_removed").values_list("actor", flat=True)
    assert list(logged) == ([fatima.pk] if make is published else [])


@pytest.mark.parametrize("way", ["withdraw", "news", "account"])
def test_nothing_stays_of_a_document_that_went_along(
    way: str, initiative: Initiative, fatima: User, store: Storage, django_capture_on_commit_callbacks: Capture
) -> None:
    news = tell_news(initiative=initiative, actor=fatima, title="Klaar", text="Kijk.")
    concept = InitiativeFactory(owner=fatima, wijk=initiative.wijk)
    document = {"document": a_document(), "title": "Tekening", "is_public": True, "actor": fatima}
    with django_capture_on_commit_callbacks(execute=True):
        if way == "account":
            add_document(initiative=concept, **document)
            close_account(user=fatima)
        else:
            add_document(initiative=initiative, update=news, **document)
            withdraw_initiative(initiative=initiative, actor=fatima) if way == "withdraw" else remove_news(
                update=news, actor=fatima
            )

    assert (Document.objects.count(), store.listdir("documents")[1]) == (0, [])


@pytest.mark.parametrize("number", [1, 6])
def test_page_costs_the_same_with_many_documents(
    number: int, client: Client, initiative: Initiative, django_assert_num_queries: Callable[..., object]
) -> None:
    for turn in range(number):
        shown(initiative, is_public=True, title=f"Tekening {turn}")
    client.get(initiative.get_absolute_url())

    with django_assert_num_queries(5):
        page = client.get(f"{initiative.get_absolute_url()}?x")  # another address: the first one is kept

    assert len(soup(page).select("[aria-labelledby=documenten] a")) == number
