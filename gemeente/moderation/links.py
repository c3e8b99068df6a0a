"""The link with which an owner blocks somebody. Only a page that shows her that person can make one."""

from django.core import signing
from django.urls import reverse

from gemeente.moderation.models import Worry
from gemeente.users.models import User

SALT = "moderation.block"


def block_link(*, owner: User, person: User) -> str:
    """Where an owner blocks a person whom she knows by name."""
    return link(owner, "person", person.pk)


def block_link_of_worry(*, owner: User, worry: Worry) -> str:
    """Where an owner blocks who wrote a worry, whether or not she may know who that is."""
    return link(owner, "worry", worry.pk)


def link(owner: User, kind: str, pk: int) -> str:
    """The address of the page that asks."""
    return reverse("moderation:block", args=[signing.dumps([owner.pk, kind, pk], salt=SALT)])


def read_block_token(token: str) -> tuple[int, str, int]:
    """Owner, kind and id of a link. Raises BadSignature for a word we did not make."""
    owner_id, kind, pk = signing.loads(token, salt=SALT)
    return owner_id, kind, pk
