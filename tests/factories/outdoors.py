"""What is written down for somebody else, and who helps whom."""

import datetime as dt
from typing import Any

from django.utils import timezone

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.bookkeeping import keep_people_in_step
from initiatives.actions.outdoors import (
    note_outdoors,
    publish_for_owner,
    record_call,
    record_card,
)
from initiatives.actions.writing import revise_place, revise_share
from initiatives.enums import PlaceKind
from initiatives.models import Consent, Helper, Initiative
from tests.factories.photos import a_photo

PLAN = "Elke vrijdag soep koken voor wie alleen eet. Iedereen mag aanschuiven."


def give_helper(initiative: Initiative, user: User, **fields: Any) -> Helper:
    """Let somebody act in the owner's name, as if she had answered the mail."""
    told = {"named_by": initiative.owner, "accepted_at": timezone.now(), "name": user.first_name} | fields
    helper = Helper.objects.create(initiative=initiative, user=user, **told)
    keep_people_in_step(initiative)
    return helper


def noted(by: User, wijk: Wijk | None = None, **fields: Any) -> Initiative:
    """A plan of Ria, who has no account, written down outdoors."""
    told = {"name": "Ria de Bruin", "summary": PLAN, "phone": "010-555 0199", "title": "Soep op vrijdag"} | fields
    return note_outdoors(actor=by, wijk=wijk, **told)


def complete(by: User, wijk: Wijk | None = None, **fields: Any) -> Initiative:
    """The same with nothing missing, as Ria told it."""
    initiative = noted(by, wijk, **fields)
    revise_share(initiative=initiative, actor=by, own_share="Ik kook en mijn zus dekt de tafel.", needs="Grote pannen")
    revise_place(initiative=initiative, actor=by, wijk=wijk, place_kind=PlaceKind.PUBLIC, place_text="het buurthuis")
    return reread(initiative)


def online(by: User, wijk: Wijk | None = None, **fields: Any) -> Initiative:
    """Put online with a card that Ria signed."""
    initiative = complete(by, wijk, **fields)
    yes = record_card(initiative=initiative, actor=by, photo=a_photo(), given_on=timezone.localdate())
    return publish_for_owner(initiative=initiative, actor=by, consent=yes)


def reread(initiative: Initiative) -> Initiative:
    """As its pages read it now."""
    return Initiative.objects.with_yes().get(pk=initiative.pk)


def today() -> dt.date:
    return timezone.localdate()


def signed(note: Initiative, by: User) -> Consent:
    return record_card(initiative=note, actor=by, photo=a_photo(), given_on=today())


def called(note: Initiative, by: User) -> Consent:
    return record_call(initiative=note, actor=by, given_on=today())
