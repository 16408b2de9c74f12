"""The values a filter may have, with their words. Read from the definitions: no question to the database."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from inspections.definitions.loader import (
    AspectDefinition,
    FrameworkDefinition,
    InspectorateDefinition,
    ScaleDefinition,
    ThemeDefinition,
    read_definitions,
)
from inspections.models import Inspection

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


@cache
def inspectorates() -> Choices:
    found = read_definitions("inspectorates.yaml", InspectorateDefinition)
    return tuple((definition.code, definition.short_name) for definition in found)


@cache
def frameworks() -> Choices:
    return tuple((d.code, d.name) for d in read_definitions("frameworks.yaml", FrameworkDefinition))


@cache
def themes() -> Choices:
    return tuple((d.code, d.name) for d in read_definitions("themes.yaml", ThemeDefinition))


@cache
def aspects() -> Choices:
    return tuple((d.code, d.name) for d in read_definitions("aspects.yaml", AspectDefinition))


@cache
def grades() -> Choices:
    """Each grade code once. The words are those of the newest scale that has the code without a remark."""
    words: dict[str, str] = {}
    for scale in read_definitions("scales.yaml", ScaleDefinition):
        for grade in scale.grades:
            words.setdefault(grade.code, grade.label)
    return tuple(words.items())


def kinds() -> Choices:
    return tuple((kind.value, str(kind.label)) for kind in Inspection.Kind)


@cache
def regions() -> Choices:
    return tuple((name.lower().replace(" ", "-"), name) for name in REGIONS)


CHOICES: dict[str, Callable[[], Choices]] = {
    "inspectorate": inspectorates,
    "framework": frameworks,
    "theme": themes,
    "kind": kinds,
    "grade": grades,
    "aspect": aspects,
    "region": regions,
}
