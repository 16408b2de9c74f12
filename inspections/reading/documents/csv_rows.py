"""Rows of a CSV file as spreadsheets save it: byte order mark or not, comma, semicolon or tab."""

from __future__ import annotations

import csv
import io

from inspections.reading.documents.errors import UnreadableSource

MOST_ROWS = 50_000
LONGEST_CELL = 20_000
_DELIMITERS = ",;\t"


def decoded(data: bytes) -> str | None:
    """The file as text; None when it is none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\x00" in data:
        return None
    else:
        encodings = ["utf-8-sig", "cp1252"]  # what Excel writes where it does not write UTF-8
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if any(ord(sign) < 32 and sign not in "\t\r\n\f" for sign in text[:4096]) else text
    return None


def header_of(data: bytes) -> list[str]:
    """The cells of the first line, stripped; empty where there is no such line."""
    first = (decoded(data) or "").split("\n", 1)[0].rstrip("\r")
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        return [cell.strip() for cell in next(csv.reader(io.StringIO(first), delimiter=delimiter), [])]
    except csv.Error:
        return []


def read_rows(data: bytes) -> list[list[str]]:
    """Every row with its cells stripped, the header first; empty rows stay, so that a row's place in this
    list is its number in the file, less one. Raises UnreadableSource."""
    text = decoded(data)
    if text is None:
        raise UnreadableSource("This file is no text, so it is no CSV file.")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    header = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=header.count)
    rows: list[list[str]] = []
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
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
