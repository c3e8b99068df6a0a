"""What a manager decides for the whole portal."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class RuleName(models.TextChoices):
    """Numbers that the portal works with; each has dated rows (rules as data)."""

    UNREACHED_DAYS = "unreached_days", "Op zoveel verschillende dagen proberen we iemand te bereiken"
    UNREACHED_WAYS = "unreached_ways", "Op zoveel verschillende manieren proberen we iemand te bereiken"
    QUIET_ASK_DAYS = "quiet_ask_days", "Na zoveel dagen stilte vragen we de eigenaar of het nog loopt"
    QUIET_QUESTIONS = "quiet_questions", "Na zoveel vragen zonder antwoord staat er: al lang niets gehoord"
    QUIET_REPLY_DAYS = "quiet_reply_days", "Zoveel dagen heeft de eigenaar om te antwoorden"
    NOTE_DAYS = "note_days", "Zoveel dagen bewaren we een opgeschreven plan zonder ja van de eigenaar"
    NEW_ACCOUNT_DAYS = "new_account_days", "Zoveel dagen is een account nieuw"
    NEW_ACCOUNT_ACTS = "new_account_acts", "Zoveel berichten per uur mag een nieuw account plaatsen"
    REVISED_NOTICE_HOURS = "revised_notice_hours", "Zoveel uur zit er tussen twee berichten over een nieuwe tekst"
    STEP_REMINDER_DAYS = "step_reminder_days", "Zoveel dagen voor een stap sturen we een herinnering"
    GALLERY_PHOTOS = "gallery_photos", "Zoveel foto's mogen er bij een initiatief staan"
    NEWS_PHOTOS = "news_photos", "Zoveel foto's mogen er bij een nieuwsbericht, en bij een resultaat"
    DOCUMENTS = "documents", "Zoveel documenten mogen er bij een initiatief staan"
    WIJK_DOCUMENTS = "wijk_documents", "Zoveel documenten mogen er op de pagina van een wijk staan"
    SAVED_SEARCHES = "saved_searches", "Zoveel zoekopdrachten mag iemand bewaren"
    WATCHES = "watches", "Zoveel wijken, thema's en plekken mag iemand volgen"
    AGENDA_ANSWER_DAYS = "agenda_answer_days", "Na zoveel dagen is een antwoord op een punt van een wijkagenda te laat"
    ADVICE_REPLY_DAYS = "advice_reply_days", "Binnen zoveel dagen geven we antwoord op een advies van een WOP"
    ADVICE_REMIND_DAYS = "advice_remind_days", "Zoveel dagen voor het antwoord komt een herinnering, daarna steeds weer"
    REACT_DAYS = "react_days", "Zoveel dagen kan iedereen minstens reageren op een plan van de gemeente"
    OWN_AGE = "own_age", "Vanaf deze leeftijd zet iemand zelf een plan online"
    INVITATION_DAYS = "invitation_days", "Zoveel dagen voor een bijeenkomst gaat de uitnodiging uit"
    PROPOSAL_DAYS = "proposal_days", "Tot zoveel dagen voor een bijeenkomst stelt iedereen een punt voor"
    MEETING_DOCUMENTS = "meeting_documents", "Zoveel stukken mogen er bij een bijeenkomst liggen"
    CALENDAR_DAYS = "calendar_days", "Zoveel dagen na een bijeenkomst staat die nog in een agenda die je volgt"


# --- Texts ------------------------------------------------------------------------------------------------------------
class TextKey(models.TextChoices):
    """Texts that a manager writes, in two languages."""

    HOME_TITLE = "home_title", "Titel van de eerste pagina"
    HOME_LEAD = "home_lead", "Inleiding van de eerste pagina"
    FORM_INTRO = "form_intro", "Inleiding boven een nieuw initiatief"
    THANKS = "thanks", "Dank je wel na het plaatsen"
    URGENT = "urgent", "Hulp bij gevaar"
    INVITATION = "invitation", "Uitnodiging per mail"
    HOUSE_RULES = "house_rules", "Huisregels"
    COMPLAINT = "complaint", "Een klacht over de gemeente"


@dataclass(frozen=True)
class TextPlace:
    """Where a text shows: its place in addresses, in words, the longest it may be, and whether Markdown works there."""

    key: TextKey
    slug: str
    where: str
    most: int
    has_markup: bool = True


TEXT_PLACES = (
    TextPlace(
        TextKey.HOME_TITLE,
        "titel",
        "Groot bovenaan de eerste pagina. Een tweede regel komt er gewoon onder.",
        80,
        has_markup=False,
    ),
    TextPlace(TextKey.HOME_LEAD, "inleiding", "Op de eerste pagina, onder de titel.", 240, has_markup=False),
    TextPlace(TextKey.FORM_INTRO, "begin", "Boven de eerste vraag van een nieuw initiatief.", 1_000),
    TextPlace(TextKey.THANKS, "dank", "Op het bewijs, als een initiatief online staat.", 1_000),
    TextPlace(TextKey.URGENT, "gevaar", "Op elke plek waar iemand begint, boven de andere loketten.", 300),
    TextPlace(
        TextKey.INVITATION,
        "uitnodiging",
        "In de mail waarmee je een collega, WOP-lid, raadslid of partner uitnodigt.",
        1_500,
        has_markup=False,
    ),
    TextPlace(
        TextKey.HOUSE_RULES, "huisregels", "Op de pagina Huisregels. Wie plaatst, zegt ja tegen deze regels.", 10_000
    ),
    TextPlace(TextKey.COMPLAINT, "klacht", "Op de pagina Een klacht over de gemeente.", 10_000),
)
PLACE_OF = {place.key: place for place in TEXT_PLACES}


# --- Other doors of the gemeente --------------------------------------------------------------------------------------
class Matter(models.TextChoices):
    """For what somebody comes to the gemeente; for each there is one door, here or elsewhere."""

    URGENT = "urgent", _("Spoed en gevaar")
    DAMAGE = "damage", _("Iets kapot op straat")
    NUISANCE = "nuisance", _("Overlast")
    PERMIT = "permit", _("Vergunning")
    WIJK_BUDGET = "wijk_budget", _("Geld van de wijk")
    FUND = "fund", _("Geld uit het fonds")


LOCAL_MATTERS = frozenset({Matter.WIJK_BUDGET})  # each wijk moves on its own date
