"""Passages of JTAI letters: under which heading, on which page, about whom, and what is never read."""

import pytest

from inspections.reading.readers.jtai_report import read_pages
from tests.made_joint_reports import ADDRESS, jtai_pages

BODY = """\
Key Strengths
\uf0b7 Workers who share a made-up room find missing children sooner. It is a\nsmall room.
\uf0b7 Police officers speak kindly to children who go missing.
Case study: Petronella
Petronella is one of several missing children who were found.
Areas for priority action
Leadership
\uf0b7 Return home interviews come late when children go missing.
Areas for improvement
Responses to those at risk
\uf0b7 The local authority does not always see to it that missing children are heard.
\uf0b7 Partners and police of this place look apart for missing children.
\uf0b7 Police and social workers look apart for missing children.
The police
\uf0b7 Nobody wrote down why children went missing.
Children’s social care
\uf0b7 Nobody asked why children went missing.
"""


def found(theme="missing-children", **more):
    """[(section, locator, kind, about)] of the passages on a theme."""
    inspection = read_pages(jtai_pages(**more), "letter.pdf").inspections[0]
    return [
        (one.topic, one.locator, one.kind, one.about) for one in inspection.findings if one.theme == theme
    ]


def test_each_under_its_heading_with_whom_it_is_about():
    assert found(body=BODY) == [
        ("Key strengths", "Key strengths, page 2", "statement", "partnership"),
        ("Key strengths", "Key strengths, page 2", "statement", "police"),
        ("Areas for priority action", "Areas for priority action, page 2", "recommendation", "partnership"),
        ("Areas for improvement", "Areas for improvement, page 2", "statement", "council"),
        ("Areas for improvement", "Areas for improvement, page 2", "statement", "partnership"),
        ("Areas for improvement", "Areas for improvement, page 2", "statement", "partnership"),
        ("Areas for improvement", "Areas for improvement, page 2", "statement", "police"),
        ("Areas for improvement", "Areas for improvement, page 2", "statement", "council"),
    ]


def test_a_bullet_is_cited_whole_and_without_the_heading_after_it():
    inspection = read_pages(jtai_pages(body=BODY), "letter.pdf").inspections[0]
    passages = [one.passage for one in inspection.findings if one.theme == "missing-children"]

    assert passages[0] == "Workers who share a made-up room find missing children sooner. It is a small room."
    assert passages[2] == "Return home interviews come late when children go missing."


def test_a_case_study_of_one_child_is_not_read():
    assert "Petronella" not in read_pages(jtai_pages(body=BODY), "letter.pdf").model_dump_json()


@pytest.mark.parametrize("pages_before", [0, 1])
def test_names_and_offices_above_and_below_the_letter_are_not_read(pages_before):
    pages = jtai_pages(body="Next steps\nSomebody writes to us about missing children.")
    pages[-1] += "\nA Person, Director for missing children\nStrengths\nA Person for missing children."
    if pages_before:
        head, rest = pages[0].split("Dear", 1)
        pages = [head, "Dear" + rest, *pages[1:]]

    inspection = read_pages(pages, "letter.pdf").inspections[0]

    assert "sexual exploitation" in ADDRESS
    assert inspection.findings == ()
    assert inspection.places[0].raw == "Borsetshire"
    assert inspection.fieldwork.start is not None


def test_what_the_inspection_looked_at_is_no_finding_but_the_summary_after_it_is():
    opening = (
        "The inspection included a ‘deep dive’ focus on children who go missing.\n"
        "Workers do not know where to look for missing children. The office is bright."
    )

    inspection = read_pages(jtai_pages(opening=opening), "letter.pdf").inspections[0]

    assert [(one.passage, one.topic, one.locator) for one in inspection.findings] == [
        ("Workers do not know where to look for missing children.", "", "page 1")
    ]


def test_a_letter_in_prose_is_cited_by_the_sentence():
    body = (
        "Headline findings\nAll is well here. Children who go missing are found by their\n"
        "friends. The friends are thanked.\nWhat needs to improve?\n\u25fc How missing children are counted."
    )

    assert found(body=body) == [
        ("Headline findings", "Headline findings, page 2", "statement", "partnership"),
        ("What needs to improve", "What needs to improve, page 2", "recommendation", "partnership"),
    ]


def test_exploitation_and_missing_children_are_both_found_in_one_letter():
    body = (
        "Areas for improvement\n\uf0b7 Children at risk of sexual exploitation who go missing wait for help."
    )

    assert len(found(body=body)) == 1
    assert len(found("child-sexual-exploitation", body=body)) == 1


def test_numbers_of_cases_are_proposed_never_published_at_once():
    body = "Areas for improvement\n\uf0b7 Inspectors looked at six cases of missing children."

    inspection = read_pages(jtai_pages(body=body), "letter.pdf").inspections[0]

    (review,) = inspection.case_reviews
    assert review.proposed
    assert (review.theme, review.locator) == ("missing-children", "Areas for improvement, page 2")
