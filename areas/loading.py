"""``areas/data`` into the database: the same rows twice change nothing, and ids stay.

Areas themselves are never deleted (inspections hang on them). Other rows that came from the data and have
left it are removed; rows a person added in the admin stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
Progress = Callable[[int], object]


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
        counts = {"areas": self._areas()}
        self.areas = {(area.kind, area.slug): area for area in Area.objects.all()}
        counts["codes"] = self._dated("codes.csv", AreaCode, ("area_id", "scheme", "code", "valid_from"))
        counts["names"] = self._dated("names.csv", AreaName, ("area_id", "normalised"))
        counts["composites"] = self._composites()
        counts["policing"] = self._dated(
            "policing.csv", PolicingLink, ("authority_id", "force_id", "valid_from")
        )
        counts["successions"] = self._dated("successions.csv", Succession, ("predecessor_id", "successor_id"))
        return counts

    def _areas(self) -> Loaded:
        rows = list(read_table("areas.csv", self.folder))
        for row in rows:
            if row["kind"] == "force" and (row["valid_from"] or row["valid_to"]):
                raise row.error("valid_from" if row["valid_from"] else "valid_to", "a force has no dates")
        return self._store("areas.csv", Area, ("kind", "slug"), [(row, dict(row.values)) for row in rows])

    def _dated(self, file: str, model: type[models.Model], key: tuple[str, ...]) -> Loaded:
        fields = {
            "codes.csv": _code,
            "names.csv": _name,
            "policing.csv": _link,
            "successions.csv": _succession,
        }
        rows = [(row, fields[file](row, self._area)) for row in read_table(file, self.folder)]
        if issubclass(model, DatedModel):
            _refuse_overlaps(model, rows)
        return self._store(file, model, key, rows)

    def _composites(self) -> Loaded:
        rows = list(read_table("composites.csv", self.folder))
        members = {
            row.line: [self._area(row, "members", row["kind"], slug) for slug in _members(row)]
            for row in rows
        }
        values = [(row, _composite(row)) for row in rows]
        loaded = self._store("composites.csv", CompositeName, ("kind", "normalised"), values)
        stored = {(name.kind, name.normalised): name for name in CompositeName.objects.all()}
        for row, fields in values:
            composite = stored[fields["kind"], fields["normalised"]]
            now = [member.area_id for member in composite.memberships.all()]
            due = [area.pk for area in members[row.line]]
            if now != due:
                composite.memberships.all().delete()
                CompositeMember.objects.bulk_create(
                    CompositeMember(composite=composite, area_id=pk, position=position)
                    for position, pk in enumerate(due, start=1)
                )
        return loaded

    def _area(self, row: Row, field: str, kind: str, slug: str) -> Area:
        try:
            return self.areas[kind, slug]
        except KeyError:
            raise row.error(field, f"no {kind} has the slug {slug!r} in areas.csv") from None

    def _store(
        self,
        file: str,
        model: type[models.Model],
        key: tuple[str, ...],
        rows: list[tuple[Row, dict[str, Any]]],
    ) -> Loaded:
        due = _keyed(rows, key)
        manager = model._default_manager
        stored = {tuple(getattr(item, name) for name in key): item for item in manager.all()}
        created, changed, names = [], [], []
        for identity, values in due.items():
            values["from_data"] = True
            names = list(values)
            if (item := stored.get(identity)) is None:
                created.append(model(**values))
            elif any(getattr(item, name) != value for name, value in values.items()):
                for name, value in values.items():
                    setattr(item, name, value)
                changed.append(item)
        gone = []
        if model is not Area:
            ours = set(manager.filter(from_data=True).values_list("pk", flat=True))
            gone = [item.pk for identity, item in stored.items() if identity not in due and item.pk in ours]
        try:
            manager.filter(pk__in=gone).delete()
            if changed:
                manager.bulk_update(changed, [name for name in names if name not in key], batch_size=200)
            manager.bulk_create(created, batch_size=200)
        except OverlappingPeriods as error:
            # Within the file all is well (checked before): a row added by hand stands in the way.
            raise AreaDataError(file, 1, "row", "", "; ".join(error.messages)) from error
        self.progress(len(rows))
        return Loaded(len(rows), len(created), len(changed), len(gone))


_Find = Callable[[Row, str, str, str], Area]


def _code(row: Row, find: _Find) -> dict[str, Any]:
    area = find(row, "slug", row["kind"], row["slug"])
    return {
        "area_id": area.pk,
        "scheme": row["scheme"],
        "code": row["code"],
        "valid_from": row["valid_from"],
        "valid_to": row["valid_to"],
        "source": row["source"],
    }


def _name(row: Row, find: _Find) -> dict[str, Any]:
    normalised = normalise(row["name"])
    if not normalised:
        raise row.error("name", "holds no letter or digit")
    return {
        "area_id": find(row, "slug", row["kind"], row["slug"]).pk,
        "name": row["name"],
        "normalised": normalised,
        "kind": row["name_kind"],
        "valid_from": row["valid_from"],
        "valid_to": row["valid_to"],
        "source": row["source"],
    }


def _link(row: Row, find: _Find) -> dict[str, Any]:
    return {
        "authority_id": find(row, "authority", "authority", row["authority"]).pk,
        "force_id": find(row, "force", "force", row["force"]).pk,
        "valid_from": row["valid_from"],
        "valid_to": row["valid_to"],
        "source": row["source"],
    }


def _succession(row: Row, find: _Find) -> dict[str, Any]:
    if row["predecessor"] == row["successor"]:
        raise row.error("successor", "an area does not succeed itself")
    return {
        "predecessor_id": find(row, "predecessor", "authority", row["predecessor"]).pk,
        "successor_id": find(row, "successor", "authority", row["successor"]).pk,
        "on": row["on"],
        "note": row["note"],
        "source": row["source"],
    }


def _composite(row: Row) -> dict[str, Any]:
    return {
        "kind": row["kind"],
        "name": row["name"],
        "normalised": normalise(row["name"]),
        "source": row["source"],
    }


def _members(row: Row) -> list[str]:
    slugs = [slug.strip() for slug in row["members"].split(";")]
    if len(slugs) < 2 or len(set(slugs)) < len(slugs):
        raise row.error("members", "must be two or more different slugs, separated by semicolons")
    return slugs


def _keyed(rows: Iterable[tuple[Row, dict[str, Any]]], key: tuple[str, ...]) -> dict[Key, dict[str, Any]]:
    """Field values by natural key; the same key on two lines is an error that names both."""
    lines: dict[Key, int] = {}
    due: dict[Key, dict[str, Any]] = {}
    for row, values in rows:
        identity = tuple(values[name] for name in key)
        if identity in due:
            field = next(name for name in reversed(list(row.printed)) if name in _REPEATED)
            raise row.error(field, f"says the same as line {lines[identity]}")
        lines[identity], due[identity] = row.line, values
    return due


# The columns a repeated row is best recognised by.
_REPEATED = ("slug", "code", "name", "authority", "successor")


def _refuse_overlaps(model: type[DatedModel], rows: list[tuple[Row, dict[str, Any]]]) -> None:
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
        field = "code" if "code" in second.printed else "authority"
        message = f"overlaps line {first.line} ({','.join(first.printed.values())})"
        raise second.error(field, message) from None
