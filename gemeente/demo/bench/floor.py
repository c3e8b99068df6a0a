"""The floor: the least that a Django page can cost here. No middleware, no session, one query.

/vast/ is a template of about 20 kB without a query; /lijst/ has 20 of ROWS rows by one indexed query, 20 kB too.
As a script it makes its table: `python -m gemeente.demo.bench.floor`.
"""

import datetime as dt
import os
from typing import Any

import django
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path

ROWS = 20_000
WORDS = "Samen maken we het plein groener, veiliger en fijner voor iedereen. " * 4
ITEM = (
    '<article class="card"><h2><a href="/lijst/{{ row.pk }}/">{{ row.title }}</a></h2><p class="meta">{{ row.wijk }} '
    '<time datetime="{{ row.created|date:"c" }}">{{ row.created|date:"j F Y" }}</time></p><p>{{ row.summary }}</p>'
    "<ul>" + "".join(f'<li class="tag"><a href="/lijst/?thema={n}">Thema {n}</a></li>' for n in range(10)) + "</ul>"
    "</article>\n"
)
HEAD = "<!doctype html><html lang=nl><head><meta charset=utf-8><title>Vloer</title></head><body><main>\n"
TEMPLATES = {
    "list.html": HEAD + "{% for row in rows %}" + ITEM + "{% endfor %}</main></body></html>",
    "constant.html": HEAD + f"<section><h2>Kop</h2><p>{WORDS}</p></section>\n" * 66 + "</main></body></html>",
}


def configure() -> None:
    """Settings of a project with nothing in it; the database is that of DATABASE_URL, with a pool as the portal's."""
    from environs import Env

    database = Env().dj_db_url("DATABASE_URL")
    loaders = [("django.template.loaders.cached.Loader", [("django.template.loaders.locmem.Loader", TEMPLATES)])]
    templates = {"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {"loaders": loaders}}
    settings.configure(
        SECRET_KEY="floor",
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF=__name__,
        MIDDLEWARE=[],
        INSTALLED_APPS=[],
        TEMPLATES=[templates],
        DATABASES={"default": database | {"OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 5}}}},
    )
    django.setup()


if not settings.configured:
    configure()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection, models  # noqa: E402
from django.shortcuts import render  # noqa: E402


class Row(models.Model):
    """What the list shows."""

    title = models.CharField(max_length=80)
    summary = models.TextField()
    wijk = models.CharField(max_length=40)
    created = models.DateTimeField(db_index=True)

    class Meta:
        app_label = "floor"

    def __str__(self) -> str:
        return self.title


def constant(request: HttpRequest) -> HttpResponse:
    """No query."""
    return page_of(request, "constant.html", {})


def listing(request: HttpRequest) -> HttpResponse:
    """One query."""
    return page_of(request, "list.html", {"rows": Row._default_manager.order_by("-created")[:20]})


def page_of(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """A page that says how long it is, as the portal's do."""
    response = render(request, template, context)
    response.headers["Content-Length"] = str(len(response.content))
    return response


urlpatterns = [path("vast/", constant), path("lijst/", listing)]
application = get_wsgi_application()


def fill() -> None:
    """Make the table and its rows."""
    begun = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    with connection.schema_editor() as editor:
        editor.create_model(Row)
    Row._default_manager.bulk_create(
        Row(title=f"Initiatief {n}", summary=WORDS, wijk=f"Wijk {n % 7}", created=begun + dt.timedelta(minutes=n))
        for n in range(ROWS)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE floor_row")


if __name__ == "__main__" and os.environ.get("DATABASE_URL"):
    fill()
