"""Who hears what about roles: the person herself, when somebody else gives or ends one."""

from gemeente.activity.actions import notify
from gemeente.activity.models import Entry

ROLE_GIVEN_NOTICE = "role_given"
ROLE_ENDED_NOTICE = "role_ended"


def tell_holder(entry: Entry, template: str) -> None:
    """Tell the holder of a role what was done. What a command does (no actor) is set-up and stays silent."""
    if entry.actor and entry.person:
        notify(entry=entry, recipients=[entry.person], template=template)
