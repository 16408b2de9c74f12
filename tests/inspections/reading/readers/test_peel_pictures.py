"""Grades shown as pictures or only counted are told as not read, never guessed onto areas."""

import pytest

from tests.inspections.reading.readers.made_peel_pages import (
    blocking,
    five_tiers,
    grades,
    page,
    paragraphs,
    problems,
)


def test_headings_without_a_grade_are_named():
    html = five_tiers(
        "<h2>Preventing crime</h2><img src='1.png'><p>Words.</p><h2>Managing offenders</h2><p>More.</p>"
    )
    assert grades(html) == {}
    [problem] = problems(html)
    assert problem.severity == "note"
    assert "picture" in problem.message
    assert problem.value == "Preventing crime; Managing offenders"


def test_a_sentence_that_announces_a_picture():
    html = five_tiers(
        paragraphs("We make graded judgments in 9 of these 10 as follows:"), "<img src='grades.png'>"
    )
    assert [problem.severity for problem in problems(html)] == ["note"]


def test_a_picture_that_says_its_grade():
    html = five_tiers("<h2>Preventing crime</h2><img src='x' alt='Requires improvement'><p>Words.</p>")
    assert grades(html) == {"preventing_crime": "requires_improvement"}
    assert problems(html) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Gwent Police is outstanding x2, good x7 and adequate x1.",
        "We graded the force good in seven areas and ‘adequate’ in one area.",
        "Two areas were graded inadequate.",
    ],
)
def test_a_sentence_that_only_counts(sentence):
    html = five_tiers("<h2>Preventing crime</h2><p>Good</p>", paragraphs(sentence))
    assert grades(html) == {"preventing_crime": "good"}
    assert [(problem.severity, problem.value) for problem in problems(html)] == [("note", sentence)]


def test_a_page_without_any_grade_or_heading_blocks():
    assert blocking(page("<p>Some made-up words.</p>")) == ["grade"]
