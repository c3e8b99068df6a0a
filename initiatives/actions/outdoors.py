"""Written down outdoors for somebody without an account: a scribe's work, until the owner herself says yes."""

import datetime as dt
import uuid

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.actions import ask_claim, register_on_paper
from gemeente.accounts.age import lacks_consent
from gemeente.accounts.enums import ContactWay, DayPart
from gemeente.accounts.models import Claim
from gemeente.activity.actions import record
from gemeente.lib.errors import Refused
from gemeente.lib.images import CleanPhoto
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.forgetting import wipe_note
from initiatives.actions.locking import locked
from initiatives.actions.publishing import missing_part, put_online
from initiatives.actions.rights import mail_helpers
from initiatives.actions.writing import free_slug
from initiatives.enums import ConsentWay, PlaceKind
from initiatives.models import Consent, Initiative
from initiatives.outdoor_policies import (
    can_note_outdoors,
    can_publish_for_owner,
    can_record_yes,
    can_write_down,
    is_noter,
    is_on_paper,
)
from initiatives.policies import is_concept
from initiatives.verbs import LETTER_SENT, NOTE_FORGOTTEN, NOTE_TAKEN, NOTED, YES_GIVEN, YES_VOIDED

TITLE_WORDS, TITLE_LENGTH = 8, 70


@transaction.atomic
def note_outdoors(
    *,
    actor: User,
    name: str,
    summary: str,
    title: str = "",
    phone: str = "",
    email: str = "",
    visit_address: str = "",
    wijk: Wijk | None = None,
    place_text: str = "",
    submission_key: uuid.UUID | None = None,
) -> Initiative:
    """Write down what somebody wants to do: she becomes a person on paper and the owner of a concept nobody else sees.

    With an e-mail address she gets the link to it. The same form posted twice makes one. Raises Refused for who has no
    role for this, and without any way to reach her.
    """
    if not can_note_outdoors(actor):
        raise Refused(_("Dit is voor wie in de wijk werkt."))
    if not (phone or email or visit_address):
        raise Refused(_("Vul in hoe we deze persoon bereiken: telefoon, e-mail of adres."))
    key = submission_key or uuid.uuid4()
    if same := Initiative.objects.notes_of(actor).filter(submission_key=key).first():
        return same
    way = ContactWay.PHONE if phone else ContactWay.VISIT if visit_address else ContactWay.WRITING
    owner = register_on_paper(
        name=name, wijk=wijk, contact_way=way, day_part=DayPart.ANY, phone=phone, visit_address=visit_address
    )
    title = title or title_from(summary)
    initiative = Initiative.objects.create(
        owner=owner,
        noted_by=actor,
        title=title,
        slug=free_slug(title),
        summary=summary,
        wijk=wijk,
        place_text=place_text,
        place_kind="" if place_text else PlaceKind.WIJK,  # whose place it is, is asked later
        submission_key=uuid.uuid4() if Initiative.objects.filter(submission_key=key).exists() else key,
    )
    changes = {"number": (None, initiative.note_number), "wijk": (None, wijk)}
    record(actor=actor, verb=NOTED, person=owner, changes=changes)
    if email:
        ask_claim(person=owner, email=email)
    return initiative


def title_from(summary: str) -> str:
    """A title of the first words, where nobody gave one."""
    words = summary.replace(". ", " . ").split()
    sentence = words[: words.index(".")] if "." in words else words
    title = " ".join(sentence[:TITLE_WORDS])[:TITLE_LENGTH].rstrip(" .,;:!?")
    return title[:1].upper() + title[1:]


@transaction.atomic
def take_note(*, initiative: Initiative, actor: User) -> Initiative:
    """Go after a plan that waits for somebody: from now on it is one's own note. Raises Refused."""
    initiative = locked(initiative)
    if is_noter(actor, initiative):
        return initiative
    if not Initiative.objects.waiting_for(actor).filter(pk=initiative.pk).exists():
        raise Refused(_("Een collega is hier al mee bezig."))
    initiative.noted_by = actor
    initiative.save(update_fields=["noted_by"])
    record(actor=actor, verb=NOTE_TAKEN, person=initiative.owner, changes=number_of(initiative))
    return initiative


def number_of(initiative: Initiative) -> dict[str, tuple[None, str]]:
    """Which note an entry is about: a concept has no subject yet."""
    return {"number": (None, initiative.note_number)}


# --- Her yes ----------------------------------------------------------------------------------------------------------
@transaction.atomic
def mail_owner(*, initiative: Initiative, actor: User, email: str) -> Claim:
    """Mail the owner the link with which she makes it hers. Raises Refused for anybody but who wrote it down."""
    return ask_claim(person=recordable(initiative, actor).owner, email=email)


@transaction.atomic
def record_card(*, initiative: Initiative, actor: User, photo: CleanPhoto, given_on: dt.date) -> Consent:
    """Keep the photo of the card that the owner signed: her yes to the text as it stands. Raises Refused."""
    initiative = complete(initiative, actor)
    consent = Consent(way=ConsentWay.CARD, **yes_of(initiative, actor, given_on))
    consent.card_photo.save(f"{uuid.uuid4().hex}.webp", ContentFile(photo.large), save=False)
    return keep_yes(consent, actor)


@transaction.atomic
def record_call(*, initiative: Initiative, actor: User, given_on: dt.date, reader: User | None = None) -> Consent:
    """Keep that the text was read to the owner on the phone and she said yes; a letter has to confirm it.

    `reader` is the colleague who read it, where that was not who writes this down. Raises Refused.
    """
    initiative = complete(initiative, actor)
    if reader and not can_note_outdoors(reader):
        raise Refused(_("Dit is geen collega die in de wijk werkt."))
    return keep_yes(Consent(way=ConsentWay.CALL, **yes_of(initiative, reader or actor, given_on)), actor)


def yes_of(initiative: Initiative, witness: User, given_on: dt.date) -> dict[str, object]:
    """What every yes says. Raises Refused for a day before it was written down, or after today."""
    if not timezone.localtime(initiative.created_at).date() <= given_on <= timezone.localdate():
        raise Refused(_("De dag van haar ja ligt tussen de dag van opschrijven en vandaag."))
    return {
        "initiative": initiative,
        "witnessed_by": witness,
        "given_on": given_on,
        "text_digest": initiative.text_digest,
    }


def keep_yes(consent: Consent, actor: User) -> Consent:
    """Store a yes and log it."""
    consent.save()
    changes = {"way": (None, consent.way), "given_on": (None, consent.given_on)}
    record(
        actor=actor,
        verb=YES_GIVEN,
        person=consent.initiative.owner,
        changes=number_of(consent.initiative) | changes,
    )
    return consent


@transaction.atomic
def record_letter(*, initiative: Initiative, actor: User, sent_on: dt.date) -> Consent:
    """Write down that the letter that confirms a call is on its way. Raises Refused without a call that stands."""
    initiative = recordable(initiative, actor)
    consent = initiative.standing_yes
    if consent is None or consent.way != ConsentWay.CALL:
        raise Refused(_("Er is geen telefoontje dat een brief moet bevestigen."))
    if consent.letter_sent_on:
        return consent
    if not consent.given_on <= sent_on <= timezone.localdate():
        raise Refused(_("De brief gaat weg na haar ja, en uiterlijk vandaag."))
    consent.letter_sent_on = sent_on
    consent.save(update_fields=["letter_sent_on"])
    changes = number_of(initiative) | {"sent_on": (None, sent_on)}
    record(actor=actor, verb=LETTER_SENT, person=initiative.owner, changes=changes)
    return consent


@transaction.atomic
def void_yes(*, initiative: Initiative, actor: User) -> Initiative:
    """Let her yes count no longer, so that the text can change and she is asked again. Raises Refused."""
    initiative = recordable(initiative, actor)
    for consent in [one for one in initiative.consents.all() if one.is_for(initiative)]:
        consent.voided_at = timezone.now()
        consent.save(update_fields=["voided_at"])
        changes = number_of(initiative) | {"way": (consent.way, consent.way)}
        record(actor=actor, verb=YES_VOIDED, person=initiative.owner, changes=changes)
    return initiative


@transaction.atomic
def publish_for_owner(*, initiative: Initiative, actor: User, consent: Consent) -> Initiative:
    """Put online what its owner said yes to with a signed card, or on the phone and by letter; the log says for whom.

    Doing it twice changes nothing. Raises Refused for anybody but who wrote it down, for an owner with an account (she
    does it herself), as long as a part is missing, and without a yes to the text as it is now.
    """
    initiative = locked(initiative)
    if is_noter(actor, initiative) and is_on_paper(initiative) and not is_concept(initiative):
        return initiative
    if not is_on_paper(initiative):
        raise Refused(_("Zij heeft een account. Zij zet het zelf online."))
    if not can_record_yes(actor, initiative):
        raise Refused(_("Alleen wie het opschreef kan dit doen, als de eigenaar ja zei."))
    if lacks_consent(initiative.owner):
        raise Refused(_("Een ouder of jongerenwerker zegt eerst ja."))
    if missing_part(initiative):
        raise Refused(_("Er ontbreekt nog iets. Maak het eerst af."))
    yes = initiative.standing_yes
    if not can_publish_for_owner(actor, initiative) or yes is None or yes.pk != consent.pk:
        raise Refused(_("De eigenaar zei nog geen ja tegen deze tekst, of de brief is nog niet weg."))
    initiative = put_online(initiative, actor, {"way": (None, yes.way)})
    mail_helpers(initiative)
    return initiative


@transaction.atomic
def forget_note(*, initiative: Initiative, actor: User) -> None:
    """Wipe a concept and its person, who does not want it. Raises Refused for anybody but who wrote it down."""
    initiative = recordable(initiative, actor)
    record(actor=actor, verb=NOTE_FORGOTTEN, changes=number_of(initiative))
    wipe_note(initiative)


def recordable(initiative: Initiative, actor: User) -> Initiative:
    """The concept, locked, for who wrote it down. Refuses anybody else, and once the owner has an account."""
    initiative = locked(initiative)
    if not can_record_yes(actor, initiative):
        raise Refused(_("Alleen wie het opschreef kan dit doen, zolang de eigenaar geen account heeft."))
    return initiative


def complete(initiative: Initiative, actor: User) -> Initiative:
    """The same, with nothing missing and without a yes that stands: what she says yes to must be there."""
    initiative = recordable(initiative, actor)
    if not can_write_down(actor, initiative):
        raise Refused(_("Zij zei al ja tegen deze tekst."))
    if missing_part(initiative):
        raise Refused(_("Er ontbreekt nog iets. Maak het eerst af, dan kan zij ja zeggen."))
    return initiative
