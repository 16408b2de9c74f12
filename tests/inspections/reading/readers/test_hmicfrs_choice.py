"""Which files the reader takes: reports on a force's child protection, nothing that only speaks of them."""

import pytest

from inspections.reading import readers
from inspections.reading.documents.source import Source
from inspections.reading.readers import hmicfrs_report
from tests.inspections.reading.readers import made_police_pages as made
from tests.made_reports import as_pdf, ilacs_pages

TALLY = made.p(
    "We audited 27 child protection cases (6 cases were good, 12 required improvement and 9 were inadequate)."
)


def taken(data):
    return hmicfrs_report.recognises(Source("file", data))


@pytest.mark.parametrize(
    "title",
    [
        "Gwent Police: national child protection inspection post-inspection review",
        "Gwent - National Child Protection Inspection - HMICFRS",
        "National child protection re-inspection of Gwent Police",
        "Child protection post-inspection review: Gwent",
        "Metropolitan Police Service: child protection, fifth quarterly update",
        "The Metropolitan Police Service’s handling of the sexual and criminal exploitation of children",
        "In harm’s way: how the police keep children safe",
        "Borsetshire Police: national child protection inspection",
    ],
)
def test_a_title_is_enough(title):
    assert taken(made.page(TALLY, title=title))


def test_a_heading_or_the_opening_words_are_enough():
    opening = (
        "This national child protection inspection post-inspection review of Gwent Police was in May 2022."
    )

    assert taken(
        made.page(TALLY, title="Report", heading="Gwent Police: national child protection inspection")
    )
    assert taken(made.page(made.p(opening), TALLY, title="Gwent Police", heading=""))


def test_the_page_goes_to_this_reader_and_no_other():
    page = made.page(TALLY, force="Gwent Police", what=made.REVIEW)

    assert readers.reader_for(Source("page.html", page)).NAME == "hmicfrs_report"


@pytest.mark.parametrize(
    "title",
    [
        "PEEL 2018/19: Gwent Police",
        "Joint targeted area inspection of the multi-agency response in Halton",
        "National child protection inspection methodology",
        "National child protection inspections",
        "News: our national child protection inspection of Gwent Police is out",
        "Ofsted: inspection of Halton children’s services",
        "Gwent Police",
    ],
)
def test_other_inspections_and_pages_about_this_one_are_left_alone(title):
    assert not taken(made.page(TALLY, title=title))


def test_a_page_that_only_mentions_an_inspection_is_left_alone():
    mention = (
        "Gwent Police said that last year’s national child protection inspection had helped it a great deal."
    )

    assert not taken(made.page(made.p(mention), title="Police open a new station"))


def test_an_ofsted_report_and_other_kinds_of_file_are_left_alone():
    grades = {"help_protection": "Good", "overall": "Good"}

    assert not taken(as_pdf(ilacs_pages(grades)))
    assert not taken(b"force,cases\nGwent,27\n")
    assert not taken(b"<!doctype html><html></html>")
