"""Small workbooks shaped like the overview of joint targeted area inspections, with rows of our own."""

from inspections.reading.documents.source import Source
from inspections.reading.readers import jtai_overview
from tests.inspections.reading.readers.made_spreadsheets import xlsx

SHEET = "made_overview"
NONE = "Not found or not applicable."
HEADER = [
    "urn",
    "ltla23cd",
    "local_authority",
    "inspection_start_date",
    "publication_date",
    "inspection_theme",
    "summary_priority_action",
    "summary_improvement",
    "summary_key_strengths",
    "summary_headline_findings",
    "summary_needs_to_improve",
    "case_study_title",
    "summary_case_study",
]


def row(name="halton", **cells):
    """A row of Halton's inspection, all summaries absent, unless told otherwise by header."""
    values = {
        "urn": "80471",
        "ltla23cd": "E06000006",
        "local_authority": name,
        "inspection_start_date": cells.get("publication_date", "17/05/18"),
        "publication_date": "17/05/18",
        "inspection_theme": f"Domestic abuse in {name} between 5 and 9 march 2018.",
        **dict.fromkeys(HEADER[6:11], NONE),
        "case_study_title": "None",
        "summary_case_study": NONE,
    }
    if not values.keys() >= cells.keys():
        raise KeyError(cells.keys() - values.keys())
    return list((values | cells).values())


def workbook(*rows, header=HEADER, **more_sheets):
    return xlsx({SHEET: [header, *rows], **more_sheets})


def read(*rows, **more):
    return jtai_overview.read(Source(name="made.xlsx", data=workbook(*rows, **more)))


def about(reading, field):
    """The problems of a reading that concern one field."""
    return [problem for problem in reading.problems if problem.field == field]
