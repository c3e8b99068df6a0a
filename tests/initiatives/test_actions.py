"""Writes on initiatives: what they change, log and tell, and what they refuse."""

import threading
import uuid

import pytest
from django.db import IntegrityError, connection, transaction

from gemeente.activity.models import Entry, Follow, Notice, Subject
from gemeente.cases.models import CaseFile, CasePerson
from gemeente.lib.errors import Refused
from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.actions import free_slug, publish_initiative, revise_initiative, start_initiative, subject_fields
from initiatives.enums import Stage
from initiatives.models import Initiative
from tests.factories.initiatives import InitiativeFactory, published

TEXTS = {"title": "Moestuin achter de Hoven", "summary": "Van gras maken we een tuin.", "own_share": "Wij geven water."}


def test_start_makes_a_concept_of_the_owner(fatima: User, oostgaarde: Wijk, garden_theme: Theme) -> None:
    key = uuid.uuid4()

    made = start_initiative(actor=fatima, wijk=oostgaarde, theme=garden_theme, submission_key=key, **TEXTS)

    assert (made.owner, made.stage, made.slug) == (fatima, Stage.CONCEPT, "moestuin-achter-de-hoven")
    assert list(Entry.objects.values_list("verb", "actor", "subject")) == [("initiative_started", fatima.pk, None)]
    assert Subject.objects.count() == 0


def test_start_twice_with_one_key_makes_one(fatima: User, oostgaarde: Wijk, garden_theme: Theme) -> None:
    key = uuid.uuid4()
    first = start_initiative(actor=fatima, wijk=oostgaarde, theme=garden_theme, submission_key=key, **TEXTS)

    second = start_initiative(actor=fatima, wijk=oostgaarde, theme=garden_theme, submission_key=key, **TEXTS)

    assert second == first
    assert Initiative.objects.count() == 1


def test_start_with_the_key_of_another_is_refused(
    fatima: User, bram: User, oostgaarde: Wijk, garden_theme: Theme
) -> None:
    key = uuid.uuid4()
    start_initiative(actor=fatima, wijk=oostgaarde, theme=garden_theme, submission_key=key, **TEXTS)

    with pytest.raises(Refused):
        start_initiative(actor=bram, wijk=oostgaarde, theme=garden_theme, submission_key=key, **TEXTS)


@pytest.mark.parametrize(("title", "begin"), [("Nieuw", "nieuw-"), ("!!!", "initiatief"), ("Café Été", "cafe-ete")])
def test_free_slug_is_readable_and_free(title: str, begin: str, db: None) -> None:
    assert free_slug(title).startswith(begin)


def test_publish_makes_subject_case_entry_follow_and_notices(
    fatima: User, noor: User, oostgaarde: Wijk, run_jobs: object, mailoutbox: list
) -> None:
    initiative = InitiativeFactory(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven")

    publish_initiative(initiative=initiative, actor=fatima)

    initiative.refresh_from_db()
    case = CaseFile.objects.get()
    assert (initiative.stage, initiative.case, case.subject) == (Stage.PUBLISHED, case, initiative.subject)
    assert initiative.subject.is_public
    assert list(CasePerson.objects.values_list("case", "user", "part")) == [(case.pk, fatima.pk, "owner")]
    assert list(Entry.objects.exclude(subject=None).order_by("pk").values_list("verb", "changes")) == [
        ("case_opened", {"state": [None, "new"]}),
        ("initiative_published", {"stage": ["concept", "published"]}),
    ]
    assert Follow.objects.filter(user=fatima, subject=initiative.subject).exists()
    told = Notice.objects.exclude(entry__subject=None).order_by("pk").values_list("recipient__name", "template")
    assert list(told) == [("Noor Jansen", "new_case"), ("Fatima Jansen", "initiative_published")]
    run_jobs()
    assert [mail.to for mail in mailoutbox][-2:] == [["noor@voorbeeld.example"], ["fatima@voorbeeld.example"]]


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


def test_revise_keeps_the_subject_true(fatima: User, oostgaarde: Wijk, schollevaar: Wijk, garden_theme: Theme) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde, theme=garden_theme)

    revise_initiative(initiative=initiative, actor=fatima, wijk=schollevaar, theme=garden_theme, **TEXTS)

    initiative.refresh_from_db()
    subject = Subject.objects.get()
    assert {name: getattr(subject, name) for name in subject_fields(initiative)} == subject_fields(initiative)
    assert subject.title == "Moestuin achter de Hoven"
    assert Entry.objects.get(verb="initiative_revised").changes == {"wijk": ["Oostgaarde", "Schollevaar"]}


@pytest.mark.parametrize("who", ["bram", "willem", "noor", "mona"])
def test_revise_is_refused_for_others(who: str, cast: dict[str, User], oostgaarde: Wijk, garden_theme: Theme) -> None:
    initiative = published(owner=cast["fatima"], wijk=oostgaarde, theme=garden_theme)

    with pytest.raises(Refused):
        revise_initiative(initiative=initiative, actor=cast[who], wijk=oostgaarde, theme=garden_theme, **TEXTS)

    assert Initiative.objects.get().title == initiative.title


@pytest.mark.parametrize(
    "change",
    [{"stage": "published"}, {"stage": "unknown"}, {"stage": "realised", "outcome": ""}],
    ids=["public without subject", "unknown stage", "end without outcome"],
)
def test_database_refuses_nonsense(change: dict[str, str], db: None) -> None:
    initiative = InitiativeFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Initiative.objects.filter(pk=initiative.pk).update(**change)


def test_publish_in_parallel_opens_one_case(clone: None) -> None:
    initiative = InitiativeFactory()

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
    first = start_initiative(actor=fatima, wijk=oostgaarde, theme=garden_theme, submission_key=uuid.uuid4(), **TEXTS)

    second = start_initiative(actor=fatima, wijk=oostgaarde, theme=garden_theme, submission_key=uuid.uuid4(), **TEXTS)

    assert second == first
