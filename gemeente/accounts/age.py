"""Whether somebody may put something online herself. Reading only."""

from gemeente.accounts.models import GuardianConsent
from gemeente.users.models import User


def lacks_consent(person: User) -> bool:
    """Whether a young person still waits for the yes of a parent or youth worker; no query for anybody else."""
    if not person.profile.is_young:
        return False
    return not GuardianConsent.objects.filter(person=person, confirmed_at__isnull=False).exists()


def must_tell_age(person: User) -> bool:
    """Whether the page about her age comes before putting something online: to answer, or to ask for a yes."""
    return not person.profile.age_group or lacks_consent(person)
