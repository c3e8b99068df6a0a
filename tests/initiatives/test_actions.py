"""Writes on initiatives: what they change, log and tell, and what they refuse."""

import threading
import uuid

import pytest
from django.db import IntegrityError, connection, transaction

from gemeente.accounts.models import Profile
from gemeente.activity.models import Entry, Follow, Notice, Subject
from gemeente.cases.models import CaseFile, CasePerson
from gemeente.lib.errors import Refused
from gemeente.places.geography import Place, blur
from gemeente.places.models import Theme, Wijk
from gemeente.portal.enums import TextKey
from gemeente.portal.texts import version_of
from gemeente.users.models import User
from initiatives.actions.bookkeeping import subject_fields
from initiatives.actions.publishing import missing_part, publish_initiative
from initiatives.actions.writing import free_slug, revise_idea, revise_place, revise_share, start_initiative
from initiatives.enums import PlaceKind, Stage
from initiatives.models import Initiative
from tests.factories.initiatives import InitiativeFactory, published, reachable

TEXTS = {"title": "Moestuin achter de Hoven", "summary": "Van gras maken we een tuin."}


def test_start_makes_a_concept_of_the_owner(fatima: User, oostgaarde: Wijk, garden_theme: Theme) -> None:
    key = uuid.uuid4()

    made = start_initiative(actor=fatima, theme=garden_theme, submission_key=key, **TEXTS)

    assert (made.owner, made.stage, made.slug) == (fatima, Stage.CONCEPT, "moestuin-achter-de-hoven")
    assert list(Entry.objects.values_list("verb", "actor", "subject")) == [("initiative_started", fatima.pk, None)]
    assert Subject.objects.count() == 0


def test_start_twice_with_one_key_makes_one(fatima: User, oostgaarde: Wijk, garden_theme: Theme) -> None:
    key = uuid.uuid4()
    first = start_initiative(actor=fatima, theme=garden_theme, submission_key=key, **TEXTS)

    second = start_initiative(actor=fatima, theme=garden_theme, submission_key=key, **TEXTS)

    assert second == first
    assert Initiative.objects.count() == 1


def test_start_sent_again_after_it_went_online_makes_no_second(
    fatima: User, oostgaarde: Wijk, garden_theme: Theme
) -> None:
    online = published(owner=fatima, wijk=oostgaarde, **TEXTS)

    again = start_initiative(actor=fatima, theme=garden_theme, submission_key=online.submission_key, **TEXTS)

    assert (again, Initiative.objects.count()) == (online, 1)
    assert not Entry.objects.filter(verb="initiative_started").exists()


def test_start_with_the_key_of_another_is_refused(
    fatima: User, bram: User, oostgaarde: Wijk, garden_theme: Theme
) -> None:
    key = uuid.uuid4()
    start_initiative(actor=fatima, theme=garden_theme, submission_key=key, **TEXTS)

    with pytest.raises(Refused):
        start_initiative(actor=bram, theme=garden_theme, submission_key=key, **TEXTS)


@pytest.mark.parametrize(("title", "begin"), [("Nieuw", "nieuw-"), ("!!!", "initiatief"), ("Café Été", "cafe-ete")])
def test_free_slug_is_readable_and_free(title: str, begin: str, db: None) -> None:
    assert free_slug(title).startswith(begin)


def test_publish_makes_subject_case_entry_follow_and_notices(
    fatima: User, noor: User, willem: User, oostgaarde: Wijk, run_jobs: object, mailoutbox: list, reference: None
) -> None:
    initiative = InitiativeFactory(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven")
    reachable(fatima)

    publish_initiative(initiative=initiative, actor=fatima)

    initiative.refresh_from_db()
    case = CaseFile.objects.get()
    assert (initiative.stage, initiative.case, case.subject) == (Stage.PUBLISHED, case, initiative.subject)
    assert initiative.subject.is_public
    assert list(CasePerson.objects.values_list("case", "user", "part")) == [(case.pk, fatima.pk, "owner")]
    promised = str(case.promised_on)
    assert list(Entry.objects.exclude(subject=None).order_by("pk").values_list("verb", "changes")) == [
        ("case_opened", {"state": [None, "new"], "promised_on": [None, promised]}),
        (
            "initiative_published",
            {
                "stage": ["concept", "published"],
                "number": [None, case.number],
                "promised_on": [None, promised],
                "rules_version": [None, version_of(TextKey.HOUSE_RULES)],
            },
        ),
    ]
    assert Follow.objects.filter(user=fatima, subject=initiative.subject).exists()
    told = Notice.objects.exclude(entry__subject=None).order_by("pk").values_list("recipient__name", "template", "path")
    assert list(told) == [
        ("Noor Jansen", "new_case", f"/werkbak/{case.pk}/"),
        ("Fatima Jansen", "initiative_published", ""),
        ("Willem Jansen", "initiative_in_your_wijk", ""),
    ]
    run_jobs()
    assert [mail.to[0].split("@")[0] for mail in mailoutbox] == ["noor", "fatima", "willem"]
    assert mailoutbox[0].alternatives[0][0].count("<a href=") == 2  # one button, and the way to stop this mail


def test_publish_twice_changes_nothing(fatima: User, oostgaarde: Wijk) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)
    entries = Entry.objects.count()

    publish_initiative(initiative=initiative, actor=fatima)

    assert (CaseFile.objects.count(), Entry.objects.count()) == (1, entries)


@pytest.mark.parametrize("who", ["bram", "willem", "noor", "mona"])
def test_publish_is_refused_for_others(who: str, cast: dict[str, User], oostgaarde: Wijk) -> None:
    initiative = InitiativeFactory(owner=cast["fatima"], wijk=oostgaarde)

    with pytest.raises(Refused):
        publish_initiative(initiative=initiative, actor=cast[who])

    assert CaseFile.objects.count() == 0


REVISIONS = {
    "idea": lambda who, initiative: revise_idea(
        initiative=initiative, actor=who, title="Een andere naam", summary="Heel iets anders.", theme=None
    ),
    "share": lambda who, initiative: revise_share(
        initiative=initiative, actor=who, own_share="Wij doen alles zelf.", needs="Een kruiwagen"
    ),
    "place": lambda who, initiative: revise_place(
        initiative=initiative,
        actor=who,
        wijk=None,
        place_kind=PlaceKind.PUBLIC,
        place_text="het plein",
        point=Place(4.57, 51.93),
    ),
}


@pytest.mark.parametrize("part", REVISIONS)
def test_revise_keeps_the_subject_true(part: str, fatima: User, oostgaarde: Wijk, garden_theme: Theme) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde, theme=garden_theme)
    before = Subject.objects.values().get()

    REVISIONS[part](fatima, initiative)

    initiative.refresh_from_db()
    subject = Subject.objects.get()
    assert {name: getattr(subject, name) for name in subject_fields(initiative)} == subject_fields(initiative)
    assert Subject.objects.values().get() != before


def test_revise_logs_wijk_and_theme_and_no_text(fatima: User, oostgaarde: Wijk, garden_theme: Theme) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde, theme=garden_theme)

    for revise in REVISIONS.values():
        revise(fatima, initiative)

    logged = Entry.objects.filter(verb="initiative_revised").order_by("pk").values_list("changes", flat=True)
    assert list(logged) == [{"theme": [str(garden_theme), None]}, {}, {"wijk": ["Oostgaarde", None]}]


@pytest.mark.parametrize("part", REVISIONS)
@pytest.mark.parametrize("who", ["bram", "willem", "noor", "mona"])
def test_revise_is_refused_for_others(
    part: str, who: str, cast: dict[str, User], oostgaarde: Wijk, garden_theme: Theme
) -> None:
    initiative = published(owner=cast["fatima"], wijk=oostgaarde, theme=garden_theme)
    before = Initiative.objects.values().get()

    with pytest.raises(Refused):
        REVISIONS[part](cast[who], initiative)

    assert Initiative.objects.values().get() == before


def test_subject_of_a_home_never_has_its_exact_point(fatima: User, oostgaarde: Wijk) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)
    home = Place(4.571234, 51.931234)

    revise_place(
        initiative=initiative,
        actor=fatima,
        wijk=oostgaarde,
        place_kind=PlaceKind.HOME,
        place_text="Wiekslag",
        point=home,
    )

    subject = Subject.objects.get()
    assert (subject.longitude, subject.latitude) == (blur(home).longitude, blur(home).latitude)
    assert (subject.longitude, subject.latitude) != (home.longitude, home.latitude)


@pytest.mark.parametrize(
    ("lack", "part"),
    [({"own_share": ""}, "share"), ({"place_kind": ""}, "place"), ({"contact_way": ""}, "contact")],
    ids=["own share", "place", "contact"],
)
def test_publish_is_refused_while_a_part_is_missing(
    lack: dict[str, str], part: str, fatima: User, oostgaarde: Wijk
) -> None:
    initiative = InitiativeFactory(owner=fatima, wijk=oostgaarde)
    reachable(fatima)
    Profile.objects.filter(user=fatima).update(**{k: v for k, v in lack.items() if k == "contact_way"})
    Initiative.objects.update(**{k: v for k, v in lack.items() if k != "contact_way"})
    initiative = Initiative.objects.get()

    assert missing_part(initiative) == part
    with pytest.raises(Refused):
        publish_initiative(initiative=initiative, actor=fatima)


@pytest.mark.parametrize(
    "change",
    [
        {"stage": "published"},
        {"stage": "unknown"},
        {"stage": "realised", "outcome": ""},
        {"place_kind": "unknown"},
        {"longitude": 4.57},
        {"longitude": 4.57, "latitude": 51.93},
    ],
    ids=["public without subject", "unknown stage", "end without outcome", "kind of place", "half a point", "point"],
)
def test_database_refuses_nonsense(change: dict[str, str], db: None) -> None:
    initiative = InitiativeFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Initiative.objects.filter(pk=initiative.pk).update(**change)


def test_publish_in_parallel_opens_one_case(clone: None) -> None:
    initiative = InitiativeFactory()
    reachable(initiative.owner)

    def go() -> None:
        publish_initiative(initiative=initiative, actor=initiative.owner)
        connection.close()

    threads = [threading.Thread(target=go) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (CaseFile.objects.count(), Subject.objects.count()) == (1, 1)


def test_start_with_the_same_texts_under_a_new_key_makes_one(
    fatima: User, oostgaarde: Wijk, garden_theme: Theme
) -> None:
    first = start_initiative(actor=fatima, theme=garden_theme, submission_key=uuid.uuid4(), **TEXTS)

    second = start_initiative(actor=fatima, theme=garden_theme, submission_key=uuid.uuid4(), **TEXTS)

    assert second == first
