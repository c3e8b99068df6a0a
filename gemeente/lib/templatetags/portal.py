"""Filters for templates."""

import datetime as dt

from django import template
from django.utils.formats import date_format

register = template.Library()


@register.filter
def day(text: str | None) -> str:
    """A day that the log keeps as 2026-12-31, in words: 31 december 2026. Empty for none."""
    return date_format(dt.date.fromisoformat(text)) if text else ""
