"""Rows on their way into the database: created or changed only where something differs, many at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, models, transaction

from inspections.transfer.csv_files import TableError

_BATCH = 500


@dataclass
class _Pending:
    """What waits for one model. ``at`` is the line of the row, for a complaint."""

    by: tuple[str, ...]
    rows: dict[tuple[Any, ...], models.Model]
    new: list[tuple[str, models.Model]] = field(default_factory=list)
    changed: dict[int, tuple[str, models.Model]] = field(default_factory=dict)
    fields: set[str] = field(default_factory=set)


class Writer:
    """Foreign keys are given by their ids (``source_id``), so that comparing rows asks nothing.

    A row refers only to rows flushed before it. Raises TableError naming the line of a refused row.
    """

    def __init__(self) -> None:
        self._pending: dict[type[models.Model], _Pending] = {}

    def save(self, model: type[models.Model], at: str, same: dict[str, Any], values: dict[str, Any]) -> Any:
        """The row with these identifying values; it has an id after the next flush."""
        row = self.find(model, same)
        pending = self._pending[model]
        if row is None:
            row = model(**same, **values)
            _clean(row, at)
            pending.rows[tuple(same.values())] = row
            pending.new.append((at, row))
            return row
        differing = {name: value for name, value in values.items() if getattr(row, name) != value}
        if differing:
            for name, value in differing.items():
                setattr(row, name, value)
            _clean(row, at)
            if row.pk is not None:
                pending.changed[row.pk] = (at, row)
                pending.fields |= set(differing)
        return row

    def find(self, model: type[models.Model], same: dict[str, Any]) -> Any:
        """The row with these identifying values, in the database or on its way there, or None."""
        by = tuple(same)
        pending = self._pending.get(model)
        if pending is None:
            rows = model._default_manager.all().iterator(chunk_size=2000)
            pending = self._pending[model] = _Pending(
                by, {tuple(getattr(row, name) for name in by): row for row in rows}
            )
        if pending.by != by:
            raise ValueError(f"{model.__name__} is found here by {pending.by}, not by {by}")
        return pending.rows.get(tuple(same.values()))

    def forget(self, *written_elsewhere: type[models.Model]) -> None:
        """Rows of these are read again when they are next looked for."""
        for model in written_elsewhere:
            self._pending.pop(model, None)

    def flush(self) -> None:
        for model, pending in self._pending.items():
            if pending.new:
                _write(pending.new, lambda rows, m=model: m._default_manager.bulk_create(rows, _BATCH))
                pending.new = []
            if pending.changed:
                names = sorted(name.removesuffix("_id") for name in pending.fields)
                _write(
                    list(pending.changed.values()),
                    lambda rows, m=model, n=names: m._default_manager.bulk_update(rows, n, _BATCH),
                )
                pending.changed, pending.fields = {}, set()


def _write(rows: list[tuple[str, models.Model]], write: Any) -> None:
    """All rows at once; where the database refuses, one by one, to name the line."""
    try:
        with transaction.atomic():
            write([row for _, row in rows])
    except (IntegrityError, DataError) as refused:
        for at, row in rows:
            try:
                with transaction.atomic():
                    write([row])
            except (IntegrityError, DataError) as error:
                raise TableError(f"{at}: {str(error).splitlines()[0]}") from error
        raise TableError(str(refused).splitlines()[0]) from refused


def _clean(row: models.Model, at: str) -> None:
    """Choices, lengths and formats of its own fields; what it refers to was looked up already."""
    references = {f.name for f in row._meta.concrete_fields if f.is_relation}
    try:
        row.clean_fields(exclude=references)
    except ValidationError as error:
        name, words = next(iter(error.message_dict.items()))
        raise TableError(f"{at}, {name}: {' '.join(words)} Got {getattr(row, name, '')!r}") from error
