"""What initiatives keep about a person."""

from typing import Any

from gemeente.lib.personal_data import PersonalData
from gemeente.users.models import User
from initiatives.actions.bookkeeping import keep_people_in_step
from initiatives.actions.documents import forget_document
from initiatives.actions.forgetting import wipe_concept
from initiatives.actions.joining import withdraw
from initiatives.actions.photos import forget_cards
from initiatives.actions.pledging import forget_pledges, move_pledges
from initiatives.actions.rights import decline_helper, stop_helping
from initiatives.enums import ParticipationKind, PlaceKind, Stage
from initiatives.models import (
    Consent,
    Document,
    Helper,
    Initiative,
    Inquiry,
    Need,
    Offer,
    Participation,
    ParticipationRequest,
    Photo,
    PlanStep,
    Pledge,
    QuietQuestion,
    ReminderStop,
    SavedSearch,
    Share,
    ThanksName,
    Update,
    Version,
    WijkAnswer,
)

TEXTS = ("title", "summary", "own_share", "needs", "outcome", "story", "follow_up", "people_reached", "stage")
DATES = ("created_at", "published_at")
PLACE = ("wijk__name", "theme__name", "place_kind", "place_text", "longitude", "latitude", "scale")
SOURCE = ("reference", "source_url", "heard_at", "starts_on")
OWNING = ("organisation", "paused_at", "pause_reason", "paused_until")
VERSION = ("initiative__title", "number", "made_at", "title", "summary", "own_share", "needs", "place_text")
MORE_OF_VERSION = ("wijk__name", "theme__name", "organisation")
LOOKED_FOR = (
    "name",
    "words",
    "wijk__name",
    "theme__name",
    "stage",
    "need",
    "scale",
    "has_place",
    "is_open_for_help",
    "pace",
    "created_at",
)


def export_initiatives(user: User) -> dict[str, Any]:
    """Everything she wrote and showed, where she takes part, and who acted in whose name."""
    mine = Initiative.objects.owned_by(user).order_by("pk")
    photos = Photo.objects.filter(initiative__owner=user).order_by("pk")
    documents = Document.objects.filter(initiative__owner=user).order_by("created_at", "key")
    joined = Participation.objects.filter(user=user).order_by("pk")
    waiting = ParticipationRequest.objects.filter(email__iexact=user.email or "-").order_by("pk")
    told = WijkAnswer.objects.filter(initiative__owner=user).order_by("pk")
    said = ("initiative__title", "kind", "message", "created_at")
    news = Update.objects.filter(author=user) | Update.objects.filter(in_name_of=user)
    return {
        "initiatives": list(mine.values(*TEXTS, *DATES, *PLACE, *SOURCE, *OWNING)),
        "news": list(news.order_by("pk").values("title", "text", "created_at")),
        "photos": [{"address": photo.large_url, "description": photo.description} for photo in photos],
        "documents": list(documents.values("title", "name", "size", "is_public", "created_at")),
        "takes_part": list(joined.values(*said)),
        "asked_to_take_part": list(waiting.values(*said, "name", "need__title", "amount")),
        **export_talk(user),
        **export_needs(user),
        "saved_searches": list(SavedSearch.objects.filter(user=user).order_by("pk").values(*LOOKED_FOR)),
        **export_helping(user),
        **export_planning(user),
        **export_owning(user),
        "told_wop": list(told.values("initiative__title", "question__label", "text", "number", "answered_at")),
    }


def export_planning(user: User) -> dict[str, Any]:
    """The steps of her own initiatives, those she ticked off elsewhere, and where she wants no reminders."""
    steps = PlanStep.objects.filter(initiative__owner=user).order_by("initiative", "position")
    told = ("title", "explanation", "link_label", "link_url", "who", "due_on", "done_at")
    ticked = PlanStep.objects.filter(done_by=user).exclude(initiative__owner=user).order_by("pk")
    stops = ReminderStop.objects.filter(user=user).order_by("pk")
    return {
        "steps": list(steps.values("initiative__title", *told)),
        "ticked_off": list(ticked.values("initiative__title", "title", "done_at")),
        "no_reminders_of": list(stops.values("initiative__title", "created_at")),
    }


def export_talk(user: User) -> dict[str, Any]:
    """What she asked owners, what she or somebody in her name answered, and where she is named."""
    answers = Inquiry.objects.filter(answered_by=user) | Inquiry.objects.filter(in_name_of=user)
    asked = ("initiative__title", "text", "asked_at", "answer", "answered_at")
    return {
        "asked_owners": list(Inquiry.objects.filter(asker=user).order_by("pk").values(*asked)),
        "answered": list(answers.order_by("pk").values("initiative__title", "answer", "answered_at", "revised_at")),
        "named_with_result": list(
            ThanksName.objects.filter(user=user).order_by("pk").values("initiative__title", "name", "answered_at")
        ),
    }


def export_owning(user: User) -> dict[str, Any]:
    """The names she chose, the texts of before that she wrote or that were hers, and what was offered to whom."""
    wrote = Version.objects.filter(author=user, in_name_of=None) | Version.objects.filter(in_name_of=user)
    versions = wrote | Version.objects.filter(initiative__owner=user)
    offers = Offer.objects.filter(offered_by=user) | Offer.objects.filter(helper__user=user)
    dates = ("offered_at", "accepted_at", "ended_at")
    key = str(user.pk)
    named = Initiative.objects.filter(shown_names__has_key=key).order_by("pk")
    return {
        "names": [{"initiative": row.title, "name": row.shown_names[key]} for row in named],
        "versions": list(versions.distinct().order_by("pk").values(*VERSION, *MORE_OF_VERSION)),
        "offers": list(offers.distinct().order_by("pk").values("initiative__title", "stays_on", *dates)),
    }


def export_needs(user: User) -> dict[str, Any]:
    """What she asked neighbours for, did herself and offered others, and the words with which she thanked."""
    mine = {"initiative__owner": user}
    offered = ("initiative__title", "need__title", "amount", "message", "delivered", "thanks")
    dates = ("created_at", "withdrawn_at", "thanked_at")
    needs = ("initiative__title", "kind", "title", "amount", "unit", "filled", "closed_at", "created_at")
    shares = ("initiative__title", "kind", "what", "planned", "done")
    thanked = Pledge.objects.filter(**mine).exclude(thanks="").order_by("pk")
    return {
        "needs": list(Need.objects.filter(**mine).order_by("pk").values(*needs)),
        "own_share_in_numbers": list(Share.objects.filter(**mine).order_by("pk").values(*shares)),
        "offers_help": list(Pledge.objects.filter(user=user).order_by("pk").values(*offered, *dates)),
        "thanked": list(thanked.values("initiative__title", "thanks", "thanked_at")),
    }


def export_helping(user: User) -> dict[str, Any]:
    """Her own yes, who helps her and whom she helps. What she wrote down for others is theirs: only when."""
    dates = ("right", "named_at", "accepted_at", "ended_at")
    mine = {"initiative__owner": user}
    asked_at = Helper.objects.waiting_at(user.email or "-").order_by("pk")
    said_yes = ("initiative__title", "way", "given_on", "letter_sent_on", "voided_at", "created_at")
    return {
        "said_yes": list(Consent.objects.filter(**mine).order_by("pk").values(*said_yes)),
        "helped_by": list(Helper.objects.filter(**mine).order_by("pk").values("initiative__title", "name", *dates)),
        "helps": list(Helper.objects.filter(user=user).order_by("pk").values("initiative__title", "name", *dates)),
        "asked_to_help": list(asked_at.values("initiative__title", "name", "named_at")),
        "asked_whether_it_goes_on": list(
            QuietQuestion.objects.filter(**mine).order_by("pk").values("initiative__title", "asked", "asked_at")
        ),
        "wrote_down_for_others": list(
            Initiative.objects.notes_of(user).order_by("pk").values_list("created_at", flat=True)
        ),
        "witnessed": list(Consent.objects.filter(witnessed_by=user).order_by("pk").values("way", "given_on")),
    }


def erase_initiatives(user: User) -> None:
    """Concepts, helping and taking part go; what was public stays as the town's story, under a row without a name.

    So do the questions she asked owners, as those of a neighbour; her name with a result goes.

    Of that story the exact place of a home goes too, who would do which step, the signed cards, and those who acted in
    her name: the name is gone. What was brought over from elsewhere and never went online stays away for ever.
    """
    SavedSearch.objects.filter(user=user).delete()
    for concept in Initiative.objects.owned_by(user).filter(stage=Stage.CONCEPT):
        wipe_concept(concept)
    for initiative in Initiative.objects.owned_by(user):
        forget_cards(initiative)
        for document in initiative.documents.filter(is_public=False):
            forget_document(document)
        if initiative.place_kind == PlaceKind.HOME:
            Initiative.objects.filter(pk=initiative.pk).update(longitude=None, latitude=None)
    PlanStep.objects.filter(initiative__owner=user).update(who="")
    PlanStep.objects.filter(done_by=user).update(done_by=None)
    ReminderStop.objects.filter(user=user).delete()
    mine = Helper.objects.open().filter(initiative__owner=user) | Helper.objects.active().filter(user=user)
    for helper in mine.select_related("user", "initiative__owner", "initiative__subject"):
        stop_helping(helper, helper.initiative, user)
    Helper.objects.filter(initiative__owner=user).update(name="")
    Helper.objects.filter(user=user).update(name="")
    for helper in Helper.objects.waiting_at(user.email or "-"):
        decline_helper(helper=helper)
    for part in Participation.objects.filter(user=user).select_related("initiative"):
        withdraw(initiative=part.initiative, actor=user, kind=ParticipationKind(part.kind))
    ThanksName.objects.filter(user=user).delete()
    forget_pledges(user)
    ParticipationRequest.objects.filter(email__iexact=user.email or "-").delete()
    rename(user, None)


def rename(old: User, new: User | None) -> None:
    """Let the names that somebody chose go along to another account, or be forgotten."""
    for row in Initiative.objects.filter(shown_names__has_key=str(old.pk)):
        name = row.shown_names.pop(str(old.pk))
        if new:
            row.shown_names.setdefault(str(new.pk), name)
        row.save(update_fields=["shown_names"])


def move_initiatives(old: User, new: User) -> None:
    """What she owns goes along, what was told in her name, whom she helps, and where she takes part."""
    moved = list(Initiative.objects.owned_by(old))
    Initiative.objects.filter(owner=old).update(owner=new)
    SavedSearch.objects.filter(user=old).update(user=new)
    Update.objects.filter(in_name_of=old).update(in_name_of=new)
    Inquiry.objects.filter(asker=old).update(asker=new)
    Inquiry.objects.filter(in_name_of=old).update(in_name_of=new)
    ThanksName.objects.filter(user=old).exclude(initiative__thanks__user=new).update(user=new)
    Version.objects.filter(in_name_of=old).update(in_name_of=new)
    Version.objects.filter(author=old).update(author=new)
    rename(old, new)
    Helper.objects.filter(user=old).exclude(initiative__helpers__user=new).update(user=new)
    for initiative in moved:
        for helper in initiative.helpers.active().filter(user=new):  # she no longer helps: it is hers
            initiative.owner = new
            stop_helping(helper, initiative, new)
        initiative.refresh_from_db(fields=["owner"])
        keep_people_in_step(initiative)
    PlanStep.objects.filter(done_by=old).update(done_by=new)
    ReminderStop.objects.filter(user=old).exclude(initiative__reminder_stops__user=new).update(user=new)
    known = Participation.objects.filter(user=new).values("initiative", "kind")
    taken = {(row["initiative"], row["kind"]) for row in known}
    for part in Participation.objects.filter(user=old):
        if (part.initiative_id, part.kind) not in taken:
            Participation.objects.filter(pk=part.pk).update(user=new)
    move_pledges(old, new)


INITIATIVES_DATA = PersonalData("initiatives", export_initiatives, erase_initiatives, move_initiatives)
