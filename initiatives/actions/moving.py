"""From stage to stage."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import Changes, notify, record
from gemeente.activity.models import Entry
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.images import CleanPhoto
from gemeente.moderation.brakes import refuse_paused
from gemeente.users.models import User
from initiatives.actions.bookkeeping import hear, in_name_of
from initiatives.actions.counts import OPEN, keep_open_true
from initiatives.actions.locking import locked
from initiatives.actions.needing import write_done
from initiatives.actions.pausing import end_pause
from initiatives.actions.photos import forget_photo, keep_photo
from initiatives.actions.saved_searches import look_for_readers
from initiatives.actions.standing import STANDING, stage_to, stand_at, words_of
from initiatives.actions.thanking import ask_for_names
from initiatives.enums import ENDED, PhotoPlace, Stage
from initiatives.models import Initiative
from initiatives.notices import MOVED, followers
from initiatives.verbs import INITIATIVE_MOVED
from initiatives.workflow import Transition, is_open
from wijken.models import WijkStage


@transaction.atomic
def move_initiative(
    *,
    initiative: Initiative,
    actor: User,
    transition: Transition,
    wijk_stage: WijkStage | None = None,
    outcome: str = "",
    people_reached: int | None = None,
    photo: CleanPhoto | None = None,
    photo_description: str = "",
    done: Mapping[int, int] | None = None,
) -> Initiative:
    """Take a step of the workflow; an end needs an outcome: the result, or why it stopped. A result counts its people.

    `wijk_stage` says at which stage of its wijk it then stands: without it, at the first of where the step leads.
    A new photo of a result (PhotoPlace.AFTER) takes the place of older ones. Who joined in is asked whether her name
    may stand with it. `done` says what rows of the own share became, by id; it counts for an end only.
    Raises Stale when the initiative is no longer where the step begins, or no longer goes by the version of that stage;
    Refused for who does not hold the pen, for an end without outcome and for a result without the number of people it
    reached.
    """
    initiative = locked(initiative)
    refuse_move(initiative, actor, transition, outcome, people_reached)
    if transition.source == transition.target and wijk_stage and wijk_stage.pk == initiative.wijk_stage_id:
        return initiative  # a button pressed twice
    stage, words = stage_to(initiative, transition, wijk_stage), words_of(initiative)
    is_realised = transition.target == Stage.REALISED
    if initiative.is_paused and transition.target in ENDED:
        end_pause(initiative)
    initiative.stage = transition.target
    if transition.source in ENDED:
        initiative.werkwijze = None
    stand_at(initiative, stage)
    initiative.outcome = outcome.strip() if transition.needs_outcome else ""
    initiative.people_reached = people_reached if is_realised else None
    initiative.realised_at = timezone.now() if is_realised else None
    if is_realised and photo:
        show_result(initiative, photo, photo_description)
    if transition.needs_outcome and done:
        write_done(initiative, done)
    hear(initiative)
    keep_open_true(initiative, save=False)
    initiative.save(update_fields=["stage", *STANDING, "outcome", "people_reached", "realised_at", *OPEN])
    entry = record_move(initiative, actor, transition, words)
    asked = ask_for_names(initiative, entry) if is_realised else set()
    told = [user for user in followers(initiative, but=actor) if user.pk not in asked]
    notify(entry=entry, recipients=told, template=MOVED)
    look_for_readers(initiative)
    return initiative


def record_move(initiative: Initiative, actor: User, transition: Transition, before: str) -> Entry:
    """Log a step; `before` is what its wijk called where it stood, which is logged where the wijk has its own words."""
    changes: Changes = {"stage": (transition.source, transition.target)}
    if initiative.werkwijze_id and transition.target not in ENDED:
        changes["stage_words"] = (before, words_of(initiative))
    person = in_name_of(initiative, actor)
    return record(actor=actor, verb=INITIATIVE_MOVED, subject=initiative.subject, person=person, changes=changes)


def refuse_move(
    initiative: Initiative, actor: User, transition: Transition, outcome: str, people_reached: int | None
) -> None:
    """Raise what `move_initiative` says it raises."""
    if initiative.stage != transition.source:
        raise Stale(_("Dit initiatief is intussen al in een andere fase. Kijk wat er nu staat."))
    if not is_open(transition, initiative, actor):
        raise Refused(_("Alleen de eigenaar kan een initiatief een stap verder zetten."))
    if transition.needs_outcome and not outcome.strip():
        raise Refused(_("Vertel in een paar zinnen wat het heeft opgeleverd, of waarom jullie stoppen."))
    if transition.needs_outcome and initiative.subject and initiative.subject.is_public:
        refuse_paused(actor)
    if transition.target == Stage.REALISED and not people_reached:
        raise Refused(_("Vertel hoeveel mensen er iets aan hadden. Schatten mag."))


def show_result(initiative: Initiative, photo: CleanPhoto, description: str) -> None:
    """Show a photo of the result in the place of older ones."""
    for before in initiative.photos.filter(place=PhotoPlace.AFTER):
        forget_photo(before)
    keep_photo(initiative, photo, description, place=PhotoPlace.AFTER)
