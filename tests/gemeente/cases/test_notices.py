"""What people hear about a case, and where the button of the mail leads."""

import pytest
from django.utils import translation

from gemeente.activity.delivery import write_letter
from gemeente.activity.models import Notice
from gemeente.cases.actions import (
    accept_help,
    claim_case,
    close_case,
    decline_help,
    dispute_contact,
    end_case,
    reopen_case,
    tell_team_who_waits,
)
from gemeente.cases.models import CaseFile
from gemeente.users.models import User
from tests.gemeente.cases.stages import leave, spoke, told


@pytest.fixture
def lived(case: CaseFile, fatima: User, noor: User) -> CaseFile:
    """A case in which everything happened once."""
    tell_team_who_waits()
    claim_case(case=case, actor=noor)
    spoke(case, was_reached=False)
    dispute_contact(moment=spoke(case), actor=fatima)
    decline_help(case=case, actor=fatima)
    accept_help(case=case, actor=fatima)
    spoke(case)
    close_case(case=case, actor=noor, result="De tuin ligt er.")
    reopen_case(case=case, actor=fatima)
    end_case(case=case, actor=fatima)
    return case


def heard(user: User) -> list[tuple[str, str]]:
    """Title and path of what somebody was told about cases, in order."""
    rows = Notice.objects.filter(recipient=user).exclude(path="").order_by("pk")
    return [(letter.title, letter.link.removeprefix("http://localhost")) for letter in map(write_letter, rows)]


def test_owner_hears_what_the_gemeente_did(lived: CaseFile, fatima: User) -> None:
    page = f"/mijn/contact/{lived.pk}/"

    assert heard(fatima) == [
        ("Noor is jouw vaste contact", page),
        ("Noor probeerde je te bereiken", page),
        ("Noor schreef op wat jullie bespraken", page),
        ("Noor schreef op wat jullie bespraken", page),
        ("Noor heeft je hulpvraag afgerond", page),
    ]


def test_contact_hears_what_the_owner_said(lived: CaseFile, noor: User) -> None:
    title, page = "Moestuin achter de Hoven", f"/werkbak/{lived.pk}/"

    assert heard(noor) == [
        (f"Er wacht iemand: {title}", page),
        ("Er wacht 1 inwoner op een eerste gesprek", "/werkbak/"),
        (f"Een contact klopt niet: {title}", page),
        (f"Redt het zelf: {title}", page),
        (f"Wil toch hulp: {title}", page),
        (f"Weer open: {title}", page),
        (f"Klaar volgens de inwoner: {title}", page),
    ]


def test_owner_who_reads_english_gets_an_english_page(lived: CaseFile, fatima: User) -> None:
    with translation.override("en"):
        links = {link for _title, link in heard(fatima)}

    assert links == {f"/en/mijn/contact/{lived.pk}/"}


def test_notices_hold_nothing_of_what_was_said(case: CaseFile, fatima: User, noor: User) -> None:
    claim_case(case=case, actor=noor)
    moment = spoke(case, note="Haar moeder is ziek.")
    dispute_contact(moment=moment, actor=fatima, reason="Er belde niemand.")
    end_case(case=case, actor=fatima, reason="Ik stop ermee.")

    letters = " ".join(write_letter(notice).body for notice in Notice.objects.all())

    assert [words for words in ("moeder", "niemand", "stop ermee") if words in letters] == []


@pytest.mark.parametrize("act", [decline_help, end_case], ids=lambda act: act.__name__)
def test_desk_hears_through_a_colleague_where_the_contact_left(
    act: object, case: CaseFile, fatima: User, noor: User, karim: User
) -> None:
    claim_case(case=case, actor=noor)
    leave(noor)

    act(case=case, actor=fatima)

    assert told("help_declined" if act is decline_help else "case_ended") == ["Karim Jansen"]
