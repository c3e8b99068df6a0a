"""/beheer/draaiboeken/ and /beheer/tips/."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from gemeente.activity.models import Entry
from gemeente.lib.errors import Refused
from gemeente.users.models import User
from initiatives.actions.blueprints import MOST_STEPS, add_blueprint, add_card, withdraw_blueprint, withdraw_card
from initiatives.actions.planning import take_blueprint
from initiatives.models import Blueprint, NextStepCard
from tests.factories.initiatives import InitiativeFactory
from tests.factories.plans import blueprint, card, in_days
from tests.pages import errors, soup

LIST, TIPS = "/beheer/draaiboeken/", "/beheer/tips/"


@pytest.fixture
def desk(client_for: Callable[..., Client], mona: User, reference: None) -> Client:
    return client_for(mona)


def typed(page: Client, url: str) -> dict[str, str]:
    """What a form would send as it stands."""
    form = soup(page.get(url)).select_one("main form")
    told = {field["name"]: field.get("value", "") for field in form.select("input[name]:not([type=checkbox])")}
    told |= {field["name"]: field.get_text().lstrip("\n") for field in form.select("textarea")}
    told |= {field["name"]: "on" for field in form.select("[type=checkbox][checked]")}
    chosen = {field["name"]: field.select_one("[selected]") for field in form.select("select")}
    return told | {name: option["value"] if option else "" for name, option in chosen.items()}


def steps_of(row: Blueprint) -> list[tuple[str, int | None]]:
    return list(row.steps.values_list("title", "days_before"))


# --- Ready plans ------------------------------------------------------------------------------------------------------
def test_manager_writes_a_new_version_and_who_took_it_keeps_hers(desk: Client, mona: User, fatima: User) -> None:
    old = blueprint()
    concept = InitiativeFactory(owner=fatima)
    take_blueprint(initiative=concept, actor=fatima, blueprint=old)
    told = typed(desk, f"{LIST}feest/") | {"title": "Groot feest", "starts_on": str(in_days(0))}
    told |= {"steps-0-ORDER": "9", "steps-1-title": "Hang lampjes op", "steps-2-title": "Ruim op"}
    told |= {"steps-2-days_before": "-1"}

    response = desk.post(f"{LIST}feest/", told)

    assert response.headers["Location"] == LIST
    new = Blueprint.objects.latest("pk")
    assert (new.title, new.author, new.position) == ("Groot feest", mona, old.position)
    assert steps_of(new) == [("Hang lampjes op", 0), ("Vraag de buren", 28), ("Ruim op", -1)]
    assert steps_of(old) == [("Vraag de buren", 28), ("Hang slingers op", 0)]
    assert [row.title for row in concept.plan_steps.in_order()] == ["Vraag de buren", "Hang slingers op"]
    assert Entry.objects.get(verb="blueprint_added").changes["code"] == [None, "feest"]


def test_preview_saves_nothing(desk: Client) -> None:
    blueprint()
    told = typed(desk, f"{LIST}feest/") | {"title": "Groot feest", "starts_on": str(in_days(0)), "preview": "1"}

    page = soup(desk.post(f"{LIST}feest/", told))

    assert "Groot feest" in page.select_one("[aria-labelledby=voorbeeld]").get_text()
    assert Blueprint.objects.count() == 1


def test_manager_writes_a_new_plan_and_takes_a_step_away(desk: Client) -> None:
    told = typed(desk, f"{LIST}nieuw/") | {"code": "buurtkamer", "title": "Buurtkamer", "intro": "Een kamer."}
    told |= {"starts_on": str(in_days(3)), "steps-0-title": "Zoek een sleutel", "steps-1-title": "Weg"}

    desk.post(f"{LIST}nieuw/", told | {"steps-1-DELETE": "on"})

    assert steps_of(Blueprint.objects.get()) == [("Zoek een sleutel", None)]
    assert "buurtkamer" not in desk.get("/draaiboeken/").content.decode()  # it has not begun


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"title": ""}, ["title"]),
        ({"starts_on": "2020-01-01"}, ["starts_on"]),
        ({"ends_on": "2020-01-01"}, ["ends_on"]),
        ({"code": "Straat Feest"}, ["code"]),
        ({"steps-0-link_url": "javascript:alert(1)", "steps-0-link_label": "x"}, ["steps-0-link_url"]),
        ({"steps-0-days_before": "9999"}, ["steps-0-days_before"]),
    ],
)
def test_bad_input_gets_a_sentence(wrong: dict[str, str], fields: list[str], desk: Client) -> None:
    told = typed(desk, f"{LIST}nieuw/") | {"code": "kamer", "title": "Kamer", "intro": "Een kamer."}
    told |= {"starts_on": str(in_days(3)), "steps-0-title": "Zoek een sleutel"}

    assert list(errors(desk.post(f"{LIST}nieuw/", told | wrong))) == fields
    assert Blueprint.objects.count() == 0


def test_plan_without_steps_and_a_code_that_is_taken_are_refused(desk: Client) -> None:
    blueprint()
    told = typed(desk, f"{LIST}nieuw/") | {
        "code": "kamer",
        "title": "Kamer",
        "intro": "x",
        "starts_on": str(in_days(3)),
    }

    assert "minstens één stap" in desk.post(f"{LIST}nieuw/", told).content.decode()
    taken = told | {"code": "feest", "steps-0-title": "Stap"}
    assert "al een draaiboek" in desk.post(f"{LIST}nieuw/", taken).content.decode()
    assert Blueprint.objects.count() == 1


def test_second_manager_hears_that_she_was_overtaken(desk: Client) -> None:
    blueprint()
    told = typed(desk, f"{LIST}feest/") | {"starts_on": str(in_days(0))}
    desk.post(f"{LIST}feest/", told)

    assert "net bewaard" in desk.post(f"{LIST}feest/", told).content.decode()


def test_history_shows_what_changed_and_what_comes_can_go(desk: Client, mona: User) -> None:
    blueprint()
    coming = blueprint(title="Groot feest", starts_on=in_days(9))
    url = f"{LIST}feest/versies/{coming.pk}/"

    assert len(soup(desk.get(f"{LIST}feest/versies/")).select(".portal-timeline__entry")) == 2
    page = soup(desk.get(url))
    assert "Groot" in page.select_one(".portal-card ins").get_text()
    assert desk.post(url).headers["Location"] == LIST
    assert Blueprint.objects.count() == 1
    withdraw_blueprint(blueprint=coming, actor=mona)  # it is gone already
    assert Entry.objects.filter(verb="blueprint_withdrawn").count() == 1
    with pytest.raises(Refused):
        withdraw_blueprint(blueprint=Blueprint.objects.get(), actor=mona)


def test_unknown_plan_is_not_there(desk: Client) -> None:
    assert desk.get(f"{LIST}bestaat-niet/").status_code == 404


# --- Tips -------------------------------------------------------------------------------------------------------------
def test_manager_changes_a_tip_from_a_day_on(desk: Client, mona: User) -> None:
    card("drie-buren", stages=["published", "running"], max_support=0, has_photo=False).save()
    told = typed(desk, f"{TIPS}drie-buren/") | {"text": "Bel aan.", "starts_on": str(in_days(4))}

    desk.post(f"{TIPS}drie-buren/", told | {"stages": ["published", "running"], "min_days": "5"})

    new = NextStepCard.objects.latest("pk")
    assert (new.text, new.max_support, new.min_days, new.has_photo, new.has_steps) == ("Bel aan.", 0, 5, False, None)
    assert "Bel aan." in desk.get(TIPS).content.decode()
    desk.post(f"{TIPS}{new.pk}/weg/")
    withdraw_card(card=new, actor=mona)
    assert NextStepCard.objects.count() == 1
    assert Entry.objects.filter(verb="card_withdrawn").count() == 1


def test_preview_of_a_tip_saves_nothing(desk: Client) -> None:
    told = {"code": "tip", "title": "Bel aan", "text": "Doe het.", "stages": ["running"], "starts_on": str(in_days(0))}

    page = soup(desk.post(f"{TIPS}nieuw/", told | {"preview": "1"}))

    assert "Bel aan" in page.select_one("[aria-labelledby=voorbeeld]").get_text()
    assert NextStepCard.objects.count() == 0
    desk.post(f"{TIPS}nieuw/", told)
    assert NextStepCard.objects.get().title == "Bel aan"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"stages": []}, "stages"),
        ({"page": "news"}, "link_label"),
        ({"min_days": "x"}, "min_days"),
        ({"title_en": "Ring a bell"}, "text_en"),
        ({"text_en": "Do it."}, "title_en"),
        ({"link_label_en": "Go", "title_en": "Ring", "text_en": "Do it."}, "page"),
        (
            {"page": "news", "link_label": "Ga", "title_en": "Ring a bell", "text_en": "Do it."},
            "link_label_en",
        ),
    ],
)
def test_bad_tip_gets_a_sentence(wrong: dict[str, object], field: str, desk: Client) -> None:
    told = {"code": "tip", "title": "Bel aan", "text": "Doe het.", "stages": ["running"], "starts_on": str(in_days(0))}

    assert list(errors(desk.post(f"{TIPS}nieuw/", told | wrong))) == [field]


# --- Who may ----------------------------------------------------------------------------------------------------------
def test_only_a_manager_writes_them(cast: dict[str, User | None]) -> None:
    coming, tip = blueprint(starts_on=in_days(9)), card(starts_on=in_days(9))
    tip.save()
    words = {"code": "x", "starts_on": in_days(1), "ends_on": None, "based_on": None, "title": "x"}

    for who, user in cast.items():
        if user and who != "mona":
            for act in (
                lambda user=user: add_blueprint(actor=user, steps=[{"title": "Stap"}], intro="x", **words),
                lambda user=user: withdraw_blueprint(blueprint=coming, actor=user),
                lambda user=user: add_card(actor=user, stages=["running"], text="x", **words),
                lambda user=user: withdraw_card(card=tip, actor=user),
            ):
                with pytest.raises(Refused):
                    act()
    assert (Blueprint.objects.count(), NextStepCard.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"starts_on": -1}, "Deze dag is voorbij"),
        ({"ends_on": 2}, "De laatste dag ligt voor de eerste"),
        ({"code": "nieuw"}, "Er is al een"),
        ({"based_on": None}, "Er is al een"),
        ({"based_on": 0}, "net bewaard"),
    ],
    ids=["day that passed", "end before the beginning", "address of a page", "code that is taken", "another was first"],
)
def test_version_that_cannot_be_is_refused(wrong: dict[str, Any], why: str, mona: User) -> None:
    plan, tip = blueprint(), card()
    tip.save()
    told = {"starts_on": 3, "ends_on": None} | wrong
    told |= {name: in_days(told[name]) for name in ("starts_on", "ends_on") if told[name] is not None}
    plans = {"code": plan.code, "based_on": plan.pk, "intro": "Een feest.", "steps": [{"title": "Stap"}]}
    tips = {"code": tip.code, "based_on": tip.pk, "text": "Bel aan.", "stages": ["running"]}

    for add, words in ((add_blueprint, plans), (add_card, tips)):
        with pytest.raises(Refused, match=why):
            add(actor=mona, title="Nieuw", **words | told)
    assert (Blueprint.objects.count(), NextStepCard.objects.count()) == (1, 1)
    for add, words in ((add_blueprint, plans), (add_card, tips)):
        add(actor=mona, title="Nieuw", **words | {"starts_on": in_days(3), "ends_on": in_days(3)})

    assert (Blueprint.objects.count(), NextStepCard.objects.count()) == (2, 2)


def test_ready_plan_has_so_many_steps_and_no_more(mona: User) -> None:
    steps = [{"title": f"Stap {number}"} for number in range(MOST_STEPS + 1)]
    told = {"actor": mona, "code": "kamer", "based_on": None, "starts_on": in_days(3), "title": "Kamer", "intro": "x"}

    with pytest.raises(Refused, match=f"hoogstens {MOST_STEPS} stappen"):
        add_blueprint(steps=steps, **told)
    assert Blueprint.objects.count() == 0

    assert add_blueprint(steps=steps[1:], **told).steps.count() == MOST_STEPS


@pytest.mark.parametrize("number", [1, 30])
def test_lists_cost_the_same_for_many(number: int, desk: Client, django_assert_max_num_queries: Callable) -> None:
    for n in range(number):
        blueprint(f"plan-{n}", steps=())
        card(f"tip-{n}").save()
    desk.get(LIST)

    for url in (LIST, TIPS):
        with django_assert_max_num_queries(10):
            desk.get(url)
