"""News that its owner corrects or takes away, and how its text is shown."""

from collections.abc import Callable

import pytest
from django.core.files.storage import Storage
from django.test import Client

from gemeente.activity.models import Entry, Notice
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.news import remove_news, revise_news, tell_news
from initiatives.models import Initiative, Photo, Update
from tests.factories.initiatives import published
from tests.factories.photos import a_photo
from tests.pages import errors, soup

Capture = Callable[..., object]


@pytest.fixture
def news(fatima: User, oostgaarde: Wijk, store: Storage) -> Update:
    initiative = published(owner=fatima, wijk=oostgaarde)
    return tell_news(initiative=initiative, actor=fatima, title="De bonnen", text="Kom kijken.", photos=[a_photo()])


def page_of(news: Update) -> str:
    return f"/initiatieven/{news.initiative.slug}/nieuws/{news.pk}/"


def test_news_is_corrected_and_readers_see_when(
    client: Client, client_for: Callable[..., Client], news: Update
) -> None:
    notices = Notice.objects.count()
    owner = client_for(news.initiative.owner)

    form = soup(owner.get(page_of(news))).main
    response = owner.post(page_of(news), {"title": "De bonen", "text": "Kom **zaterdag** kijken."})

    assert form.select_one("[name=title]")["value"] == "De bonnen"
    assert response.headers["Location"] == news.initiative.get_absolute_url()
    shown = soup(client.get(news.initiative.get_absolute_url())).select_one("[aria-labelledby=nieuws]")
    assert shown.h3.get_text() == "De bonen"
    assert shown.strong.get_text() == "zaterdag"
    assert "veranderd op" in shown.get_text()
    assert (Entry.objects.filter(verb="news_revised").count(), Notice.objects.count()) == (1, notices)


def test_same_words_change_nothing(client_for: Callable[..., Client], news: Update) -> None:
    client_for(news.initiative.owner).post(page_of(news), {"title": news.title, "text": news.text})

    assert Update.objects.get().edited_at is None


def test_bad_input_is_told_and_kept(client_for: Callable[..., Client], news: Update) -> None:
    response = client_for(news.initiative.owner).post(page_of(news), {"title": "De bonen", "text": " "})

    assert errors(response) == {"text": "Vertel wat er gebeurd is."}
    assert soup(response).select_one("[name=title]")["value"] == "De bonen"
    assert Update.objects.get().title == "De bonnen"


def test_news_is_taken_away_with_its_photos(
    client: Client,
    client_for: Callable[..., Client],
    news: Update,
    store: Storage,
    django_capture_on_commit_callbacks: Capture,
) -> None:
    owner = client_for(news.initiative.owner)

    assert "“De bonnen”" in soup(owner.get(f"{page_of(news)}weg/")).h1.get_text()
    with django_capture_on_commit_callbacks(execute=True):
        response = owner.post(f"{page_of(news)}weg/")

    assert response.headers["Location"] == news.initiative.get_absolute_url()
    assert (Update.objects.count(), Photo.objects.count(), store.listdir("photos")[1]) == (0, 0, [])
    assert Entry.objects.filter(verb="news_removed").count() == 1


@pytest.mark.parametrize("page", ["", "weg/"])
@pytest.mark.parametrize(("who", "status"), [("bram", 403), ("noor", 403), ("mona", 403), ("anonymous", 302)])
def test_news_is_of_who_writes(
    who: str, status: int, page: str, cast: dict[str, User | None], client_for: Callable[..., Client], news: Update
) -> None:
    client = client_for(cast[who])

    assert client.get(f"{page_of(news)}{page}").status_code == status
    assert client.post(f"{page_of(news)}{page}", {"title": "Weg", "text": "Weg"}).status_code == status
    assert Update.objects.get().title == "De bonnen"


def test_actions_refuse_who_does_not_write(news: Update, bram: User) -> None:
    with pytest.raises(Refused, match="kan dit nieuws veranderen"):
        revise_news(update=news, actor=bram, title="Weg", text="Weg")
    with pytest.raises(Refused, match="kan dit nieuws weghalen"):
        remove_news(update=news, actor=bram)
    assert (Update.objects.get().title, Photo.objects.count()) == ("De bonnen", 1)

    revise_news(update=news, actor=news.author, title="De bonen", text="Kom kijken.")
    assert Update.objects.get().title == "De bonen"
    remove_news(update=news, actor=news.author)
    assert not Update.objects.exists()


def test_news_of_another_initiative_is_not_there(
    client_for: Callable[..., Client], news: Update, oostgaarde: Wijk
) -> None:
    other: Initiative = published(owner=news.initiative.owner, wijk=oostgaarde)
    owner = client_for(other.owner)

    for page in ("", "weg/", "fotos/", "documenten/"):
        assert owner.get(f"/initiatieven/{other.slug}/nieuws/{news.pk}/{page}").status_code == 404


def test_text_can_do_nothing_but_be_read(client: Client, news: Update) -> None:
    text = "# Kop\n\n[klik](javascript:alert(1)) <img src=x onerror=alert(2)>\n\n- een"
    Update.objects.update(text=text)

    shown = soup(client.get(news.initiative.get_absolute_url())).select_one("[aria-labelledby=nieuws] .portal-prose")

    assert [(tag.name, dict(tag.attrs)) for tag in shown.find_all(True)] == [
        ("h4", {}),
        ("p", {}),
        ("ul", {}),
        ("li", {}),
    ]
