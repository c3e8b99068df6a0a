"""Filters for templates."""

import datetime as dt
import re
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

OPTION, SELECTED = '<option value="{}">{}</option>', '<option value="{}" selected>{}</option>'
CLOSE = "</optgroup>"


@register.filter
def day(text: str | None) -> str:
    """A day that the log keeps as 2026-12-31, in words: 31 december 2026. Empty for none."""
    return date_format(dt.date.fromisoformat(text)) if text else ""


@register.filter
def lines(text: str) -> list[str]:
    """What people wrote one thing a line, without the empty ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]


@register.filter
def breakable(address: str) -> SafeString:
    """An e-mail address that, where it does not fit, goes on below from its @ or from a dot."""
    return format_html_join("", "<wbr>{}", ((part,) for part in re.split(r"(?=[@.])", address)))


@register.filter
def dialled(number: str) -> str:
    """What a telephone dials for a number as people write it: "010-555 01 77" is tel:0105550177."""
    return "tel:" + re.sub(r"[^\d+]", "", number)


@register.filter
def phone_link(number: str) -> SafeString:
    """A phone number within a sentence, to call with one tap."""
    return format_html('<a href="{}">{}</a>', dialled(number), number)


@register.filter
def options(groups: list[tuple[str | None, list[dict[str, Any]], int]]) -> SafeString:
    """The choices of a select: the filters of a list have a hundred, which a template writes slower than its cards."""
    written: list[str] = []
    for group, choices, _index in groups:
        written += [format_html('<optgroup label="{}">', group)] if group else []
        written += [format_html(SELECTED if one["selected"] else OPTION, one["value"], one["label"]) for one in choices]
        written += [CLOSE] if group else []
    return SafeString("\n".join(written))
