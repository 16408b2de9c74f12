"""Rows of a CSV file as spreadsheets save it: byte order mark or not, comma, semicolon or tab, any line ends.

The first line may say what parts the cells ("sep=;"); lines above the header may be a title and notes.
"""

from __future__ import annotations

import csv
import io
import re
from itertools import islice

from inspections.reading.documents.errors import UnreadableSource

MOST_ROWS = 50_000
LONGEST_CELL = 20_000
HEADER_WITHIN = 20
_DELIMITERS = ",;\t"
_SAYS_DELIMITER = re.compile(r"\"?sep=(?P<sign>[,;\t|])\"?[,;\t ]*", re.IGNORECASE)
_LOOKED_AT = 4096


def decoded(data: bytes) -> str | None:
    """The file as text; None when it is none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\x00" in data:
        encodings = _of_two_bytes(data[:_LOOKED_AT])
    else:
        encodings = ["utf-8-sig", "cp1252"]  # what Excel writes where it does not write UTF-8
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if any(ord(sign) < 32 and sign not in "\t\r\n\f" for sign in text[:_LOOKED_AT]) else text
    return None


def _of_two_bytes(data: bytes) -> list[str]:
    """UTF-16 without its mark: English words in it have a zero for every second byte."""
    for encoding, zeros, letters in (
        ("utf-16-le", data[1::2], data[::2]),
        ("utf-16-be", data[::2], data[1::2]),
    ):
        if zeros.count(0) > 0.9 * len(zeros) and letters.count(0) == 0:
            return [encoding]
    return []


def first_rows(data: bytes) -> list[list[str]]:
    """The rows a header may stand in, their cells stripped, as far as they make rows."""
    text = _lines_of(data)
    rows: list[list[str]] = []
    try:
        for cells in islice(
            csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)), HEADER_WITHIN
        ):
            rows.append([cell.strip() for cell in cells])
    except csv.Error:
        pass
    return rows


def read_rows(data: bytes) -> list[list[str]]:
    """Every row with its cells stripped; empty rows stay, and so does one that says what parts the cells, so
    that a row's place in this list is its number in the file, less one. Raises UnreadableSource."""
    if decoded(data) is None:
        raise UnreadableSource("This file is no text, so it is no CSV file.")
    text = _lines_of(data)
    rows: list[list[str]] = []
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True):
            if len(rows) >= MOST_ROWS:
                raise UnreadableSource(
                    f"This file has more than {MOST_ROWS} rows.", field="rows", value=str(MOST_ROWS)
                )
            rows.append([cell.strip() for cell in cells])
    except csv.Error as error:
        where = f"row {len(rows) + 1}"
        raise UnreadableSource(
            f"This CSV file cannot be read: {error}.", where=where, value=str(error)
        ) from error
    finally:
        csv.field_size_limit(before)
    return rows


def _lines_of(data: bytes) -> str:
    return (decoded(data) or "").replace("\r\n", "\n").replace("\r", "\n")


def _delimiter(text: str) -> str:
    """As the file says, else what the fullest of its first lines has most of: its header, if it has one."""
    lines = text.split("\n", HEADER_WITHIN)[:HEADER_WITHIN]
    if said := _SAYS_DELIMITER.fullmatch(lines[0]):
        return said["sign"]
    return max(_DELIMITERS, key=lambda sign: max(line.count(sign) for line in lines))
