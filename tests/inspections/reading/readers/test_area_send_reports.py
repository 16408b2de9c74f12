"""Area SEND reports: which they are, of which place, when, and what is said under which heading."""

import datetime as dt

import pytest

from inspections.reading.documents.source import UnreadableSource
from inspections.reading.readers.area_send_report import read_pages, title_of
from tests.made_joint_reports import send_pages

LIKE = "What it is like to be a child or young person with SEND"
FOLDER = "80999_borsetshire/area send full inspection - 4 april 2024.pdf"


def read(name=FOLDER, **more):
    reading = read_pages(send_pages(**more), name)
    return reading, reading.inspections[0]


def told(reading):
    return [(problem.severity, problem.field) for problem in reading.problems]


def test_a_full_inspection():
    reading, inspection = read()

    assert (inspection.inspectorate, inspection.framework, inspection.kind) == ("joint", "area-send", "full")
    assert [(place.raw, place.code, place.scope) for place in inspection.places] == [
        ("Borsetshire", "80999", "authority")
    ]
    assert (inspection.fieldwork.start, inspection.fieldwork.end) == (
        dt.date(2024, 1, 15),
        dt.date(2024, 1, 19),
    )
    assert (inspection.published.start, inspection.published.basis) == (dt.date(2024, 4, 4), "filename")
    assert inspection.themes_read
    assert reading.problems == ()


def test_no_publication_date_is_unknown_not_guessed():
    reading, inspection = read("report.pdf")

    assert inspection.published.start is None
    assert inspection.published.basis == "unknown"
    assert reading.problems == ()


@pytest.mark.parametrize(
    "title",
    [
        "Area SEND inspection of {place} \nLocal Area Partnership",
        "Area SEND full inspection of the {place} Local Area Partnership",
        "Area SEND inspection of {place} Local Area\nPartnership",
        "Area special educational needs and/or disabilities (SEND)\ninspection of {place} local area",
    ],
)
@pytest.mark.parametrize(
    "place", ["Borset", "London Borough of Felpersham", "Felpersham upon Am", "Borset, Felpersham and Penny"]
)
def test_the_place(title, place):
    reading, inspection = read("report.pdf", title=title, place=place)

    assert inspection.places[0].raw == place
    assert reading.problems == ()


def test_two_authorities_in_the_folder_of_one():
    reading, inspection = read(place="Borsetshire and Felpersham")

    assert told(reading) == [("blocking", "place")]
    assert inspection.places[0].code == ""


def test_a_title_that_names_no_place():
    assert told(read("report.pdf", place="")[0]) == [("blocking", "place")]


def test_the_folder_of_another_council():
    assert told(read(place="Felpersham")[0]) == [("blocking", "place")]


def test_a_monitoring_inspection_has_no_outcome_even_where_it_quotes_one():
    title = "Area SEND monitoring inspection of {place} Local Area Partnership"

    reading, inspection = read(title=title, outcome="There are widespread and/or systemic failings.")

    assert inspection.kind == "monitoring_visit"
    assert inspection.judgements == ()
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("dates", "start", "end"),
    [
        ("Inspection dates: 29 April 2024 to 3 May 2024", dt.date(2024, 4, 29), dt.date(2024, 5, 3)),
        (
            "Inspection dates: 11 December 2023 to 12 January 2024",
            dt.date(2023, 12, 11),
            dt.date(2024, 1, 12),
        ),
        ("Inspection date: 15 to 19 January 2024", dt.date(2024, 1, 15), dt.date(2024, 1, 19)),
    ],
)
def test_days(dates, start, end):
    _, inspection = read("report.pdf", dates=dates)

    assert (inspection.fieldwork.start, inspection.fieldwork.end) == (start, end)


def test_no_days_and_days_before_there_were_three_outcomes():
    assert told(read("report.pdf", dates="")[0]) == [("blocking", "fieldwork")]
    assert told(read("report.pdf", dates="Inspection dates: 3 to 7 June 2019")[0]) == [
        ("blocking", "fieldwork")
    ]


def test_passages_under_their_headings():
    _, inspection = read()

    assert [(one.theme, one.topic, one.kind, one.about) for one in inspection.findings] == [
        ("camhs-access", LIKE, "statement", "partnership"),
        ("childrens-views", "What the partnership does that is effective", "statement", "partnership"),
        ("disabled-children", "What the partnership needs to do better", "statement", "partnership"),
        ("assessments-and-plans", "Areas for improvement", "recommendation", "partnership"),
        ("disabled-children", "Areas for improvement", "recommendation", "partnership"),
    ]  # fmt: skip
    assert {one.page for one in inspection.findings} == {2}


def test_addresses_and_facts_about_the_area_are_not_read():
    _, inspection = read()

    assert not [one for one in inspection.findings if one.theme == "missing-children"]


@pytest.mark.parametrize(
    "page",
    [
        "1 May 2019\nDear A Person\nJoint local area SEND inspection in Borsetshire\nWe came in March.",
        "Joint area special educational needs and/or disabilities inspection in Borset\nWe came in March.",
        "1 May 2021\nJoint area SEND revisit in Borsetshire\nWe looked at the written statement of action.",
        "Dear A Person\nBetween 4 and 8 March 2019, some conducted a joint inspection of the local area of "
        "Borset to judge the effectiveness of the area in doing made-up things.",
    ],
)
def test_letters_of_before_2023_are_refused_by_name(page):
    with pytest.raises(UnreadableSource, match="before 2023"):
        read_pages([page, "More words."], "letter.pdf")


@pytest.mark.parametrize(
    "page",
    [
        "Inspection of Borsetshire children’s services\nInspection dates: 4 to 8 March 2024\nSince the area "
        "SEND inspection of Borsetshire local area partnership much was done.",
        "Joint targeted area inspection of Borsetshire\nThe Area SEND inspection of Borsetshire Local Area "
        "Partnership was in May.",
        "Annual report of a bank\nArea SEND inspection of nothing",
    ],
)
def test_other_documents_are_none(page):
    assert title_of([page]) is None
    with pytest.raises(UnreadableSource, match="Area SEND"):
        read_pages([page], "report.pdf")
