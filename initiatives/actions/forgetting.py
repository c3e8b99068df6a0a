"""What visitors typed and never confirmed."""

import datetime as dt

from django.utils import timezone

from initiatives.models import ParticipationRequest

REQUEST_DAYS = 7  # how long a visitor can confirm


def purge_participation_requests() -> int:
    """Forget requests that nobody confirmed in time; returns how many."""
    limit = timezone.now() - dt.timedelta(days=REQUEST_DAYS)
    return ParticipationRequest.objects.filter(created_at__lt=limit).delete()[0]
