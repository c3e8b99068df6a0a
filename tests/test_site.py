"""Rules for every page, whoever reads it and in both languages."""

import copy
import re
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.core.cache import caches
from django.core.management import call_command
from django.test import Client

from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.initiatives import published
from tests.pages import soup
from tests.world import World, make_world

HEADING = re.compile("h[1-6]")
ENGLISH = re.compile(r"\b(the|your|please|sign in|password|email address|submit|required|click)\b", re.IGNORECASE)
# The form for a call itself, saying goodbye, what guards an account, and what civil servants say of themselves.
CALL_OR_SECURITY = re.compile(
    r"/(bel-mij|mijn/(gegevens|afscheid|werkprofiel)|account/(2fa|password|email|logout|reauthenticate))/"
    # What a WOP runs, and work: nobody rings up to have that done.
    r"|/wop/|/adviezen/[0-9]+/intrekken/| (noor|petra)$"
)


@pytest.fixture
def world(reference: None, cast: dict[str, User | None], oostgaarde: Wijk) -> World:
    return make_world(cast["fatima"], oostgaarde)


Clients = dict[str, Client]


@pytest.fixture
def clients(world: World, cast: dict[str, User | None], client_for: Callable[..., Client]) -> Clients:
    """A browser of each reader."""
    return {who: client_for(cast[who] if who else None) for who in {sight.who for sight in world.sights}}


@pytest.fixture
def pages(world: World, clients: Clients) -> list[tuple[str, object]]:
    """Every page as (name, parsed page), Dutch and English."""
    found = []
    for sight in world.sights:
        for prefix in ["", "/en"] if sight.in_english else [""]:
            response = clients[sight.who].get(prefix + sight.path)
            assert response.status_code == 200, f"{prefix}{sight} gives {response.status_code}"
            found.append((f"{prefix}{sight}", soup(response)))
    return found


def test_pages_keep_the_rules(pages: list, world: World, clients: Clients, request: pytest.FixtureRequest) -> None:
    caches["pages"].clear()
    public_pages_have_no_form_no_cookie_and_an_etag(world)
    faults = [f"{name}: {fault}" for name, page in pages for fault in faults_of(name, page)]

    found = (faults, shared_titles(pages), english_leftovers(pages), forms_nobody_can_tell_instead(pages))
    # One walk, since making the pages takes longest: what it saw is no dead link, and what it read is not made again.
    links = links_of(pages) - {(sight.who, sight.path) for sight in world.sights}
    read = {sight.path for sight in world.sights}
    dead = dead_links({link for link in links if link[1] not in read}, clients)
    request.getfixturevalue("unrendered")
    dead += dead_links({link for link in links if link[1] in read}, clients)
    assert (found, dead) == (([], {}, {}, []), [])


def faults_of(name: str, page: BeautifulSoup) -> list[str]:
    """What is wrong with a page; its tags are walked once, since a selector for each rule took half a minute."""
    is_admin = "/beheer/lijsten/" in name
    tags = page.find_all(True)
    named: dict[str, list[Tag]] = defaultdict(list)
    for tag in tags:
        named[tag.name].append(tag)
    levels = [int(tag.name[1]) for tag in tags if HEADING.fullmatch(tag.name)]
    jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
    ids = [tag["id"] for tag in tags if tag.has_attr("id")]
    title = page.title.get_text(strip=True)
    skips = [tag for tag in named["a"] if tag.get("href") == "#inhoud"]
    scripts = [tag for tag in named["script"] if not tag.has_attr("src") and tag.get("type") != "application/json"]
    [description] = [tag["content"] for tag in named["meta"] if tag.get("name") == "description"][:1] or [""]
    return [
        text
        for is_wrong, text in [
            (len(named["h1"]) != 1 and not is_admin, "not one h1"),
            (page.html.get("lang") != ("en" if name.startswith("/en") else "nl"), "wrong lang"),
            (named["header"] and not skips and not is_admin, "no skip link"),
            (len(named["main"]) != 1, "not one main"),
            (bool(jumps) and not is_admin, f"headings jump {jumps}"),
            (any(tag.has_attr("style") for tag in tags), "inline style"),
            (bool(scripts), "inline script"),
            (any(attribute.startswith("on") for tag in tags for attribute in tag.attrs), "inline handler"),
            (any(not tag.has_attr("alt") for tag in named["img"]), "image without alt"),
            (not title or title.startswith("-"), "no title"),
            (not is_admin and not description, "no description"),
            (len(set(ids)) != len(ids), "an id stands twice"),
        ]
        if is_wrong
    ]


def shared_titles(pages: list) -> dict[tuple[str, str], set[str]]:
    """Titles that stand above more than one page of a language."""
    titles = [
        (page.html["lang"], page.title.get_text(strip=True), name.split("?")[0].split(" ")[0]) for name, page in pages
    ]
    by_title: dict[tuple[str, str], set[str]] = {}
    for lang, title, path in titles:
        by_title.setdefault((lang, title), set()).add(path)

    return {key: paths for key, paths in by_title.items() if len(paths) > 1}


def forms_nobody_can_tell_instead(pages: list) -> list[str]:
    """Forms where a resident types and cannot leave a name and number instead; pages in English are hers."""
    typed = "main form[method=post] :is(textarea, input:not([type=hidden]))"
    return [
        name
        for name, page in pages
        if name.startswith("/en") and not CALL_OR_SECURITY.search(name)
        if page.find("form", method="post") and page.select(typed) and not page.select("main a[href$='/bel-mij/']")
    ]


def without_english(page: BeautifulSoup) -> Tag:
    """What a page says in Dutch: parts that say they are English aside, as where a manager writes both."""
    if page.body.find(lang="en") is None:
        return page.body
    body = copy.copy(page.body)
    for part in body.select("[lang=en]"):
        part.decompose()
    return body


def english_leftovers(pages: list) -> dict[str, list[str]]:
    """English words on Dutch pages."""
    return {
        name: ENGLISH.findall(text)
        for name, page in pages
        if not name.startswith("/en") and "/beheer/lijsten/" not in name
        for text in [without_english(page).get_text(" ", strip=True)]
        if ENGLISH.search(text)
    }


def links_of(pages: list) -> set[tuple[str, str]]:
    """Links on Dutch pages: who reads them, and where they lead."""
    return {
        (name.split(" ")[1] if " " in name else "", link["href"].split("#")[0])
        for name, page in pages
        if not name.startswith("/en")
        for link in page.body.find_all("a", href=True)
        if link["href"].startswith("/") and not link["href"].startswith("/beheer/lijsten/")
    }


def dead_links(links: set[tuple[str, str]], clients: Clients) -> list[str]:
    """Links that lead their reader nowhere."""
    answers = {(who, target): clients[who].get(target, follow=True).status_code for who, target in sorted(links)}
    return [f"{who}: {target} gives {status}" for (who, target), status in answers.items() if status != 200]


def public_pages_have_no_form_no_cookie_and_an_etag(world: World) -> None:
    by_mail = "afmelden|bedankt|meedoen|van-mij|uitnodiging|toestemming|helpen|loopt-nog|volgen|rond-een-plek-volgen"
    by_mail += "|komen|niet-komen|moment"
    has_form = re.compile(rf"/(account|nieuw|bel-mij|welke|rond-mijn-huis|steunen|melden|zorgen|{by_mail})/")
    public = [sight.path for sight in world.sights if not sight.who and not has_form.search(sight.path)]
    found = {path: Client().get(path) for path in public}

    forms = [path for path, response in found.items() if soup(response).select("form[method=post]")]
    assert forms == []
    assert [path for path, response in found.items() if response.cookies] == []
    rules = {(response.headers["Cache-Control"], response.headers["Vary"]) for response in found.values()}
    assert rules == {("public, no-cache", "Cookie")}
    again = {path: Client().get(path, headers={"if-none-match": found[path].headers["ETag"]}) for path in public}
    assert {path: response.status_code for path, response in again.items()} == dict.fromkeys(public, 304)


def test_page_for_who_signed_in_is_private(
    reference: None, fatima: User, oostgaarde: Wijk, client_for: Callable[..., Client]
) -> None:
    published(owner=fatima, wijk=oostgaarde)
    response = client_for(fatima).get("/initiatieven/")

    assert "private" in response.headers["Cache-Control"]
    assert "ETag" not in response.headers


def test_no_migration_is_missing(db: None) -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_english_catalogue_is_complete() -> None:
    call_command("check_translations", verbosity=0)


def test_key_of_a_row_is_never_written_as_a_number_to_read() -> None:
    """An address with 1.855 in it leads nowhere: `|stringformat:'d'` writes 1855."""
    written = re.compile(r"\{\{ [a-z_.]+(?:\.pk|_id) \}\}")
    found = {
        (path.name, key)
        for path in (settings.BASE_DIR / "templates").rglob("*.html")
        for key in written.findall(path.read_text(encoding="utf-8"))
        if not key.endswith(("auto_id }}", "form_id }}"))
    }

    assert found == {("report.html", "{{ report.pk }}"), ("hiding.html", "{{ hiding.pk }}")}  # to people
