"""What activity keeps about a person."""

from typing import Any

from gemeente.activity.models import Entry, Follow, MailRefusal, Notice, Receipt
from gemeente.lib.personal_data import PersonalData
from gemeente.users.models import User


def export_activity(user: User) -> dict[str, Any]:
    """What she did, what was done about her, whom she follows and what she was told."""
    return {
        "done": list(Entry.objects.filter(actor=user).order_by("pk").values("verb", "subject__title", "created_at")),
        "about_me": list(Entry.objects.filter(person=user).order_by("pk").values("verb", "changes", "created_at")),
        "follows": list(Follow.objects.filter(user=user).order_by("pk").values("subject__title", "created_at")),
        "notices": list(
            Notice.objects.filter(recipient=user)
            .order_by("pk")
            .values("template", "entry__subject__title", "created_at")
        ),
        "receipts": list(
            Receipt.objects.filter(person=user).order_by("pk").values("kind", "subject__title", "text", "created_at")
        ),
        "no_mail_of": list(MailRefusal.objects.filter(user=user).order_by("pk").values_list("template", flat=True)),
    }


def erase_activity(user: User) -> None:
    """Forget what was for her eyes. The log stays: it names her row, which is emptied."""
    Follow.objects.filter(user=user).delete()
    Notice.objects.filter(recipient=user).delete()
    MailRefusal.objects.filter(user=user).delete()


def move_activity(old: User, new: User) -> None:
    """What she follows, was told and sent goes along; the log keeps the row that acted."""
    for follow in Follow.objects.filter(user=old):
        Follow.objects.get_or_create(user=new, subject=follow.subject)
    Follow.objects.filter(user=old).delete()
    known = Notice.objects.filter(recipient=new).values("entry")
    Notice.objects.filter(recipient=old).exclude(entry__in=known).update(recipient=new)
    Receipt.objects.filter(person=old).update(person=new)


ACTIVITY_DATA = PersonalData("activity", export_activity, erase_activity, move_activity)
