"""Texts of the manager in any template: {% portal_text "thanks" as thanks %}{{ thanks.html }}, or `plain` in a mail."""

from django import template

from gemeente.portal.enums import TextKey
from gemeente.portal.texts import Text
from gemeente.portal.texts import portal_text as read_text

register = template.Library()


@register.simple_tag
def portal_text(key: str) -> Text:
    """The text of a key, in the language of the page. Raises ValueError for a key that is not of TextKey."""
    return read_text(TextKey(key))
