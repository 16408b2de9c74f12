"""Small ODS and XLSX files written by hand, shaped like Ofsted's statistics, with our own rows.

A workbook is ``{sheet name: [row, ...]}``; a row is a list of str, int, float, date or None.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from html import escape

LATEST = "LA_level_at_31_Mar"
IN_YEAR = "LA_level_in_year"
HISTORY = "LA_inspections_2009-2022"
RI = "Requires improvement to be good"
NAME = "Local authority name"
OVERALL = "Overall effectiveness"
LEADERS = "Impact of leaders"
HELP = "Experiences and progress of children who need help and protection"
CARE = "Experiences and progress of children in care and care leavers"
GRADES = [OVERALL, LEADERS, HELP, CARE]
LATEST_HEADER = ["Web link", NAME, "Ofsted region", "Inspection date", *GRADES]
IN_YEAR_HEADER = [
    *LATEST_HEADER[:3],
    "Inspection/Visit date",
    "Inspection/Visit type",
    *GRADES,
    "Visit Theme",
]
HEADER_2025 = [
    "Web link",
    "Local authority area code",
    NAME,
    "Ofsted region",
    "Inspection date",
    "Publication date",
    "Inspection type",
    OVERALL,
    "The impact of leaders on social work practice with children and families",
    "The experiences and progress of children who need help and protection",
    "The experiences and progress of children in care",
    "The experiences and progress of care leavers",
]
PROVIDERS = [["URN", "Provision type", NAME, "Sector", "Inspection date", OVERALL], [1, "Home", "Kent"]]
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_CACHED = "'file://SERVER/old%20release.xlsm'#LA_level"


def latest(name, day, *grades, region="London"):
    return ["Webpage", name, region, day, *grades]


def visit(name, day, kind, theme, *, region="London"):
    return ["Webpage", name, region, day, kind, None, None, None, None, theme]


def in_year(name, day, kind, *grades):
    return ["Webpage", name, "London", day, kind, *grades, None]


def day(words):
    return dt.date.fromisoformat(words)


def under_titles(header, *rows):
    """A sheet as released: title, remarks, header in row 3, rows."""
    return [["Our title"], ["One table with no blank rows. Links open in a new window."], header, *rows]


def ods(sheets, *, cached_copies=False, extra=""):
    """``cached_copies``: another workbook's sheet is among them, as in real files."""
    if cached_copies:
        sheets = {**sheets, _CACHED: next(iter(sheets.values()))}
    tables = "".join(
        f'<table:table table:name="{escape(name)}">{"".join(map(_ods_row, rows))}{extra}</table:table>'
        for name, rows in sheets.items()
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS_TYPE}"/></manifest:manifest>'
    )
    return _zip({"mimetype": _ODS_TYPE, "META-INF/manifest.xml": manifest, "content.xml": content})


def _ods_row(row):
    return f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"


def _ods_cell(value):
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, dt.date):
        kind = f'office:value-type="date" office:date-value="{value:%Y-%m-%d}T00:00:00"'
        return f"<table:table-cell {kind}><text:p>{value:%d/%m/%Y}</text:p></table:table-cell>"
    if isinstance(value, int | float):
        kind = f'office:value-type="float" office:value="{value}"'
        return f"<table:table-cell {kind}><text:p>{value}</text:p></table:table-cell>"
    kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{escape(value)}</text:p></table:table-cell>"


def xlsx(sheets):
    """Text stands in the cells themselves; style 1 is a date."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listed = related = ""
    parts = {}
    for number, (name, rows) in enumerate(sheets.items(), 1):
        listed += f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
        related += (
            f'<Relationship Id="rId{number}" Type="{links}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        )
        body = "".join(_xlsx_row(at, row) for at, row in enumerate(rows, 1))
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>'
        )
    related += f'<Relationship Id="rIdS" Type="{links}/styles" Target="styles.xml"/>'
    types = "http://schemas.openxmlformats.org/package/2006"
    parts["[Content_Types].xml"] = f'<Types xmlns="{types}/content-types"/>'
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{types}/relationships"><Relationship Id="rId1" '
        f'Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{main}" xmlns:r="{links}"><sheets>{listed}</sheets></workbook>'
    )
    parts["xl/_rels/workbook.xml.rels"] = (
        f'<Relationships xmlns="{types}/relationships">{related}</Relationships>'
    )
    parts["xl/styles.xml"] = (
        f'<styleSheet xmlns="{main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    return _zip(parts)


def _xlsx_row(number, row):
    cells = "".join(
        _xlsx_cell(f"{chr(ord('A') + at)}{number}", value)
        for at, value in enumerate(row)
        if value is not None
    )
    return f'<row r="{number}">{cells}</row>'


def _xlsx_cell(reference, value):
    if isinstance(value, dt.date):
        return f'<c r="{reference}" s="1"><v>{(value - dt.date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{reference}"><v>{value}</v></c>'
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def _zip(parts):
    """Without the time of writing: the same words are the same bytes, whenever they are made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in parts.items():
            archive.writestr(zipfile.ZipInfo(name), words, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
