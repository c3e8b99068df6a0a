"""What happened in a case, newest first: owner's side and contact person read the same."""

import datetime as dt
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from gemeente.cases.enums import CasePart, CaseStep
from gemeente.cases.models import CaseChange, CaseFile, CaseMessage, ContactMoment
from gemeente.users.models import User

# Steps that everybody sees on a public page, because the name of the contact person stands there.
PUBLIC_STEPS = frozenset({CaseStep.CLAIM, CaseStep.HAND_OVER})


@dataclass(frozen=True)
class Item:
    """One line of the timeline. `dispute_id` is the contact that the owner can deny."""

    moment: dt.datetime
    title: str
    when: str
    text: str = ""
    more: str = ""
    is_public: bool = False
    is_voided: bool = False
    void_reason: str = ""
    dispute_id: int | None = None


def changes_of(case: CaseFile) -> list[CaseChange]:
    """The steps of a case, the newest first, with who took them."""
    return list(case.changes.select_related("actor__profile", "successor__profile").order_by("-pk"))


def timeline_of(case: CaseFile, changes: list[CaseChange], *, is_for_people: bool) -> list[Item]:
    """The steps of a case and, for the people of the case only, what was said, written and why: two more queries."""
    items = [of_change(case, change, is_for_people) for change in changes]
    if is_for_people:
        moments = case.moments.select_related("actor__profile").order_by("-pk")
        messages = case.messages.select_related("author__profile", "receipt").order_by("-pk")
        items += [of_moment(case, moment) for moment in moments] + [of_message(case, message) for message in messages]
    items.append(Item(case.opened_at, _("Begonnen"), date_format(case.opened_at)))
    return sorted(items, key=lambda item: item.moment, reverse=True)


def of_change(case: CaseFile, change: CaseChange, is_for_people: bool) -> Item:
    """A step, and for the people of the case why."""
    title = f"{name_of(case, change.actor)} {change.get_name_display()}"
    if change.successor:
        title = f"{title}: {change.successor.profile.work_name}"
    return Item(
        change.created_at,
        title,
        date_format(change.created_at),
        change.reason if is_for_people else "",
        is_public=case.subject.is_public and change.name in PUBLIC_STEPS,
    )


def of_moment(case: CaseFile, moment: ContactMoment) -> Item:
    """A contact, or a try."""
    more = _("Volgende afspraak: %(day)s") % {"day": date_format(moment.next_on)} if moment.next_on else ""
    return Item(
        moment.created_at,
        f"{moment.get_means_display()}, {moment.outcome}",
        f"{date_format(moment.happened_on)} · {name_of(case, moment.actor)}",
        moment.note,
        more,
        is_voided=moment.is_voided,
        void_reason=moment.void_reason,
        dispute_id=None if moment.is_voided else moment.pk,
    )


def of_message(case: CaseFile, message: CaseMessage) -> Item:
    """What one side wrote to the other."""
    number = message.receipt.number if message.receipt else ""
    return Item(
        message.created_at,
        _("Bericht van %(name)s") % {"name": name_of(case, message.author)},
        date_format(message.created_at),
        message.text,
        _("Ontvangstbewijs %(number)s") % {"number": number} if number else "",
    )


def name_of(case: CaseFile, user: User) -> str:
    """Somebody as the people of a case know her; a helper with for whom she speaks."""
    if user.pk not in case.voice_ids:
        return user.profile.work_name or str(_("Iemand"))
    name = user.first_name or user.profile.public_name
    is_helper = any(person.user_id == user.pk and person.part == CasePart.HELPER for person in case.people.all())
    if not is_helper:
        return name
    return _("%(helper)s, namens %(owner)s") % {"helper": name, "owner": case.owner.first_name}
