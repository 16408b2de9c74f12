"""``areas/data`` into the database: the same rows twice change nothing, and ids stay.

Areas themselves are never deleted (inspections hang on them). Other rows that came from the data and have
left it are removed; rows a person added in the admin stay.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from django.db import connection, models, transaction

from areas import index
from areas.data_files import DATA, AreaDataError, Row, read_table
from areas.models import (
    Area,
    AreaCode,
    AreaName,
    CompositeMember,
    CompositeName,
    DatedModel,
    OverlappingPeriods,
    PolicingLink,
    Succession,
)
from areas.normalise import normalise


class Loaded(NamedTuple):
    """What one table did: rows in the file, then rows created, changed and removed in the database."""

    rows: int
    created: int
    changed: int
    removed: int


class Table(NamedTuple):
    """How the rows of a file become rows of a model.

    ``key``: the fields that tell two rows apart. ``column``: the one that a repeated row repeats. ``areas``:
    the kind of area of which a column holds the slug; empty where the row says the kind.
    """

    file: str
    model: type[models.Model]
    key: tuple[str, ...]
    column: str
    areas: dict[str, str] = {}


_BY_KIND = {"slug": ""}
_FORCES = {"authority": "authority", "force": "force"}
_SUCCESSORS = {"predecessor": "authority", "successor": "authority"}
TABLES = {
    "areas": Table("areas.csv", Area, ("kind", "slug"), "slug"),
    "codes": Table("codes.csv", AreaCode, ("area_id", "scheme", "code", "valid_from"), "code", _BY_KIND),
    "names": Table("names.csv", AreaName, ("area_id", "normalised"), "name", _BY_KIND),
    "composites": Table("composites.csv", CompositeName, ("kind", "normalised"), "name"),
    "policing": Table(
        "policing.csv", PolicingLink, ("authority_id", "force_id", "valid_from"), "authority", _FORCES
    ),
    "successions": Table(
        "successions.csv", Succession, ("predecessor_id", "successor_id"), "successor", _SUCCESSORS
    ),
}
Progress = Callable[[int], object]
# What one row of a file says of its row in the database.
Said = list[tuple[Row, dict[str, Any]]]


def load_areas(progress: Progress | None = None, *, folder: Path = DATA) -> dict[str, Loaded]:
    """Load all tables in one transaction; ``progress`` gets the number of rows each table has stored.

    Raises ``AreaDataError`` (file, line, field, value); then nothing is stored.
    """
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                # A border between two periods moves in two statements; judge when both are done.
                with connection.cursor() as cursor:
                    cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            loader = _Loader(folder)
            counts = {}
            for name, table in TABLES.items():
                counts[name] = loader.load(table)
                if progress:
                    progress(counts[name].rows)
            return counts
    finally:
        index.forget()


class _Loader:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.areas: dict[tuple[str, str], Area] = {}

    def load(self, table: Table) -> Loaded:
        said = [(row, self.values(table, row)) for row in read_table(table.file, self.folder)]
        if issubclass(table.model, DatedModel):
            _refuse_overlaps(table.model, said)
        loaded = _store(table, said)
        if table.model is Area:
            self.areas = {(area.kind, area.slug): area for area in Area.objects.all()}
        elif table.model is CompositeName:
            self.store_members(said)
        return loaded

    def area_id(self, row: Row, column: str, kind: str, slug: str) -> int:
        try:
            return self.areas[kind, slug].pk
        except KeyError:
            raise row.error(column, f"no {kind} has the slug {slug!r} in areas.csv") from None

    def values(self, table: Table, row: Row) -> dict[str, Any]:
        """The fields of the model that the row fills in."""
        own = {field.name for field in table.model._meta.concrete_fields if not field.is_relation}
        values = {name: value for name, value in row.values.items() if name in own}
        if "normalised" in own:
            values["normalised"] = normalise(row["name"])
            if not values["normalised"]:
                raise row.error("name", "holds no letter or digit")
        if table.model is AreaName:
            values["kind"] = row["name_kind"]
        for column, kind in table.areas.items():
            name = "area_id" if column == "slug" else f"{column}_id"
            values[name] = self.area_id(row, column, kind or row["kind"], row[column])
        if table.model is Area and row["kind"] == "force" and (row["valid_from"] or row["valid_to"]):
            raise row.error("valid_from" if row["valid_from"] else "valid_to", "a force has no dates")
        if table.model is Succession and row["predecessor"] == row["successor"]:
            raise row.error("successor", "an area does not succeed itself")
        return values

    def store_members(self, said: Said) -> None:
        """The areas that each composite name means, in its order."""
        stored = {(name.kind, name.normalised): name for name in CompositeName.objects.all()}
        for row, values in said:
            slugs = [slug.strip() for slug in row["members"].split(";")]
            if len(slugs) < 2 or len(set(slugs)) < len(slugs):
                raise row.error("members", "must be two or more different slugs, separated by semicolons")
            composite = stored[values["kind"], values["normalised"]]
            due = [self.area_id(row, "members", row["kind"], slug) for slug in slugs]
            if [member.area_id for member in composite.memberships.all()] != due:
                composite.memberships.all().delete()
                CompositeMember.objects.bulk_create(
                    CompositeMember(composite=composite, area_id=pk, position=position)
                    for position, pk in enumerate(due, start=1)
                )


def _store(table: Table, said: Said) -> Loaded:
    """Rows created and changed where they differ; those of an earlier state of the data are removed."""
    manager = table.model._default_manager
    stored: dict[tuple[Any, ...], Any] = {
        tuple(getattr(item, name) for name in table.key): item for item in manager.all()
    }
    lines: dict[tuple[Any, ...], int] = {}
    created, changed, names = [], [], []
    for row, values in said:
        identity = tuple(values[name] for name in table.key)
        if identity in lines:
            raise row.error(table.column, f"says the same as line {lines[identity]}")
        lines[identity] = row.line
        names = [name for name in values if name not in table.key] + ["from_data"]
        item = stored.get(identity)
        if item is None:
            created.append(table.model(**values, from_data=True))
        elif not item.from_data or any(getattr(item, name) != value for name, value in values.items()):
            for name, value in (values | {"from_data": True}).items():
                setattr(item, name, value)
            changed.append(item)
    # Inspections hang on areas, so these stay.
    gone = [
        item.pk
        for identity, item in stored.items()
        if identity not in lines and item.from_data and table.model is not Area
    ]
    try:
        manager.filter(pk__in=gone).delete()
        if changed:
            manager.bulk_update(changed, names, batch_size=200)
        manager.bulk_create(created, batch_size=200)
    except OverlappingPeriods as error:
        # Within the file all is well (checked before): a row added by hand stands in the way.
        raise AreaDataError(table.file, 1, "row", "", "; ".join(error.messages)) from error
    return Loaded(len(said), len(created), len(changed), len(gone))


def _refuse_overlaps(model: type[DatedModel], said: Said) -> None:
    """The checked rule over the file alone, so that the error can name both lines."""
    unsaved = {id(item): (row, item) for row, values in said for item in [model(**values)]}
    try:
        model.refuse_overlaps(item for _, item in unsaved.values())
    except OverlappingPeriods as error:
        first, second = sorted((unsaved[id(item)][0] for item in error.rows), key=lambda row: row.line)
        column = "code" if "code" in second.printed else "authority"
        message = f"overlaps line {first.line} ({','.join(first.printed.values())})"
        raise second.error(column, message) from None
