"""Writing the toekomstagenda, ordering it, freezing a version and offering it to the gemeente."""

from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from gemeente.activity.actions import notify, record
from gemeente.activity.models import Subject
from gemeente.lib.documents import CleanDocument
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.brakes import refuse_paused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.agenda.actions.bookkeeping import keep_subject_true, locked_for, locked_wijk
from wijken.agenda.actions.ordering import trade_places
from wijken.agenda.enums import AgendaState
from wijken.agenda.models import AgendaVersion, Opgave, Toekomstagenda
from wijken.agenda.notices import OFFERED, desk_of, others, points_url
from wijken.agenda.policies import can_edit_agenda, can_offer_agenda
from wijken.agenda.verbs import AGENDA_CHANGED, AGENDA_FROZEN, AGENDA_OFFERED, OPGAVE_PLACED
from wijken.models import WijkTheme


def current_of(wijk: Wijk) -> Toekomstagenda | None:
    """The agenda of a wijk that counts, with its subject."""
    rows = Toekomstagenda.objects.select_related("subject").filter(wijk=wijk, state=AgendaState.CURRENT)
    found = rows.first()
    if found:
        found.wijk = wijk
    return found


@transaction.atomic
def write_agenda(
    *,
    wijk: Wijk,
    actor: User,
    title: str,
    from_year: int,
    to_year: int,
    vision: str,
    based_on: int,
    document: CleanDocument | None = None,
    is_new: bool = False,
) -> Toekomstagenda:
    """Write the agenda of a wijk, and keep a document of an existing one with it. With `is_new` a next one begins.

    `based_on` is the number of changes that the writer saw (0 for none). Raises Refused for who is no member of the
    WOP, without a title, and for years that run backwards; Stale when somebody else wrote meanwhile.
    """
    if not can_edit_agenda(actor, wijk.pk):
        raise Refused(_("Alleen bewoners in het WOP van deze wijk kunnen dit."))
    refuse_paused(actor)
    if not title.strip() or to_year < from_year:
        raise Refused(_("Geef de agenda een titel, en jaren die op elkaar volgen."))
    locked_wijk(wijk)
    agenda = current_of(wijk)
    if (agenda.edits if agenda else 0) != based_on:
        raise Stale(_("Iemand anders schreef net aan de agenda. Lees wat er nu staat."))
    if agenda and is_new:
        retire(agenda)
        agenda = None
    before = agenda.period if agenda else None
    agenda = agenda or begin_agenda(wijk, title)
    agenda.title, agenda.from_year, agenda.to_year, agenda.vision = title.strip(), from_year, to_year, vision.strip()
    agenda.edits += 1
    agenda.save()
    if document:
        keep_document(agenda, document)
    Subject.objects.filter(pk=agenda.subject_id).update(title=agenda.title, search_text=agenda.vision)
    record(actor=actor, verb=AGENDA_CHANGED, subject=agenda.subject, changes={"period": (before, agenda.period)})
    return agenda


def begin_agenda(wijk: Wijk, title: str) -> Toekomstagenda:
    """A first or next agenda, not saved yet, with its subject."""
    with translation.override("nl"):
        path = Toekomstagenda(wijk=wijk).get_absolute_url()
    subject = Subject.objects.create(kind="agenda", title=title, path=path, wijk=wijk, is_public=True)
    return Toekomstagenda(wijk=wijk, subject=subject)


def retire(agenda: Toekomstagenda) -> None:
    """Let an agenda be one of before: it stays to be read at an address of its own."""
    agenda.state = AgendaState.FORMER
    agenda.save(update_fields=["state"])
    path = f"{agenda.subject.path}vroeger/{agenda.pk}/"
    Subject.objects.filter(pk=agenda.subject_id).update(path=path)


def keep_document(agenda: Toekomstagenda, document: CleanDocument) -> None:
    """Keep a checked PDF in the place of the one before, which goes once the transaction is committed."""
    if agenda.file:
        transaction.on_commit(partial(agenda.file.storage.delete, agenda.file.name or ""))
    agenda.file_name, agenda.file_size = document.name, len(document.data)
    agenda.file.save(f"agenda-{agenda.pk}-{agenda.edits}.pdf", ContentFile(document.data), save=False)
    agenda.save(update_fields=["file", "file_name", "file_size"])


# --- Order ------------------------------------------------------------------------------------------------------------
@transaction.atomic
def put_on_agenda(*, opgave: Opgave, actor: User, is_on: bool) -> Opgave:
    """Put an opgave on the agenda, last in order, or take it off. Twice changes nothing.

    Raises Refused for who is no member of the WOP, and for taking off what was offered: it waits for an answer.
    """
    locked_wijk(opgave.wijk)
    opgave = locked_for(opgave, actor)
    if is_on == (opgave.position is not None):
        return opgave
    if not is_on and opgave.offered_at:
        raise Refused(_("Dit punt is al aangeboden en wacht op antwoord. Stop de opgave als die niet meer nodig is."))
    before = opgave.position
    last = Opgave.objects.in_wijk(opgave.wijk).aggregate(last=Max("position"))["last"] or 0
    opgave.position = last + 1 if is_on else None
    opgave.save(update_fields=["position"])
    changes = {"position": (before, opgave.position)}
    record(actor=actor, verb=OPGAVE_PLACED, subject=opgave.subject, changes=changes)
    return opgave


@transaction.atomic
def shift_opgave(*, opgave: Opgave, actor: User, is_up: bool) -> bool:
    """Move an opgave one place up or down on the agenda. Raises Refused for who is no member of the WOP."""
    locked_wijk(opgave.wijk)
    opgave = locked_for(opgave, actor)
    rows = Opgave.objects.in_wijk(opgave.wijk).on_agenda().order_by("position", "pk").only("pk", "position")
    return trade_places(rows, opgave.pk, is_up=is_up)


@transaction.atomic
def choose_theme(*, opgave: Opgave, actor: User, theme: WijkTheme | None) -> Opgave:
    """Say to which theme of the wijk it belongs. Raises Refused for who is no member, and a theme of elsewhere."""
    opgave = locked_for(opgave, actor)
    if theme and theme.wijk_id != opgave.wijk_id:
        raise Refused(_("Dit thema hoort niet bij deze wijk."))
    before, opgave.theme = opgave.theme_id, theme
    if before == opgave.theme_id:
        return opgave
    opgave.save(update_fields=["theme"])
    keep_subject_true(opgave)
    changes = {"theme": (before, opgave.theme_id)}
    record(actor=actor, verb=OPGAVE_PLACED, subject=opgave.subject, changes=changes)
    return opgave


# --- Versions ---------------------------------------------------------------------------------------------------------
@transaction.atomic
def freeze_agenda(*, wijk: Wijk, actor: User) -> AgendaVersion:
    """Keep the agenda as it stands now. Nothing new since the last version makes none.

    Raises Refused for who is no member of the WOP, and where there is no agenda yet.
    """
    if not can_edit_agenda(actor, wijk.pk):
        raise Refused(_("Alleen bewoners in het WOP van deze wijk kunnen dit."))
    locked_wijk(wijk)
    agenda = written_agenda(wijk)
    last = agenda.versions.first()
    if last and contents_of(agenda) == {name: getattr(last, name) for name in KEPT}:
        return last
    version = make_version(agenda, actor, is_offered=False)
    changes = {"number": (None, version.number)}
    record(actor=actor, verb=AGENDA_FROZEN, subject=agenda.subject, changes=changes)
    return version


KEPT = ("title", "period", "vision", "themes", "opgaven")


def written_agenda(wijk: Wijk) -> Toekomstagenda:
    """The agenda of a wijk. Raises Refused where there is none yet."""
    agenda = current_of(wijk)
    if agenda is None:
        raise Refused(_("Schrijf eerst de agenda: een titel, de jaren en waar de wijk heen wil."))
    return agenda


def contents_of(agenda: Toekomstagenda) -> dict[str, object]:
    """What a version keeps, as it stands now."""
    rows = Opgave.objects.public().in_wijk(agenda.wijk).on_agenda().in_order().select_related("theme")
    opgaven = [
        {
            "id": row.pk,
            "title": row.title,
            "theme": row.theme.name if row.theme else "",
            "state": row.state,
            "text": row.text_count,
        }
        for row in rows
    ]
    themes = WijkTheme.objects.of(agenda.wijk).on(timezone.localdate()).values_list("name", flat=True)
    told = {"title": agenda.title, "period": agenda.period, "vision": agenda.vision}
    return {**told, "themes": list(themes), "opgaven": opgaven}


def make_version(agenda: Toekomstagenda, actor: User, *, is_offered: bool) -> AgendaVersion:
    """The next version of an agenda whose wijk is locked."""
    agenda.version_count += 1
    agenda.save(update_fields=["version_count"])
    return AgendaVersion.objects.create(
        agenda=agenda, number=agenda.version_count, made_by=actor, is_offered=is_offered, **contents_of(agenda)
    )


@transaction.atomic
def offer_agenda(*, wijk: Wijk, actor: User) -> AgendaVersion:
    """Offer the agenda to the gemeente: frozen, and from now on each of its points waits for an answer.

    What was offered before keeps its day. Raises Refused for anybody but the board, without an agenda, and where there
    is nothing new to offer.
    """
    if not can_offer_agenda(actor, wijk.pk):
        raise Refused(_("Alleen het bestuur van het WOP biedt de agenda aan."))
    locked_wijk(wijk)
    agenda = written_agenda(wijk)
    rows = Opgave.objects.public().in_wijk(wijk).open().on_agenda().filter(offered_at=None)
    new = list(rows.select_for_update(no_key=True, of=("self",)).order_by("pk").values_list("pk", flat=True))
    if not new:
        raise Refused(_("Er staat niets nieuws op de agenda om aan te bieden."))
    version = make_version(agenda, actor, is_offered=True)
    now = timezone.now()
    Opgave.objects.filter(pk__in=new).update(offered_at=now)
    agenda.offered_at = now
    agenda.save(update_fields=["offered_at"])
    changes = {"number": (None, version.number)}
    entry = record(actor=actor, verb=AGENDA_OFFERED, subject=agenda.subject, changes=changes)
    notify(entry=entry, recipients=others(desk_of(wijk), actor), template=OFFERED, path=points_url())
    return version
