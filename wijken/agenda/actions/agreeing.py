"""Setting an opgave together: a text, the parties that set it, and their signatures."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import record
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.brakes import refuse_paused
from gemeente.partners.models import Organisation
from gemeente.users.models import User
from wijken.agenda.actions.bookkeeping import locked, locked_for, take_step
from wijken.agenda.enums import OPEN_STATES, PartyKind
from wijken.agenda.heard import people_heard
from wijken.agenda.models import Opgave, OpgaveText, Party, Signature
from wijken.agenda.notices import tell_agreed, tell_signers
from wijken.agenda.policies import can_sign_party
from wijken.agenda.verbs import (
    OPGAVE_AGREED,
    OPGAVE_PARTY_DROPPED,
    OPGAVE_PARTY_NAMED,
    OPGAVE_SIGNED,
    OPGAVE_TEXT_WRITTEN,
)

FEWEST_PARTIES = 2  # together is with two: what the word means, nothing a manager sets


@transaction.atomic
def write_text(
    *, opgave: Opgave, actor: User, statement: str, outcome: str, evidence: str, based_on: int
) -> OpgaveText | None:
    """Write what the opgave is, what is to be reached and how one sees it, as a next version.

    The signatures begin anew: those of before stay with the text they were for, and the signers are told. The same
    words change nothing. Raises Refused for who is no member of the WOP, with a part left empty, and for what is
    closed; Stale when somebody wrote another text meanwhile.
    """
    opgave = locked_for(opgave, actor)
    refuse_paused(actor)
    if opgave.state not in OPEN_STATES:
        raise Refused(_("Deze opgave is klaar of gestopt. Pak haar eerst weer op."))
    if opgave.text_count != based_on:
        raise Stale(_("Iemand anders veranderde de tekst net. Lees wat er nu staat."))
    words = {"statement": statement.strip(), "outcome": outcome.strip(), "evidence": evidence.strip()}
    if not all(words.values()):
        raise Refused(_("Vul alle drie de delen in."))
    last = opgave.texts.first()
    if last and all(getattr(last, name) == value for name, value in words.items()):
        return last
    opgave.text_count, opgave.agreed_at = based_on + 1, None
    if not take_step(opgave, "reopen", actor, text_count=opgave.text_count, agreed_at=None):
        opgave.save(update_fields=["text_count", "agreed_at"])
    made = OpgaveText.objects.create(opgave=opgave, number=opgave.text_count, author=actor, **words)
    changes = {"number": (None, made.number)}
    entry = record(actor=actor, verb=OPGAVE_TEXT_WRITTEN, subject=opgave.subject, changes=changes)
    tell_signers(entry, parties_of(opgave), actor)
    return made


def parties_of(opgave: Opgave) -> list[Party]:
    """Who sets it now."""
    rows = opgave.parties.filter(dropped_at=None).select_related("organisation", "person", "opgave__wijk")
    return list(rows.defer("opgave__wijk__boundary"))


@transaction.atomic
def name_party(
    *,
    opgave: Opgave,
    actor: User,
    kind: PartyKind,
    organisation: Organisation | None = None,
    name: str = "",
    person: User | None = None,
) -> Party:
    """Name a party that sets the opgave with the others; who can sign for it is told once there is a text.

    A group of residents signs through one of them who was heard about this opgave. Raises Refused for who is no member
    of the WOP, once all have signed, for a party that is there already, and a group without a name or such a person.
    """
    opgave = locked_for(opgave, actor)
    refuse_settled(opgave)
    same = opgave.parties.filter(dropped_at=None, kind=kind, organisation=organisation)
    if kind != PartyKind.RESIDENTS and same.exists():
        raise Refused(_("Deze partij staat er al bij."))
    if kind == PartyKind.ORGANISATION and organisation is None:
        raise Refused(_("Kies welke organisatie."))
    if kind == PartyKind.RESIDENTS and not (name.strip() and person and people_heard(opgave).contains(person)):
        raise Refused(_("Geef de groep een naam, en kies wie voor hen tekent."))
    of_group = {"name": name.strip(), "person": person} if kind == PartyKind.RESIDENTS else {}
    told = {"organisation": organisation} if kind == PartyKind.ORGANISATION else of_group
    party = Party.objects.create(opgave=opgave, kind=kind, named_by=actor, **told)
    entry = record(actor=actor, verb=OPGAVE_PARTY_NAMED, subject=opgave.subject, changes={"kind": (None, kind)})
    if opgave.text_count:
        tell_signers(entry, [party], actor)
    return party


def refuse_settled(opgave: Opgave) -> None:
    """Leave the parties of an agreed text as they are: with others it would be another agreement. Raises Refused."""
    if opgave.agreed_at:
        raise Refused(_("Alle partijen hebben al getekend. Verander eerst de tekst, dan kun je ook partijen noemen."))


@transaction.atomic
def drop_party(*, party: Party, actor: User) -> Opgave:
    """Take a party off the list; twice changes nothing. Where all others have signed, the opgave is set.

    Raises Refused for who is no member of the WOP, once all have signed, and for a party that signed this text.
    """
    opgave = locked_for(party.opgave, actor)
    party = Party.objects.get(pk=party.pk)
    if party.dropped_at:
        return opgave
    refuse_settled(opgave)
    if party.signatures.filter(text__number=opgave.text_count).exists():
        raise Refused(_("Deze partij heeft al getekend. Verander eerst de tekst."))
    party.dropped_at = timezone.now()
    party.save(update_fields=["dropped_at"])
    record(actor=actor, verb=OPGAVE_PARTY_DROPPED, subject=opgave.subject, changes={"kind": (party.kind, None)})
    set_where_all_signed(opgave, actor)
    return opgave


@transaction.atomic
def sign_text(*, party: Party, actor: User, number: int) -> Signature:
    """Sign the text of now for a party; with the last signature the opgave is set. Twice changes nothing.

    `number` is the version that the signer read. Raises Refused for who may not sign for this party or signed it for
    another one; Stale when the text changed meanwhile.
    """
    opgave = locked(party.opgave)
    party = Party.objects.select_related("organisation").get(pk=party.pk)
    party.opgave = opgave
    if not can_sign_party(actor, party):
        raise Refused(_("Jij kunt niet voor deze partij tekenen."))
    if number != opgave.text_count or opgave.state not in OPEN_STATES:
        raise Stale(_("De tekst is intussen veranderd. Lees hem opnieuw en teken dan."))
    text = opgave.texts.get(number=number)
    if same := Signature.objects.filter(text=text, party=party).first():
        return same
    if Signature.objects.filter(text=text, user=actor).exists():
        raise Refused(_("Je hebt deze tekst al getekend voor een andere partij. Laat nu iemand anders tekenen."))
    refuse_paused(actor)
    made = Signature.objects.create(text=text, party=party, user=actor)
    changes = {"kind": (None, party.kind), "number": (None, number)}
    record(actor=actor, verb=OPGAVE_SIGNED, subject=opgave.subject, changes=changes)
    set_where_all_signed(opgave, actor)
    return made


def set_where_all_signed(opgave: Opgave, actor: User) -> bool:
    """Call a locked opgave set once all its parties, two at least, signed the text of now; says whether it is."""
    parties = parties_of(opgave)
    signed = signed_parties(opgave)
    if len(parties) < FEWEST_PARTIES or not all(party.pk in signed for party in parties):
        return False
    opgave.agreed_at = timezone.now()
    if not take_step(opgave, "agree", actor, agreed_at=opgave.agreed_at):
        opgave.save(update_fields=["agreed_at"])
    changes = {"number": (None, opgave.text_count)}
    entry = record(actor=actor, verb=OPGAVE_AGREED, subject=opgave.subject, changes=changes)
    tell_agreed(entry, opgave, parties)
    return True


def signed_parties(opgave: Opgave) -> set[int]:
    """The ids of the parties that signed the text of now."""
    rows = Signature.objects.filter(text__opgave=opgave, text__number=opgave.text_count)
    return set(rows.values_list("party", flat=True))
