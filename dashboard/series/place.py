"""The facts of one place, and which of its inspections a selection shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from areas.models import Area
from dashboard.selection.filters import filter_inspections
from dashboard.selection.selection import Selection
from inspections import place_facts as below
from inspections.models import Inspection
from inspections.place_facts import SPEAKING, areas_of

__all__ = ["SPEAKING", "PlaceFacts", "areas_of", "listed", "number_words", "place_facts"]

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class PlaceFacts(below.PlaceFacts):
    """``shown``: primary keys of the inspections the filters choose."""

    selection: Selection
    shown: frozenset[int]

    def selected(self) -> tuple[Inspection, ...]:
        return tuple(one for one in self.inspections if one.pk in self.shown)


def place_facts(area: Area, selection: Selection) -> PlaceFacts:
    """Eight queries, whatever the place; one more under a filter."""
    facts = below.place_facts(area)
    shown = {one.pk for one in facts.inspections}
    filters = selection.without_place()
    if not filters.is_default:
        known = Inspection.objects.published().filter(pk__in=shown)
        shown = set(filter_inspections(filters, known).values_list("pk", flat=True))
    return PlaceFacts(
        facts.area, facts.inspections, facts.links, facts.frameworks, selection, frozenset(shown)
    )


def number_words(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def listed(names: Iterable[str]) -> str:
    """ "Knowsley, Liverpool and Wirral"."""
    names = list(names)
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
