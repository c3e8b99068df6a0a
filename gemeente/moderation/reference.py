"""The laws on which the gemeente may hide something; a manager adds others in the lists."""

from gemeente.moderation.models import HidingGround

GROUNDS = [
    (
        "threat",
        "Bedreiging",
        "Threat",
        "Wetboek van Strafrecht, artikel 285",
    ),
    (
        "discrimination",
        "Discriminatie of haat",
        "Discrimination or hatred",
        "Wetboek van Strafrecht, artikelen 137c en 137d",
    ),
    (
        "insult",
        "Smaad, laster of belediging",
        "Slander or insult",
        "Wetboek van Strafrecht, artikelen 261 tot en met 266",
    ),
    (
        "privacy",
        "Gegevens van iemand anders",
        "Somebody else's personal data",
        "Algemene verordening gegevensbescherming, artikel 6",
    ),
    (
        "portrait",
        "Een foto van iemand die dat niet wil",
        "A photo of somebody who does not want it",
        "Auteurswet, artikel 21: portretrecht",
    ),
    (
        "copyright",
        "Tekst of foto van iemand anders",
        "Somebody else's text or photo",
        "Auteurswet, artikelen 1 en 13",
    ),
    (
        "fraud",
        "Oplichting of spam",
        "Fraud or spam",
        "Wetboek van Strafrecht, artikel 326; Telecommunicatiewet, artikel 11.7",
    ),
]


def load_grounds() -> int:
    """Make the grounds that are missing; returns how many."""
    made = 0
    for position, (code, name, name_en, law) in enumerate(GROUNDS, start=1):
        fields = {"name": name, "name_en": name_en, "law": law, "position": position}
        made += HidingGround.objects.get_or_create(code=code, defaults=fields)[1]
    return made
