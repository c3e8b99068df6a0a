"""Bringing up an opgave, saying that it matters, and moving it on."""

import uuid

from django.db import connection, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from gemeente.activity.actions import follow, notify, record
from gemeente.activity.models import Subject
from gemeente.lib.errors import Refused
from gemeente.moderation.brakes import refuse_paused, slow_down
from gemeente.partners.models import Organisation
from gemeente.partners.policies import speaks_for
from gemeente.places.models import Wijk
from gemeente.questions.models import Question
from gemeente.questions.policies import can_grow_question
from gemeente.users.models import User
from wijken.agenda.actions.bookkeeping import keep_subject_true, locked, locked_for, locked_wijk, recount
from wijken.agenda.enums import Origin
from wijken.agenda.models import Opgave, Support
from wijken.agenda.notices import SIGNALLED, board_of, others
from wijken.agenda.policies import can_signal, can_support, works_for_gemeente
from wijken.agenda.verbs import OPGAVE_MOVED, OPGAVE_SIGNALLED
from wijken.agenda.workflow import available
from wijken.models import WijkTheme
from wijken.policies import is_member

# What an address of the agenda means already.
TAKEN = frozenset(
    {"signaal", "uitvoeringsplan", "versies", "rangorde", "document", "vroeger", "schrijven", "vastleggen", "aanbieden"}
)


@transaction.atomic
def raise_signal(
    *,
    wijk: Wijk,
    actor: User,
    title: str,
    signal: str,
    submission_key: uuid.UUID,
    origin: Origin = Origin.RESIDENT,
    organisation: Organisation | None = None,
    theme: WijkTheme | None = None,
    source: str = "",
    source_year: int | None = None,
    source_url: str = "",
    question: Question | None = None,
) -> Opgave:
    """Say what is the matter in a wijk: a first signal that others can read, support and find out more about.

    The same form posted twice makes one. Raises Refused for who says it in a name she may not use, for a figure without
    source, year and link, a theme of elsewhere, a question that is not hers or grew already, for who must be silent,
    and for a new account that goes too fast.
    """
    wait_for(submission_key)
    if same := Opgave.objects.filter(submission_key=submission_key).select_related("wijk").first():
        if same.raised_by_id != actor.pk:
            raise Refused(_("Dit formulier is al gebruikt. Open de pagina opnieuw."))
        return same
    refuse_signal(actor, wijk, origin, organisation, theme)
    if origin == Origin.FIGURE and not (source and source_year and source_url):
        raise Refused(_("Vul bij een cijfer in waar het vandaan komt, met jaar en link."))
    refuse_grown(question, actor)
    slug = free_slug(locked_wijk(wijk), title)
    opgave = Opgave.objects.create(
        wijk=wijk,
        slug=slug,
        title=title.strip(),
        signal=signal.strip(),
        theme=theme,
        origin=Origin.QUESTION if question else origin,
        raised_by=actor,
        organisation=organisation,
        source=source.strip(),
        source_year=source_year,
        source_url=source_url,
        from_question=question,
        submission_key=submission_key,
        subject=new_subject(slug, title, submission_key),
    )
    keep_subject_true(opgave)
    tell_of_signal(opgave, actor)
    return opgave


def tell_of_signal(opgave: Opgave, actor: User) -> None:
    """Write it in the log, let who said it follow it, and tell the board."""
    follow(user=actor, subject=opgave.subject)
    changes = {"origin": (None, opgave.origin)}
    entry = record(actor=actor, verb=OPGAVE_SIGNALLED, subject=opgave.subject, changes=changes)
    notify(entry=entry, recipients=others(board_of(opgave.wijk), actor), template=SIGNALLED)


def refuse_signal(
    actor: User, wijk: Wijk, origin: str, organisation: Organisation | None, theme: WijkTheme | None
) -> None:
    """Refuse who speaks in a name she may not use, must be silent or goes too fast, and a theme of elsewhere."""
    if not can_signal(actor, wijk.pk) or not may_speak_as(actor, origin, wijk, organisation):
        raise Refused(_("Dit kun je niet namens een ander zeggen. Kies een andere afzender."))
    if theme and theme.wijk_id != wijk.pk:
        raise Refused(_("Dit thema hoort niet bij deze wijk."))
    refuse_paused(actor)
    slow_down(actor)


def new_subject(slug: str, title: str, key: uuid.UUID) -> Subject:
    """Its subject, at an address of its own until the opgave is there."""
    path = f"/opgave/{slug}-{key}/"
    return Subject.objects.create(kind="opgave", title=title.strip(), path=path, is_public=True)


def wait_for(key: uuid.UUID) -> None:
    """Of two posts of one form at once, let the second wait here until it can see what the first made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"agenda {key}"])


def may_speak_as(actor: User, origin: str, wijk: Wijk, organisation: Organisation | None) -> bool:
    """Whether somebody may bring something up in this name."""
    if (origin == Origin.PARTNER) != (organisation is not None):
        return False
    if origin == Origin.WOP:
        return is_member(actor, wijk.pk)
    if origin == Origin.PARTNER:
        return speaks_for(actor, organisation.pk if organisation else None)
    if origin == Origin.GEMEENTE:
        return works_for_gemeente(actor)
    return True


def refuse_grown(question: Question | None, actor: User) -> None:
    """Let only its asker make something of a question that everybody reads, and once. Raises Refused."""
    if question is None:
        return
    Question.objects.select_for_update(no_key=True).only("pk").get(pk=question.pk)
    is_public = Question.objects.public().filter(pk=question.pk).exists()
    if not can_grow_question(actor, question) or not is_public:
        raise Refused(_("Dit kan alleen met een vraag van jezelf die iedereen mag lezen."))
    if Opgave.objects.filter(from_question=question).exists():
        raise Refused(_("Van deze vraag maakte je al een signaal."))


def free_slug(wijk: Wijk, title: str) -> str:
    """A word for the address that no other opgave of the wijk has."""
    base = slugify(title)[:80].strip("-") or "opgave"
    used = set(Opgave.objects.filter(wijk=wijk, slug__startswith=base).values_list("slug", flat=True)) | TAKEN
    return base if base not in used else next(s for n in range(2, len(used) + 3) if (s := f"{base}-{n}") not in used)


@transaction.atomic
def support_opgave(*, opgave: Opgave, actor: User) -> bool:
    """Say that it matters; once counts. Raises Refused for a visitor and for what nobody works on any more."""
    sentence = _("Meld je aan om dit te steunen. Aan wat klaar of gestopt is, kan dat niet meer.")
    opgave = locked_for(opgave, actor, can_support, sentence)
    made = Support.objects.get_or_create(opgave=opgave, user=actor)[1]
    if made:
        recount(opgave)
    return made


@transaction.atomic
def stop_support(*, opgave: Opgave, actor: User) -> None:
    """Take one's support back, at any time. Without any, nothing changes."""
    opgave = locked(opgave)
    if Support.objects.filter(opgave=opgave, user=actor).delete()[0]:
        recount(opgave)


@transaction.atomic
def move_opgave(*, opgave: Opgave, actor: User, name: str, text: str = "") -> Opgave:
    """Take a step of the workflow that has a button; stopping needs a reason, reaching it says what was reached.

    A second press on the same button changes nothing. Raises Refused for who may not, and without those words.
    """
    opgave = locked_for(opgave, actor)
    step = next((one for one in available(opgave, actor) if one.name == name), None)
    if step is None:
        raise Refused(_("Deze stap kan nu niet meer. Kijk hoe het er nu voor staat."))
    if step.needs_text and not text.strip():
        raise Refused(_("Schrijf erbij waarom. Iedereen leest dit."))
    before, opgave.state = opgave.state, step.target
    opgave.closing = text.strip() if step.needs_text else ""
    opgave.save(update_fields=["state", "closing"])
    record(actor=actor, verb=OPGAVE_MOVED, subject=opgave.subject, changes={"state": (before, opgave.state)})
    return opgave
