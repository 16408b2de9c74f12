"""``areas/data`` into the database: the same rows twice change nothing, and ids stay.

Areas themselves are never deleted (inspections hang on them). Other rows that came from the data and have
left it are removed; rows a person added in the admin stay.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
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


Key = tuple[Any, ...]
Values = list[tuple[Row, dict[str, Any]]]
Progress = Callable[[int], object]


@dataclass(frozen=True)
class Table:
    """How the rows of a file become rows of a model.

    ``key``: the fields that tell two rows apart. ``copied``: columns taken as they are. ``areas``: for a
    column that holds a slug, the field of the area meant and its kind; empty where the row says the kind.
    """

    file: str
    model: type[models.Model]
    key: tuple[str, ...]
    copied: str
    areas: dict[str, tuple[str, str]] = field(default_factory=dict)


TABLES = {
    "codes": Table(
        "codes.csv",
        AreaCode,
        ("area_id", "scheme", "code", "valid_from"),
        "scheme code valid_from valid_to source",
        {"slug": ("area_id", "")},
    ),
    "names": Table(
        "names.csv",
        AreaName,
        ("area_id", "normalised"),
        "name valid_from valid_to source",
        {"slug": ("area_id", "")},
    ),
    "composites": Table("composites.csv", CompositeName, ("kind", "normalised"), "kind name source"),
    "policing": Table(
        "policing.csv",
        PolicingLink,
        ("authority_id", "force_id", "valid_from"),
        "valid_from valid_to source",
        {"authority": ("authority_id", "authority"), "force": ("force_id", "force")},
    ),
    "successions": Table(
        "successions.csv",
        Succession,
        ("predecessor_id", "successor_id"),
        "on note source",
        {"predecessor": ("predecessor_id", "authority"), "successor": ("successor_id", "authority")},
    ),
}
# The columns a repeated row is best recognised by.
_REPEATED = ("slug", "code", "name", "authority", "successor")


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
            return _Loader(folder, progress or (lambda rows: None)).load()
    finally:
        index.forget()


class _Loader:
    def __init__(self, folder: Path, progress: Progress) -> None:
        self.folder, self.progress = folder, progress
        self.areas: dict[Key, Area] = {}

    def load(self) -> dict[str, Loaded]:
        rows = list(read_table("areas.csv", self.folder))
        for row in rows:
            if row["kind"] == "force" and (row["valid_from"] or row["valid_to"]):
                raise row.error("valid_from" if row["valid_from"] else "valid_to", "a force has no dates")
        areas = Table("areas.csv", Area, ("kind", "slug"), "")
        counts = {"areas": self.store(areas, [(row, dict(row.values)) for row in rows])}
        self.areas = {(area.kind, area.slug): area for area in Area.objects.all()}
        for name, table in TABLES.items():
            values = [(row, self.values(table, row)) for row in read_table(table.file, self.folder)]
            if issubclass(table.model, DatedModel):
                _refuse_overlaps(table.model, values)
            members = [self.members(row) for row, _ in values] if name == "composites" else []
            counts[name] = self.store(table, values)
            if members:
                _store_members(values, members)
        return counts

    def area(self, row: Row, column: str, kind: str, slug: str) -> Area:
        try:
            return self.areas[kind, slug]
        except KeyError:
            raise row.error(column, f"no {kind} has the slug {slug!r} in areas.csv") from None

    def values(self, table: Table, row: Row) -> dict[str, Any]:
        if row.file == "successions.csv" and row["predecessor"] == row["successor"]:
            raise row.error("successor", "an area does not succeed itself")
        values: dict[str, Any] = {column: row[column] for column in table.copied.split()}
        if "name" in values:
            values["normalised"] = normalise(row["name"])
            if not values["normalised"]:
                raise row.error("name", "holds no letter or digit")
        if "name_kind" in row.values:
            values["kind"] = row["name_kind"]
        for column, (name, kind) in table.areas.items():
            values[name] = self.area(row, column, kind or row["kind"], row[column]).pk
        return values

    def members(self, row: Row) -> list[int]:
        """The areas a composite name means, by id, in its order."""
        slugs = [slug.strip() for slug in row["members"].split(";")]
        if len(slugs) < 2 or len(set(slugs)) < len(slugs):
            raise row.error("members", "must be two or more different slugs, separated by semicolons")
        return [self.area(row, "members", row["kind"], slug).pk for slug in slugs]

    def store(self, table: Table, rows: Values) -> Loaded:
        due = _keyed(rows, table.key)
        manager = table.model._default_manager
        stored = {tuple(getattr(item, name) for name in table.key): item for item in manager.all()}
        created, changed, names = [], [], []
        for identity, values in due.items():
            values["from_data"] = True
            names = list(values)
            if (item := stored.get(identity)) is None:
                created.append(table.model(**values))
            elif any(getattr(item, name) != value for name, value in values.items()):
                for name, value in values.items():
                    setattr(item, name, value)
                changed.append(item)
        gone = []
        if table.model is not Area:
            ours = set(manager.filter(from_data=True).values_list("pk", flat=True))
            gone = [item.pk for identity, item in stored.items() if identity not in due and item.pk in ours]
        try:
            manager.filter(pk__in=gone).delete()
            if changed:
                manager.bulk_update(
                    changed, [name for name in names if name not in table.key], batch_size=200
                )
            manager.bulk_create(created, batch_size=200)
        except OverlappingPeriods as error:
            # Within the file all is well (checked before): a row added by hand stands in the way.
            raise AreaDataError(table.file, 1, "row", "", "; ".join(error.messages)) from error
        self.progress(len(rows))
        return Loaded(len(rows), len(created), len(changed), len(gone))


def _store_members(rows: Values, members: list[list[int]]) -> None:
    stored = {(name.kind, name.normalised): name for name in CompositeName.objects.all()}
    for (_, values), due in zip(rows, members, strict=True):
        composite = stored[values["kind"], values["normalised"]]
        if [member.area_id for member in composite.memberships.all()] != due:
            composite.memberships.all().delete()
            CompositeMember.objects.bulk_create(
                CompositeMember(composite=composite, area_id=pk, position=position)
                for position, pk in enumerate(due, start=1)
            )


def _keyed(rows: Values, key: tuple[str, ...]) -> dict[Key, dict[str, Any]]:
    """Field values by natural key; the same key on two lines is an error that names both."""
    lines: dict[Key, int] = {}
    due: dict[Key, dict[str, Any]] = {}
    for row, values in rows:
        identity = tuple(values[name] for name in key)
        if identity in due:
            column = next(name for name in reversed(list(row.printed)) if name in _REPEATED)
            raise row.error(column, f"says the same as line {lines[identity]}")
        lines[identity], due[identity] = row.line, values
    return due


def _refuse_overlaps(model: type[DatedModel], rows: Values) -> None:
    """The checked rule over the file alone, so that the error can name both lines."""
    lines: dict[int, Row] = {}
    unsaved: list[DatedModel] = []
    for row, values in rows:
        item = model(**values)
        lines[id(item)] = row
        unsaved.append(item)
    try:
        model.refuse_overlaps(unsaved)
    except OverlappingPeriods as error:
        first, second = sorted((lines[id(item)] for item in error.rows), key=lambda row: row.line)
        column = "code" if "code" in second.printed else "authority"
        message = f"overlaps line {first.line} ({','.join(first.printed.values())})"
        raise second.error(column, message) from None
