"""The definitions: reviewed YAML, checked, as values. Readers, forms and the database take theirs from here.

A wrong definition raises ``DefinitionError`` naming file, line, entry, field and value.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from inspections.definitions.lines import line_of
from inspections.terms import Sector

DEFINITIONS = Path(__file__).parent
# Later statistics print its words for grades that were given on the scale of before November 2013.
RESTATED_SCALE = "ofsted-restated"
_YAML_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class DefinitionError(ValueError):
    """A definition file that cannot be used; the message names file, line, entry, field and value."""

    @classmethod
    def at(cls, path: Path, code: str, field: str, words: str, value: str = "") -> DefinitionError:
        """About a field of the entry with this code; ``value`` is the part of it that is wrong."""
        line = line_of(path.read_text(encoding="utf-8"), code, [field], value)
        return cls(f"{path.name}, line {line}, {code}, {field}: {words}")


class Definition(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    code: str


class InspectorateDefinition(Definition):
    """``inspects``: the one kind of area it inspects, where it inspects no other."""

    name: str
    short_name: str
    sector: Sector
    inspects: str = ""


class GradeDefinition(Definition):
    label: str
    short: str


class ScaleDefinition(Definition):
    name: str
    note: str = ""
    first_below_good: str = ""
    grades: tuple[GradeDefinition, ...]

    def codes(self) -> tuple[str, ...]:
        return tuple(grade.code for grade in self.grades)

    def below_good(self) -> set[str]:
        """Every grade after good; a scale without "good" names its first grade below."""
        codes = self.codes()
        start = codes.index(self.first_below_good) if self.first_below_good else codes.index("good") + 1
        return set(codes[start:])


class AspectDefinition(Definition):
    name: str


class ThemeDefinition(Definition):
    name: str
    parent: str | None = None
    note: str = ""


class LaterScale(BaseModel):
    """The scale cases are graded on from the first of January of a year on."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    scale: str
    since: int


class CycleSpan(BaseModel):
    """The days within which every inspection of a cycle was, up to the cycle's last report; ``end`` is None
    while it goes on. ``source``: what the days are taken from."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    start: dt.date
    end: dt.date | None
    source: str = Field(min_length=1)

    @model_validator(mode="after")
    def _in_order(self) -> CycleSpan:
        if self.end and self.end < self.start:
            raise ValueError(f"{self.end} lies before {self.start}")
        return self


class FrameworkDefinition(Definition):
    """``valid_from`` and ``valid_to`` bound the first day of fieldwork, both included. ``cycle_span``: of a
    programme in cycles, so that what has no day of its own is still known to lie in it. ``optional``: aspects
    that only some of its reports judge."""

    name: str
    short_name: str
    inspectorate: str
    family: str
    graded: bool = True
    once: bool = False
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    cycle_span: CycleSpan | None = None
    change: str = ""
    note: str = ""
    scales: tuple[str, ...] = ()
    case_scale: str | None = None
    later_case_scale: LaterScale | None = None
    aspects: dict[str, str | None] = {}
    optional: tuple[str, ...] = ()

    def holds_on(self, day: dt.date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True)
class Definitions:
    """Every definition by its code, in the order of the files."""

    inspectorates: dict[str, InspectorateDefinition]
    scales: dict[str, ScaleDefinition]
    aspects: dict[str, AspectDefinition]
    frameworks: dict[str, FrameworkDefinition]
    themes: dict[str, ThemeDefinition]

    def grades_of(self, framework: str, *, restated: bool = False) -> tuple[str, ...]:
        """What an aspect may be graded under a framework, best first: in the words of its own time, or
        ``restated`` in those of later statistics."""
        scales = [code for code in self.frameworks[framework].scales if (code == RESTATED_SCALE) is restated]
        return tuple(dict.fromkeys(grade for code in scales for grade in self.scales[code].codes()))

    def case_grades_of(self, framework: str, year: int | None = None) -> tuple[str, ...]:
        """What a case could be graded in that year, empty where that is not defined; an unknown year leaves
        every grade possible."""
        known = self.frameworks.get(framework)
        if known is None:
            return ()
        later = known.later_case_scale
        scale = later.scale if later and year is not None and year >= later.since else known.case_scale
        return self.scales[scale].codes() if scale else ()

    def edition_on(self, family: str, day: dt.date) -> FrameworkDefinition | None:
        """The edition of a programme's rulebook that held on a day."""
        editions = (one for one in self.frameworks.values() if one.family == family)
        return next((one for one in editions if one.holds_on(day)), None)


@cache
def definitions() -> Definitions:
    """The project's own. Raises DefinitionError."""
    return load_definitions(DEFINITIONS)


def load_definitions(folder: Path) -> Definitions:
    """Every file of a folder, each entry checked against what it refers to. Raises DefinitionError."""
    known = Definitions(
        inspectorates=_read(folder / "inspectorates.yaml", InspectorateDefinition),
        scales=_read(folder / "scales.yaml", ScaleDefinition),
        aspects=_read(folder / "aspects.yaml", AspectDefinition),
        frameworks=_read(folder / "frameworks.yaml", FrameworkDefinition),
        themes=_read(folder / "themes.yaml", ThemeDefinition),
    )
    _check_scales(folder / "scales.yaml", known)
    _check_frameworks(folder / "frameworks.yaml", known)
    _check_themes(folder / "themes.yaml", known)
    return known


D = TypeVar("D", bound=Definition)


def _read(path: Path, schema: type[D]) -> dict[str, D]:
    """The entries of a file by code, each checked against its schema."""
    name = path.name
    try:
        text = path.read_text(encoding="utf-8")
        entries = yaml.load(text, Loader=_YAML_LOADER)  # noqa: S506  (a safe loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DefinitionError(f"{name}, line {line}: {error.problem}") from error
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise DefinitionError(f"{name}: {error}") from error
    if not isinstance(entries, list):
        raise DefinitionError(f"{name}, line 1: a list of entries is expected")
    found: dict[str, D] = {}
    for number, entry in enumerate(entries):
        code = entry.get("code", "no code") if isinstance(entry, dict) else repr(entry)
        try:
            definition = schema.model_validate(entry)
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(str(part) for part in first["loc"])
            line = line_of(text, number, first["loc"])
            raise DefinitionError(
                f"{name}, line {line}, {code}, {field}: {first['msg']}, got {first['input']!r}"
            ) from error
        if definition.code in found:
            line = line_of(text, number, ["code"])
            raise DefinitionError(f"{name}, line {line}, {code}, code: given twice")
        found[definition.code] = definition
    return found


def _expect(path: Path, code: str, field: str, value: str | None, allowed: Any) -> None:
    if value is not None and value not in allowed:
        raise DefinitionError.at(path, code, field, f"{value!r} is not defined", value)


def _check_scales(path: Path, known: Definitions) -> None:
    for scale in known.scales.values():
        codes = scale.codes()
        twice = next((code for code in codes if codes.count(code) > 1), None)
        if twice:
            raise DefinitionError.at(path, scale.code, "grades", f"{twice!r} is given twice")
        if scale.first_below_good or "good" not in codes:
            _expect(path, scale.code, "first_below_good", scale.first_below_good, codes)


def _check_frameworks(path: Path, known: Definitions) -> None:
    for code, framework in known.frameworks.items():
        _expect(path, code, "inspectorate", framework.inspectorate, known.inspectorates)
        _expect(path, code, "case_scale", framework.case_scale, known.scales)
        if framework.later_case_scale:
            _expect(path, code, "later_case_scale", framework.later_case_scale.scale, known.scales)
        if framework.valid_from and framework.valid_to and framework.valid_from > framework.valid_to:
            words = f"{framework.valid_to} lies before {framework.valid_from}"
            raise DefinitionError.at(path, code, "valid_to", words)
        for scale in framework.scales:
            _expect(path, code, "scales", scale, known.scales)
        for aspect in framework.aspects:
            _expect(path, code, "aspects", aspect, known.aspects)
        for aspect in framework.optional:
            _expect(path, code, "optional", aspect, framework.aspects)


def _check_themes(path: Path, known: Definitions) -> None:
    """A theme stands below its parent, so that none is over itself."""
    above: set[str] = set()
    for theme in known.themes.values():
        _expect(path, theme.code, "parent", theme.parent, above)
        above.add(theme.code)
