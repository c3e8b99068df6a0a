"""Photos of an initiative: its own, that of its result and those of its news; what is kept and what goes."""

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.storage import Storage
from django.db import connection
from django.utils import timezone

from gemeente.accounts.actions import close_account
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.portal.enums import RuleName
from gemeente.portal.models import Rule
from gemeente.users.models import User
from initiatives.actions.moving import move_initiative
from initiatives.actions.news import tell_news
from initiatives.actions.photos import remove_photo, set_photo
from initiatives.enums import ENDED, PhotoPlace, Stage
from initiatives.models import Initiative, Photo, Update
from initiatives.workflow import TRANSITIONS, Transition
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.photos import a_photo

Capture = Callable[..., object]


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk, store: Storage) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde)


def stored(store: Storage) -> set[str]:
    """The names of all files in the store."""
    return {f"photos/{name}" for name in store.listdir("photos")[1]} if store.exists("photos") else set()


def files_of(*photos: Photo) -> set[str]:
    """The names of the files of photos."""
    return {file.name for photo in photos for file in photo.files}


def step(source: Stage, name: str) -> Transition:
    """A step of the table."""
    return next(t for t in TRANSITIONS if (t.source, t.name) == (source, name))


def realise(initiative: Initiative, **fields: object) -> Initiative:
    """Begin and end well."""
    if initiative.stage != Stage.RUNNING:
        begin = next(t for t in TRANSITIONS if (t.source, t.target) == (initiative.stage, Stage.RUNNING))
        initiative = move_initiative(initiative=initiative, actor=initiative.owner, transition=begin)
    told = {"outcome": "De tuin is klaar.", "people_reached": 40} | fields
    ready = step(Stage.RUNNING, "realise")
    return move_initiative(initiative=initiative, actor=initiative.owner, transition=ready, **told)


# --- The photo on the card --------------------------------------------------------------------------------------------
def test_set_photo_stores_both_sizes_and_shows_it(initiative: Initiative, fatima: User, store: Storage) -> None:
    clean = a_photo()

    set_photo(initiative=initiative, actor=fatima, photo=clean, description="Het grasveld")

    photo = Photo.objects.get()
    initiative.refresh_from_db()
    assert (initiative.photo, photo.initiative) == (photo, initiative)
    assert (photo.width, photo.height, photo.description, photo.people_agreed) == (400, 300, "Het grasveld", True)
    assert [store.open(file.name).read() for file in photo.files] == [clean.large, clean.card, clean.jpeg]
    assert stored(store) == files_of(photo)
    assert initiative.picture == photo.card_url == f"/foto/{photo.key}/card.webp"


def test_photos_sent_in_parallel_leave_one(clone: None, store: Storage) -> None:
    initiative = published()

    def go(_turn: int) -> None:
        set_photo(initiative=initiative, actor=initiative.owner, photo=a_photo())
        connection.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(go, range(6)))

    photo = Photo.objects.get()
    assert stored(store) == files_of(photo)
    assert Initiative.objects.get().photo == photo


def test_names_of_files_tell_nothing(initiative: Initiative, fatima: User, store: Storage) -> None:
    set_photo(initiative=initiative, actor=fatima, photo=a_photo())

    photo = Photo.objects.get()
    assert files_of(photo) == {f"photos/{photo.key.hex}{rest}" for rest in (".webp", "-card.webp", ".jpg")}


def test_new_photo_replaces_the_old_one_whose_files_go_after_commit(
    initiative: Initiative, fatima: User, store: Storage, django_capture_on_commit_callbacks: Capture
) -> None:
    set_photo(initiative=initiative, actor=fatima, photo=a_photo())
    old = Photo.objects.get()

    with django_capture_on_commit_callbacks() as callbacks:
        set_photo(initiative=initiative, actor=fatima, photo=a_photo("blue"))

    new = Photo.objects.get()
    assert new != old
    assert stored(store) == files_of(old, new)
    for callback in callbacks:
        callback()
    assert stored(store) == files_of(new)


def test_removed_photo_makes_way_for_the_drawing(
    initiative: Initiative, fatima: User, store: Storage, django_capture_on_commit_callbacks: Capture
) -> None:
    set_photo(initiative=initiative, actor=fatima, photo=a_photo())
    old = Photo.objects.get()

    with django_capture_on_commit_callbacks() as callbacks:
        remove_photo(photo=old, actor=fatima)

    initiative.refresh_from_db()
    assert (initiative.photo, initiative.picture) == (None, initiative.drawing)
    assert Photo.objects.count() == 0
    assert stored(store) == files_of(old)
    for callback in callbacks:
        callback()
    assert stored(store) == set()


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("who", ["fatima", "bram", "willem", "noor", "mona"])
def test_any_photo_can_be_taken_away_by_its_owner_at_any_time(
    who: str, stage: Stage, cast: dict[str, User], initiative: Initiative, store: Storage
) -> None:
    set_photo(initiative=initiative, actor=cast["fatima"], photo=a_photo())
    photo = Photo.objects.get()
    Initiative.objects.exclude(stage=Stage.CONCEPT).update(
        stage=Stage.RUNNING if stage == Stage.CONCEPT else stage, outcome="Klaar." if stage in ENDED else ""
    )

    if who == "fatima":
        remove_photo(photo=photo, actor=cast[who])
    else:
        with pytest.raises(Refused):
            remove_photo(photo=photo, actor=cast[who])

    assert Photo.objects.exists() == (who != "fatima")


@pytest.mark.parametrize(
    ("who", "stage", "is_allowed"),
    [
        ("fatima", Stage.PUBLISHED, True),
        ("fatima", Stage.RUNNING, True),
        ("fatima", Stage.REALISED, False),
        ("fatima", Stage.STOPPED, False),
        ("bram", Stage.PUBLISHED, False),
        ("willem", Stage.PUBLISHED, False),
        ("noor", Stage.PUBLISHED, False),
        ("mona", Stage.PUBLISHED, False),
    ],
)
def test_photo_is_the_owners_as_long_as_it_runs(
    who: str, stage: Stage, is_allowed: bool, cast: dict[str, User], initiative: Initiative, store: Storage
) -> None:
    Initiative.objects.update(stage=stage, outcome="Klaar." if stage in ENDED else "")

    if is_allowed:
        set_photo(initiative=initiative, actor=cast[who], photo=a_photo())
        assert stored(store) == files_of(Photo.objects.get())
    else:
        with pytest.raises(Refused):
            set_photo(initiative=initiative, actor=cast[who], photo=a_photo())
        assert stored(store) == set()


# --- Result and news --------------------------------------------------------------------------------------------------
def test_result_keeps_its_own_photo(initiative: Initiative, fatima: User, store: Storage) -> None:
    set_photo(initiative=initiative, actor=fatima, photo=a_photo())

    ended = realise(initiative, photo=a_photo("blue"), photo_description="Buren aan een lange tafel")

    after = ended.photos.get(place=PhotoPlace.AFTER)
    assert after.description == "Buren aan een lange tafel"
    assert after != ended.photo
    assert stored(store) == files_of(ended.photo, after)


def test_photo_with_another_step_is_not_kept(initiative: Initiative, fatima: User, store: Storage) -> None:
    begin = step(Stage.PUBLISHED, "begin")

    move_initiative(initiative=initiative, actor=fatima, transition=begin, photo=a_photo())

    assert (Photo.objects.count(), stored(store)) == (0, set())


def test_new_result_replaces_the_photo_of_the_old_one(
    initiative: Initiative, fatima: User, store: Storage, django_capture_on_commit_callbacks: Capture
) -> None:
    first = realise(initiative, photo=a_photo())
    again = move_initiative(initiative=first, actor=fatima, transition=step(Stage.REALISED, "resume"))

    with django_capture_on_commit_callbacks(execute=True):
        second = realise(again, photo=a_photo("blue"))

    photo = second.photos.get()
    assert photo.place == PhotoPlace.AFTER
    assert stored(store) == files_of(photo)


def test_news_keeps_its_photo_once(initiative: Initiative, fatima: User, store: Storage) -> None:
    told = {"title": "De eerste bonen", "text": "Kom kijken.", "photos": [a_photo()], "photo_description": "Bonen"}
    key = uuid.uuid4()

    for _ in range(2):
        tell_news(initiative=initiative, actor=fatima, submission_key=key, **told)

    photo = Update.objects.get().photos.get()
    assert (photo.description, photo.place) == ("Bonen", PhotoPlace.NEWS)
    assert stored(store) == files_of(photo)


def test_news_with_too_many_photos_is_not_told(initiative: Initiative, fatima: User, store: Storage) -> None:
    Rule.objects.create(name=RuleName.NEWS_PHOTOS, value=1, starts_on=timezone.localdate())
    told = {"initiative": initiative, "actor": fatima, "title": "De eerste bonen", "text": "Kom kijken."}

    with pytest.raises(Refused, match="nog plek voor 1 foto"):
        tell_news(**told, photos=[a_photo(), a_photo("blue")])
    assert (Update.objects.count(), stored(store)) == (0, set())

    assert tell_news(**told, photos=[a_photo()]).photos.count() == 1


def test_closing_an_account_forgets_photos_of_concepts(
    initiative: Initiative, fatima: User, store: Storage, django_capture_on_commit_callbacks: Capture
) -> None:
    concept = InitiativeFactory(owner=fatima, wijk=initiative.wijk)
    set_photo(initiative=initiative, actor=fatima, photo=a_photo())
    set_photo(initiative=concept, actor=fatima, photo=a_photo("blue"))

    with django_capture_on_commit_callbacks(execute=True):
        close_account(user=fatima)

    assert not Initiative.objects.filter(pk=concept.pk).exists()
    assert stored(store) == files_of(Photo.objects.get())
