"""Reports bound with other papers, or with each other, are told apart by their title pages."""

import pytest

from inspections.reading.readers import area_send_report, jtai_report, ofsted_report
from tests.made_joint_reports import jtai_pages, send_pages

COVER = "Borsetshire County Council\nChildren’s committee, 3 June 2019\nThe report is attached."
# It names the inspection as the report does.
NAMING = (
    "Children’s committee, 3 June 2015\nInspection of services for children in need of help and protection, "
    "children looked after and care leavers\nMembers are asked to note the report that is attached."
)
PAPER = "Next item\nAction plan\n1. Children who go missing are talked to in this plan of ours."
LAST = "© Crown copyright 2019"


def told(reading):
    return [(one.severity, one.where, one.field, one.value) for one in reading.problems]


def ilacs(made, place="Borsetshire", **grades):
    pages = made.ilacs_pages(
        made.ilacs_grades | grades, title=f"Inspection of {place} local authority \nchildren’s services"
    )
    return [*pages, "What needs to improve\n1. Return home interviews of children who go missing.", LAST]


@pytest.mark.parametrize("before", [[COVER], [COVER, "", PAPER]])
def test_a_report_behind_other_papers_is_read_with_its_pages_in_the_file(made, before):
    alone = ofsted_report.read_pages(ilacs(made), "report.pdf")
    by = len(before)

    reading = ofsted_report.read_pages([*before, *ilacs(made)], "report.pdf")

    [inspection], [own] = reading.inspections, alone.inspections
    assert (reading.pages, inspection.locator) == (by + 4, f"page {by + 1}")
    assert [(one.grade, one.page, one.locator) for one in inspection.judgements] == [
        (one.grade, one.page + by, f"page {one.page + by}") for one in own.judgements
    ]
    assert [(one.passage, one.page) for one in inspection.findings] == [
        (one.passage, one.page + by) for one in own.findings
    ]
    spoken = ", ".join(str(number) for number, page in enumerate(before, 1) if page)
    assert told(reading) == [("note", f"page {by + 1}", "pages", spoken)]


def test_a_paper_that_names_the_inspection_is_not_its_report(made):
    reading = ofsted_report.read_pages([NAMING, *made.sif_pages(made.sif_grades)], "report.pdf")

    [inspection] = reading.inspections
    assert inspection.places[0].raw == "Borsetshire County Council"
    assert {one.page for one in inspection.judgements if one.aspect != "lscb"} == {2}
    assert told(reading) == [("note", "page 2", "pages", "1")]


def test_a_letter_behind_other_papers(made):
    letter = jtai_pages(body="Key strengths\n\uf0b7 Made-up workers talk with children who go missing.")
    alone = jtai_report.read_pages(letter, "letter.pdf").inspections[0]

    reading = jtai_report.read_pages([COVER, PAPER, *letter], "letter.pdf")

    [inspection] = reading.inspections
    assert (inspection.places, inspection.fieldwork, inspection.published) == (
        alone.places, alone.fieldwork, alone.published,
    )  # fmt: skip
    assert [(one.passage, one.page) for one in inspection.findings] == [
        (one.passage, one.page + 2) for one in alone.findings
    ]
    assert inspection.findings


def test_a_letter_behind_a_report_is_named(made):
    reading = ofsted_report.read_pages([*ilacs(made), *jtai_pages()], "report.pdf")

    assert ("blocking", "page 5", "pages", "5") in told(reading)


def test_what_follows_the_last_page_is_no_finding_of_the_report(made):
    alone = ofsted_report.read_pages(ilacs(made), "report.pdf")

    reading = ofsted_report.read_pages([*ilacs(made), PAPER], "report.pdf")

    assert reading.inspections[0].findings == alone.inspections[0].findings
    assert told(reading) == [("note", "page 1", "pages", "5")]


def test_a_copyright_before_the_report_has_begun_does_not_end_it(made):
    pages = made.lac_pages(
        dict.fromkeys(
            ("overall", "capacity_to_improve", "outcomes_lac", "quality_of_provision", "leadership"), "Good"
        )
    )
    pages[1] += f"\n{LAST}"

    reading = ofsted_report.read_pages([*pages, PAPER], "report.pdf")

    assert len(reading.inspections[0].judgements) == 5
    assert reading.inspections[0].findings == ()
    assert told(reading) == [("note", "page 1", "pages", "5")]


def test_the_date_of_an_earlier_inspection_begins_no_report(made):
    pages = ilacs(made)
    pages[2] = "What has changed\nInspection date: 2 March 2012\nOverall effectiveness: not read here."

    reading = ofsted_report.read_pages(pages, "report.pdf")

    assert len(reading.inspections) == 1
    assert told(reading) == []


def test_two_reports_in_one_file_are_two_inspections(made):
    first, second = ilacs(made), ilacs(made, "Felpersham", overall="Good")

    reading = ofsted_report.read_pages([*first, *second], "report.pdf")

    borset, felpersham = reading.inspections
    assert (borset.places[0].raw, felpersham.places[0].raw) == ("Borsetshire", "Felpersham")
    assert (borset.locator, felpersham.locator) == ("page 1", "page 5")
    assert borset.judgements == ofsted_report.read_pages(first, "report.pdf").inspections[0].judgements
    assert [
        (one.aspect, one.grade, one.page) for one in felpersham.judgements if one.aspect == "overall"
    ] == [("overall", "good", 5)]
    assert reading.title.endswith("services: Borsetshire; Inspection of children’s services: Felpersham")
    assert told(reading) == [("note", "page 5", "pages", "1, 5")]


def test_a_doubt_about_the_second_report_names_its_own_page(made):
    second = ilacs(made, "Felpersham")
    second[1] = second[1].replace("help and protection: requires", "help and protection: good and requires")
    second[0] = second[0].replace("Overall effectiveness\nInadequate", "Overall effectiveness\nNot")

    problems = ofsted_report.read_pages([*ilacs(made), *second], "report.pdf").problems

    assert ("blocking", "page 5", "overall") in [(one.severity, one.where, one.field) for one in problems]


def test_a_report_of_another_inspection_behind_it_is_named(made):
    pages = [*ilacs(made), *send_pages()]

    for reader, begin, other in ((ofsted_report, 1, 5), (area_send_report, 5, 1)):
        reading = reader.read_pages(pages, "report.pdf")
        assert len(reading.inspections) == 1
        assert ("blocking", f"page {other}", "pages", str(other)) in told(reading), begin
