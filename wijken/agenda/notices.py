"""Who hears what of an agenda."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import translation

from gemeente.accounts.enums import Role
from gemeente.accounts.roles import people_with_role
from gemeente.activity.actions import notify
from gemeente.activity.models import Entry
from gemeente.partners.mandates import holders_of, holders_of_gemeente
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.agenda.enums import PartyKind
from wijken.agenda.models import Opgave, Party, Promise

SIGNALLED = "opgave_signalled"
TO_SIGN = "opgave_to_sign"
AGREED = "opgave_agreed"
OFFERED = "agenda_offered"
WAITING = "agenda_points_wait"
ANSWERED = "promise_made"
REPLIED = "promise_replied"
COUNTERSIGNED = "promise_signed"
PROGRESSED = "promise_progress"


def board_of(wijk: Wijk) -> QuerySet[User]:
    """The board of the WOP of a wijk."""
    return people_with_role(Role.WOP_BOARD, wijk)


def desk_of(wijk: Wijk) -> QuerySet[User]:
    """Who answers for the gemeente: the gebiedsregisseurs of the wijk, and who holds its mandate."""
    regisseurs = people_with_role(Role.GEBIEDSREGISSEUR, wijk).values("pk")
    return User.objects.filter(Q(pk__in=regisseurs) | Q(pk__in=holders_of_gemeente().values("pk"))).order_by("pk")


def signers_of(party: Party) -> Iterable[User]:
    """Who can sign for a party."""
    if party.kind == PartyKind.WOP:
        return board_of(party.opgave.wijk)
    if party.organisation_id:
        return holders_of(party.organisation_id)
    return [party.person] if party.person else []


def others(people: Iterable[User], actor: User | None) -> list[User]:
    """Everybody but who did it."""
    return [person for person in people if actor is None or person.pk != actor.pk]


def tell_signers(entry: Entry, parties: Iterable[Party], actor: User) -> None:
    """Tell who can sign that a text waits for it."""
    for party in parties:
        with translation.override("nl"):
            path = f"{party.opgave.get_absolute_url()}tekenen/"
        notify(entry=entry, recipients=others(signers_of(party), actor), template=TO_SIGN, path=path)


def tell_agreed(entry: Entry, opgave: Opgave, parties: Iterable[Party]) -> None:
    """Tell who brought it up, who can sign for a party, and who follows it, that all have signed."""
    people = {person.pk: person for party in parties for person in signers_of(party)}
    people[opgave.raised_by_id] = opgave.raised_by
    followers = User.objects.filter(follows__subject=opgave.subject_id)
    notify(entry=entry, recipients=others([*people.values(), *followers], entry.actor), template=AGREED)


def tell_board(entry: Entry, promise: Promise, template: str) -> None:
    """Tell the board of an answer, or of what was said of it."""
    with translation.override("nl"):
        path = promise.get_absolute_url()
    people = others(board_of(promise.opgave.wijk), entry.actor)
    notify(entry=entry, recipients=people, template=template, path=path)


def tell_organisation(entry: Entry, promise: Promise, template: str) -> None:
    """Tell who speaks for the organisation what the other side said."""
    with translation.override("nl"):
        path = promise.get_absolute_url()
    people = others(holders_of(promise.organisation_id), entry.actor)
    notify(entry=entry, recipients=people, template=template, path=path)


def points_url() -> str:
    """Where the gemeente sees what waits for an answer."""
    return reverse("agenda_desk:points")
