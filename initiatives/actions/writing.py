"""Beginning an initiative, changing its parts, and putting it online."""

import hashlib
import json
import secrets
import uuid
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from gemeente.accounts.actions import choose_contact
from gemeente.accounts.age import lacks_consent
from gemeente.activity.actions import Changes, follow, notify, record
from gemeente.activity.models import Subject
from gemeente.cases.actions import open_case
from gemeente.cases.enums import CaseKind
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.brakes import refuse_paused, slow_down
from gemeente.places.geography import Place
from gemeente.places.models import Theme, Wijk
from gemeente.portal.enums import TextKey
from gemeente.portal.texts import version_of
from gemeente.questions.models import Question
from gemeente.questions.policies import can_grow_question
from gemeente.users.models import User
from initiatives.actions.keeping import OPEN, keep_open_true
from initiatives.actions.searching import look_for_readers
from initiatives.actions.standing import hear, in_name_of, keep_people_in_step
from initiatives.actions.versions import keep_version, make_version, substance_of
from initiatives.enums import ConsentWay, PlaceKind, Scale, Stage
from initiatives.models import Consent, Initiative
from initiatives.notices import IN_YOUR_WIJK, PUBLISHED, wop_of
from initiatives.outdoor_policies import can_write_down
from initiatives.policies import Policy, can_publish_initiative, can_revise_initiative, is_owner
from initiatives.verbs import INITIATIVE_PUBLISHED, INITIATIVE_REVISED, INITIATIVE_STARTED, NOTE_REVISED

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

    Twice means one key (a double click), or the same texts under a new key (back in the browser, and once more).
    Raises Refused when the key belongs to somebody else.
    """
    texts = {"title": title, "summary": summary}
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

    Who does not say how far it reaches gets what is usual for such a place.

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


def seen(initiative: Initiative, part: Iterable[str]) -> str:
    """What somebody saw of one part, as a word that a form can carry: another word, another text."""
    row = {field.name: getattr(initiative, field.attname) for field in Initiative._meta.concrete_fields}
    values = [row[name] for name in sorted(part)]
    return hashlib.sha256(json.dumps(values, default=str).encode()).hexdigest()[:16]


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
    for name, value in fields.items():
        setattr(initiative, name, value)
    initiative.save(update_fields=list(fields))
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


def missing_part(initiative: Initiative) -> str | None:
    """The first part that a concept still lacks: share, place or contact; None when it can go online."""
    profile = initiative.owner.profile
    if not initiative.own_share:
        return "share"
    if not initiative.place_kind:
        return "place"
    return None if profile.contact_way and profile.day_part else "contact"


@transaction.atomic
def publish_initiative(*, initiative: Initiative, actor: User) -> Initiative:
    """Show an initiative to everybody, as its owner, who accepts the house rules in the version of that day.

    Publishing what is published already changes nothing. Raises Refused for anybody but the owner, as long as a part
    is missing, for a young owner until a parent or youth worker said yes, for who must be silent for a while, and for a
    new account that goes too fast.
    """
    initiative = locked(initiative)
    if is_owner(actor, initiative) and initiative.stage != Stage.CONCEPT:
        return initiative
    if not can_publish_initiative(actor, initiative):
        raise Refused(_("Alleen de eigenaar kan een initiatief online zetten."))
    if lacks_consent(initiative.owner):
        raise Refused(_("Een ouder of jongerenwerker zegt eerst ja. Daarna kun je het online zetten."))
    if missing_part(initiative):
        raise Refused(_("Er ontbreekt nog iets. Maak het eerst af, dan kun je het online zetten."))
    refuse_paused(actor)
    slow_down(actor)
    if initiative.noted_by_id or initiative.reference:  # somebody else wrote it down; the mailed link made it hers
        Consent.objects.create(
            initiative=initiative,
            way=ConsentWay.LINK,
            given_on=timezone.localdate(),
            text_digest=initiative.text_digest,
        )
    return put_online(initiative, actor)


def put_online(initiative: Initiative, actor: User, changes: Changes | None = None) -> Initiative:
    """Give it its subject, the gemeente a case, the owner a receipt, and the WOP a notice. Expects it to be locked.

    What was brought over from another site goes on where it stood there.
    """
    initiative.subject = Subject.objects.create(kind="initiative", is_public=True, **subject_fields(initiative))
    initiative.case = open_case(
        subject=initiative.subject, kind=CaseKind.INITIATIVE, owner=initiative.owner, actor=actor
    )
    initiative.stage = initiative.source_stage or Stage.PUBLISHED
    initiative.published_at = initiative.heard_at = timezone.now()
    keep_open_true(initiative, save=False)
    initiative.save(update_fields=["subject", "case", "stage", "published_at", "heard_at", *OPEN])
    keep_people_in_step(initiative)
    make_version(initiative, actor)
    changes = (changes or {}) | {
        "rules_version": (None, version_of(TextKey.HOUSE_RULES)),
        "stage": (Stage.CONCEPT, initiative.stage),
        "number": (None, initiative.case.number),
        "promised_on": (None, initiative.case.promised_on),
    }
    person = in_name_of(initiative, actor)
    entry = record(actor=actor, verb=INITIATIVE_PUBLISHED, subject=initiative.subject, person=person, changes=changes)
    follow(user=initiative.owner, subject=initiative.subject)
    notify(entry=entry, recipients=[initiative.owner], template=PUBLISHED)
    notify(entry=entry, recipients=wop_of(initiative), template=IN_YOUR_WIJK)
    look_for_readers(initiative)
    return initiative


def subject_fields(initiative: Initiative) -> dict[str, object]:
    """What the subject of an initiative must say; publishing writes it and the recount check compares it."""
    with translation.override("nl"):
        path = initiative.get_absolute_url()
    point = initiative.public_point
    texts = (initiative.summary, initiative.own_share, initiative.needs, initiative.place_text)
    return {
        "title": initiative.title,
        "path": path,
        "wijk": initiative.wijk,
        "theme": initiative.theme,
        "longitude": point.longitude if point else None,
        "latitude": point.latitude if point else None,
        "search_text": "\n".join([*texts, *([initiative.organisation] if initiative.organisation else [])]),
    }


def keep_subject_true(initiative: Initiative) -> None:
    """Write what changed in an initiative to its subject."""
    Subject.objects.filter(initiative=initiative).update(**subject_fields(initiative))


def locked(initiative: Initiative) -> Initiative:
    """The initiative as it is now, and nobody else's until this transaction ends.

    Lock first, read afterwards: who waited for the row would otherwise get it new, with the photo of before. Wijk,
    theme and photo come when an action asks for them: planning a join of nine tables takes longer than the action.
    """
    Initiative.objects.select_for_update().only("pk").get(pk=initiative.pk)
    rows = Initiative.objects.select_related("owner__profile", "subject", "case__contact")
    return rows.with_helpers().prefetch_related("consents").get(pk=initiative.pk, withdrawn_at=None)


def locked_for(initiative: Initiative, actor: User, policy: Policy, sentence: str) -> Initiative:
    """The same, for who may change it. Raises Refused with this sentence, and in public for who must be silent."""
    initiative = locked(initiative)
    if not policy(actor, initiative):
        raise Refused(sentence)
    if initiative.subject and initiative.subject.is_public:
        refuse_paused(actor)
    return initiative
