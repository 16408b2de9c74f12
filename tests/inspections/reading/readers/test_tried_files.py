"""Small files that were once misread, kept beside the checkout: each is read as what it is."""

import datetime as dt
from pathlib import Path

import pytest

from inspections.reading.documents.source import Source
from inspections.reading.readers import reader_for

CASES = Path(__file__).resolve().parents[4].parent / "shared" / "cases"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CASES.is_dir(), reason="no ../shared/cases beside the checkout"),
]


def read(name):
    source = Source(name, (CASES / name).read_bytes())
    return reader_for(source).read(source)


def grades(inspection):
    return {one.aspect: (one.grade, one.page) for one in inspection.judgements}


ST_HELENS_2023 = {
    "overall": "good",
    "impact_of_leaders": "good",
    "help_protection": "requires_improvement",
    "in_care": "good",
    "care_leavers": "outstanding",
}


def test_a_report_behind_a_page_of_a_committee():
    [inspection] = read("committee_pack_st_helens_1.pdf").inspections

    assert grades(inspection) == {aspect: (grade, 2) for aspect, grade in ST_HELENS_2023.items()}


def test_two_reports_in_one_file():
    earlier, later = read("two_reports_in_one.pdf").inspections

    assert earlier.fieldwork.start == dt.date(2019, 9, 23)
    assert grades(earlier) == {
        "overall": ("inadequate", 1),
        "impact_of_leaders": ("requires_improvement", 1),
        "help_protection": ("requires_improvement", 1),
        "in_care_and_care_leavers": ("inadequate", 1),
    }
    assert later.fieldwork.start == dt.date(2023, 7, 10)
    assert grades(later) == {aspect: (grade, 14) for aspect, grade in ST_HELENS_2023.items()}


@pytest.mark.parametrize("name", ["torn.pdf", "torn_hidden.pdf"])
def test_torn_text_is_never_taken_for_whole(name):
    doubts = Source(name, (CASES / name).read_bytes()).doubts()

    assert ["blocking" for doubt in doubts if "damaged inside" in doubt.message] == ["blocking"]


@pytest.mark.parametrize(
    ("name", "place", "days"),
    [
        ("ciw_swansea_2018.pdf", "City and County of Swansea Council", ("2018-07-01", "2018-07-31")),
        ("ciw_wrexham_2020.pdf", "Wrexham County Borough Council", ("2020-10-12", "2020-10-23")),
        ("ciw_wrexham_2020.html", "Wrexham County Borough Council", ("2020-10-12", "2020-10-23")),
    ],
)
def test_reports_of_wales(name, place, days):
    reading = read(name)

    [inspection] = reading.inspections
    assert (reading.reader, inspection.framework, inspection.places[0].raw) == ("welsh_joint", "ciw", place)
    assert (str(inspection.fieldwork.start), str(inspection.fieldwork.end)) == days
    assert inspection.judgements == ()
    assert not reading.layouts_seen


def test_an_archives_toolbar_dates_no_inspection():
    [inspection] = read("surrey_wayback.html").inspections

    assert inspection.fieldwork.raw == "June 2015"
