"""Tables of ratings and overviews read the same from text files and workbooks, below a title or not."""

import csv
import datetime as dt
import io

import pytest

from inspections.reading import readers
from inspections.reading.documents.source import Source
from tests.inspections.reading.readers import made_jtai, made_youth_justice
from tests.inspections.reading.readers.made_spreadsheets import ods, xlsx

RATINGS = [
    made_youth_justice.HEADER,
    made_youth_justice.row("Halton", "Good", "18/05/2021", "Good", "Outstanding", "Good", "Good"),
    made_youth_justice.row("Kent", "Inadequate", "19/05/2021", "Good", "Inadequate", "Inadequate", "Good"),
]
OVERVIEW = [made_jtai.HEADER, made_jtai.row(), made_jtai.row("hull", inspection_theme="Neglect.")]


def text(rows):
    words = io.StringIO(newline="")
    csv.writer(words).writerows([["" if cell is None else cell for cell in row] for row in rows])
    return words.getvalue().encode()


def read(data):
    source = Source("made", data)
    return readers.reader_for(source).read(source)


def facts(reading):
    """All that is said of each inspection but where it stands."""
    return [
        one.model_copy(update={
            "locator": "",
            "judgements": tuple(row.model_copy(update={"locator": ""}) for row in one.judgements),
            "findings": tuple(row.model_copy(update={"locator": ""}) for row in one.findings),
        })
        for one in reading.inspections
    ]  # fmt: skip


@pytest.mark.parametrize("rows", [RATINGS, OVERVIEW], ids=["ratings", "overview"])
@pytest.mark.parametrize("above", [[], [["A title of ours"], []]], ids=["first row", "below a title"])
def test_a_workbook_and_a_text_file_give_the_same(rows, above):
    sheet = [*above, *rows]

    in_text, in_ods, in_xlsx = map(read, (text(sheet), ods({"Made": sheet}), xlsx({"Made": sheet})))

    assert len(facts(in_text)) == 2
    assert facts(in_text) == facts(in_ods) == facts(in_xlsx)
    assert [one.locator for one in in_text.inspections] == [f"row {len(above) + 2}", f"row {len(above) + 3}"]
    assert [one.locator for one in in_ods.inspections] == [
        f"Made {one.locator}" for one in in_text.inspections
    ]
    assert [one.tables[0].stored for one in (in_text, in_ods, in_xlsx)] == [2, 2, 2]


def test_a_day_may_be_a_date_of_the_workbook():
    rows = [RATINGS[0], [*RATINGS[1][:4], dt.date(2021, 5, 18), *RATINGS[1][5:]]]

    assert read(xlsx({"Made": rows})).inspections[0].published.end == dt.date(2021, 5, 18)
