"""The three outcomes of an Area SEND inspection, in the words around them, or none at all."""

import pytest

from inspections.reading.readers.area_send_report import read_pages
from tests.made_joint_reports import send_pages

ARRANGEMENTS = "The arrangements of this made-up partnership "


def judged(outcome, **more):
    """(grade or status, [fields of blocking problems]) of a report with this outcome."""
    reading = read_pages(send_pages(outcome=outcome, **more), "report.pdf")
    (judgement,) = reading.inspections[0].judgements
    assert judgement.aspect == "area_send_outcome"
    return (
        judgement.grade or judgement.grade_status,
        [problem.field for problem in reading.problems if problem.severity == "blocking"],
    )


@pytest.mark.parametrize(
    ("outcome", "grade"),
    [
        (ARRANGEMENTS + "typically lead to positive experiences and\noutcomes for the young.", "positive"),
        (ARRANGEMENTS + "lead to typically positive experiences and outcomes.", "positive"),
        (ARRANGEMENTS + "are typically leading to positive outcomes for many.", "positive"),
        (ARRANGEMENTS + "lead to inconsistent experiences\nand outcomes for the young.", "inconsistent"),
        ("Experiences and outcomes are inconsistent in this place.", "inconsistent"),
        ("There are widespread and/or systemic failings, which worry us.", "systemic_failings"),
        ("There are widespread and / or systemic failings here.", "systemic_failings"),
        ("There are widespread or systemic failings here.", "systemic_failings"),
        ("There are systemic and/or widespread failings here.", "systemic_failings"),
        (
            "We found systemic failings leading to worries about experiences and outcomes.",
            "systemic_failings",
        ),
    ],
)
def test_each_outcome(outcome, grade):
    assert judged(outcome) == (grade, [])


@pytest.mark.parametrize(
    "outcome",
    [
        "",
        "This is a place of its own kind.",
        ARRANGEMENTS + "do not typically lead to positive experiences and outcomes.",
        "At the previous inspection there were widespread and/or systemic failings.",
        ARRANGEMENTS + "no longer lead to inconsistent experiences.",
        ARRANGEMENTS + "lead to positive outcomes for some. There are systemic failings too.",
        ARRANGEMENTS + "are good.",
    ],
)
def test_no_outcome_and_two_are_unreadable(outcome):
    assert judged(outcome) == ("unreadable", ["area_send_outcome"])


def test_what_another_section_says_is_no_outcome():
    pages = send_pages(outcome="", body="There are widespread and/or systemic failings somewhere.")

    reading = read_pages(pages, "report.pdf")

    assert reading.inspections[0].judgements[0].grade is None


def test_what_stands_below_the_outcome_changes_nothing():
    outcome = (
        "Plans lead to inconsistent experiences and outcomes.\nThe last inspection found systemic failings."
    )

    assert judged(outcome) == ("inconsistent", [])


def test_the_words_and_the_page_are_kept():
    pages = ["\n".join(["A cover page.", "Area SEND"]), *send_pages()]
    pages[0] = ""

    (judgement,) = read_pages(pages, "report.pdf").inspections[0].judgements

    assert (
        judgement.printed
        == "In this place, plans typically lead to positive experiences and outcomes for the young."
    )
    assert judgement.page == 2
