"""The PDF of a PEEL report: force, cycle and month from its title page, grades where they are words."""

import datetime as dt

import pytest

from inspections.reading import readers
from inspections.reading.documents.source import Source
from inspections.reading.readers import hmicfrs_peel
from tests.made_pdf import new_pdf

TITLE = ["PEEL: Police effectiveness 2016", "An inspection of Gwent Police", "March 2017", "HMIC 2017"]


def pdf(*pages):
    made = new_pdf()
    made.set_font("Helvetica", size=11)
    for lines in pages:
        made.add_page()
        for line in lines:
            made.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    return Source("made.pdf", bytes(made.output()))


@pytest.fixture
def report():
    return pdf(
        TITLE,
        [
            "Overview - How effective is the force at keeping people safe and",
            "reducing crime?",
            "Overall judgment",
            "Good",
            "The force knows its made-up towns. It is not yet good at",
            "protecting vulnerable people.",
            "How effective is the force at investigating crime and reducing",
            "re-offending?",
            "Requires improvement",
            "Gwent Police requires improvement at investigating crime and reducing",
            "re-offending. More made-up words.",
        ],
    )


def test_it_is_recognised_and_read(report):
    assert readers.reader_for(report).NAME == "hmicfrs_peel"
    reading = hmicfrs_peel.read(report)
    [one] = reading.inspections
    assert (reading.kind, reading.pages) == ("report", 2)
    assert one.framework == "hmicfrs-peel-2016"
    assert one.places[0].raw == "Gwent Police"
    assert one.published.start == dt.date(2017, 3, 1)
    assert {row.aspect: row.grade for row in one.judgements} == {
        "effectiveness": "good",
        "investigating_crime": "requires_improvement",
    }


def test_every_grade_says_its_page(report):
    [one] = hmicfrs_peel.read(report).inspections
    assert [row.page for row in one.judgements] == [2, 2]


def test_another_report_is_not_recognised():
    other = ["Gwent Police", "National child protection inspection", "PEEL is named here", "HMICFRS"]
    assert not hmicfrs_peel.recognises(pdf(other))
