"""The tables of ``areas/data``: each row checked and typed, or refused with file, line, field and value."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"

COLUMNS = {
    "areas.csv": "kind slug name short_name official_name name_cy type country region_code region "
    "valid_from valid_to notes source",
    "codes.csv": "kind slug scheme code valid_from valid_to source",
    "names.csv": "kind slug name name_kind valid_from valid_to source",
    "composites.csv": "kind name members source",
    "policing.csv": "authority force valid_from valid_to source",
    "successions.csv": "predecessor successor on note source",
}
# May be empty; every other column must not.
OPTIONAL = {"short_name", "official_name", "name_cy", "valid_from", "valid_to", "notes", "note"}
CHOICES = {
    "kind": ("authority", "force"),
    "scheme": ("gss", "dfe", "ofsted_urn", "pfa"),
    "name_kind": ("name", "official", "short", "welsh", "alias"),
    "country": ("England", "Wales"),
}
CODES = {
    "gss": re.compile(r"[EW]\d{8}", re.ASCII),
    "pfa": re.compile(r"[EW]\d{8}", re.ASCII),
    "dfe": re.compile(r"\d{3}", re.ASCII),
    "ofsted_urn": re.compile(r"\d{5,7}", re.ASCII),
}
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_SLUGS = ("slug", "authority", "force", "predecessor", "successor")
_DATES = ("valid_from", "valid_to", "on")


class AreaDataError(Exception):
    """A table of ``areas/data`` is wrong. ``line`` counts from 1, the header being line 1."""

    def __init__(self, file: str, line: int, field: str, value: str, message: str) -> None:
        super().__init__(f"{file}, line {line}, {field}: {value!r}: {message}")
        self.file, self.line, self.field, self.value = file, line, field, value


class Row:
    """One checked row: ``values`` by column, dates as ``date`` or ``None``."""

    def __init__(self, file: str, line: int, printed: dict[str, str]) -> None:
        self.file, self.line, self.printed = file, line, printed
        self.values: dict[str, Any] = {field: self._typed(field, value) for field, value in printed.items()}
        start, end = self.values.get("valid_from"), self.values.get("valid_to")
        if start and end and start > end:
            raise self.error("valid_to", f"is before valid_from {start}")
        if "scheme" in printed and not CODES[printed["scheme"]].fullmatch(printed["code"]):
            raise self.error("code", f"does not look like a code of {printed['scheme']}")

    def __getitem__(self, field: str) -> Any:
        return self.values[field]

    def error(self, field: str, message: str) -> AreaDataError:
        return AreaDataError(self.file, self.line, field, self.printed.get(field, ""), message)

    def _typed(self, field: str, value: str) -> str | dt.date | None:
        if not value and field not in OPTIONAL:
            raise self.error(field, "must not be empty")
        if field in CHOICES and value not in CHOICES[field]:
            raise self.error(field, f"must be one of {', '.join(CHOICES[field])}")
        if field in _SLUGS and not _SLUG.fullmatch(value):
            raise self.error(field, "is no slug (small letters, digits, single hyphens)")
        if field not in _DATES:
            return value
        try:
            return dt.date.fromisoformat(value) if value else None
        except ValueError:
            raise self.error(field, "is no date (YYYY-MM-DD)") from None


def read_table(file: str, folder: Path = DATA) -> Iterator[Row]:
    """Every row of ``folder/file``, in order. Raises ``AreaDataError``."""
    columns = COLUMNS[file].split()
    try:
        text = (folder / file).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise AreaDataError(file, 1, "file", str(folder / file), "is missing") from None
    except UnicodeDecodeError as error:
        raise AreaDataError(file, 1, "file", str(error.object[error.start]), "is not UTF-8") from None
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        header = next(reader, [])
        if header != columns:
            raise AreaDataError(file, 1, "header", ",".join(header), f"must be {','.join(columns)}")
        for cells in reader:
            if len(cells) != len(columns):
                message = f"{len(cells)} cells where {len(columns)} are due"
                raise AreaDataError(file, reader.line_num, "row", ",".join(cells), message)
            printed = {column: cell.strip() for column, cell in zip(columns, cells, strict=True)}
            yield Row(file, reader.line_num, printed)
    except csv.Error as error:
        raise AreaDataError(file, reader.line_num, "row", "", str(error)) from None
