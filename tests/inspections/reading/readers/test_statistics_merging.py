"""Rows of several sheets about one inspection become one; a contradiction is taken from neither."""

import pytest

from inspections.reading.documents.source import Source
from inspections.reading.readers import ofsted_statistics
from tests.inspections.reading.readers.made_spreadsheets import (
    GRADES,
    HISTORY,
    IN_YEAR,
    IN_YEAR_HEADER,
    LATEST,
    LATEST_HEADER,
    NAME,
    RI,
    day,
    in_year,
    latest,
    ods,
    visit,
)

ILACS_HISTORY = [
    NAME,
    "ILACS framework inspection type",
    "ILACS framework publication date",
    *[f"ILACS framework {header.lower()}" for header in GRADES],
]
SIF_HISTORY = [
    NAME,
    "Single Inspection of LA Children's Services (SIF)  First SIF publication date",
    " First SIF Overall Judgement\n(OE)",
    " First SIF CLA Sub: Adoption Performance",
    "LSCB Overall Effectiveness ",
    "Single Inspection of LA Children's Services (SIF) SIF Re-inspection publication date",
    " SIF Re-inspection Overall Judgement\n(OE)",
    " SIF Re-inspection leadership, management and governance",
]
FOUR_GOOD = ("Good", "Good", "Good", "Good")


def read(**sheets):
    named = {"latest": LATEST, "in_year": IN_YEAR, "history": HISTORY}
    data = ods({named[name]: rows for name, rows in sheets.items()})
    return ofsted_statistics.read(Source(name="made", data=data))


def fates(reading):
    return [(table.stored, table.merged, table.named) for table in reading.tables]


def test_three_sheets_about_one_inspection_make_one():
    """One sheet knows the first day, one the kind too, one publication instead."""
    began, published = day("2022-02-07"), day("2022-03-28")

    reading = read(
        latest=[LATEST_HEADER, latest("Sutton", began, *FOUR_GOOD)],
        in_year=[IN_YEAR_HEADER, in_year("Sutton", began, "ILACS Short Inspection", *FOUR_GOOD)],
        history=[ILACS_HISTORY, ["Sutton", "ILACS Short Inspection", published, *FOUR_GOOD]],
    )

    [record] = reading.inspections
    assert (record.kind, record.fieldwork.start, record.published.end) == ("short", began, published)
    assert record.locator == f"{LATEST} row 2; {IN_YEAR} row 2; {HISTORY} row 2"
    assert fates(reading) == [(1, 0, 0), (0, 1, 0), (0, 1, 0)]


def test_a_first_day_and_a_much_later_publication_are_two_inspections():
    reading = read(
        latest=[LATEST_HEADER, latest("Sutton", day("2018-02-05"), *FOUR_GOOD)],
        history=[ILACS_HISTORY, ["Sutton", "ILACS Short Inspection", day("2018-08-28"), *FOUR_GOOD]],
    )

    assert len(reading.inspections) == 2


def test_a_first_day_after_the_publication_is_another_inspection():
    reading = read(
        latest=[LATEST_HEADER, latest("Sutton", day("2022-02-07"), *FOUR_GOOD)],
        history=[ILACS_HISTORY, ["Sutton", "ILACS Short Inspection", day("2022-01-31"), *FOUR_GOOD]],
    )

    assert len(reading.inspections) == 2


def test_two_programmes_within_weeks_of_each_other_are_two_inspections():
    """The last SIF inspections were published while the first ILACS ones took place."""
    reading = read(
        in_year=[
            IN_YEAR_HEADER,
            in_year("Torbay", day("2018-03-05"), "ILACS Standard Inspection", *FOUR_GOOD),
        ],
        history=[SIF_HISTORY, ["Torbay", day("2018-03-20"), "Good", "Good", "Good", None, None, None]],
    )

    assert [record.framework for record in reading.inspections] == ["ofsted-ilacs-2018", "ofsted-sif"]


def test_a_latest_judgement_finds_the_re_inspection_it_comes_from():
    history = ["Torbay", day("2016-01-05"), "Inadequate", "Good", RI, day("2018-08-24"), RI, "Good"]

    reading = read(
        latest=[LATEST_HEADER, latest("Torbay", day("2018-06-11"), RI, "Good", RI, RI)],
        history=[SIF_HISTORY, history],
    )

    again, first = reading.inspections
    assert (again.framework, again.kind) == ("ofsted-sif", "reinspection")
    assert (again.fieldwork.start, again.published.end) == (day("2018-06-11"), day("2018-08-24"))
    assert {row.aspect: row.grade for row in again.judgements} == {
        "overall": "requires_improvement",
        "leadership": "good",
        "help_protection": "requires_improvement",
        "looked_after": "requires_improvement",
    }
    assert (first.framework, first.kind, first.fieldwork.start) == ("ofsted-sif", "full", None)
    assert {row.aspect for row in first.judgements} == {"overall", "adoption", "lscb"}


def test_the_board_stands_with_the_first_inspection_less_certain_than_the_rest():
    history = ["Torbay", day("2016-01-05"), "Inadequate", "Good", RI, None, None, None]

    [record] = read(history=[SIF_HISTORY, history]).inspections

    assert {row.aspect: row.certainty for row in record.judgements} == {
        "overall": "high",
        "adoption": "high",
        "lscb": "medium",
    }


def test_two_re_inspections_published_together_are_one_with_two_aspects():
    header = [
        NAME,
        "SLAC re-inspection of Safeguarding publication date",
        "SLAC re-inspection Safeguarding OE",
        "SLAC re-inspection of services for Children Looked After publication date",
        "SLAC re-inspection of services Children Looked After OE",
    ]
    published = day("2011-02-25")

    [record] = read(history=[header, ["Cornwall", published, "Inadequate", published, RI]]).inspections

    assert (record.framework, record.kind) == ("ofsted-slac", "reinspection")
    assert {row.aspect: row.grade_status for row in record.judgements} == {
        "safeguarding": "graded",
        "looked_after": "restated",
    }


def test_grades_that_contradict_each_other_are_not_taken_and_both_cells_are_named():
    began = day("2021-10-25")

    reading = read(
        latest=[LATEST_HEADER, latest("Bury", began, "Good", "Good", "Inadequate", "Good")],
        in_year=[
            IN_YEAR_HEADER,
            in_year("Bury", began, "ILACS Standard Inspection", "Good", "Good", RI, "Good"),
        ],
    )

    [record] = reading.inspections
    by_aspect = {row.aspect: row for row in record.judgements}
    assert (by_aspect["overall"].grade, by_aspect["help_protection"].grade) == ("good", None)
    assert by_aspect["help_protection"].grade_status == "unreadable"
    assert by_aspect["help_protection"].printed == f"Inadequate / {RI}"
    [conflict] = [problem for problem in reading.problems if problem.severity == "conflict"]
    assert conflict.where == f"{LATEST} row 2 column G; {IN_YEAR} row 2 column H"
    assert conflict.field == "help_protection"


def test_two_spellings_of_a_grade_do_not_contradict_each_other():
    began = day("2021-10-25")

    reading = read(
        latest=[LATEST_HEADER, latest("Bury", began, "Requires improvement", *FOUR_GOOD[:3])],
        in_year=[IN_YEAR_HEADER, in_year("Bury", began, "ILACS Standard Inspection", RI, *FOUR_GOOD[:3])],
    )

    assert not [problem for problem in reading.problems if problem.severity == "conflict"]


def test_two_kinds_for_one_inspection_are_a_conflict():
    began = day("2022-02-07")

    reading = read(
        in_year=[IN_YEAR_HEADER, in_year("Sutton", began, "ILACS Standard Inspection", *FOUR_GOOD)],
        history=[ILACS_HISTORY, ["Sutton", "Short", day("2022-03-28"), *FOUR_GOOD]],
    )

    [record] = reading.inspections
    [conflict] = [problem for problem in reading.problems if problem.severity == "conflict"]
    assert (record.kind, conflict.field) == ("full", "kind")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bedford", "Bedford Borough"),
        ("St Helens", "St. Helens"),
        ("Durham", "County Durham"),
        ("Southend on Sea", "Southend-on-Sea"),
        ("Kingston upon Hull", "Kingston Upon Hull"),
        ("Bournemouth, Christchurch & Poole", "Bournemouth, Christchurch and Poole"),
    ],
)
def test_two_ways_to_write_a_name_are_one_authority(one, other):
    reading = read(
        latest=[LATEST_HEADER, latest(one, day("2022-02-07"), *FOUR_GOOD)],
        history=[ILACS_HISTORY, [other, "Short", day("2022-03-28"), *FOUR_GOOD]],
    )

    assert len(reading.inspections) == 1


@pytest.mark.parametrize(("one", "other"), [("Nottingham", "Nottinghamshire"), ("Derby", "Derbyshire")])
def test_a_city_and_its_county_are_two_authorities(one, other):
    reading = read(
        latest=[LATEST_HEADER, latest(one, day("2022-02-07"), *FOUR_GOOD)],
        history=[ILACS_HISTORY, [other, "Short", day("2022-03-28"), *FOUR_GOOD]],
    )

    assert len(reading.inspections) == 2


def test_an_inspection_and_a_visit_of_one_week_are_two():
    reading = read(
        in_year=[
            IN_YEAR_HEADER,
            in_year("Sutton", day("2022-02-07"), "ILACS Short Inspection", *FOUR_GOOD),
            visit("Sutton", day("2022-02-07"), "LA Monitoring visit", "Front door"),
        ],
    )

    assert [record.kind for record in reading.inspections] == ["short", "monitoring_visit"]


def test_a_row_that_may_be_either_of_two_inspections_is_a_problem_and_neither():
    reading = read(
        latest=[
            LATEST_HEADER,
            latest("Sutton", day("2022-02-07"), *FOUR_GOOD),
            latest("Sutton", day("2022-03-14"), *FOUR_GOOD),
        ],
        history=[ILACS_HISTORY, ["Sutton", "Short", day("2022-04-28"), *FOUR_GOOD]],
    )

    [problem] = [problem for problem in reading.problems if problem.severity == "blocking"]
    assert problem.where == f"{HISTORY} row 2"
    assert all(record.published.end is None for record in reading.inspections)
    assert fates(reading) == [(2, 0, 0), (0, 0, 1)]
