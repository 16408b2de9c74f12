"""The values a filter may have, with their words. Read from the definitions: no question to the database."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from inspections.definitions.loader import definitions
from inspections.terms import InspectionKind

Choices = tuple[tuple[str, str], ...]

REGIONS = (
    "East Midlands",
    "East of England",
    "London",
    "North East",
    "North West",
    "South East",
    "South West",
    "Wales",
    "West Midlands",
    "Yorkshire and The Humber",
)


def inspectorates() -> Choices:
    return tuple((code, one.short_name) for code, one in definitions().inspectorates.items())


def frameworks() -> Choices:
    return tuple((code, one.name) for code, one in definitions().frameworks.items())


def themes() -> Choices:
    return tuple((code, one.name) for code, one in definitions().themes.items())


def aspects() -> Choices:
    return tuple((code, one.name) for code, one in definitions().aspects.items())


@cache
def grades() -> Choices:
    """Each grade code once. The words are those of the newest scale that has the code without a remark."""
    words: dict[str, str] = {}
    for scale in definitions().scales.values():
        for grade in scale.grades:
            words.setdefault(grade.code, grade.label)
    return tuple(words.items())


@cache
def regions() -> Choices:
    return tuple((name.lower().replace(" ", "-"), name) for name in REGIONS)


CHOICES: dict[str, Callable[[], Choices]] = {
    "inspectorate": inspectorates,
    "framework": frameworks,
    "theme": themes,
    "kind": lambda: tuple(InspectionKind.choices),
    "grade": grades,
    "aspect": aspects,
    "region": regions,
}
