"""Letters and programmes without a grade table are refused by name, never forced into one."""

import pytest

from inspections.reading import readers
from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.readers.ofsted_report import read_pages
from inspections.reading.readers.ofsted_report.kinds import kind_of


@pytest.mark.parametrize(
    ("opening", "said"),
    [
        ("Dear Director\nFocused visit to Borsetshire children’s services\nThis letter", "focused visit"),
        ("Dear Director\nMonitoring visit of Borsetshire children’s services\nThis", "monitoring visit"),
        (
            "Inspection of local authority arrangements for the protection of children\nBorsetshire\n"
            "Inspection dates: 4 - 13 March 2013\nOverall effectiveness\nAdequate",
            "arrangements for the protection",
        ),
        (
            "Inspection of safeguarding and looked after children services\nBorsetshire\n"
            "Inspection dates: 4 - 15 July 2011",
            "safeguarding and looked after",
        ),
    ],
)  # fmt: skip
def test_refused_by_name(opening, said):
    pages = [opening, "Overall effectiveness\nGood"]

    with pytest.raises(UnreadableSource) as refusal:
        read_pages(pages, "80999_borsetshire/report.pdf")

    assert said in refusal.value.message


@pytest.mark.parametrize(
    "opening",
    [
        "Joint targeted area inspection of children’s services\nInspection dates: 4 to 8 March 2019",
        "Area SEND inspection of Borsetshire Local Area Partnership\nInspection dates: 4 to 8 March 2024",
        "Annual report of a bank\nThe experiences and progress of shareholders",
    ],
)
def test_of_other_kinds_nothing_is_said(opening):
    assert kind_of([opening]) is None


def test_full_report_that_speaks_of_a_focused_visit_is_a_full_report(made):
    pages = made.ilacs_pages(made.ilacs_grades)
    pages[0] += "\nSince the focused visit to Borsetshire children’s services nothing happened."

    assert kind_of(pages).family == "ilacs"


def test_damaged_sif_title_is_not_taken_for_a_board_review(made):
    pages = made.sif_pages(made.sif_grades)
    title_lines = pages[0].split("\n")
    pages[0] = "\n".join([*title_lines[:2], "Insp ction of serv ces for", *title_lines[4:]])

    assert kind_of(pages).family == "sif"


def test_kind_is_told_by_content_not_by_name(made):
    source = Source("80999_borsetshire/holiday photo.jpg", made.as_pdf(made.ilacs_pages(made.ilacs_grades)))

    assert readers.reader_for(source).NAME == "ofsted_report"
