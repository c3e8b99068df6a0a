"""Writing people: registering, profiles, roles, invitations and saying goodbye. What other apps call stands here."""

from gemeente.accounts.actions.age import ask_guardian, confirm_guardian, state_age
from gemeente.accounts.actions.invitations import accept_invitation, decline_invitation, invite_person
from gemeente.accounts.actions.leaving import close_account
from gemeente.accounts.actions.paper import answer_claim, ask_claim, register_on_paper
from gemeente.accounts.actions.people import (
    change_profile,
    change_work_profile,
    choose_alias,
    choose_contact,
    open_profile,
    person_at,
    register_person,
)
from gemeente.accounts.actions.reference import save_reference
from gemeente.accounts.actions.roles import assign_role, end_role, make_first_manager, reset_second_step
from gemeente.accounts.actions.self_run import stop_role, write_role

__all__ = [
    "accept_invitation",
    "answer_claim",
    "ask_claim",
    "ask_guardian",
    "assign_role",
    "change_profile",
    "change_work_profile",
    "choose_alias",
    "choose_contact",
    "close_account",
    "confirm_guardian",
    "decline_invitation",
    "end_role",
    "invite_person",
    "make_first_manager",
    "open_profile",
    "person_at",
    "register_on_paper",
    "register_person",
    "reset_second_step",
    "save_reference",
    "state_age",
    "stop_role",
    "write_role",
]
