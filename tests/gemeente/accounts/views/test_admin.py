"""The lists of the back office: who gets in, what is in it, and what can never be."""

from collections.abc import Callable

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from gemeente.accounts.actions import save_reference
from gemeente.accounts.admin_site import portal_admin
from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleType
from gemeente.activity.models import Entry
from gemeente.lib.errors import Refused
from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from tests.conftest import give_code
from tests.factories.accounts import give_device
from tests.factories.places import ThemeFactory
from tests.pages import soup
from wijken.models import Wop

ALLOWED = {
    "places.theme",
    "places.wijk",
    "accounts.roletype",
    "cases.firstcontactterm",
    "moderation.hidingground",
    "wijken.wop",
}


@pytest.fixture
def keeper(client: Client, mona: User, reference: None) -> Client:
    """The manager's browser, after the second step."""
    give_device(mona)
    client.force_login(mona)
    give_code(client, mona)
    return client


def pages() -> list[str]:
    """Every list and form of the back office."""
    paths = ["/beheer/lijsten/"]
    for model in portal_admin._registry:
        base = f"/beheer/lijsten/{model._meta.app_label}/{model._meta.model_name}/"
        paths += [base, f"{base}add/"]
    return paths


# --- What is in it ----------------------------------------------------------------------------------------------------
def test_only_reference_tables_are_registered() -> None:
    assert {model._meta.label_lower for model in portal_admin._registry} == ALLOWED


@pytest.mark.parametrize("model", sorted(ALLOWED))
def test_nothing_can_be_deleted(keeper: Client, oostgaarde: Wijk, model: str) -> None:
    Wop.objects.create(wijk=oostgaarde, name="WOP Oostgaarde")
    kind = next(kind for kind in portal_admin._registry if kind._meta.label_lower == model)
    row = kind._default_manager.first()
    base = f"/beheer/lijsten/{kind._meta.app_label}/{kind._meta.model_name}/"

    answer = keeper.post(f"{base}{row.pk}/delete/", {"post": "yes"})
    keeper.post(base, {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"})

    assert answer.status_code == 403
    assert kind._default_manager.filter(pk=row.pk).exists()


def test_pages_have_no_inline_style_or_script(keeper: Client) -> None:
    for path in pages():
        page = keeper.get(path)
        if page.status_code == 200:
            assert (path, soup(page).select("[style], script:not([src]):not([type='application/json']), style")) == (
                path,
                [],
            )


# --- Who gets in ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("who", ["fatima", "noor", "joost", "els", "hans", "chris", "willem"])
def test_others_are_refused(request: pytest.FixtureRequest, client: Client, reference: None, who: str) -> None:
    user = request.getfixturevalue(who)
    give_device(user)
    client.force_login(user)
    give_code(client, user)

    assert {client.get(path).status_code for path in pages()} == {403}
    assert {client.post(path).status_code for path in pages()} == {403}


def test_visitor_signs_in_at_our_own_page(client: Client, db: None) -> None:
    assert client.get("/beheer/lijsten/").url == "/account/login/?next=/beheer/lijsten/"
    assert client.get("/beheer/lijsten/login/?next=/beheer/lijsten/places/theme/").url.startswith(
        "/account/login/?next="
    )
    assert client.post("/beheer/lijsten/login/", {"username": "mona", "password": "x"}).url.startswith(
        "/account/login/"
    )


def test_manager_without_second_step_sets_it_up_first(client: Client, mona: User) -> None:
    client.force_login(mona)

    assert client.get("/beheer/lijsten/").url == "/mijn/tweede-stap/?next=%2Fbeheer%2Flijsten%2F"


def test_manager_gets_in(keeper: Client) -> None:
    page = keeper.get("/beheer/lijsten/")

    assert page.status_code == 200
    assert soup(page).html["lang"] == "nl"


# --- Writing ----------------------------------------------------------------------------------------------------------
def test_change_goes_through_the_action(keeper: Client, mona: User, oostgaarde: Wijk) -> None:
    keeper.post(
        f"/beheer/lijsten/places/wijk/{oostgaarde.pk}/change/",
        {"introduction": "Hier wonen wij.", "introduction_en": "", "scene": "water", "name": "Gekaapt"},
    )

    oostgaarde.refresh_from_db()
    entry = Entry.objects.get(verb="reference_changed")
    assert (oostgaarde.introduction, oostgaarde.name) == ("Hier wonen wij.", "Oostgaarde")
    assert (entry.actor, entry.changes) == (mona, {"table": [None, "places.wijk"], "row": [None, oostgaarde.pk]})
    assert not LogEntry.objects.exists()


def test_nobody_else_changes_a_list(mona: User, thea: User, oostgaarde: Wijk) -> None:
    oostgaarde.introduction = "Hier wonen wij."

    with pytest.raises(Refused, match="Alleen een beheerder"):
        save_reference(row=oostgaarde, actor=thea)
    refused = Wijk.objects.get().introduction, Entry.objects.count()
    save_reference(row=oostgaarde, actor=mona)

    assert (refused, Wijk.objects.get().introduction) == (("", 0), "Hier wonen wij.")


def test_theme_is_added_but_its_code_stays(keeper: Client) -> None:
    new = {"code": "music", "name": "Muziek", "name_en": "Music", "scene": "garden", "position": 90, "ends_on": ""}

    keeper.post("/beheer/lijsten/places/theme/add/", new)
    theme = Theme.objects.get(code="music")
    keeper.post(f"/beheer/lijsten/places/theme/{theme.pk}/change/", new | {"code": "noise", "name": "Muziek en dans"})

    theme.refresh_from_db()
    assert (theme.code, theme.name) == ("music", "Muziek en dans")


def test_role_gets_the_name_of_today(keeper: Client) -> None:
    row = RoleType.objects.get(role=Role.GEBIEDSREGISSEUR)

    keeper.post(
        f"/beheer/lijsten/accounts/roletype/{row.pk}/change/", {"label": "wijkregisseur", "label_en": "area manager"}
    )

    row.refresh_from_db()
    assert (row.label, row.role) == ("wijkregisseur", "gebiedsregisseur")


def test_list_costs_the_same_with_many_rows(keeper: Client, django_assert_max_num_queries: Callable) -> None:
    ThemeFactory.create_batch(12)

    with django_assert_max_num_queries(14):
        keeper.get("/beheer/lijsten/places/theme/")
