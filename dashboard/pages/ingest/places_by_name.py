"""The places a person may name in a form: a list to choose from, and what was typed back into one place."""

from __future__ import annotations

from django import forms

from areas.matching import AmbiguousArea, AreaNotResolved, UnknownArea, resolve_area
from areas.models import Area


def known_places() -> list[str]:
    """Every area as the list of a field offers it: "Durham Constabulary (police force)"."""
    return [_words(area) for area in Area.objects.order_by("name", "kind")]


def _words(area: Area) -> str:
    return f"{area} ({area.get_kind_display()})"


def place_from_words(words: str) -> str:
    """``force:durham``. Raises ValidationError naming what may have been meant; nothing is guessed."""
    kind, _, slug = words.strip().lower().partition(":")
    areas = list(Area.objects.filter(kind=kind, slug=slug)) if slug else []
    areas = areas or [area for area in Area.objects.all() if _words(area).casefold() == words.casefold()]
    suggestions: list[Area] = []
    if not areas:
        for of_kind in Area.Kind.values:
            try:
                areas += resolve_area(words, kind=of_kind)
            except (UnknownArea, AmbiguousArea) as error:
                suggestions += _candidates(error)
    if len(areas) == 1:
        return areas[0].reference
    perhaps = areas or suggestions
    named = f" Did you mean {' or '.join(map(_words, perhaps))}?" if perhaps else ""
    what = "several places at once" if areas else "no place on this site"
    raise forms.ValidationError(f"“{words}” names {what}.{named}")


def _candidates(error: AreaNotResolved) -> list[Area]:
    return list(error.candidates)[:3]
