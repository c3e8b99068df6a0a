"""What the portal app adds to the manager's start page: one tile for each thing she sets."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from gemeente.lib.panels import Panel
from gemeente.users.models import User

TEMPLATE = "portal/manage_tile.html"


def texts_tile(request: HttpRequest, user: User) -> dict[str, Any]:
    """To the texts."""
    return {
        "title": "Teksten",
        "text": "Wat er op de eerste pagina staat, de huisregels, de klachtenpagina en meer.",
        "url": reverse("portal:texts"),
        "link_label": "Bekijk de teksten",
    }


def gemeente_tile(request: HttpRequest, user: User) -> dict[str, Any]:
    """To who we are."""
    return {
        "title": "Gemeente en huisstijl",
        "text": "Naam, telefoon, openingstijden, afzender van de mail, kleur en logo.",
        "url": reverse("portal:gemeente"),
        "link_label": "Bekijk de gegevens",
    }


def doors_tile(request: HttpRequest, user: User) -> dict[str, Any]:
    """To the doors."""
    return {
        "title": "Loketten",
        "text": "Waar iemand terecht kan met schade, een vergunning of een vraag om geld, en vanaf wanneer.",
        "url": reverse("portal:doors"),
        "link_label": "Bekijk de loketten",
    }


def rules_tile(request: HttpRequest, user: User) -> dict[str, Any]:
    """To the numbers."""
    return {
        "title": "Regels",
        "text": "De getallen waar het portaal mee werkt, zoals de leeftijd en hoe vaak we iemand proberen te bereiken.",
        "url": reverse("portal:rules"),
        "link_label": "Bekijk de regels",
    }


PANELS = (
    Panel("manage", "texts", TEMPLATE, texts_tile, position=30),
    Panel("manage", "gemeente", TEMPLATE, gemeente_tile, position=31),
    Panel("manage", "doors", TEMPLATE, doors_tile, position=32),
    Panel("manage", "rules", TEMPLATE, rules_tile, position=33),
)
