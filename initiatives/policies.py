"""Who may do what with initiatives. Only owners and whom they named hold the pen: no role of the gemeente appears here.

An owner gives somebody one right (`Right`); what each right allows is the three predicates `holds_pen`, `may_write` and
`may_read`, each wider than the one before. What is the owner's own asks `is_owner`.

Policies expect `with_helpers()`; those of what was written down for somebody else stand in `outdoor_policies.py`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from gemeente.cases.policies import can_read_contact
from initiatives.enums import Right, Stage

if TYPE_CHECKING:
    from gemeente.users.models import User
    from initiatives.models import Initiative, Inquiry

Policy = Callable[["User | Any", "Initiative"], bool]


def is_owner(user: "User | Any", initiative: "Initiative") -> bool:
    """Whoever began it."""
    return bool(user.is_authenticated and user.is_active and initiative.owner_id == user.pk)


def is_concept(initiative: "Initiative") -> bool:
    """Not yet shown to others."""
    return initiative.stage == Stage.CONCEPT


def right_of(user: "User | Any", initiative: "Initiative") -> Right | None:
    """What somebody may whom the owner named, who said yes, and who has not stopped; None for anybody else."""
    return initiative.rights.get(user.pk) if user.is_authenticated and user.is_active else None


def is_helper(user: "User | Any", initiative: "Initiative") -> bool:
    """Somebody with a right of any kind."""
    return right_of(user, initiative) is not None


def owns(user: "User | Any", initiative: "Initiative") -> bool:
    """The owner or a co-owner: in her own name."""
    return is_owner(user, initiative) or right_of(user, initiative) == Right.OWNER


def holds_pen(user: "User | Any", initiative: "Initiative") -> bool:
    """Does everything that is not the owner's own: owner, co-owner, or who acts in the owner's name."""
    return owns(user, initiative) or right_of(user, initiative) == Right.IN_NAME


def pen_ids(initiative: "Initiative") -> frozenset[int]:
    """Who holds the pen beside its owner."""
    return frozenset(pk for pk, right in initiative.rights.items() if right in (Right.OWNER, Right.IN_NAME))


def may_write(user: "User | Any", initiative: "Initiative") -> bool:
    """Writes text and news, and shows photos: who holds the pen, or writes along."""
    return holds_pen(user, initiative) or right_of(user, initiative) == Right.WRITER


def may_read(user: "User | Any", initiative: "Initiative") -> bool:
    """Reads what is not public: the owner, and everybody to whom she gave a right."""
    return is_owner(user, initiative) or is_helper(user, initiative)


def can_revise_initiative(user: "User | Any", initiative: "Initiative") -> bool:
    """Change text, place or photo: who may write, as long as it has not ended."""
    return may_write(user, initiative) and not initiative.is_ended


def can_publish_initiative(user: "User | Any", initiative: "Initiative") -> bool:
    """Show it to everybody: the owner, once. Never in her name: that yes is her own."""
    return is_owner(user, initiative) and is_concept(initiative)


def can_move_initiative(user: "User | Any", initiative: "Initiative") -> bool:
    """Take the next step: who holds the pen of a published initiative."""
    return holds_pen(user, initiative) and not is_concept(initiative)


def can_tell_news(user: "User | Any", initiative: "Initiative") -> bool:
    """Write news: who may write of what is public, also after the end."""
    return may_write(user, initiative) and not is_concept(initiative)


def can_ask_owner(user: "User | Any", initiative: "Initiative") -> bool:
    """Ask its owners something in public: anybody but they, a visitor after signing in, also after the end.

    Only where somebody reads it: an owner or helper with an account. Expects the owner to be loaded.
    """
    is_read = bool(initiative.owner.email and initiative.owner.is_active) or bool(pen_ids(initiative))
    return is_read and not is_concept(initiative) and not holds_pen(user, initiative)


def can_answer_inquiry(user: "User | Any", initiative: "Initiative") -> bool:
    """Answer what neighbours ask: who holds the pen."""
    return holds_pen(user, initiative) and not is_concept(initiative)


def can_withdraw_inquiry(user: "User | Any", inquiry: "Inquiry") -> bool:
    """Take a question away: who asked it."""
    return bool(user.is_authenticated and user.is_active and inquiry.asker_id == user.pk)


def can_tell_result(user: "User | Any", initiative: "Initiative") -> bool:
    """Tell and change the story of a result: who may write of what is realised."""
    return may_write(user, initiative) and initiative.stage == Stage.REALISED


def can_read_participants(user: "User | Any", initiative: "Initiative") -> bool:
    """Read who joins in and what they bring: everybody with a right."""
    return may_read(user, initiative) and not is_concept(initiative)


def can_show_photo(user: "User | Any", initiative: "Initiative") -> bool:
    """Add photos and documents, order and describe them: who may write, also after the end."""
    return may_write(user, initiative)


def can_read_private_document(user: "User | Any", initiative: "Initiative") -> bool:
    """Read a document that is not for everybody: who may read along, and the people of its case (`with_people()`)."""
    if may_read(user, initiative):
        return True
    return initiative.case is not None and can_read_contact(user, initiative.case)


def can_remove_photo(user: "User | Any", initiative: "Initiative") -> bool:
    """Take any of its photos away: who may write, at any time."""
    return may_write(user, initiative)


def can_name_helper(user: "User | Any", initiative: "Initiative") -> bool:
    """Say who may what on it, change that, and end it: the owner."""
    return is_owner(user, initiative)


def can_stop_helping(user: "User | Any", initiative: "Initiative") -> bool:
    """Give one's right back: whoever has it, at any time."""
    return is_helper(user, initiative)


def can_answer_quiet(user: "User | Any", initiative: "Initiative") -> bool:
    """Say that it still goes on: who holds the pen of what is under way."""
    return holds_pen(user, initiative) and not is_concept(initiative) and not initiative.is_ended


def can_choose_name(user: "User | Any", initiative: "Initiative") -> bool:
    """Say under which name one stands there oneself: everybody who does something there."""
    return may_write(user, initiative)


def can_name_organisation(user: "User | Any", initiative: "Initiative") -> bool:
    """Say for which organisation it is: who holds the pen, as long as it has not ended."""
    return holds_pen(user, initiative) and not initiative.is_ended


def can_choose_opgave(user: "User | Any", initiative: "Initiative") -> bool:
    """Say to which opgave of its wijk it belongs: who holds the pen of what is public, also after the end."""
    return holds_pen(user, initiative) and not is_concept(initiative)


def can_pause_initiative(user: "User | Any", initiative: "Initiative") -> bool:
    """Let it rest, or say something else about that: who holds the pen of what is under way."""
    return holds_pen(user, initiative) and not is_concept(initiative) and not initiative.is_ended


def can_resume_initiative(user: "User | Any", initiative: "Initiative") -> bool:
    """Go on after a pause: who holds the pen."""
    return holds_pen(user, initiative) and initiative.is_paused


def can_offer_initiative(user: "User | Any", initiative: "Initiative") -> bool:
    """Offer it to somebody else, and take that back: the owner of what is public."""
    return is_owner(user, initiative) and not is_concept(initiative)


def can_plan_initiative(user: "User | Any", initiative: "Initiative") -> bool:
    """Take a ready plan, write and tick off steps, and say when it is: who may write, as long as it has not ended."""
    return can_revise_initiative(user, initiative)


def can_read_who(user: "User | Any", initiative: "Initiative") -> bool:
    """Read who does which step: everybody with a right; who joins in may too, which the page asks."""
    return may_read(user, initiative)


def can_stop_reminders(user: "User | Any", initiative: "Initiative") -> bool:
    """Hear no more of its steps: who holds the pen, at any time."""
    return holds_pen(user, initiative)


def can_leave_initiative(user: "User | Any", initiative: "Initiative") -> bool:
    """Hand it over or take everything away, on saying goodbye: the owner of what is public."""
    return is_owner(user, initiative) and not is_concept(initiative)


def can_state_needs(user: "User | Any", initiative: "Initiative") -> bool:
    """Say what is still needed, and how much of it: who may write, as long as it has not ended."""
    return can_revise_initiative(user, initiative)


def can_state_share(user: "User | Any", initiative: "Initiative") -> bool:
    """Say in numbers what the owners do themselves, and what it became: who holds the pen, also after the end."""
    return holds_pen(user, initiative)


def can_thank_helpers(user: "User | Any", initiative: "Initiative") -> bool:
    """Thank who helps, and count what really came: who holds the pen of what is public, also after the end."""
    return holds_pen(user, initiative) and not is_concept(initiative)


def can_participate(user: "User | Any", initiative: "Initiative") -> bool:
    """Support it or join in: anybody, a visitor too, but not who holds the pen, nor after the end."""
    return not is_concept(initiative) and not initiative.is_ended and not holds_pen(user, initiative)


# The policy, to be read as a table.
POLICIES: dict[str, Policy] = {
    "revise": can_revise_initiative,
    "publish": can_publish_initiative,
    "move": can_move_initiative,
    "tell_news": can_tell_news,
    "ask": can_ask_owner,
    "answer_inquiry": can_answer_inquiry,
    "tell_result": can_tell_result,
    "read_participants": can_read_participants,
    "participate": can_participate,
    "state_needs": can_state_needs,
    "state_share": can_state_share,
    "thank_helpers": can_thank_helpers,
    "remove_photo": can_remove_photo,
    "show_photo": can_show_photo,
    "name_helper": can_name_helper,
    "stop_helping": can_stop_helping,
    "answer_quiet": can_answer_quiet,
    "choose_name": can_choose_name,
    "name_organisation": can_name_organisation,
    "choose_opgave": can_choose_opgave,
    "pause": can_pause_initiative,
    "resume": can_resume_initiative,
    "offer": can_offer_initiative,
    "leave": can_leave_initiative,
    "plan": can_plan_initiative,
    "read_who": can_read_who,
    "stop_reminders": can_stop_reminders,
}
