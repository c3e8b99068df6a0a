"""Feeds as Atom (RFC 4287)."""

import re

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, section 2.2


def plain(text: str) -> str:
    """A text as XML can hold it: a character that came along with a paste would break the feed for everybody."""
    return NOT_IN_XML.sub("", text)


def new_feed(request: HttpRequest, *, title: str, portal: str, path: str) -> Atom1Feed:
    """An empty feed of the portal in the language of the page, about what stands at a path. No names of people."""
    name = plain(portal)
    return Atom1Feed(
        title=f"{plain(title)} - {name}",
        link=f"{settings.PUBLIC_URL}{path}",
        description=None,
        author_name=name,
        feed_url=f"{settings.PUBLIC_URL}{request.get_full_path()}",
        language=translation.get_language(),
    )
