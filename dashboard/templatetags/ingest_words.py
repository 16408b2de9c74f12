"""Words of the ingest pages."""

from __future__ import annotations

from django import template

from dashboard.pages.disagreements import field_words as words

register = template.Library()


@register.filter
def field_words(field: str) -> str:
    """What a problem is about: "Overall effectiveness" for ``overall``."""
    return words(field)
