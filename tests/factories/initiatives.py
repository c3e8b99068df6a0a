"""Initiatives, dull by default: made through the actions people use."""

from typing import Any

import factory
from django.utils import timezone

from gemeente.accounts.age import lacks_consent
from gemeente.accounts.enums import ContactWay, DayPart
from gemeente.accounts.models import Profile
from gemeente.activity.actions import Changes, record
from gemeente.activity.models import Entry, Follow, Notice, Subject
from gemeente.activity.tasks import deliver_notice
from gemeente.cases.actions.steps import promise
from gemeente.cases.enums import CaseKind, CasePart, CaseState
from gemeente.cases.models import CaseFile, CasePerson
from gemeente.cases.notices import NEW_CASE, first_responsible
from gemeente.cases.verbs import DID_OPEN
from gemeente.places.geography import Place
from gemeente.portal.enums import TextKey
from gemeente.portal.reference import load_rules
from gemeente.portal.texts import version_of
from gemeente.users.models import User
from initiatives.actions.bookkeeping import subject_fields
from initiatives.actions.publishing import publish_initiative
from initiatives.actions.saved_searches import look_for_readers
from initiatives.actions.standing import begin_in_wijk
from initiatives.actions.versions import substance_of
from initiatives.actions.writing import usual_scale
from initiatives.enums import PlaceKind, Stage
from initiatives.models import Initiative, Version
from initiatives.notices import IN_YOUR_WIJK, PUBLISHED, wop_of
from initiatives.verbs import INITIATIVE_PUBLISHED
from tests.factories.places import ThemeFactory, WijkFactory
from tests.factories.users import UserFactory


class InitiativeFactory(factory.django.DjangoModelFactory):
    """A concept."""

    class Meta:
        model = Initiative

    owner = factory.SubFactory(UserFactory)
    title = factory.Sequence(lambda n: f"Buurttuin nummer {n}")
    slug = factory.Sequence(lambda n: f"buurttuin-nummer-{n}")
    summary = "We maken van het grasveld een tuin. Iedereen uit de straat mag oogsten."
    own_share = "Zes gezinnen geven elke week water."
    wijk = factory.SubFactory(WijkFactory)
    place_kind = PlaceKind.WIJK
    theme = factory.SubFactory(ThemeFactory)


def reachable(user: User) -> None:
    """Let somebody be ready to publish: called by phone unless she said so before, in a portal that has its rules."""
    load_rules()
    told = {"contact_way": ContactWay.PHONE, "day_part": DayPart.ANY, "phone": "010-555 0123"}
    Profile.objects.filter(user=user, contact_way="").update(**told)


class _UnsavedFactory(InitiativeFactory):
    """The same, with its people and places in the database but not yet itself."""

    class Meta:
        model = Initiative

    @classmethod
    def _create(cls, model: type[Initiative], *_args: Any, **fields: Any) -> Initiative:
        return model(**fields)


def published(**fields: Any) -> Initiative:
    """An initiative that everybody can read, row for row as `publish_initiative` leaves it (a test compares them).

    Thousands of tests begin with one, so its rows are written here at once: the action first asks whether it may.
    """
    initiative = _UnsavedFactory(**fields)
    reachable(initiative.owner)
    initiative.owner = owner = User.objects.select_related("profile").get(pk=initiative.owner_id)
    if initiative.noted_by_id or initiative.reference or lacks_consent(owner):
        initiative.save()
        return publish_initiative(initiative=initiative, actor=owner)
    subject = Subject.objects.create(kind="initiative", is_public=True, **subject_fields(initiative))
    case = new_case(subject)
    put_in_place(initiative, subject, case)
    opened = record(actor=owner, verb=DID_OPEN, subject=subject, changes=changes_of(case, state=CaseState.NEW))
    logged = changes_of(case, rules_version=version_of(TextKey.HOUSE_RULES), number=case.number)
    logged["stage"] = (Stage.CONCEPT, initiative.stage)
    entry = record(actor=owner, verb=INITIATIVE_PUBLISHED, subject=subject, changes=logged)
    Follow.objects.create(user=owner, subject=subject)
    tell(
        *((opened, user, NEW_CASE, case.desk_url) for user in first_responsible(case)),
        (entry, owner, PUBLISHED, ""),
        *((entry, user, IN_YOUR_WIJK, "") for user in wop_of(initiative)),
    )
    look_for_readers(initiative)
    return initiative


def placed(place: Place, kind: PlaceKind = PlaceKind.PUBLIC, **fields: Any) -> Initiative:
    """An initiative that everybody can read, at a place, as its owner says it."""
    where = {"place_kind": kind, "place_text": "bij de brug", "longitude": place.longitude, "latitude": place.latitude}
    return published(**where, scale=usual_scale(fields["wijk"], kind), **fields)


def new_case(subject: Subject) -> CaseFile:
    """Its case, of today."""
    now, promised_on = timezone.now(), promise(CaseKind.INITIATIVE)
    moments = dict.fromkeys(("opened_at", "began_at", "silent_since"), now)
    days = dict.fromkeys(("promised_on", "due_on"), promised_on)
    return CaseFile.objects.create(subject=subject, kind=CaseKind.INITIATIVE, **moments, **days)


def put_in_place(initiative: Initiative, subject: Subject, case: CaseFile) -> None:
    """The initiative itself, its owner in its case, and the first version of its text."""
    initiative.subject, initiative.case = subject, case
    initiative.stage = initiative.source_stage or Stage.PUBLISHED
    begin_in_wijk(initiative)
    initiative.published_at = initiative.heard_at = case.opened_at
    initiative.version_count = 1
    initiative.save(force_insert=True)
    CasePerson.objects.create(case=case, user=initiative.owner, part=CasePart.OWNER)
    texts = substance_of(initiative) | {"place_kind": initiative.place_kind}
    Version.objects.create(initiative=initiative, number=1, author=initiative.owner, **texts)


def changes_of(case: CaseFile, **logged: Any) -> Changes:
    """What the log says of something new."""
    return {name: (None, value) for name, value in (logged | {"promised_on": case.promised_on}).items()}


def tell(*told: tuple[Entry, User, str, str]) -> None:
    """Notices, and the jobs that mail them."""
    rows = [Notice(entry=entry, recipient=user, template=name, path=path) for entry, user, name, path in told]
    made = Notice.objects.bulk_create(rows)
    deliver_notice.batch_defer(*({"notice_id": notice.pk} for notice in made))
