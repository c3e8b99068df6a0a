"""Who does what in the team of a WOP. Each act keeps rows and roles in step, in one transaction."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.actions import stop_role, write_role
from gemeente.accounts.enums import SELF_RUN_ROLES, Role
from gemeente.accounts.models import RoleAssignment
from gemeente.accounts.roles import forget_roles
from gemeente.activity.actions import notify, record
from gemeente.activity.verbs import Verb
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.hand_over import hand_over_parts
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.actions.wops import locked_wop
from wijken.enums import BOARD_FUNCTIONS, OFFICES, Function
from wijken.models import Membership, Wop
from wijken.notices import (
    ENDED_FOR_YOU,
    HANDED_TO_YOU,
    TEAM_CHANGED,
    WITHOUT_BOARD,
    YOUR_FUNCTION,
    board_but,
    managers,
    path_to,
)
from wijken.policies import can_appoint_member, can_change_function, can_show_own_name, is_board, is_member
from wijken.team import board_of
from wijken.verbs import (
    APPOINTED,
    BOARD_GONE,
    ENDED_FOR,
    HANDED_OVER,
    LAID_DOWN,
    LEFT_TEAM,
    NAME_CHOSEN,
    NEW_HOLDER,
    SEEKS_CHAIR,
)

Rows = list[Membership]


# --- The acts ---------------------------------------------------------------------------------------------------------
@transaction.atomic
def appoint_member(*, wijk: Wijk, user: User, actor: User, function: Function, group: str = "") -> Membership:
    """Give somebody of the team another function, beside what she does; she and the rest of the board hear.

    Who gets an office is no plain board member any more, and who gets anything no plain member. The same twice is one.
    Raises Refused for who is not on the board, and for a person who is not in the team or is that already.
    """
    wop = locked_wop(wijk, actor)
    if not can_appoint_member(actor, wijk.pk):
        raise Refused(_("Alleen het bestuur van het WOP kan een functie geven."))
    person = of_team(user, wijk)
    rows = settle(person, wijk)
    if same := find_row(rows, function, group):
        return same
    if function == Function.MEMBER or (function == Function.BOARD and any(row.is_of_board for row in rows)):
        raise Refused(_("Dat is deze persoon al. Kies een andere functie."))
    row = take_up(person, wijk, function, group, rows, actor)
    changes = {"function": (None, function), "wijk": (None, wijk)}
    entry = record(actor=actor, verb=APPOINTED, subject=wop.subject, person=person, changes=changes)
    if person != actor:
        notify(entry=entry, recipients=[person], template=YOUR_FUNCTION, path=path_to("team_inside", wijk))
    notify(entry=entry, recipients=board_but(wijk, actor, person), template=TEAM_CHANGED, path=path_to("team", wijk))
    announce(wop, function)
    return row


@transaction.atomic
def hand_over(*, wijk: Wijk, user: User, successor: User, actor: User, code: str, leaves: bool = False) -> None:
    """Give what somebody does to another of the team in one act, with all work of hers that apps registered.

    She stays as a member, or leaves. `code` is the function (team.Doing). Of a plain member only her work goes along.
    Raises Refused for who is neither she nor on the board, and for a successor who is not in the team; Stale when she
    does not do it any more.
    """
    wop = locked_wop(wijk, actor)
    if not can_change_function(actor, wijk.pk, user.pk):
        raise Refused(_("Alleen wie het doet, of het bestuur, kan dit overdragen."))
    person, heir = of_team(user, wijk), of_team(successor, wijk)
    if person == heir:
        raise Refused(_("Kies iemand anders."))
    rows, hers = settle(person, wijk), settle(heir, wijk)
    row = row_of(rows, code)
    was_board = is_board(person, wijk.pk)
    if row.function != Function.MEMBER and find_row(hers, Function(row.function), row.group) is None:
        take_up(heir, wijk, Function(row.function), row.group, hers, actor)
    for part in hand_over_parts():
        part.move(person, heir, wijk, actor)
    ending = rows if leaves else [one for one in rows if one == row and row.function != Function.MEMBER]
    put_down(person, wijk, ending, actor, stays=not leaves)
    changes = {"function": (row.function, row.function), "wijk": (None, wijk)}
    entry = record(actor=actor, verb=HANDED_OVER, subject=wop.subject, person=person, changes=changes)
    told = {one.pk: one for one in (person, heir) if one != actor}
    notify(entry=entry, recipients=told.values(), template=HANDED_TO_YOU, path=path_to("team_inside", wijk))
    rest = board_but(wijk, actor, person, heir)
    notify(entry=entry, recipients=rest, template=TEAM_CHANGED, path=path_to("team", wijk))
    announce(wop, Function(row.function))
    say_when_without_board(wop, wijk, actor, was_board=was_board)


@transaction.atomic
def lay_down(*, wijk: Wijk, user: User, actor: User, code: str, reason: str = "") -> None:
    """Stop with one function and stay in the team; of the last, as a member.

    Raises as `end_membership` does.
    """
    wop = locked_wop(wijk, actor)
    person = ending_of(user, wijk, actor, reason)
    rows = settle(person, wijk)
    row = row_of(rows, code)
    if row.function == Function.MEMBER:
        raise Refused(_("Een lid heeft geen functie om neer te leggen. Stoppen met het team kan wel."))
    was_board = is_board(person, wijk.pk)
    put_down(person, wijk, [row], actor, stays=True, reason=reason)
    log_end(wop, wijk, person, actor, LAID_DOWN, row)
    after_end(wop, wijk, actor, [row], was_board=was_board)


@transaction.atomic
def end_membership(*, wijk: Wijk, user: User, actor: User, reason: str = "") -> None:
    """Leave the team, at any time; or, by the board, let somebody leave with a reason that she reads.

    A last board member may go: the page then asks for people, and the managers hear. Raises Refused for who is neither
    she nor on the board, for a person who is not in the team, and for another's end without a reason.
    """
    wop = locked_wop(wijk, actor)
    person = ending_of(user, wijk, actor, reason)
    rows = settle(person, wijk)
    was_board = is_board(person, wijk.pk)
    put_down(person, wijk, rows, actor, stays=False, reason=reason)
    log_end(wop, wijk, person, actor, LEFT_TEAM, rows[0])
    after_end(wop, wijk, actor, rows, was_board=was_board)


@transaction.atomic
def show_own_name(*, wijk: Wijk, actor: User, shows_name: bool) -> None:
    """Let others read one's name beside what one does in the team, or not any more.

    Raises Refused for who is not in the team.
    """
    wop = locked_wop(wijk, actor)
    if not can_show_own_name(actor, wijk.pk):
        raise Refused(_("Je zit niet meer in dit team."))
    rows = settle(actor, wijk)
    changed = Membership.objects.filter(pk__in=[row.pk for row in rows]).exclude(shows_name=shows_name)
    if changed.update(shows_name=shows_name):
        changes = {"shows_name": (not shows_name, shows_name)}
        record(actor=actor, verb=NAME_CHOSEN, subject=wop.subject, changes=changes)


# --- What the acts are made of ----------------------------------------------------------------------------------------
def person_now(user: User) -> User:
    """Somebody with her roles of now."""
    return User.objects.select_related("profile").get(pk=user.pk)


def of_team(user: User, wijk: Wijk) -> User:
    """Somebody of the team, as she is now. Raises Refused for who is not in it."""
    person = person_now(user)
    if not is_member(person, wijk.pk):
        raise Refused(_("Deze persoon zit niet in het team van dit WOP."))
    return person


def ending_of(user: User, wijk: Wijk, actor: User, reason: str) -> User:
    """Whose function ends. Raises Refused for who may not end it, and for another's without a reason."""
    if not can_change_function(actor, wijk.pk, user.pk):
        raise Refused(_("Alleen wie het doet, of het bestuur, kan dit beëindigen."))
    if user != actor and not reason.strip():
        raise Refused(_("Schrijf erbij waarom. Alleen deze persoon leest dat."))
    return of_team(user, wijk)


def settle(person: User, wijk: Wijk) -> Rows:
    """The rows of somebody in force today, after they were made to agree with her roles.

    A manager gives and ends roles too: a row without its role ended with it, a role without a row gets one.
    """
    today = timezone.localdate()
    roles = RoleAssignment.objects.filter(user=person, wijk=wijk, role__in=sorted(SELF_RUN_ROLES))
    held = {role.role: role for role in roles.on(today)}
    rows = list(Membership.objects.filter(user=person, wijk=wijk).on(today).order_by("pk"))
    lapsed = [row for row in rows if not (Role.WOP_BOARD in held or (held and not row.is_of_board))]
    for row in lapsed:
        of_board = {"role": Role.WOP_BOARD} if row.is_of_board else {}
        last = roles.filter(ends_on__lte=today, **of_board).aggregate(day=Max("ends_on"))["day"] or today
        close_rows([row], max(row.starts_on, last))
    rows = [row for row in rows if row not in lapsed]
    if Role.WOP_BOARD in held and not any(row.is_of_board for row in rows):
        rows.append(row_since(person, wijk, Function.BOARD, held[Role.WOP_BOARD]))
    if held and not rows:
        rows.append(row_since(person, wijk, Function.MEMBER, held[Role.WOP_MEMBER]))
    return rows


def row_since(person: User, wijk: Wijk, function: Function, role: RoleAssignment) -> Membership:
    """A row for who holds a role without one: since the role, or since she last did the same."""
    before = Membership.objects.filter(user=person, wijk=wijk, function=function).aggregate(day=Max("ends_on"))["day"]
    day = max(filter(None, (role.starts_on, before)))
    return Membership.objects.create(user=person, wijk=wijk, function=function, starts_on=day)


def find_row(rows: Rows, function: Function, group: str) -> Membership | None:
    """The row of a function among somebody's rows."""
    same = group.strip().lower()
    return next((row for row in rows if row.function == function and row.group.lower() == same), None)


def row_of(rows: Rows, code: str) -> Membership:
    """The row that a form named. Raises Stale when it is not in force any more."""
    function, _colon, group = code.partition(":")
    row = find_row(rows, Function(function), group) if function in Function.values else None
    if row is None:
        raise Stale(_("Dit is intussen veranderd. Kijk wie nu wat doet."))
    return row


def take_up(person: User, wijk: Wijk, function: Function, group: str, rows: Rows, actor: User) -> Membership:
    """Let somebody do this from today, with the roles that it needs and in place of what it stands above.

    Raises Refused for a werkgroep without a name.
    """
    if function == Function.GROUP and not group.strip():
        raise Refused(_("Schrijf op welke werkgroep het is."))
    replaced = [row for row in rows if row.function == Function.MEMBER]
    if function in OFFICES:
        replaced += [row for row in rows if row.function == Function.BOARD]
    close_rows(replaced)
    row = Membership.objects.create(
        user=person,
        wijk=wijk,
        function=function,
        group=known_spelling(wijk, group.strip()) if function == Function.GROUP else "",
        starts_on=timezone.localdate(),
        shows_name=any(one.shows_name for one in rows),
    )
    write_role(user=person, role=Role.WOP_MEMBER, wijk=wijk, actor=actor)
    if function in BOARD_FUNCTIONS:
        write_role(user=person, role=Role.WOP_BOARD, wijk=wijk, actor=actor)
    forget_roles(person)
    forget_roles(actor)
    return row


def known_spelling(wijk: Wijk, group: str) -> str:
    """A werkgroep as it was written before, so that Groen and groen are one."""
    same = Membership.objects.filter(wijk=wijk, function=Function.GROUP, group__iexact=group).order_by("-pk").first()
    return same.group if same else group


def put_down(person: User, wijk: Wijk, rows: Rows, actor: User, *, stays: bool, reason: str = "") -> None:
    """End rows of somebody today, and roles that nothing needs any more; who stays without a function is a member."""
    close_rows(rows, reason=reason)
    left = list(Membership.objects.filter(user=person, wijk=wijk).on(timezone.localdate()))
    if stays and not left:
        shows = any(row.shows_name for row in rows)
        today = timezone.localdate()
        Membership.objects.create(user=person, wijk=wijk, function=Function.MEMBER, starts_on=today, shows_name=shows)
    if stays:
        write_role(user=person, role=Role.WOP_MEMBER, wijk=wijk, actor=actor)
    else:
        stop_role(user=person, role=Role.WOP_MEMBER, wijk=wijk, actor=actor)
    if not any(row.is_of_board for row in left):
        stop_role(user=person, role=Role.WOP_BOARD, wijk=wijk, actor=actor)
    forget_roles(person)
    forget_roles(actor)


def close_rows(rows: Rows, day: object = None, reason: str = "") -> None:
    """Let rows end, today unless another day is given."""
    keys = [row.pk for row in rows]
    Membership.objects.filter(pk__in=keys).update(ends_on=day or timezone.localdate(), end_reason=reason.strip())


def log_end(wop: Wop, wijk: Wijk, person: User, actor: User, own: Verb, row: Membership) -> None:
    """Write down that a function or membership ended; tell her, unless she did it herself, and the board."""
    changes = {"function": (row.function, None), "wijk": (wijk, wijk)}
    is_own = person == actor
    verb = own if is_own else ENDED_FOR
    entry = record(actor=actor, verb=verb, subject=wop.subject, person=person, changes=changes)
    if not is_own:
        notify(entry=entry, recipients=[person], template=ENDED_FOR_YOU, path=path_to("join", wijk))
    notify(entry=entry, recipients=board_but(wijk, actor, person), template=TEAM_CHANGED, path=path_to("team", wijk))


def announce(wop: Wop, function: Function) -> None:
    """Tell everybody that an office has somebody new; not who."""
    if function in NEW_HOLDER:
        record(actor=None, verb=NEW_HOLDER[function], subject=wop.subject)


def after_end(wop: Wop, wijk: Wijk, actor: User, rows: Rows, *, was_board: bool) -> None:
    """Tell everybody that a chair is sought, and the managers that nobody runs this WOP now."""
    chair = Membership.objects.in_wijk(wijk).on(timezone.localdate()).filter(function=Function.CHAIR)
    if any(row.function == Function.CHAIR for row in rows) and not chair.exists():
        record(actor=None, verb=SEEKS_CHAIR, subject=wop.subject)
    say_when_without_board(wop, wijk, actor, was_board=was_board)


def say_when_without_board(wop: Wop, wijk: Wijk, actor: User, *, was_board: bool) -> None:
    """Tell the managers, who can give a WOP a board, when its last board member went."""
    if was_board and not board_of(wijk, timezone.localdate()):
        entry = record(actor=actor, verb=BOARD_GONE, subject=wop.subject)
        notify(entry=entry, recipients=managers(), template=WITHOUT_BOARD, path="/beheer/mensen/")
