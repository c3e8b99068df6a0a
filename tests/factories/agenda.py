"""Opgaven of a wijk and what stands on them, made through the actions people use."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

from django.utils import timezone

from gemeente.council.models import Budget
from gemeente.partners.enums import OrganisationKind
from gemeente.partners.mandates import forget_mandates
from gemeente.partners.models import Mandate, Organisation
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import SINCE
from wijken.agenda.actions.agendas import offer_agenda, put_on_agenda, write_agenda
from wijken.agenda.actions.agreeing import name_party, write_text
from wijken.agenda.actions.opgaven import raise_signal
from wijken.agenda.actions.promising import answer_opgave
from wijken.agenda.enums import Answer, PartyKind
from wijken.agenda.models import Opgave, Party, Promise, Toekomstagenda
from wijken.agenda.saying import Said

WORDS = {
    "statement": "Kinderen steken de weg niet veilig over.",
    "outcome": "Elk kind loopt zelf naar school.",
    "evidence": "We tellen kinderen en bijna-ongelukken.",
}


def signalled(wijk: Wijk, actor: User, title: str = "Oversteken bij de school", **fields: Any) -> Opgave:
    """A signal of somebody."""
    told = {"signal": "Auto's rijden hard langs de school.", "submission_key": uuid.uuid4()}
    return raise_signal(wijk=wijk, actor=actor, title=title, **{**told, **fields})


def fresh(opgave: Opgave) -> Opgave:
    """An opgave as it is now."""
    return Opgave.objects.select_related("wijk", "subject", "theme").get(pk=opgave.pk)


def organisation(name: str = "Welzijn Capelle", kind: OrganisationKind = OrganisationKind.WELFARE) -> Organisation:
    """A party of the town."""
    return Organisation.objects.get_or_create(name=name, defaults={"kind": kind})[0]


def the_gemeente() -> Organisation:
    """The gemeente, as one among them."""
    return organisation("Gemeente Capelle aan den IJssel", OrganisationKind.GEMEENTE)


def mandated(user: User, row: Organisation | None = None, *, may_sign: bool = True, may_promise: bool = True) -> User:
    """Somebody who speaks for an organisation since this year."""
    told = {"may_sign": may_sign, "may_promise": may_promise}
    Mandate.objects.create(user=user, organisation=row or organisation(), starts_on=SINCE, **told)
    forget_mandates(user)
    return user


def worded(opgave: Opgave, member: User, **words: str) -> Opgave:
    """With a text to sign."""
    write_text(opgave=opgave, actor=member, based_on=fresh(opgave).text_count, **{**WORDS, **words})
    return fresh(opgave)


def two_parties(opgave: Opgave, member: User, row: Organisation | None = None) -> tuple[Party, Party]:
    """The WOP and an organisation set it together."""
    wop = name_party(opgave=opgave, actor=member, kind=PartyKind.WOP)
    told = {"kind": PartyKind.ORGANISATION, "organisation": row or organisation()}
    return wop, name_party(opgave=opgave, actor=member, **told)


def written(wijk: Wijk, member: User, **fields: Any) -> Toekomstagenda:
    """An agenda of the wijk."""
    told = {"title": "Samen verder", "from_year": 2026, "to_year": 2030, "vision": "Een wijk waar je elkaar kent."}
    return write_agenda(wijk=wijk, actor=member, **{**told, "based_on": 0, **fields})


def offered(opgave: Opgave, board: User) -> Opgave:
    """On the agenda and offered; the agenda is written where it was not."""
    put_on_agenda(opgave=opgave, actor=board, is_on=True)
    if not Toekomstagenda.objects.filter(wijk=opgave.wijk).exists():
        written(opgave.wijk, board)
    offer_agenda(wijk=opgave.wijk, actor=board)
    return fresh(opgave)


def yes(**fields: Any) -> Said:
    """A yes with all it needs."""
    told = {"answer": Answer.YES, "function": "teamleider buitenruimte", "what": "Een zebrapad."}
    return Said(**{**told, "quarter": timezone.localdate(), **fields})


def no(**fields: Any) -> Said:
    """A no with why, and what can be done instead."""
    told = {
        "answer": Answer.NO,
        "function": "wijkwethouder",
        "reason": "Er is geen plek.",
        "alternative": "Een drempel.",
    }
    return Said(**{**told, **fields})


def promised(opgave: Opgave, actor: User, row: Organisation | None = None, said: Said | None = None) -> Promise:
    """An answer of an organisation."""
    return answer_opgave(opgave=opgave, actor=actor, organisation=row or organisation(), said=said or yes())


def budget(clerk: User, amount: int = 10_000, name: str = "Veilig oversteken", **fields: Any) -> Budget:
    """Money that was set aside."""
    told = {"body": "de gemeenteraad", "decided_on": dt.date(2026, 1, 5), "number": "2026-014", "year": 2027}
    return Budget.objects.create(name=name, amount=Decimal(amount), recorded_by=clerk, **{**told, **fields})
