"""Asking to join the team of a WOP, and its answer."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import notify, record
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.brakes import refuse_paused, slow_down
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.actions.team import find_row, person_now, settle, take_up
from wijken.actions.wops import locked_wop
from wijken.enums import Function, RequestState
from wijken.models import JoinRequest, Wop
from wijken.notices import ASKS_WITHOUT_BOARD, NOT_NOW, SOMEBODY_ASKS, WELCOME, board_but, managers, path_to
from wijken.policies import attends_only, can_ask_to_join, is_member
from wijken.verbs import JOIN_ACCEPTED, JOIN_ASKED, JOIN_DECLINED, JOIN_WITHDRAWN
from wijken.workflow import available

GIVEN_AT_ONCE = (Function.MEMBER, Function.GROUP)


@transaction.atomic
def ask_to_join(*, wijk: Wijk, actor: User, words: str, likes: str) -> JoinRequest:
    """Ask the board of a WOP to be let in. Asked twice is one, with the last words; the board hears once.

    Where there is no board, the managers hear: they can give a WOP a new one. Raises Refused for who works for the
    gemeente or a partner, who is in the team already, who must be silent for a while, and a new account that goes too
    fast.
    """
    wop = locked_wop(wijk, actor)
    if refusal := refusal_of_asker(actor, wijk):
        raise Refused(refusal)
    refuse_paused(actor)
    slow_down(actor)
    told = {"words": words.strip(), "likes": likes.strip()}
    request, is_new = JoinRequest.objects.open().get_or_create(wijk=wijk, user=actor, defaults=told)
    if not is_new:
        JoinRequest.objects.filter(pk=request.pk).update(**told)
        request.refresh_from_db()
        return request
    entry = record(actor=actor, verb=JOIN_ASKED, subject=wop.subject)
    if board := board_but(wijk, actor):
        notify(entry=entry, recipients=board, template=SOMEBODY_ASKS, path=path_to("team_inside", wijk))
    else:
        notify(entry=entry, recipients=managers(), template=ASKS_WITHOUT_BOARD, path="/beheer/mensen/")
    return request


def refusal_of_asker(user: User, wijk: Wijk) -> str:
    """Why somebody cannot ask to join, in one sentence; empty when she can."""
    if is_member(user, wijk.pk):
        return _("Je zit al in dit team.")
    if attends_only(user):
        return _(
            "Wie voor de gemeente of een partner werkt, is welkom bij een WOP, maar is geen lid en stemt niet mee."
        )
    return "" if can_ask_to_join(user, wijk.pk) else _("Log eerst in.")


@transaction.atomic
def withdraw_request(*, request: JoinRequest, actor: User) -> None:
    """Take back what one asked; the words go. Raises Refused for anybody else, Stale once it was answered."""
    wop, request = answerable(request, actor, "withdraw")
    JoinRequest.objects.filter(pk=request.pk).update(state=RequestState.WITHDRAWN, words="", likes="")
    record(actor=actor, verb=JOIN_WITHDRAWN, subject=wop.subject)


@transaction.atomic
def accept_request(
    *, request: JoinRequest, actor: User, function: Function, group: str = "", answer: str = ""
) -> JoinRequest:
    """Let somebody into the team, as a member or in a werkgroep, with a word of welcome; she hears.

    Raises Refused for who is not on the board, for another function (that is for later: `appoint_member`), and for
    who may not be in a team any more; Stale once it was answered or taken back.
    """
    wop, request = answerable(request, actor, "accept")
    if function not in GIVEN_AT_ONCE:
        raise Refused(_("Iemand begint als lid of in een werkgroep. Daarna kun je een andere functie geven."))
    person = person_now(request.user)
    if attends_only(person):
        raise Refused(_("Deze persoon werkt voor de gemeente of een partner en kan geen lid zijn."))
    rows = settle(person, request.wijk)
    if find_row(rows, function, group) is None and (not rows or function == Function.GROUP):
        take_up(person, request.wijk, function, group, rows, actor)
    close_request(request, RequestState.ACCEPTED, actor, answer)
    changes = {"function": (None, function), "wijk": (None, request.wijk)}
    entry = record(actor=actor, verb=JOIN_ACCEPTED, subject=wop.subject, person=person, changes=changes)
    notify(entry=entry, recipients=[person], template=WELCOME, path=path_to("join", request.wijk))
    return request


@transaction.atomic
def decline_request(*, request: JoinRequest, actor: User, answer: str) -> JoinRequest:
    """Say no, with a kind word that only she reads; she hears. Raises as `accept_request`, and without a word."""
    wop, request = answerable(request, actor, "decline")
    if not answer.strip():
        raise Refused(_("Schrijf er een paar vriendelijke woorden bij."))
    close_request(request, RequestState.DECLINED, actor, answer)
    entry = record(actor=actor, verb=JOIN_DECLINED, subject=wop.subject, person=request.user)
    notify(entry=entry, recipients=[request.user], template=NOT_NOW, path=path_to("join", request.wijk))
    return request


def close_request(request: JoinRequest, state: RequestState, actor: User, answer: str) -> None:
    """Write the answer down. What she told about herself has served its purpose and goes."""
    request.state, request.answer, request.words, request.likes = state, answer.strip(), "", ""
    request.answered_at, request.answered_by = timezone.now(), actor
    request.save(update_fields=["state", "answer", "words", "likes", "answered_at", "answered_by"])


def answerable(request: JoinRequest, actor: User, step: str) -> tuple[Wop, JoinRequest]:
    """A request as it is now, with this step open to this person. Raises Stale, Refused."""
    wop = locked_wop(request.wijk, actor)
    request = JoinRequest.objects.select_related("wijk", "user__profile").get(pk=request.pk)
    if request.state != RequestState.OPEN:
        raise Stale(_("Deze vraag is intussen beantwoord of ingetrokken."))
    if step not in available(request, actor):
        raise Refused(_("Alleen het bestuur van het WOP kan hierop antwoorden."))
    return wop, request
