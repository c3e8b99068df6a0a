"""What the brakes keep about a person."""

from typing import Any

from django.db.models import Q

from gemeente.lib.personal_data import PersonalData
from gemeente.moderation.models import Block, Hiding, Report, Worry
from gemeente.users.models import User


def export_moderation(user: User) -> dict[str, Any]:
    """What she reported and worried about, what of hers was hidden, whom she blocked, and when she was paused.

    Not who reported or blocked her: that would tell on others (GDPR article 15, paragraph 4).
    """
    said = ("subject__title", "part", "reason", "text", "created_at", "outcome", "answer")
    told = ("case__subject__title", "text", "phone", "owner_sees_name", "created_at", "answer", "answered_at")
    decided = ("subject__title", "part", "ground__name", "ground__law", "facts", "created_at", "answer", "keep_reason")
    return {
        "reports": list(Report.objects.filter(reporter=user).order_by("pk").values(*said)),
        "worries": list(Worry.objects.filter(author=user).order_by("pk").values(*told)),
        "hidden": list(Hiding.objects.owned_by(user).order_by("pk").values(*decided, "lift_reason", "lifted_at")),
        "blocked": list(Block.objects.made_by(user).order_by("pk").values("label", "starts_at", "lifted_at")),
        "paused": list(
            Block.objects.pauses()
            .filter(user=user)
            .order_by("pk")
            .values("reason", "starts_at", "ends_at", "lifted_at")
        ),
    }


def erase_moderation(user: User) -> None:
    """Forget her addresses and whom she blocked. What was reported, hidden and answered is kept, under an empty row."""
    email = user.email or "-"
    Report.objects.filter(email__iexact=email).update(email="")
    Worry.objects.filter(Q(author=user) | Q(email__iexact=email)).update(phone="", email="", name="")
    Block.objects.filter(Q(owner=user) | Q(email__iexact=email)).delete()
    Block.objects.filter(user=user).update(label="")


def move_moderation(old: User, new: User) -> None:
    """What she said goes along, and whom she blocked; the decisions keep the row that made them."""
    Report.objects.filter(reporter=old).update(reporter=new)
    Worry.objects.filter(author=old).update(author=new)
    Hiding.objects.filter(writer=old).update(writer=new)
    Block.objects.filter(owner=old).update(owner=new)
    known = {new.pk, *Block.objects.filter(user=new, lifted_at=None).values_list("owner", flat=True)}
    for block in Block.objects.filter(user=old):
        if block.owner_id not in known:
            Block.objects.filter(pk=block.pk).update(user=new)


MODERATION_DATA = PersonalData("moderation", export_moderation, erase_moderation, move_moderation)
