"""Who may do what, by role: pure, and one table for each thing."""

from types import SimpleNamespace

import pytest

from gemeente.accounts.enums import Role
from gemeente.accounts.roles import HeldRole
from gemeente.partners.mandates import HeldMandate
from wijken.agenda.enums import Answer, OpgaveState, PartyKind
from wijken.agenda.policies import (
    OPGAVE_POLICIES,
    PROMISE_POLICIES,
    can_edit_agenda,
    can_offer_agenda,
    can_rank,
    can_read_points,
    can_sign_party,
    can_signal,
    can_take_back,
    can_withdraw_offer,
)

HERE, ELSEWHERE, ORGANISATION, GEMEENTE = 1, 2, 7, 8


def somebody(pk: int, *roles: HeldRole, mandates: tuple[HeldMandate, ...] = (), lives_in: int | None = None) -> object:
    """A person with roles and mandates, without a database."""
    told = {"pk": pk, "is_authenticated": True, "is_active": True, "_held_mandates": mandates}
    return SimpleNamespace(**told, _held_roles=frozenset(roles), profile=SimpleNamespace(wijk_id=lives_in))


def mandate(organisation: int, *, signs: bool = True, promises: bool = True) -> HeldMandate:
    """What somebody may do for an organisation."""
    return HeldMandate(organisation, "Naam", organisation == GEMEENTE, signs, promises)


BOARD, MEMBER = HeldRole(Role.WOP_BOARD, HERE), HeldRole(Role.WOP_MEMBER, HERE)
PEOPLE = {
    "visitor": SimpleNamespace(pk=None, is_authenticated=False, is_active=False),
    "resident": somebody(1, lives_in=HERE),
    "board": somebody(2, BOARD, lives_in=HERE),
    "member": somebody(3, MEMBER, lives_in=HERE),
    "other board": somebody(4, HeldRole(Role.WOP_BOARD, ELSEWHERE), lives_in=ELSEWHERE),
    "partner": somebody(5, HeldRole(Role.PARTNER, None), mandates=(mandate(ORGANISATION),)),
    "signer": somebody(6, mandates=(mandate(ORGANISATION, promises=False),)),
    "gemeente": somebody(7, HeldRole(Role.CIVIL_SERVANT, None), mandates=(mandate(GEMEENTE),)),
    "regisseur": somebody(8, HeldRole(Role.GEBIEDSREGISSEUR, HERE)),
    "board at work": somebody(9, BOARD, HeldRole(Role.CIVIL_SERVANT, None), lives_in=HERE),
    "closed": SimpleNamespace(pk=10, is_authenticated=True, is_active=False),
}
SIGNED_IN = set(PEOPLE) - {"visitor", "closed"}


def who(policy: object, *about: object) -> set[str]:
    """Whom a policy lets through."""
    return {name for name, user in PEOPLE.items() if policy(user, *about)}


def an_opgave(state: OpgaveState = OpgaveState.EXPLORED, *, is_offered: bool = True) -> SimpleNamespace:
    """An opgave of here."""
    return SimpleNamespace(wijk_id=HERE, state=state, offered_at=1 if is_offered else None)


def test_agenda() -> None:
    assert who(can_edit_agenda, HERE) == {"board", "member"}
    assert who(can_offer_agenda, HERE) == {"board"}
    assert who(can_signal, HERE) == SIGNED_IN
    assert who(can_rank, HERE) == {"resident", "board", "member", "board at work"}
    assert who(can_read_points) == {"gemeente", "regisseur"}
    assert who(can_rank, None) == who(can_edit_agenda, None) == set()


TALKING = {OpgaveState.SIGNALLED, OpgaveState.EXPLORED}
OPEN = {*TALKING, OpgaveState.AGREED, OpgaveState.REALISING}
TABLE = {
    "contribute": (TALKING, SIGNED_IN),
    "support": (OPEN, SIGNED_IN),
    "work": (set(OpgaveState), {"board", "member"}),
    "offer": (OPEN, {"partner", "signer", "gemeente"}),
    "answer": (OPEN, {"partner", "gemeente"}),
}


@pytest.mark.parametrize("state", list(OpgaveState))
def test_opgave(state: OpgaveState) -> None:
    expected = {name: people if state in states else set() for name, (states, people) in TABLE.items()}

    assert {name: who(policy, an_opgave(state)) for name, policy in OPGAVE_POLICIES.items()} == expected


def test_nobody_answers_what_was_not_offered() -> None:
    assert who(OPGAVE_POLICIES["answer"], an_opgave(is_offered=False)) == set()


@pytest.mark.parametrize(
    ("kind", "people"),
    [(PartyKind.WOP, {"board"}), (PartyKind.ORGANISATION, {"partner", "signer"}), (PartyKind.RESIDENTS, {"resident"})],
)
def test_party(kind: PartyKind, people: set[str]) -> None:
    told = {"kind": kind, "opgave": an_opgave(), "organisation_id": ORGANISATION, "person_id": 1}

    assert who(can_sign_party, SimpleNamespace(**told, dropped_at=None)) == people
    assert who(can_sign_party, SimpleNamespace(**told, dropped_at=1)) == set()


def test_promise() -> None:
    told = {"opgave": an_opgave(), "organisation_id": ORGANISATION, "answer": Answer.YES}
    open_one = SimpleNamespace(**told, withdrawn_at=None, is_signed=False)
    signed = SimpleNamespace(**told, withdrawn_at=None, is_signed=True)
    gone = SimpleNamespace(**told, withdrawn_at=1, is_signed=False)
    refused = SimpleNamespace(**told | {"answer": Answer.NO}, withdrawn_at=None, is_signed=False)

    def table(promise: SimpleNamespace) -> dict[str, set[str]]:
        return {name: who(policy, promise) for name, policy in PROMISE_POLICIES.items()}

    talks, tells = {"board", "partner", "signer"}, {"board", "member", "partner", "signer"}
    assert table(open_one) == {"change": {"partner"}, "counter_sign": {"board"}, "reply": talks, "progress": tells}
    assert table(signed) == {"change": {"partner"}, "counter_sign": set(), "reply": talks, "progress": tells}
    assert table(gone) == {"change": set(), "counter_sign": set(), "reply": talks, "progress": set()}
    assert table(refused) == {"change": {"partner"}, "counter_sign": {"board"}, "reply": talks, "progress": set()}


def test_what_is_ones_own() -> None:
    mine = SimpleNamespace(author_id=1, forgotten_at=None)
    offer = SimpleNamespace(organisation_id=ORGANISATION, withdrawn_at=None)

    assert who(can_take_back, mine) == {"resident"}
    assert who(can_take_back, SimpleNamespace(author_id=1, forgotten_at=1)) == set()
    assert who(can_withdraw_offer, offer) == {"partner", "signer"}
    assert who(can_withdraw_offer, SimpleNamespace(organisation_id=ORGANISATION, withdrawn_at=1)) == set()
