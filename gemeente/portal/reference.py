"""The first rows of numbers, texts and doors; a manager adds later ones."""

import datetime as dt
from typing import Any

from gemeente.portal.enums import Matter, RuleName, TextKey
from gemeente.portal.first_texts import first_text
from gemeente.portal.models import Door, Rule, TextVersion

IN_FORCE_SINCE = dt.date(2020, 1, 1)
FIRST_VALUES = {
    RuleName.UNREACHED_DAYS: 3,
    RuleName.UNREACHED_WAYS: 2,
    RuleName.QUIET_ASK_DAYS: 365,
    RuleName.QUIET_QUESTIONS: 2,
    RuleName.QUIET_REPLY_DAYS: 30,
    RuleName.NOTE_DAYS: 90,
    RuleName.NEW_ACCOUNT_DAYS: 7,
    RuleName.NEW_ACCOUNT_ACTS: 6,
    RuleName.REVISED_NOTICE_HOURS: 24,
    RuleName.STEP_REMINDER_DAYS: 7,
    RuleName.GALLERY_PHOTOS: 12,
    RuleName.NEWS_PHOTOS: 6,
    RuleName.DOCUMENTS: 10,
    RuleName.WIJK_DOCUMENTS: 40,
    RuleName.SAVED_SEARCHES: 20,
    RuleName.WATCHES: 20,
    RuleName.AGENDA_ANSWER_DAYS: 56,
    RuleName.ADVICE_REPLY_DAYS: 42,
    RuleName.ADVICE_REMIND_DAYS: 7,
    RuleName.REACT_DAYS: 21,
    RuleName.OWN_AGE: 16,
    RuleName.INVITATION_DAYS: 14,
    RuleName.PROPOSAL_DAYS: 5,
    RuleName.MEETING_DOCUMENTS: 20,
    RuleName.CALENDAR_DAYS: 365,
}
# Where people go today (domain.md 1.4 and 2.1): nothing of these is done here yet.
FIRST_DOORS: dict[Matter, dict[str, Any]] = {
    Matter.URGENT: {
        "name": "112",
        "name_en": "112",
        "phone": "112",
        "explanation": "Politie, brandweer of ambulance, als elke seconde telt.",
        "explanation_en": "Police, fire brigade or ambulance, when every second counts.",
    },
    Matter.DAMAGE: {
        "name": "Meldpunt van de gemeente",
        "name_en": "The municipality's report line",
        "url": "https://www.capelleaandenijssel.nl/",
        "phone": "14 010",
        "explanation": "Een losse tegel, een kapotte lamp, afval op straat.",
        "explanation_en": "A loose paving stone, a broken street light, rubbish in the street.",
    },
    Matter.NUISANCE: {
        "name": "Gemeente Capelle aan den IJssel",
        "name_en": "Municipality of Capelle aan den IJssel",
        "phone": "14 010",
        "explanation": "Last van lawaai, stank of gedrag in je buurt. Is er nu gevaar? Bel 112.",
        "explanation_en": "Trouble with noise, smell or behaviour near you. Danger right now? Call 112.",
    },
    Matter.PERMIT: {
        "name": "Omgevingsloket",
        "name_en": "Omgevingsloket (permits)",
        "url": "https://omgevingswet.overheid.nl/",
        "explanation": "Kijk of je een vergunning nodig hebt om te bouwen, kappen of veranderen.",
        "explanation_en": "See whether you need a permit to build, fell a tree or change something.",
    },
    Matter.WIJK_BUDGET: {
        "name": "Maak Capelle",
        "name_en": "Maak Capelle",
        "url": "https://www.maakcapelle.nl/",
        "explanation": "Geld van je wijk voor je plan vraag je daar aan.",
        "explanation_en": "There you ask for money of your neighbourhood for your plan.",
    },
    Matter.FUND: {
        "name": "Denk & Doe mee!-fonds",
        "name_en": "Denk & Doe mee! fund",
        "url": "https://www.denkendoemeefonds.nl/",
        "explanation": "Voor een groter plan waar veel Capellenaren iets aan hebben.",
        "explanation_en": "For a larger plan that many people in Capelle benefit from.",
    },
}


def load_rules() -> int:
    """Make the first row of rules that have none; returns how many."""
    known = set(Rule.objects.values_list("name", flat=True))
    missing = [name for name in FIRST_VALUES if name not in known]
    Rule.objects.bulk_create(Rule(name=name, value=FIRST_VALUES[name], starts_on=IN_FORCE_SINCE) for name in missing)
    return len(missing)


def load_texts() -> int:
    """Make the first version of texts that have none; returns how many."""
    known = set(TextVersion.objects.values_list("key", flat=True))
    missing = [key for key in TextKey if key not in known]
    words = {key: first_text(key) for key in missing}
    TextVersion.objects.bulk_create(TextVersion(key=key, dutch=words[key][0], english=words[key][1]) for key in missing)
    return len(missing)


def load_doors() -> int:
    """Make the first door of matters that have none; returns how many."""
    known = set(Door.objects.values_list("matter", flat=True))
    missing = [matter for matter in FIRST_DOORS if matter not in known]
    Door.objects.bulk_create(Door(matter=matter, starts_on=IN_FORCE_SINCE, **FIRST_DOORS[matter]) for matter in missing)
    return len(missing)
