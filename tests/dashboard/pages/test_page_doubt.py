"""A figure of medium or low certainty, and parts that do not add up, are marked wherever they show."""

import datetime as dt

import pytest

from inspections.models import Judgement, Problem

pytestmark = pytest.mark.django_db
NCPI = "hmicfrs-ncpi-2014"


@pytest.fixture
def uncertain(made_inspection, made_review):
    row = made_inspection("kent", framework=NCPI, ended=dt.date(2016, 3, 15))
    counts = {"good": 10, "requires_improvement": 20, "inadequate": 10, "completeness": "full_split"}
    review = made_review(row, "missing-children", cases=40, certainty="low", **counts)
    review.confidence = "press"
    review.save()
    return row


def test_a_figure_of_low_certainty_says_so_on_every_page_and_in_the_data(uncertain, read, client):
    pages = ["/forces/kent/", "/areas/kent/", "/inspections/", "/forces/", uncertain.get_absolute_url()]
    for address in pages:
        assert "10 good, 20 requires improvement, 10 inadequate of 40" in read(address).words, address
        assert "low certainty" in read(address).words, address

    data = client.get("/charts/lanes.csv?force=kent").content.decode()
    (header, row) = (line for line in data.splitlines() if line)
    assert "confidence,certainty" in header
    assert ",press,low," in row
    assert "low certainty" in row


def test_a_number_known_from_the_press_says_so(uncertain, read):
    force = read("/forces/kent/")

    assert "(as reported by the press; low certainty)" in force.part(".answer")
    assert "as reported by the press" in force.rows("everything in the chart")[0][4]


def test_a_grade_of_medium_certainty_says_so_where_it_is_listed(made_inspection, document, read):
    row = made_inspection("kent", framework="hmicfrs-peel-2017", ended=dt.date(2017, 11, 2))
    Judgement.objects.create(
        key="made/peel", inspection=row, aspect_id="effectiveness", grade_id="peel-four:good",
        grade_status="graded", source=document, confidence="read", certainty="medium", stands=True,
        review_status="published",
    )  # fmt: skip

    for address in ("/forces/kent/", "/inspections/", row.get_absolute_url()):
        assert "good (medium certainty)" in read(address).words, address


def test_parts_that_do_not_add_up_lead_to_their_problem_and_are_no_ordinary_strip(
    made_inspection, made_review, read
):
    row = made_inspection("kent", framework=NCPI, ended=dt.date(2016, 3, 15))
    made_review(row, "all-cases", cases=33, good=9, requires_improvement=10, inadequate=15,
                completeness="inconsistent")  # fmt: skip
    Problem.objects.create(
        key="made/1", inspection=row, severity="conflict", where="here", field="cases",
        value="9 + 10 + 15", message="The parts are more than the whole", kept="33", other="34",
    )  # fmt: skip

    force, page = read("/forces/kent/"), read(row.get_absolute_url())

    assert force.html.css_first(f'a[href="{row.get_absolute_url()}#disagreements"]')
    assert "the parts do not add up to 33" in force.words
    assert page.html.css_first('a[href="#disagreements"]')
    assert page.html.css_first("#disagreements")
    assert {node.attributes["class"] for node in page.html.css(".tally .grade")} == {"grade grade--not_given"}
    assert "The parts are more than the whole" in page.words


def test_what_a_source_leaves_blank_stands_together_with_its_reason(made_inspection, document, read):
    row = made_inspection("kent", framework="hmip-youth-justice", ended=dt.date(2022, 7, 26))
    for aspect in ("staff", "planning", "reviewing"):
        Judgement.objects.create(
            key=f"made/{aspect}", inspection=row, aspect_id=aspect, grade_status="unreadable",
            source=document, locator=f"row 7 column {aspect[0]}: empty", confidence="read", stands=True,
            review_status="published",
        )  # fmt: skip

    (line,) = read(row.get_absolute_url()).rows("What was judged")

    assert line[0] == "Staff, planning and reviewing"
    assert line[1] == (
        "Not given the source leaves it blank; blanks there mix “not applicable” and “requires improvement”"
    )
    assert line[3].endswith("row 7 (read in the document)")


def test_names_of_sheets_are_words_on_pages_and_raw_in_the_data(made_inspection, document, read, client):
    row = made_inspection("kent", grades={"overall": "good"})
    row.judgements.update(locator="Some_sheet_2009-2012 row 17")

    for address in ("/areas/kent/", row.get_absolute_url()):
        assert "row 17 of “Some sheet 2009-2012”" in read(address).words
        assert "Some_sheet" not in read(address).words
    assert "Some_sheet_2009-2012 row 17" in client.get("/charts/lanes.csv?area=kent").content.decode()
