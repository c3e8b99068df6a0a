"""Who was heard about an opgave: of these one can sign for a group of residents."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from gemeente.accounts.models import RoleAssignment
from gemeente.users.models import User
from wijken.agenda.models import Opgave
from wijken.policies import ATTENDS_ONLY


def people_heard(opgave: Opgave) -> QuerySet[User]:
    """Residents who brought it up or added something, whose account is open; nobody who attends for her work."""
    at_work = RoleAssignment.objects.filter(role__in=ATTENDS_ONLY).on(timezone.localdate()).values("user")
    said = Q(pk=opgave.raised_by_id) | Q(contributions__opgave=opgave, contributions__forgotten_at=None)
    rows = User.objects.filter(said, is_active=True).exclude(pk__in=at_work)
    return rows.select_related("profile").distinct().order_by("pk")
