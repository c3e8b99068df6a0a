"""What a manager decides for the whole portal."""

from django.db import models


class RuleName(models.TextChoices):
    """Numbers that the portal works with; each has dated rows (rules as data)."""

    UNREACHED_DAYS = "unreached_days", "Op zoveel verschillende dagen proberen we iemand te bereiken"
    UNREACHED_WAYS = "unreached_ways", "Op zoveel verschillende manieren proberen we iemand te bereiken"
    QUIET_ASK_DAYS = "quiet_ask_days", "Na zoveel dagen stilte vragen we de eigenaar of het nog loopt"
    QUIET_QUESTIONS = "quiet_questions", "Na zoveel vragen zonder antwoord staat er: al lang niets gehoord"
    QUIET_REPLY_DAYS = "quiet_reply_days", "Zoveel dagen heeft de eigenaar om te antwoorden"
    NEW_ACCOUNT_DAYS = "new_account_days", "Zoveel dagen is een account nieuw"
    NEW_ACCOUNT_ACTS = "new_account_acts", "Zoveel berichten per uur mag een nieuw account plaatsen"
    OWN_AGE = "own_age", "Vanaf deze leeftijd zet iemand zelf een plan online"
