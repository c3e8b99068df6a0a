"""Beginning an initiative, and changing its parts."""

import secrets
import uuid
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from gemeente.accounts.actions import choose_contact
from gemeente.activity.actions import record
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.brakes import refuse_paused
from gemeente.places.geography import Place
from gemeente.places.models import Theme, Wijk
from gemeente.questions.models import Question
from gemeente.questions.policies import can_grow_question
from gemeente.users.models import User
from initiatives.actions.bookkeeping import hear, in_name_of, keep_subject_true
from initiatives.actions.locking import locked, seen
from initiatives.actions.standing import STANDING, begin_in_wijk
from initiatives.actions.versions import keep_version, substance_of
from initiatives.enums import PlaceKind, Scale, Stage
from initiatives.models import Initiative
from initiatives.outdoor_policies import can_write_down
from initiatives.policies import can_revise_initiative, is_concept, is_owner
from initiatives.verbs import INITIATIVE_REVISED, INITIATIVE_STARTED, NOTE_REVISED

NEVER_A_SLUG = frozenset({"nieuw", "kaart"})  # addresses of the portal itself


@transaction.atomic
def start_initiative(
    *,
    actor: User,
    title: str,
    summary: str,
    theme: Theme | None,
    submission_key: uuid.UUID,
    wijk: Wijk | None = None,
    scene: str = "",
    question: Question | None = None,
) -> Initiative:
    """Begin a concept that only its owner sees. The same form posted twice makes one initiative.

    `question` is what it grows out of: one of hers, which has no initiative yet; any other counts for nothing.

    Twice means one key (a double click), or the same texts under a new key (back in the browser, and once more). Other
    texts under one key are what she made of it: back in the browser, and written anew. Raises Refused when the key
    belongs to somebody else.
    """
    texts: dict[str, str] = {"title": title, "summary": summary}
    if same := Initiative.objects.owned_by(actor).filter(stage=Stage.CONCEPT, **texts).first():
        return same
    initiative, is_new = Initiative.objects.get_or_create(
        submission_key=submission_key,
        defaults={
            "owner": actor,
            "slug": free_slug(title),
            "theme": theme,
            "wijk": wijk,
            "scene": scene,
            "from_question": growing(question, actor),
            **texts,
        },
    )
    if not is_owner(actor, initiative):
        raise Refused(_("Dit formulier hoort bij iemand anders. Begin opnieuw."))
    if is_new:
        record(actor=actor, verb=INITIATIVE_STARTED)
    elif is_concept(initiative):
        initiative = revise_idea(initiative=initiative, actor=actor, theme=theme, **texts)
    return initiative


def growing(question: Question | None, actor: User) -> Question | None:
    """The question if it may grow into an initiative now, and nobody else's until this transaction ends."""
    if question is None:
        return None
    Question.objects.select_for_update().only("pk").get(pk=question.pk)
    may = can_grow_question(actor, question) and not Initiative.objects.filter(from_question=question).exists()
    return question if may else None


def free_slug(title: str) -> str:
    """An address that nobody has yet: the title, if need be with four characters of chance behind it."""
    slug = slugify(title)[:90] or "initiatief"
    is_taken = slug in NEVER_A_SLUG or Initiative.objects.filter(slug=slug).exists()
    return f"{slug}-{secrets.token_hex(2)}" if is_taken else slug


# The columns of each part, for `seen`.
IDEA = ("title", "summary", "theme")
SHARE = ("own_share", "needs")
WHERE = ("wijk", "place_kind", "place_text", "longitude", "latitude", "scale")


def revise_idea(
    *, initiative: Initiative, actor: User, title: str, summary: str, theme: Theme | None, based_on: str = ""
) -> Initiative:
    """Change what it is called and about. `based_on` is what the writer saw before (`seen`); empty asks no question.

    Refuses (Refused) who does not hold the pen, and once it ended; Stale when somebody wrote something else meanwhile.
    """
    return revise(initiative, actor, based_on, title=title, summary=summary, theme=theme)


def revise_share(*, initiative: Initiative, actor: User, own_share: str, needs: str, based_on: str = "") -> Initiative:
    """Change what the owners do themselves and what they still need. Raises as `revise_idea` does."""
    return revise(initiative, actor, based_on, own_share=own_share, needs=needs)


def revise_place(
    *,
    initiative: Initiative,
    actor: User,
    wijk: Wijk | None,
    place_kind: PlaceKind,
    place_text: str = "",
    point: Place | None = None,
    scale: Scale | str = "",
    based_on: str = "",
) -> Initiative:
    """Change where it is; no wijk means the whole town. A point says whose place it is: public or somebody's home.

    Who does not say how far it reaches gets what is usual for such a place. In another wijk it goes by the way in force
    there, at the first stage of where it stands.

    Raises as `revise_idea` does.
    """
    longitude, latitude = (point.longitude, point.latitude) if point else (None, None)
    return revise(
        initiative,
        actor,
        based_on,
        wijk=wijk,
        place_kind=place_kind,
        place_text=place_text,
        longitude=longitude,
        latitude=latitude,
        scale=scale or usual_scale(wijk, place_kind),
    )


def usual_scale(wijk: Wijk | None, place_kind: PlaceKind | str) -> Scale:
    """How far something reaches by its place, until its owner says otherwise."""
    if wijk is None:
        return Scale.TOWN
    return {PlaceKind.HOME: Scale.STREET, PlaceKind.PUBLIC: Scale.BUURT}.get(PlaceKind(place_kind), Scale.WIJK)


@transaction.atomic
def revise_contact(*, initiative: Initiative, actor: User, **told: str) -> None:
    """Say how and when the gemeente reaches the owner: she herself, or who wrote her plan down. Never a helper."""
    initiative = locked(initiative)
    if not is_owner(actor, initiative) and not can_write_down(actor, initiative):
        raise Refused(_("Alleen de eigenaar zegt hoe de gemeente haar bereikt."))
    choose_contact(user=initiative.owner, actor=actor, **told)
    if not is_owner(actor, initiative):
        log_scribe(initiative, actor, "contact")


@transaction.atomic
def revise(initiative: Initiative, actor: User, based_on: str, **fields: Any) -> Initiative:
    """Write some fields of an initiative, its subject with them, and log what may be logged.

    Who wrote a plan down for somebody else may complete it, until that person says yes. Nobody writes over a text that
    she did not see; the same text twice is no conflict.
    """
    initiative = locked(initiative)
    is_scribe = can_write_down(actor, initiative)
    if not can_revise_initiative(actor, initiative) and not is_scribe:
        raise Refused(_("Alleen de eigenaar kan de tekst veranderen, zolang het initiatief loopt."))
    if initiative.subject and initiative.subject.is_public:
        refuse_paused(actor)
    is_same = all(getattr(initiative, name) == value for name, value in fields.items())
    if based_on and based_on != seen(initiative, fields) and not is_same:
        raise Stale(_("Iemand anders, of jij in een ander tabblad, heeft dit net veranderd."))
    before = {name: getattr(initiative, name) for name in INITIATIVE_REVISED.fields & fields.keys()}
    substance = substance_of(initiative)
    is_elsewhere = "wijk" in fields and fields["wijk"] != initiative.wijk
    for name, value in fields.items():
        setattr(initiative, name, value)
    if is_elsewhere:
        begin_in_wijk(initiative)
    initiative.save(update_fields=[*fields, *(STANDING if is_elsewhere else ())])
    if is_scribe:
        log_scribe(initiative, actor, min(fields))
    if initiative.subject:
        keep_subject_true(initiative)
        hear(initiative)
        changes = {name: (old, fields[name]) for name, old in before.items() if old != fields[name]}
        person = in_name_of(initiative, actor)
        entry = record(actor=actor, verb=INITIATIVE_REVISED, subject=initiative.subject, person=person, changes=changes)
        keep_version(initiative, actor, substance, entry)
    return initiative


def log_scribe(initiative: Initiative, actor: User, part: str) -> None:
    """Log that a scribe wrote for somebody, and what it was about."""
    changes = {"number": (None, initiative.note_number), "part": (None, part)}
    record(actor=actor, verb=NOTE_REVISED, person=initiative.owner, changes=changes)
