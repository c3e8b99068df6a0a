"""Who hears what about initiatives."""

from gemeente.activity.models import Entry
from gemeente.users.models import User

PUBLISHED = "initiative_published"
MOVED = "initiative_moved"


def followers(entry: Entry, but: User) -> list[User]:
    """Who follows the initiative of an event, without the person who did it herself."""
    return list(User.objects.filter(follows__subject=entry.subject, is_active=True).exclude(pk=but.pk).order_by("pk"))
