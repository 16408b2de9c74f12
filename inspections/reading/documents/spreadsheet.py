"""Rows of a spreadsheet file (ODS or XLSX), read within bounds.

A spreadsheet is a zip: a small file may unfold to gigabytes, or one cell may claim to stand a million rows
down. Both are refused before anything is built from them. Only a workbook's own sheets are given: an ODS
made from an XLSX carries cached copies of other workbooks as sheets named after an address.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
import zlib
from functools import lru_cache

from python_calamine import CalamineError, CalamineWorkbook

from inspections.reading.documents.csv_rows import HEADER_WITHIN
from inspections.reading.documents.errors import UnreadableSource

Cell = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta

MOST_MEMBERS = 2_000
MOST_XML_BYTES = 160 * 1024 * 1024
MOST_UNFOLDED = 100  # times its packed size, for a member of more than _SMALL bytes; real files reach 33
MOST_CELLS = 4_000_000  # of one sheet, counting the empty ones between the first and the last
_SMALL = 1024 * 1024
_CHUNK = 1024 * 1024
_MANIFEST = "META-INF/manifest.xml"
_ODS_MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_CACHED_COPY = re.compile(r"^['\"]?(?:file|https?|ftp):|^'.*'#", re.IGNORECASE)
_REPEATED = re.compile(rb"number-(rows|columns)-repeated=[\"'](\d{4,9})[\"']")
_REFERENCE = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Z]{1,4})(\d{1,9})[\"']")
_SAYS_SOMETHING = re.compile(rb"office:(?:string-)?value|office:date-value|<text:p")


class Workbook:
    """The own sheets of one workbook, each read when asked for."""

    def __init__(self, book: CalamineWorkbook) -> None:
        self._book = book
        self._first: dict[str, list[list[Cell]]] = {}
        self.sheets: tuple[str, ...] = tuple(
            name for name in book.sheet_names if not _CACHED_COPY.search(name)
        )

    def first_rows(self, sheet: str) -> list[list[Cell]]:
        """Kept: every reader of tables asks for them, and each sheet has to be unfolded whole for it."""
        if sheet not in self._first:
            self._first[sheet] = self.rows(sheet)[:HEADER_WITHIN]
        return self._first[sheet]

    def rows(self, sheet: str) -> list[list[Cell]]:
        """Every row from the first, row 1 at index 0; empty cells are ``""``. Raises UnreadableSource."""
        try:
            return self._book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        except CalamineError as error:
            raise UnreadableSource(
                "This sheet is damaged and cannot be read.", where=sheet, value=str(error)[:200]
            ) from error


def is_spreadsheet(data: bytes) -> bool:
    """Whether the zip says of itself that it is an ODS or an XLSX workbook."""
    return _format(data) is not None


@lru_cache(maxsize=1)
def open_workbook(data: bytes) -> Workbook:
    """Raises UnreadableSource. The last workbook is kept: it is asked for to recognise and again to read."""
    form = _format(data)
    if form is None:
        raise UnreadableSource("This file is not a spreadsheet.")
    _refuse_bombs(data, form)
    try:
        return Workbook(CalamineWorkbook.from_filelike(io.BytesIO(data)))
    except CalamineError as error:
        reason = "This spreadsheet is damaged and cannot be opened."
        if "password" in str(error).lower() or _says_encrypted(data):
            reason = "This spreadsheet is encrypted and asks for a password."
        raise UnreadableSource(reason, value=str(error)[:200]) from error


def _says_encrypted(data: bytes) -> bool:
    """Whether an ODS says of its parts that they are encrypted; they are packed like any others."""
    with _archive(data) as archive:
        if _MANIFEST not in archive.namelist():
            return False
        with archive.open(_MANIFEST) as manifest:
            return b"encryption-data" in manifest.read(_CHUNK)


def _archive(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableSource(
            "This zipped file (a spreadsheet?) is damaged or was cut short.", value=str(error)[:200]
        ) from error


def _format(data: bytes) -> str | None:
    """ "ods", "xlsx" or None. Raises UnreadableSource for a zip that cannot be opened."""
    with _archive(data) as archive:
        names = set(archive.namelist())
        if "xl/workbook.xml" in names:
            return "xlsx"
        if "content.xml" in names and "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
            try:
                said = archive.read("mimetype")
            except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError):
                return None
            return "ods" if said.strip().startswith(_ODS_MIMETYPE) else None
    return None


def _refuse_bombs(data: bytes, form: str) -> None:
    with _archive(data) as archive:
        members = archive.infolist()
        if len(members) > MOST_MEMBERS:
            raise _too_large(f"it holds {len(members)} parts", str(len(members)))
        parts = [member for member in members if member.filename.endswith((".xml", ".rels", "mimetype"))]
        unfolded = sum(member.file_size for member in parts)
        if unfolded > MOST_XML_BYTES:
            raise _too_large(f"it unfolds to {unfolded // 2**20} MB", str(unfolded))
        for member in parts:
            times = member.file_size / max(member.compress_size, 1)
            if member.file_size > _SMALL and times > MOST_UNFOLDED:
                raise _too_large(f"“{member.filename}” unfolds to {times:.0f} times its size", f"{times:.0f}")
        for member in parts:
            words = _unfolded(archive, member)
            if form == "ods" and member.filename == "content.xml":
                _check_repeats(words)
            elif form == "xlsx" and member.filename.startswith("xl/worksheets/"):
                _check_references(words, member.filename)


def _unfolded(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """All bytes of a member; zipfile stops at the size the archive states and then checks the sum."""
    try:
        with archive.open(member) as file:
            return b"".join(iter(lambda: file.read(_CHUNK), b""))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise UnreadableSource(
            "This spreadsheet is damaged or was cut short.", where=member.filename, value=str(error)[:200]
        ) from error
    except (RuntimeError, NotImplementedError) as error:
        raise UnreadableSource(
            "This spreadsheet is encrypted or packed in a way that cannot be read.", where=member.filename
        ) from error


def _check_repeats(content: bytes) -> None:
    """A cell or row may say that it stands a million times; fine where empty, a bomb where it is not."""
    for found in _REPEATED.finditer(content):
        start = content.rfind(b"<", 0, found.start())
        end = content.find(b">", found.end()) + 1
        if content[end - 2 : end] != b"/>":
            closing = b"</table:table-row>" if found[1] == b"rows" else b"</table:table-cell>"
            end = content.find(closing, end)
        if end > 0 and _SAYS_SOMETHING.search(content, start, end):
            many = int(found[2])
            raise _too_large(f"one of its {found[1].decode()} is repeated {many} times", str(many))


def _check_references(content: bytes, name: str) -> None:
    widest = deepest = 0
    for found in _REFERENCE.finditer(content):
        column = 0
        for letter in found[1]:
            column = column * 26 + letter - ord("A") + 1
        widest = max(widest, column)
        deepest = max(deepest, int(found[2]))
    if widest * deepest > MOST_CELLS:
        raise _too_large(f"“{name}” spans {deepest} rows and {widest} columns", str(widest * deepest))


def _too_large(what: str, value: str) -> UnreadableSource:
    return UnreadableSource(
        f"This spreadsheet is far larger inside than a table of inspections can be: {what}.",
        field="size",
        value=value,
    )
