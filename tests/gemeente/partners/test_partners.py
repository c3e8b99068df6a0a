"""Organisations, mandates, and where a manager keeps them."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from gemeente.accounts.policies import is_manager
from gemeente.lib.errors import Refused
from gemeente.lib.personal_data import personal_data_parts
from gemeente.partners.actions import add_organisation, change_organisation, end_mandate, give_mandate
from gemeente.partners.enums import OrganisationKind
from gemeente.partners.mandates import forget_mandates, held_mandates, holders_of, holders_of_gemeente
from gemeente.partners.models import Mandate, Organisation
from gemeente.partners.policies import (
    POLICIES,
    can_promise,
    can_promise_for,
    can_sign_for,
    speaks_for,
    speaks_for_gemeente,
)
from gemeente.users.models import User
from tests.factories.agenda import mandated, organisation, the_gemeente
from tests.pages import soup

TODAY = timezone.localdate()
BOTH = {"may_sign": True, "may_promise": True}


def test_policies_are_the_manager_and_who_may_promise() -> None:
    assert {"keep_partners": is_manager, "promise": can_promise} == POLICIES


def test_manager_keeps_organisations(mona: User, fatima: User, reference: None) -> None:
    made = add_organisation(name=" Havensteder ", kind=OrganisationKind.HOUSING, actor=mona)
    city = add_organisation(name="Gemeente", kind=OrganisationKind.GEMEENTE, actor=mona)
    for act in (
        lambda: add_organisation(name="havensteder", kind=OrganisationKind.OTHER, actor=mona),
        lambda: add_organisation(name="Nog een gemeente", kind=OrganisationKind.GEMEENTE, actor=mona),
        lambda: add_organisation(name="Van mij", kind=OrganisationKind.OTHER, actor=fatima),
        lambda: change_organisation(organisation=made, name="Gemeente", kind=OrganisationKind.OTHER, actor=mona),
        lambda: change_organisation(organisation=made, name="X", kind=OrganisationKind.OTHER, actor=fatima),
    ):
        with pytest.raises(Refused):
            act()

    change_organisation(organisation=made, name="Woningstichting", kind=OrganisationKind.HOUSING, actor=mona)

    assert list(Organisation.objects.values_list("name", flat=True)) == ["Gemeente", "Woningstichting"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(name="Tweede", kind=city.kind)


def test_mandate_has_days_and_counts_only_then(mona: User, petra: User, reference: None) -> None:
    row = organisation()
    told = {"user": petra, "organisation": row, "actor": mona}
    made = give_mandate(**told, starts_on=TODAY, may_sign=True, may_promise=False)
    assert (can_sign_for(petra, row.pk), can_promise_for(petra, row.pk), can_promise(petra)) == (True, False, False)
    assert (speaks_for(petra, row.pk), speaks_for(petra, None)) == (True, False)
    assert list(holders_of(row.pk)) == [petra]
    for wrong in (
        {"starts_on": TODAY, **BOTH},
        {"starts_on": TODAY, "ends_on": TODAY, **BOTH},
        {"starts_on": TODAY, "may_sign": False, "may_promise": False, "organisation": organisation("X")},
        {"starts_on": TODAY, "user": mona, **BOTH},
        {"starts_on": TODAY, "actor": petra, "organisation": organisation("X"), **BOTH},
    ):
        with pytest.raises(Refused):
            give_mandate(**{**told, **wrong})
    for wrong in ({"actor": petra}, {"ends_on": TODAY - dt.timedelta(days=1)}, {"ends_on": TODAY}):
        with pytest.raises(Refused):
            end_mandate(**{"mandate": made, "ends_on": TODAY + dt.timedelta(days=1), "actor": mona, **wrong})

    end_mandate(mandate=made, ends_on=TODAY + dt.timedelta(days=1), actor=mona)
    forget_mandates(petra)

    assert held_mandates(petra, TODAY + dt.timedelta(days=1)) == ()


def test_for_the_gemeente_speaks_only_who_works_there(mona: User, noor: User, petra: User, reference: None) -> None:
    city = the_gemeente()
    with pytest.raises(Refused):
        give_mandate(user=petra, organisation=city, starts_on=TODAY, actor=mona, **BOTH)
    give_mandate(user=noor, organisation=city, starts_on=TODAY, actor=mona, **BOTH)
    mandated(petra, city)  # as if her role there ended since

    assert speaks_for_gemeente(noor)
    assert not speaks_for_gemeente(petra)
    assert set(holders_of_gemeente()) == {noor, petra}


def test_mandate_stays_as_it_was_given(petra: User, reference: None) -> None:
    mandated(petra)
    for sql in ("UPDATE partners_mandate SET may_sign = false", "DELETE FROM partners_mandate"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)

    part = next(part for part in personal_data_parts() if part.name == "partners")
    assert [row["organisation__name"] for row in part.export(petra)] == ["Welzijn Capelle"]
    part.erase(petra)
    part.move(petra, petra)
    assert Mandate.objects.count() == 1


def test_manager_keeps_both_on_her_pages(
    mona: User, petra: User, reference: None, client_for: Callable[..., Client]
) -> None:
    client = client_for(mona)
    assert "/beheer/partners/" in str(soup(client.get("/beheer/")).main)
    assert soup(client.post("/beheer/partners/nieuw/", {"name": ""})).select(".portal-errors")
    client.post("/beheer/partners/nieuw/", {"name": "Havensteder", "kind": "housing"})
    row = Organisation.objects.get()
    page = f"/beheer/partners/{row.pk}/"
    told = {"email": "niemand@voorbeeld.example", "starts_on": str(TODAY), "may_sign": "on"}

    wrong = soup(client.post(f"{page}mandaat/", told))
    assert [link["href"] for link in wrong.select(".portal-errors a")] == ["#id_email"]
    client.post(f"{page}mandaat/", told | {"email": petra.email})
    again = soup(client.post(f"{page}mandaat/", told | {"email": petra.email}))
    assert "al een mandaat" in again.select_one(".portal-errors").get_text()
    client.post(f"{page}wijzigen/", {"name": "Havensteder", "kind": "other"})
    mandate = Mandate.objects.get()
    tomorrow = TODAY + dt.timedelta(days=1)
    client.post(f"/beheer/partners/mandaat/{mandate.pk}/stoppen/", {"ends_on": str(TODAY - dt.timedelta(days=1))})
    client.post(f"/beheer/partners/mandaat/{mandate.pk}/stoppen/", {"ends_on": str(tomorrow)})

    mandate.refresh_from_db()
    assert mandate.ends_on == tomorrow
    text = soup(client.get(page)).main.get_text(" ", strip=True)
    assert "Petra Jansen" in text
    assert "mag tekenen" in text


def test_clerk_writes_a_budget_on_her_page(griet: User, reference: None, client_for: Callable[..., Client]) -> None:
    client = client_for(griet)
    told = {"name": "Groen", "year": 2027, "amount": "25000,50", "body": "de raad", "number": "1"}
    assert soup(client.post("/raad/budgetten/nieuw/", told)).select(".portal-errors")

    client.post("/raad/budgetten/nieuw/", told | {"decided_on": "2026-01-05"})

    page = soup(Client().get("/raad/budgetten/")).main.get_text(" ", strip=True)
    assert "Groen 2027" in page
    assert "25.001" in page
    assert "nieuw" not in str(soup(Client().get("/raad/budgetten/")).main)
