"""The definitions into the reference tables. Running it twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import transaction

from inspections.definitions.loader import DEFINITIONS, load_definitions
from inspections.models import Aspect, Framework, FrameworkAspect, Grade, Inspectorate, Scale, Theme

_OF_FRAMEWORK = {
    "code", "name", "short_name", "family", "graded", "once", "valid_from", "valid_to", "note",
}  # fmt: skip


@transaction.atomic
def load_reference(folder: Path = DEFINITIONS) -> None:
    """Raises DefinitionError, and then nothing is loaded."""
    known = load_definitions(folder)
    inspectorates = [row.model_dump(exclude={"inspects"}) for row in known.inspectorates.values()]
    themes = [row.model_dump(exclude={"parent"}) | {"parent_id": row.parent} for row in known.themes.values()]
    frameworks = [
        row.model_dump(include=_OF_FRAMEWORK)
        | {"inspectorate_id": row.inspectorate, "case_scale_id": row.case_scale, "change_note": row.change}
        for row in known.frameworks.values()
    ]
    _upsert(Inspectorate, _in_places(inspectorates))
    _upsert(Scale, [row.model_dump(include={"code", "name", "note"}) for row in known.scales.values()])
    for scale in known.scales.values():
        grades = [
            grade.model_dump()
            | {
                "id": f"{scale.code}:{grade.code}",
                "scale_id": scale.code,
                "below_good": grade.code in scale.below_good(),
            }
            for grade in scale.grades
        ]
        _upsert(Grade, _in_places(grades), key=("id",))
    _upsert(Aspect, _in_places(row.model_dump() for row in known.aspects.values()))
    _upsert(Theme, _in_places(themes))
    _upsert(Framework, frameworks)
    for row in known.frameworks.values():
        Framework.objects.get(pk=row.code).scales.set(Scale.objects.filter(pk__in=row.scales))
        FrameworkAspect.objects.filter(framework=row.code).exclude(aspect__in=row.aspects).delete()
        aspects = [
            {"framework_id": row.code, "aspect_id": code, "label": label or known.aspects[code].name}
            for code, label in row.aspects.items()
        ]
        _upsert(FrameworkAspect, _in_places(aspects), key=("framework_id", "aspect_id"))


def _in_places(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row | {"position": position} for position, row in enumerate(rows)]


def _upsert(model: type[Any], rows: list[dict[str, Any]], key: tuple[str, ...] = ("code",)) -> None:
    # Places change hands when entries move: park them first, so that a unique place is never held twice.
    if model in (Inspectorate, Theme):
        for offset, row in enumerate(model.objects.order_by("position")):
            model.objects.filter(pk=row.pk).update(position=10_000 + offset)
    model.objects.bulk_create(
        [model(**row) for row in rows],
        update_conflicts=True,
        unique_fields=key,
        update_fields=[field for field in (rows or [{}])[0] if field not in key],
    )
