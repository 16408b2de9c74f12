"""CSV files of rows, read with file and line in every complaint, written safe for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from inspections.transfer.columns import Row

R = TypeVar("R", bound=Row)

# A cell that starts like a formula is run by spreadsheets. A leading apostrophe makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class TableError(ValueError):
    """A table that cannot be loaded; the message names file, line, field and value."""


def safe_cell(value: str) -> str:
    return f"'{value}" if value.startswith((*_FORMULA, "'")) else value


def plain_cell(value: str) -> str:
    return value[1:] if value.startswith("'") else value


def read_rows(path: Path, row_type: type[R]) -> list[tuple[int, R]]:
    """(line, row) for each row of ``path``; an absent file has no rows. Raises TableError."""
    if not path.exists():
        return []
    name = f"{path.parent.name}/{path.name}"  # the bundle has a file of this name in each of its folders
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise TableError(f"{name}: not UTF-8 text ({error.reason} at byte {error.start})") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    unknown = [name for name in reader.fieldnames or [] if name not in row_type.model_fields]
    if unknown:
        raise TableError(f"{name}, line 1: unknown column {unknown[0]!r}")
    return list(_validated(name, reader, row_type))


def _validated(name: str, reader: csv.DictReader[str], row_type: type[R]) -> Iterator[tuple[int, R]]:
    ignored = row_type.derived_columns()
    seen: dict[str, int] = {}
    alike: Counter[str] = Counter()
    try:
        for cells in reader:
            line = reader.line_num
            if None in cells or None in cells.values():
                raise TableError(f"{name}, line {line}: {len(reader.fieldnames or [])} cells are expected")
            kept = {field: plain_cell(value) for field, value in cells.items() if field not in ignored}
            try:
                row = row_type.model_validate(kept)
            except ValidationError as error:
                first = error.errors()[0]
                field = ".".join(str(part) for part in first["loc"])
                value = kept.get(str(first["loc"][0]), "") if first["loc"] else ""
                raise TableError(f"{name}, line {line}, {field}: {first['msg']}, got {value!r}") from error
            if not row.key:
                alike[row.own_key(1)] += 1
                row.key = row.own_key(alike[row.own_key(1)])
            if row.key in seen:
                raise TableError(f"{name}, line {line}, key: {row.key!r} stands in line {seen[row.key]} too")
            seen[row.key] = line
            yield line, row
    except csv.Error as error:
        raise TableError(f"{name}, line {reader.line_num}: {error}") from error


def write_csv(columns: list[str], rows: Iterable[dict[str, str]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: safe_cell(value) for name, value in row.items()})
    return out.getvalue()
