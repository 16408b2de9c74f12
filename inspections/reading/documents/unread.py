"""What a file is that no reader knows: said truly, with its title, what is missing and what would help."""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib

from inspections.reading.documents import csv_rows
from inspections.reading.documents.errors import UnreadableSource
from inspections.reading.documents.source import Source
from inspections.reading.documents.spreadsheet import Cell
from inspections.reading.documents.tables import Tables
from inspections.reading.language.text import squeezed

_MOST_BYTES = 2_000_000
_MAY_BE_QUOTED = 120
_MOST_NAMED = 6
_HTML_TITLE = re.compile(rb"<title[^>]{0,200}>([^<]{0,300})", re.IGNORECASE)
_XML_TITLE = re.compile(rb"<(?:dc:)?title[^>]{0,200}>([^<]{1,300})<")
_WORD_PARAGRAPH = re.compile(rb"<(?:w:p|text:p|text:h)[ >].{0,20000}?</(?:w:p|text:p|text:h)>", re.DOTALL)
_TAG = re.compile(rb"<[^>]*>")
# By a part that only such a file has, what it is and what would help.
_ZIPPED = {
    "word/document.xml": ("a Word document", "Save it as PDF if it is a report, as CSV or XLSX if a table."),
    "ppt/presentation.xml": ("a PowerPoint presentation", "Save it as PDF if it is a report."),
}
_OPEN_DOCUMENTS = {
    b"opendocument.text": ("a text document (ODT)", "Save it as PDF if it is a report."),
    b"opendocument.presentation": ("a presentation (ODP)", "Save it as PDF if it is a report."),
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams in Office files of before 2007, and of those that are encrypted since.
_IN_OLE = {
    "EncryptedPackage": "a spreadsheet or another Office file encrypted with a password. Save it without",
    "WordDocument": "a Word document of before 2007 (.doc). Save it as PDF",
    "Workbook": "an Excel workbook of before 2007 (.xls). Save it as XLSX or CSV",
    "Book": "an Excel workbook of before 1997 (.xls). Save it as XLSX or CSV",
    "PowerPoint Document": "a PowerPoint presentation of before 2007 (.ppt). Save it as PDF",
    "__properties_version1.0": "an e-mail (.msg). Take in what is attached to it",
}
_SIGNATURES = {
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"II*\x00": "a picture (TIFF)",
    b"MM\x00*": "a picture (TIFF)",
    b"\x1f\x8b": "an archive (gzip)",
    b"7z\xbc\xaf": "an archive (7z)",
    b"Rar!": "an archive (RAR)",
    b"PK\x05\x06": "an empty archive (zip)",
}
_TEXTS = (
    (re.compile(r"\s*\{\\rtf"), "a document in rich text (RTF). Save it as PDF"),
    (re.compile(r"(?:[\w-]+:[^\n]*\n)*?MIME-Version:", re.IGNORECASE),
     "an e-mail. Take in what is attached to it"),
    (re.compile(r"\s*[\[{]"), "JSON that no reader knows"),
)  # fmt: skip
# What a table of inspections has a column for, by words of their headers.
_NEEDED = {
    "whom (a local authority or a police force)": re.compile(
        r"\b(?:authority|council|force|area|la|partnership|service)\b", re.IGNORECASE
    ),
    "when (the inspection or its publication)": re.compile(
        r"\b(?:date|published|publication)\b", re.IGNORECASE
    ),
    "what was found (a grade, an outcome, a number of cases)": re.compile(
        r"\b(?:effectiveness|grade|judge?ment|outcome|rating|cases|theme)\b", re.IGNORECASE
    ),
}


def why_nobody_reads(source: Source) -> str:
    if source.kind == "html":
        titled = _titled(_HTML_TITLE.search(source.data[:65536]))
        if source.name.lower().endswith(".pdf"):
            return f"This file is a web page, not a PDF{titled}. The report itself was not downloaded."
        return f"This file is a web page no reader knows{titled}."
    if source.kind == "pdf":
        if not any(page.strip() for page in source.pages):
            return "This PDF holds no text; it is probably a scan. Only reports with text can be read."
        return (
            "This PDF is not a report this site can read: its first pages name none of the inspections "
            "it knows."
        )
    if (tables := source.tables) is not None:
        return _of_tables(source, tables)
    if source.kind == "zip":
        return _of_zip(source.data)
    what = next((what for start, what in _SIGNATURES.items() if source.data.startswith(start)), "")
    if source.data.startswith(_OLE):
        streams = (what for name, what in _IN_OLE.items() if name.encode("utf-16-le") in source.data)
        return f"This is {next(streams, 'an Office file of before 2007; none is read')}."
    return f"This is {what or 'a file of an unknown kind'}, neither a PDF nor a web page nor a table."


def _of_tables(source: Source, tables: Tables) -> str:
    first = [(sheet, tables.first_rows(sheet)) for sheet in tables.sheets[:_MOST_NAMED]]
    if source.kind == "text":
        text = csv_rows.decoded(source.data) or ""
        told = next((what for pattern, what in _TEXTS if pattern.match(text)), "")
        if told:
            return f"This is {told}."
        header = max(first[0][1], key=_filled, default=[])
        if _filled(header) < 2:  # one word a line is no table
            return f"This is plain text, neither a PDF nor a web page nor a table{_says(first[0][1])}."
        return (
            f"This is a table (CSV){_says(first[0][1])}, and no reader knows what is in it. {_lacks(header)}"
        )
    header = max((row for _, rows in first for row in rows), key=_filled, default=[])
    more = " and others" if len(tables.sheets) > _MOST_NAMED else ""
    sheets = ", ".join(sheet for sheet, _ in first)
    opening = next((says for _, rows in first if (says := _says(rows))), "")
    return (
        f"This is a spreadsheet with the sheets {sheets}{more}{opening}, and no reader knows what is in it. "
        f"{_lacks(header)}"
    )


def _filled(row: list[Cell]) -> int:
    return sum(isinstance(cell, str) and bool(cell.strip()) for cell in row)


def _says(rows: list[list[Cell]]) -> str:
    """The first words in it, which for most tables are a title."""
    words = next((squeezed(str(cell)) for row in rows for cell in row if str(cell).strip()), "")
    return f"; it begins ‘{words[:_MAY_BE_QUOTED]}’" if words else ""


def _lacks(header: list[Cell]) -> str:
    words = " | ".join(str(cell).replace("_", " ").replace(".", " ") for cell in header)
    absent = [what for what, pattern in _NEEDED.items() if not pattern.search(words)]
    if absent:
        return f"It has no column that says {'; nor '.join(absent)}."
    return "Its columns go by other names than those of the tables read here."


def _of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            what, help_ = next((told for part, told in _ZIPPED.items() if part in names), ("", ""))
            if not what and "mimetype" in names:
                said = _part(archive, "mimetype")
                what, help_ = next((told for end, told in _OPEN_DOCUMENTS.items() if end in said), ("", ""))
            if what:
                return f"This is {what}{_title_in(archive)}. {help_}"
            listed = ", ".join(name for name in names[:_MOST_NAMED] if not name.endswith("/"))
            return (
                f"This is a zipped file, no spreadsheet, and no reader knows what is in it: {len(names)} "
                f"parts ({listed[:_MAY_BE_QUOTED]}). Take the files in it in one by one."
            )
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, ValueError) as error:
        raise UnreadableSource("This zipped file is damaged.", value=str(error)[:200]) from error


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The beginning of a part; nothing where there is none."""
    if name not in archive.namelist():
        return b""
    with archive.open(name) as part:
        return part.read(_MOST_BYTES)


def _title_in(archive: zipfile.ZipFile) -> str:
    """Its title as the file states it, else its first words."""
    for part in ("docProps/core.xml", "meta.xml"):
        if titled := _titled(_XML_TITLE.search(_part(archive, part))):
            return titled
    for part in ("word/document.xml", "content.xml"):
        for paragraph in _WORD_PARAGRAPH.finditer(_part(archive, part)):
            if words := _words(_TAG.sub(b"", paragraph[0])):
                return f"; it begins ‘{words}’"
    return ""


def _titled(found: re.Match[bytes] | None) -> str:
    title = _words(found[1]) if found else ""
    return f": its title is ‘{title}’" if title else ""


def _words(raw: bytes) -> str:
    return html.unescape(squeezed(raw.decode("utf-8", "replace")))[:_MAY_BE_QUOTED]
