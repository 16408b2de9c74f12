"""The definitions into the reference tables. Running it twice changes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import transaction

from inspections.definitions.loader import DEFINITIONS, Definitions, load_definitions
from inspections.models import Aspect, Framework, FrameworkAspect, Grade, Inspectorate, Scale, Theme


@transaction.atomic
def load_reference(folder: Path = DEFINITIONS) -> dict[str, int]:
    """How many there are of what. Raises DefinitionError, and then nothing is loaded."""
    definitions = load_definitions(folder)
    inspectorates = [row.model_dump(exclude={"inspects"}) for row in definitions.inspectorates.values()]
    _upsert(Inspectorate, _in_places(inspectorates))
    _upsert(Scale, [row.model_dump(include={"code", "name", "note"}) for row in definitions.scales.values()])
    _upsert(Grade, _grades(definitions), key="id")
    _upsert(Aspect, _in_places([row.model_dump() for row in definitions.aspects.values()]))
    themes = [
        row.model_dump(exclude={"parent"}) | {"parent_id": row.parent} for row in definitions.themes.values()
    ]
    _upsert(Theme, _in_places(themes))
    _load_frameworks(definitions)
    return {
        "inspectorates": len(definitions.inspectorates),
        "frameworks": len(definitions.frameworks),
        "themes": len(definitions.themes),
    }


def _in_places(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row | {"position": position} for position, row in enumerate(rows)]


def _upsert(model: type[Any], rows: list[dict[str, Any]], key: str = "code") -> None:
    # Places change hands when entries move: park them first, so that a unique place is never held twice.
    if model in (Inspectorate, Theme):
        for offset, row in enumerate(model.objects.order_by("position")):
            model.objects.filter(pk=row.pk).update(position=10_000 + offset)
    model.objects.bulk_create(
        [model(**row) for row in rows],
        update_conflicts=True,
        unique_fields=[key],
        update_fields=[field for field in rows[0] if field != key],
    )


def _grades(definitions: Definitions) -> list[dict[str, Any]]:
    return [
        {
            "id": f"{scale.code}:{grade.code}",
            "scale_id": scale.code,
            "position": position,
            "below_good": grade.code in scale.below_good(),
            **grade.model_dump(),
        }
        for scale in definitions.scales.values()
        for position, grade in enumerate(scale.grades)
    ]


def _load_frameworks(definitions: Definitions) -> None:
    same = {
        "code", "name", "short_name", "family", "graded", "once", "valid_from", "valid_to", "note",
    }  # fmt: skip
    _upsert(
        Framework,
        [
            row.model_dump(include=same)
            | {
                "inspectorate_id": row.inspectorate,
                "case_scale_id": row.case_scale,
                "change_note": row.change,
            }
            for row in definitions.frameworks.values()
        ],
    )
    for row in definitions.frameworks.values():
        framework = Framework.objects.get(pk=row.code)
        framework.scales.set(Scale.objects.filter(pk__in=row.scales))
        framework.framework_aspects.exclude(aspect__in=row.aspects).delete()
        for position, (aspect, label) in enumerate(row.aspects.items()):
            FrameworkAspect.objects.update_or_create(
                framework=framework,
                aspect_id=aspect,
                defaults={"label": label or definitions.aspects[aspect].name, "position": position},
            )
