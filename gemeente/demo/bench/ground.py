"""What a measurement needs to know of a database: addresses, who is signed in, and how many queries each page asks.

    python -m gemeente.demo.bench.ground

Prints JSON: `sessions` (cookie by person) and `pages` (name, path, person, queries, bytes).
"""

import json
import sys
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Page:
    """A page to measure: whose (empty for a visitor), its queries and its size."""

    name: str
    path: str
    person: str = ""
    queries: int = 0
    bytes: int = 0


def main() -> None:
    """Look at the database of DATABASE_URL."""
    import django

    django.setup()
    from django.conf import settings
    from django.db.models import Count
    from django.test import Client

    from gemeente.demo.accounts import email_of
    from gemeente.places.models import Wijk
    from gemeente.users.models import User
    from initiatives.models import Initiative

    settings.ALLOWED_HOSTS = ["*"]
    owner = User.objects.annotate(number=Count("initiatives")).filter(initiatives__stage="running").latest("number")
    own = Initiative.objects.filter(owner=owner, stage="running").latest("published_at")
    shown = Initiative.objects.public().filter(stage="running").order_by("published_at", "pk")[0]
    wijk = Wijk.objects.order_by("slug")[0]
    clients = {"": Client(), "owner": Client(), "desk": Client()}
    clients["owner"].force_login(owner)
    clients["desk"].force_login(User.objects.get(email=email_of("noor")))
    pages = [counted(page, clients[page.person]) for page in pages_of(wijk.slug, shown.slug, own.slug)]
    sessions = {name: client.cookies[settings.SESSION_COOKIE_NAME].value for name, client in clients.items() if name}
    found = {"cookie": settings.SESSION_COOKIE_NAME, "sessions": sessions, "pages": [asdict(page) for page in pages]}
    json.dump(found, sys.stdout)


def pages_of(wijk: str, shown: str, own: str) -> list[Page]:
    """What is measured."""
    return [
        Page("home", "/"),
        Page("list", "/initiatieven/"),
        Page("list of a wijk, a theme", f"/initiatieven/?wijk={wijk}&thema=livability"),
        Page("list, page 40", "/initiatieven/?pagina=40"),
        Page("search", "/initiatieven/?zoek=moestuin+school"),
        Page("map", "/initiatieven/kaart/"),
        Page("initiative", f"/initiatieven/{shown}/"),
        Page("wijk", f"/wijken/{wijk}/"),
        Page("agenda of a wijk", f"/wijken/{wijk}/agenda/"),
        Page("meetings of a wijk", f"/wijken/{wijk}/bijeenkomsten/"),
        Page("team of a wijk", f"/wijken/{wijk}/team/"),
        Page("feed", "/initiatieven/atom.xml"),
        Page("list, signed in", "/initiatieven/", "owner"),
        Page("own initiative", f"/initiatieven/{own}/", "owner"),
        Page("my page", "/mijn/", "owner"),
        Page("werkbak", "/werkbak/", "desk"),
    ]


def counted(page: Page, client: object) -> Page:
    """A page with its queries, once the texts are kept. Raises RuntimeError where it does not answer."""
    from dataclasses import replace

    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(page.path)  # type: ignore[attr-defined]
    other = f"{page.path}{'&' if '?' in page.path else '?'}x=1"  # the first one may be kept
    with CaptureQueriesContext(connection) as asked:
        response = client.get(other)  # type: ignore[attr-defined]
    if response.status_code != 200:
        raise RuntimeError(f"{page.path} answers {response.status_code}")
    return replace(page, queries=len(asked), bytes=len(response.content))


if __name__ == "__main__":
    main()
