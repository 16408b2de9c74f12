"""The definitions: reviewed YAML, checked against a schema, loaded into the reference tables.

A wrong definition raises ``DefinitionError`` naming file, line, entry, field and value; then nothing is
loaded.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any, TypeVar

import yaml
from django.db import transaction
from pydantic import BaseModel, ConfigDict, ValidationError

from inspections.definitions.lines import line_of
from inspections.models import Aspect, Framework, FrameworkAspect, Grade, Inspectorate, Scale, Theme
from inspections.terms import Sector

DEFINITIONS = Path(__file__).parent


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
    name: str
    short_name: str
    sector: Sector


class GradeDefinition(Definition):
    label: str
    short: str


class ScaleDefinition(Definition):
    name: str
    note: str = ""
    first_below_good: str = ""
    grades: tuple[GradeDefinition, ...]

    def codes(self) -> list[str]:
        return [grade.code for grade in self.grades]

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


class FrameworkDefinition(Definition):
    name: str
    short_name: str
    inspectorate: str
    family: str
    graded: bool = True
    once: bool = False
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    change: str = ""
    note: str = ""
    scales: tuple[str, ...] = ()
    case_scale: str | None = None
    aspects: dict[str, str | None] = {}


D = TypeVar("D", bound=Definition)


def read_definitions(name: str, schema: type[D], folder: Path = DEFINITIONS) -> list[D]:
    """The entries of ``folder/name``, schema-checked. Raises DefinitionError."""
    path = folder / name
    try:
        text = path.read_text(encoding="utf-8")
        entries = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DefinitionError(f"{name}, line {line}: {error.problem}") from error
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise DefinitionError(f"{name}: {error}") from error
    if not isinstance(entries, list):
        raise DefinitionError(f"{name}, line 1: a list of entries is expected")
    definitions, seen = [], set()
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
        if definition.code in seen:
            line = line_of(text, number, ["code"])
            raise DefinitionError(f"{name}, line {line}, {code}, code: given twice")
        seen.add(definition.code)
        definitions.append(definition)
    return definitions


def _known(path: Path, code: str, field: str, value: str | None, allowed: set[str]) -> None:
    if value is not None and value not in allowed:
        raise DefinitionError.at(path, code, field, f"{value!r} is not defined", value)


@transaction.atomic
def load_reference(folder: Path = DEFINITIONS) -> dict[str, int]:
    """Bring the reference tables in line with the definitions. Running it twice changes nothing."""
    inspectorates = read_definitions("inspectorates.yaml", InspectorateDefinition, folder)
    scales = read_definitions("scales.yaml", ScaleDefinition, folder)
    aspects = read_definitions("aspects.yaml", AspectDefinition, folder)
    frameworks = read_definitions("frameworks.yaml", FrameworkDefinition, folder)
    themes = read_definitions("themes.yaml", ThemeDefinition, folder)
    _check_scales(folder / "scales.yaml", scales)
    _check_frameworks(folder / "frameworks.yaml", frameworks, inspectorates, scales, aspects)

    _upsert(Inspectorate, [d.model_dump() | {"position": n} for n, d in enumerate(inspectorates)])
    _upsert(Scale, [{"code": d.code, "name": d.name, "note": d.note} for d in scales])
    _load_grades(scales)
    _upsert(Aspect, [d.model_dump() | {"position": n} for n, d in enumerate(aspects)])
    _load_themes(folder / "themes.yaml", themes)
    _load_frameworks(frameworks)
    return {"inspectorates": len(inspectorates), "frameworks": len(frameworks), "themes": len(themes)}


def _check_scales(path: Path, scales: list[ScaleDefinition]) -> None:
    for scale in scales:
        codes = scale.codes()
        twice = next((code for code in codes if codes.count(code) > 1), None)
        if twice:
            raise DefinitionError.at(path, scale.code, "grades", f"{twice!r} is given twice")
        if scale.first_below_good or "good" not in codes:
            _known(path, scale.code, "first_below_good", scale.first_below_good, set(codes))


def _check_frameworks(
    path: Path,
    frameworks: list[FrameworkDefinition],
    inspectorates: list[InspectorateDefinition],
    scales: list[ScaleDefinition],
    aspects: list[AspectDefinition],
) -> None:
    inspectorate_codes = {d.code for d in inspectorates}
    scale_codes = {d.code for d in scales}
    aspect_codes = {d.code for d in aspects}
    for framework in frameworks:
        code = framework.code
        _known(path, code, "inspectorate", framework.inspectorate, inspectorate_codes)
        _known(path, code, "case_scale", framework.case_scale, scale_codes)
        if framework.valid_from and framework.valid_to and framework.valid_from > framework.valid_to:
            words = f"{framework.valid_to} lies before {framework.valid_from}"
            raise DefinitionError.at(path, code, "valid_to", words)
        for scale in framework.scales:
            _known(path, code, "scales", scale, scale_codes)
        for aspect in framework.aspects:
            _known(path, code, "aspects", aspect, aspect_codes)


def _upsert(model: type[Any], rows: list[dict[str, Any]], key: str = "code") -> None:
    fields = [field for field in rows[0] if field != key]
    # Places change hands when entries move: park them first, so that a unique place is never held twice.
    if "position" in fields and model in (Inspectorate, Theme):
        for offset, row in enumerate(model.objects.order_by("position")):
            model.objects.filter(pk=row.pk).update(position=10_000 + offset)
    model.objects.bulk_create(
        [model(**row) for row in rows], update_conflicts=True, unique_fields=[key], update_fields=fields
    )


def _load_grades(scales: list[ScaleDefinition]) -> None:
    rows = [
        {
            "id": f"{scale.code}:{grade.code}",
            "scale_id": scale.code,
            "position": position,
            "below_good": grade.code in scale.below_good(),
            **grade.model_dump(),
        }
        for scale in scales
        for position, grade in enumerate(scale.grades)
    ]
    Grade.objects.bulk_create(
        [Grade(**row) for row in rows],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["label", "short", "position", "below_good"],
    )


def _load_themes(path: Path, themes: list[ThemeDefinition]) -> None:
    codes: set[str] = set()
    for theme in themes:
        _known(path, theme.code, "parent", theme.parent, codes)
        codes.add(theme.code)
    _upsert(
        Theme,
        [
            {"code": d.code, "name": d.name, "parent_id": d.parent, "note": d.note, "position": n}
            for n, d in enumerate(themes)
        ],
    )


def _load_frameworks(frameworks: list[FrameworkDefinition]) -> None:
    links = {"scales", "aspects", "change", "inspectorate", "case_scale"}
    _upsert(
        Framework,
        [
            d.model_dump(exclude=links)
            | {"inspectorate_id": d.inspectorate, "case_scale_id": d.case_scale, "change_note": d.change}
            for d in frameworks
        ],
    )
    names = dict(Aspect.objects.values_list("code", "name"))
    for definition in frameworks:
        framework = Framework.objects.get(pk=definition.code)
        framework.scales.set(Scale.objects.filter(pk__in=definition.scales))
        framework.framework_aspects.exclude(aspect__in=definition.aspects).delete()
        for position, (aspect, label) in enumerate(definition.aspects.items()):
            FrameworkAspect.objects.update_or_create(
                framework=framework,
                aspect_id=aspect,
                defaults={"label": label or names[aspect], "position": position},
            )
