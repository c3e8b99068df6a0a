"""Roles and second steps."""

import datetime as dt
import time
from typing import Any

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.utils import timezone

from gemeente.accounts.actions import assign_role
from gemeente.accounts.enums import WIJK_ROLES, Role
from gemeente.accounts.models import RoleAssignment
from gemeente.users.models import User
from tests.factories.places import WijkFactory

PERIOD = 30  # seconds that a code of the app lasts


def give_role(user: User, role: Role, **fields: Any) -> RoleAssignment:
    """Let somebody hold a role since a month ago, in a new wijk if the role asks for one."""
    wijk = fields.pop("wijk", None) or (WijkFactory() if role in WIJK_ROLES else None)
    starts_on = fields.pop("starts_on", timezone.localdate() - dt.timedelta(days=30))
    return assign_role(user=user, role=role, wijk=wijk, starts_on=starts_on, **({"actor": None} | fields))


def give_device(user: User) -> str:
    """Give somebody an app that makes codes, and spare codes; returns the app's secret."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


def app_code(secret: str) -> str:
    """What the app shows now."""
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // PERIOD))
