"""A spreadsheet that is damaged, or far larger inside than out, is refused with a reason."""

import io
import zipfile

import pytest

from inspections.reading import readers
from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.readers import ofsted_statistics
from tests.inspections.reading.readers.made_spreadsheets import LATEST, LATEST_HEADER, day, latest, ods, xlsx

SHEETS = {LATEST: [LATEST_HEADER, latest("Barnet", day("2019-05-13"), "Good", "Good", "Good", "Good")]}


def refusal(data):
    with pytest.raises(UnreadableSource) as raised:
        readers.reader_for(Source(name="made.ods", data=data))
    return raised.value


def with_part(data, name, words):
    """The same workbook with one part put in or replaced."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, words)
    return buffer.getvalue()


def part_of(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize("write", [ods, xlsx])
def test_the_whole_workbook_is_read(write):
    assert len(ofsted_statistics.read(Source(name="made", data=write(SHEETS))).inspections) == 1


@pytest.mark.parametrize("write", [ods, xlsx])
def test_a_part_that_unfolds_a_thousand_times_is_refused(write):
    bomb = with_part(write(SHEETS), "styles.xml", "<a>" + " " * 20_000_000)

    error = refusal(bomb)

    assert "“styles.xml” unfolds to" in error.message
    assert len(bomb) < 100_000


def test_parts_that_are_too_much_together_are_refused_by_their_stated_size():
    data = bytearray(ods(SHEETS))
    central = data.rindex(b"PK\x01\x02")
    data[central + 24 : central + 28] = (2**31 - 1).to_bytes(4, "little")

    assert "unfolds to 2048 MB" in refusal(bytes(data)).message


def test_a_stated_size_that_is_a_lie_is_refused():
    data = bytearray(ods(SHEETS))
    central = data.rindex(b"PK\x01\x02")
    data[central + 24 : central + 28] = (10).to_bytes(4, "little")

    assert "damaged" in refusal(bytes(data)).message


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (
            '<table:table-cell office:value-type="string"',
            '<table:table-cell table:number-columns-repeated="9000000" office:value-type="string"',
            "columns",
        ),
        ("<table:table-row>", '<table:table-row table:number-rows-repeated="1000000">', "rows"),
    ],
)
def test_a_cell_or_row_that_says_it_stands_a_million_times_is_refused(old, new, what):
    data = ods(SHEETS)
    content = part_of(data, "content.xml").replace(old, new, 1)

    assert f"one of its {what} is repeated" in refusal(with_part(data, "content.xml", content)).message


def test_empty_rows_and_cells_repeated_to_the_edge_of_the_sheet_are_usual():
    data = ods(SHEETS)
    padding = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16376"/></table:table-row></table:table>'
    )
    content = part_of(data, "content.xml").replace("</table:table>", padding)

    reading = ofsted_statistics.read(Source(name="made", data=with_part(data, "content.xml", content)))

    assert len(reading.inspections) == 1


def test_a_cell_at_the_far_corner_of_a_sheet_is_refused():
    data = xlsx(SHEETS)
    name = "xl/worksheets/sheet1.xml"
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    content = part_of(data, name).replace("</sheetData>", far)

    assert "spans 1048576 rows and 16384 columns" in refusal(with_part(data, name, content)).message


@pytest.mark.parametrize("write", [ods, xlsx])
def test_a_file_cut_short_is_refused(write):
    data = write(SHEETS)

    assert "damaged or was cut short" in refusal(data[: len(data) // 2]).message


@pytest.mark.parametrize("write", [ods, xlsx])
def test_a_flipped_byte_in_the_table_is_refused(write):
    data = bytearray(write(SHEETS))
    part = b"content.xml" if write is ods else b"xl/worksheets/sheet1.xml"
    data[data.index(part) + len(part) + 40] ^= 0xFF

    assert "damaged" in refusal(bytes(data)).message


def test_a_zip_that_is_no_spreadsheet_is_left_alone():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("notes/first.txt", "Our notes")

    assert "no reader knows what is in it" in refusal(buffer.getvalue()).message
