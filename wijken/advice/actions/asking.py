"""How an advice begins: somebody asks for it, or the WOP begins by itself; and how it stops before it is given."""

import datetime as dt
import uuid
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import notify, record
from gemeente.activity.models import Subject
from gemeente.cases.enums import CasePart
from gemeente.cases.models import CasePerson
from gemeente.lib.errors import Refused
from gemeente.moderation.brakes import refuse_paused, slow_down
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.advice.actions.locking import keep_subject_true, locked, locked_for, open_round
from wijken.advice.enums import AT_THE_WOP, AdviceState
from wijken.advice.models import Advice
from wijken.advice.notices import ASKED, TAKEN_UP, WITHDRAWN, board_of, path_of, tell_asker, tell_wop
from wijken.advice.policies import asker_kind, can_take_up_advice, can_withdraw_advice
from wijken.advice.verbs import ADVICE_ASKED, ADVICE_BEGUN, ADVICE_WITHDRAWN
from wijken.policies import is_board
from wijken.voting import Matter
from wijken.ways import rule_of

MOST_DAYS = 365  # an advice that is asked for later than next year is asked for next year


@transaction.atomic
def ask_advice(
    *,
    wijk: Wijk,
    actor: User,
    question: str,
    answer_by: dt.date,
    title: str = "",
    about: Subject | None = None,
    submission_key: uuid.UUID | None = None,
) -> Advice:
    """Ask a WOP for advice on something people can find, or on a matter with a title; its board hears it.

    The same form posted twice asks once. Raises Refused for who may not ask (policies.asker_kind), about what is not
    public or advised on already, without a question, for a day in the past, and for who must be silent.
    """
    key = wait_for(submission_key)
    if same := Advice.objects.filter(submission_key=key).first():
        if same.asked_by_id != actor.pk:
            raise Refused(_("Dit formulier is al gebruikt. Open de pagina opnieuw."))
        return same
    asker = asker_kind(actor, owns_subject=owns(actor, about))
    if asker is None:
        raise Refused(_("Advies vragen kan over iets van jezelf, of als je bij de gemeente of een partner werkt."))
    if not question.strip():
        raise Refused(_("Schrijf op wat je van het WOP wilt weten."))
    if not timezone.localdate() < answer_by <= timezone.localdate() + dt.timedelta(days=MOST_DAYS):
        raise Refused(_("Kies een dag na vandaag, hooguit een jaar vooruit."))
    refuse_paused(actor)
    slow_down(actor)
    told = {"asker": asker, "asked_by": actor, "question": question.strip(), "answer_by": answer_by}
    advice = make_advice(wijk, about, title, key, state=AdviceState.ASKED, **told)
    changes = {"asker": (None, asker), "answer_by": (None, answer_by), "wijk": (None, wijk)}
    entry = record(actor=actor, verb=ADVICE_ASKED, subject=advice.subject, changes=changes)
    notify(entry=entry, recipients=board_of(wijk), template=ASKED, path=path_of(advice, "work"))
    return advice


@transaction.atomic
def begin_advice(
    *,
    wijk: Wijk,
    actor: User,
    title: str = "",
    about: Subject | None = None,
    submission_key: uuid.UUID | None = None,
) -> Advice:
    """Begin an advice that nobody asked for. The same form posted twice begins once.

    Raises Refused for who is not on the board of that wijk, and about what is not public or advised on already.
    """
    key = wait_for(submission_key)
    if not is_board(actor, wijk.pk):
        raise Refused(_("Alleen het bestuur van dit WOP begint een advies."))
    if same := Advice.objects.filter(submission_key=key, wijk=wijk).first():
        return same
    rule = rule_of(wijk, Matter.ADVICE)
    advice = make_advice(wijk, about, title, key, state=AdviceState.DRAFTING, rule=rule)
    record(actor=actor, verb=ADVICE_BEGUN, subject=advice.subject, changes={"wijk": (None, wijk)})
    return advice


def make_advice(wijk: Wijk, about: Subject | None, title: str, key: uuid.UUID, **told: Any) -> Advice:
    """The row with its subject. Raises Refused about what is not public, or what the WOP is busy with already."""
    title = "" if about else title.strip()
    if about is None and not title:
        raise Refused(_("Schrijf op waar het advies over gaat."))
    if about is not None and (not about.is_public or about.kind == "advice" or about.wijk_id not in (None, wijk.pk)):
        raise Refused(_("Over deze pagina kan het WOP nu geen advies geven."))
    Wijk.objects.select_for_update(no_key=True).only("pk").get(pk=wijk.pk)  # two board members at once begin one
    if about is not None and Advice.objects.filter(wijk=wijk, about=about, state__in=AT_THE_WOP).exists():
        raise Refused(_("Het WOP is hier al mee bezig. Kijk op de pagina van de adviezen."))
    theme = about.theme if about else None
    subject = Subject.objects.create(
        kind="advice", title="-", path=f"/adviezen/{key}/", wijk=wijk, theme=theme, is_public=True
    )
    advice = Advice.objects.create(wijk=wijk, about=about, title=title, subject=subject, submission_key=key, **told)
    keep_subject_true(advice)
    subject.refresh_from_db()
    return advice


def wait_for(key: uuid.UUID | None) -> uuid.UUID:
    """Of two posts of one form at once, let the second wait until it can see what the first made."""
    key = key or uuid.uuid4()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"advice {key}"])
    return key


def owns(user: User, about: Subject | None) -> bool:
    """Whether somebody is an owner of what it is about, as its case knows."""
    if about is None:
        return False
    return CasePerson.objects.filter(case__subject=about, user=user, part=CasePart.OWNER).exists()


@transaction.atomic
def take_up_advice(*, advice: Advice, actor: User) -> Advice:
    """Begin with what was asked, under the rule that counts today. Twice changes nothing. Raises Refused for others."""
    advice = locked(advice)
    if advice.state == AdviceState.DRAFTING and is_board(actor, advice.wijk_id):
        return advice
    if not can_take_up_advice(actor, advice):
        raise Refused(_("Alleen het bestuur van dit WOP begint hiermee."))
    advice.rule, advice.state = rule_of(advice.wijk, Matter.ADVICE), AdviceState.DRAFTING
    advice.save(update_fields=["rule", "state"])
    entry = record(actor=actor, verb=ADVICE_BEGUN, subject=advice.subject, changes={"wijk": (None, advice.wijk)})
    tell_asker(entry, advice, TAKEN_UP)
    tell_wop(entry, advice, TAKEN_UP, without=actor)
    return advice


@transaction.atomic
def withdraw_advice(*, advice: Advice, actor: User, reason: str) -> Advice:
    """Stop before it is given, with a reason that everybody reads; a vote that is open ends without an outcome.

    Raises Refused for who may not, without a reason, and once it is given.
    """
    advice = locked_for(advice, actor, can_withdraw_advice, _("Dit advies kun je nu niet intrekken."))
    if not reason.strip():
        raise Refused(_("Schrijf op waarom jullie stoppen. Iedereen kan dit lezen."))
    before = advice.state
    if before == AdviceState.VOTING:
        void_round(advice)
    advice.state, advice.withdrawn_at, advice.withdraw_reason = AdviceState.WITHDRAWN, timezone.now(), reason.strip()
    advice.save(update_fields=["state", "withdrawn_at", "withdraw_reason"])
    keep_subject_true(advice)
    changes = {"state": (before, advice.state)}
    entry = record(actor=actor, verb=ADVICE_WITHDRAWN, subject=advice.subject, changes=changes)
    if advice.asked_by_id == actor.pk:
        notify(entry=entry, recipients=board_of(advice.wijk), template=WITHDRAWN, path=path_of(advice))
    else:
        tell_asker(entry, advice, WITHDRAWN)
    return advice


def void_round(advice: Advice) -> None:
    """Close an open vote that came to nothing; its votes are frozen as they are."""
    row = open_round(advice)
    row.closed_at, row.eligible, row.quorum_needed, row.majority_needed = timezone.now(), 0, 0, 0
    row.save(update_fields=["closed_at", "eligible", "quorum_needed", "majority_needed"])
