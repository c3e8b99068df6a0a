"""Every write on an initiative. Only its owner gets through (policies); the gemeente never takes the pen."""

import secrets
import uuid

from django.db import transaction
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from gemeente.activity.actions import follow, notify, record
from gemeente.activity.models import Subject
from gemeente.cases.actions import open_case
from gemeente.cases.enums import CaseKind
from gemeente.lib.errors import Refused, Stale
from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.enums import Stage
from initiatives.models import Initiative
from initiatives.notices import MOVED, PUBLISHED, followers
from initiatives.policies import can_publish_initiative, can_revise_initiative, is_owner
from initiatives.verbs import INITIATIVE_MOVED, INITIATIVE_PUBLISHED, INITIATIVE_REVISED, INITIATIVE_STARTED
from initiatives.workflow import Transition, available


@transaction.atomic
def start_initiative(
    *,
    actor: User,
    title: str,
    summary: str,
    own_share: str,
    wijk: Wijk | None,
    theme: Theme,
    submission_key: uuid.UUID,
    scene: str = "",
) -> Initiative:
    """Begin a concept that only its owner sees. The same form posted twice makes one initiative.

    Twice means one key (a double click), or the same texts under a new key (back in the browser, and once more).
    Raises Refused when the key belongs to somebody else.
    """
    texts = {"title": title, "summary": summary, "own_share": own_share}
    if same := Initiative.objects.owned_by(actor).filter(stage=Stage.CONCEPT, **texts).first():
        return same
    initiative, is_new = Initiative.objects.get_or_create(
        submission_key=submission_key,
        defaults={
            "owner": actor,
            "slug": free_slug(title),
            **texts,
            "wijk": wijk,
            "theme": theme,
            "scene": scene,
        },
    )
    if not is_owner(actor, initiative):
        raise Refused(_("Dit formulier hoort bij iemand anders. Begin opnieuw."))
    if is_new:
        record(actor=actor, verb=INITIATIVE_STARTED)
    return initiative


def free_slug(title: str) -> str:
    """An address that nobody has yet: the title, if need be with four characters of chance behind it."""
    slug = slugify(title)[:90] or "initiatief"
    reserved = slug in {"nieuw", "kaart"}
    return f"{slug}-{secrets.token_hex(2)}" if reserved or Initiative.objects.filter(slug=slug).exists() else slug


@transaction.atomic
def revise_initiative(
    *, initiative: Initiative, actor: User, title: str, summary: str, own_share: str, wijk: Wijk | None, theme: Theme
) -> Initiative:
    """Change the text. Raises Refused for anybody but the owner, and once the initiative has ended."""
    initiative = _locked(initiative)
    if not can_revise_initiative(actor, initiative):
        raise Refused(_("Alleen de eigenaar kan de tekst veranderen, zolang het initiatief loopt."))
    moved = {"wijk": (initiative.wijk, wijk), "theme": (initiative.theme, theme)}
    initiative.title, initiative.summary, initiative.own_share = title, summary, own_share
    initiative.wijk, initiative.theme = wijk, theme
    initiative.save(update_fields=["title", "summary", "own_share", "wijk", "theme"])
    if initiative.subject:
        keep_subject_true(initiative)
        changes = {field: (old, new) for field, (old, new) in moved.items() if old != new}
        record(actor=actor, verb=INITIATIVE_REVISED, subject=initiative.subject, changes=changes)
    return initiative


@transaction.atomic
def publish_initiative(*, initiative: Initiative, actor: User) -> Initiative:
    """Show an initiative to everybody: it gets its subject, the gemeente a case, the owner a receipt.

    Publishing what is published already changes nothing. Raises Refused for anybody but the owner.
    """
    initiative = _locked(initiative)
    if is_owner(actor, initiative) and initiative.stage != Stage.CONCEPT:
        return initiative
    if not can_publish_initiative(actor, initiative):
        raise Refused(_("Alleen de eigenaar kan een initiatief online zetten."))
    initiative.subject = Subject.objects.create(kind="initiative", is_public=True, **subject_fields(initiative))
    initiative.case = open_case(
        subject=initiative.subject, kind=CaseKind.INITIATIVE, owner=initiative.owner, actor=actor
    )
    initiative.stage, initiative.published_at = Stage.PUBLISHED, timezone.now()
    initiative.save(update_fields=["subject", "case", "stage", "published_at"])
    entry = record(
        actor=actor,
        verb=INITIATIVE_PUBLISHED,
        subject=initiative.subject,
        changes={"stage": (Stage.CONCEPT, Stage.PUBLISHED)},
    )
    follow(user=initiative.owner, subject=initiative.subject)
    notify(entry=entry, recipients=[initiative.owner], template=PUBLISHED)
    return initiative


@transaction.atomic
def move_initiative(*, initiative: Initiative, actor: User, transition: Transition, outcome: str = "") -> Initiative:
    """Take a step of the workflow; an end needs an outcome: the result, or why it stopped.

    Raises Stale when the initiative is no longer where the step begins, Refused for anybody but the owner
    and for an end without outcome.
    """
    initiative = _locked(initiative)
    if initiative.stage != transition.source:
        raise Stale(_("Dit initiatief is intussen al in een andere fase. Kijk wat er nu staat."))
    if transition not in available(initiative, actor):
        raise Refused(_("Alleen de eigenaar kan een initiatief een stap verder zetten."))
    if transition.needs_outcome and not outcome.strip():
        raise Refused(_("Vertel in een paar zinnen wat het heeft opgeleverd, of waarom jullie stoppen."))
    initiative.stage = transition.target
    initiative.outcome = outcome.strip() if transition.needs_outcome else ""
    initiative.save(update_fields=["stage", "outcome"])
    entry = record(
        actor=actor,
        verb=INITIATIVE_MOVED,
        subject=initiative.subject,
        changes={"stage": (transition.source, transition.target)},
    )
    notify(entry=entry, recipients=followers(entry, but=actor), template=MOVED)
    return initiative


def subject_fields(initiative: Initiative) -> dict[str, object]:
    """What the subject of an initiative must say; publishing writes it and the recount check compares it."""
    with translation.override("nl"):
        path = initiative.get_absolute_url()
    return {
        "title": initiative.title,
        "path": path,
        "wijk": initiative.wijk,
        "theme": initiative.theme,
        "search_text": f"{initiative.summary}\n{initiative.own_share}",
    }


def keep_subject_true(initiative: Initiative) -> None:
    """Write what changed in an initiative to its subject."""
    Subject.objects.filter(initiative=initiative).update(**subject_fields(initiative))


def _locked(initiative: Initiative) -> Initiative:
    return (
        Initiative.objects.select_for_update(of=["self"])
        .select_related("owner", "wijk", "theme", "subject")
        .get(pk=initiative.pk)
    )
