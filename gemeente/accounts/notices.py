"""Who hears what about a person: she herself, when somebody else gives or ends a role or says yes for her."""

from gemeente.activity.actions import notify
from gemeente.activity.models import Entry

ROLE_GIVEN_NOTICE = "role_given"
ROLE_ENDED_NOTICE = "role_ended"
GUARDIAN_CONFIRMED_NOTICE = "guardian_confirmed"
GUARDIAN_REFUSED_NOTICE = "guardian_refused"


def tell_holder(entry: Entry, template: str) -> None:
    """Tell the holder of a role what was done. What a command does (no actor) is set-up and stays silent."""
    if entry.actor and entry.person:
        notify(entry=entry, recipients=[entry.person], template=template)


def tell_young_person(entry: Entry, template: str) -> None:
    """Tell a young person what her parent or youth worker said."""
    if entry.person:
        notify(entry=entry, recipients=[entry.person], template=template, path="/mijn/leeftijd/")
