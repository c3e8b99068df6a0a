"""Bringing initiatives over from another site, as concepts that wait for their owner's own yes."""

from dataclasses import dataclass, field

from django.db import transaction

from gemeente.accounts.actions import ask_claim, register_on_paper
from gemeente.accounts.enums import ContactWay, DayPart
from gemeente.activity.actions import record
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.locking import locked
from initiatives.actions.writing import free_slug
from initiatives.enums import PlaceKind
from initiatives.imports import ImportRow
from initiatives.models import DroppedReference, Initiative
from initiatives.outdoor_policies import is_on_paper
from initiatives.policies import is_concept
from initiatives.verbs import BROUGHT_OVER


@dataclass
class Imported:
    """What an import did, by reference; `kept` says why."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)
    mailed: int = 0


@transaction.atomic
def import_initiatives(*, rows: list[ImportRow]) -> Imported:
    """Make or update a concept for each row, and ask owners with an e-mail address by mail, once a person.

    What its owner said yes or no to is kept as it is. Repeating the same rows changes nothing and mails nobody.
    """
    done, people = Imported(), dict[tuple[str, str], User]()
    dropped = set(DroppedReference.objects.values_list("reference", flat=True))
    for row in rows:
        known = Initiative.objects.filter(reference=row.reference).first()
        if row.reference in dropped:
            done.kept.append((row.reference, "its owner did not want it here"))
        elif known is None:
            add(row, people, done)
        else:
            update(known, row, done)
    return done


def add(row: ImportRow, people: dict[tuple[str, str], User], done: Imported) -> None:
    """A new concept. Several of one person become hers together, with one mail."""
    key = (row.owner_email, "") if row.owner_email else (row.owner_phone, row.owner_name)
    owner = people.get(key) or known_owner(row)
    if owner is None:
        way = ContactWay.PHONE if row.owner_phone else ContactWay.WRITING
        owner = register_on_paper(
            name=row.owner_name, wijk=row.wijk, contact_way=way, day_part=DayPart.ANY, phone=row.owner_phone
        )
        if row.owner_email:
            ask_claim(person=owner, email=row.owner_email)
            done.mailed += 1
    people[key] = owner
    initiative = Initiative.objects.create(
        owner=owner, reference=row.reference, slug=free_slug(row.title), **fields_of(row)
    )
    record(actor=None, verb=BROUGHT_OVER, person=owner, changes={"reference": (None, initiative.reference)})
    done.added.append(row.reference)


def known_owner(row: ImportRow) -> User | None:
    """Who was brought over before and did not answer yet, by her address or else by name and telephone."""
    people = User.objects.filter(email=None, is_active=True, initiatives__reference__isnull=False)
    if row.owner_email:
        return people.filter(claims__email=row.owner_email, claims__answered_at=None).first()
    return people.filter(name=row.owner_name, profile__phone=row.owner_phone).first()


def update(initiative: Initiative, row: ImportRow, done: Imported) -> None:
    """Bring a concept up to date that nobody said yes to; anything else is kept."""
    if not is_concept(initiative) or not is_on_paper(initiative):
        done.kept.append((row.reference, "its owner said yes: it is hers"))
        return
    initiative = locked(initiative)
    if initiative.noted_by_id or initiative.standing_yes:
        done.kept.append((row.reference, "somebody is with its owner about it"))
        return
    different = {name: value for name, value in fields_of(row).items() if getattr(initiative, name) != value}
    if not different:
        done.same.append(row.reference)
        return
    for name, value in different.items():
        setattr(initiative, name, value)
    initiative.save(update_fields=list(different))
    done.changed.append(row.reference)


def fields_of(row: ImportRow) -> dict[str, object]:
    """What a row says of an initiative. Whose place it is, its owner says."""
    wijk: Wijk | None = row.wijk
    return {
        "title": row.title,
        "summary": row.summary,
        "own_share": row.own_share,
        "needs": row.needs,
        "wijk": wijk,
        "theme": row.theme,
        "place_text": row.place,
        "place_kind": "" if row.place else PlaceKind.WIJK.value,
        "source_stage": row.stage.value,
        "source_url": row.url,
    }
