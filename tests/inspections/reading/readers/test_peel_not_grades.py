"""Words of grades that grade nothing: negations, the past, praise inside a question, plans, conditions."""

import pytest

from tests.inspections.reading.readers.made_peel_pages import (
    five_tiers,
    grades,
    page,
    paragraphs,
    problems,
    table,
)

EXTENT = "The extent to which the force"
NEGATIVE = [
    "The force is not yet good at protecting vulnerable people.",
    "The force is not good at protecting vulnerable people.",
    "The force was outstanding at protecting vulnerable people in 2016.",
    "In 2016 the force was judged to be good at protecting vulnerable people.",
    "In our made-up crime inspection in 2014, we judged the force to be good at investigating crime.",
    "The force requires improvement plans for protecting vulnerable people.",
    "The force is good at protecting vulnerable people when it is asked to.",
    "The force is good at identifying vulnerability.",
    "The force would be good at protecting vulnerable people.",
    "If the force is good at protecting vulnerable people, everyone gains.",
    "The force should be outstanding at preventing crime.",
    f"{EXTENT} is effective at reducing crime and keeping people safe was outstanding in 2016.",
    f"{EXTENT} is effective at reducing crime and keeping people safe is not good.",
    f"{EXTENT} is not effective at reducing crime and keeping people safe is good to know.",
    f"{EXTENT} is effective at reducing crime and keeping people safe is good in some towns.",
    f"{EXTENT} operates efficiently and sustainably requires improvement plans.",
    "Gwent Police’s approach to investigating crime is good in places.",
    "The force does not require improvement at investigating crime.",
    "Officers told us the force is good at investigating crime.",
    "Gwent’s council is good at protecting vulnerable people.",
    "A good start: preventing crime matters.",
    "No force is inadequate at preventing crime.",
]


@pytest.mark.parametrize("sentence", NEGATIVE)
@pytest.mark.parametrize("of", [page, five_tiers])
def test_no_sentence_of_these_is_a_grade(sentence, of):
    assert grades(of(paragraphs(sentence))) == {}


@pytest.mark.parametrize("tag", ["h3", "li", "p", "td"])
@pytest.mark.parametrize("sentence", NEGATIVE[:8])
def test_wherever_it_stands(sentence, tag):
    wrapped = f"<{tag}>{sentence}</{tag}>"
    html = page(f"<table><tr>{wrapped}</tr></table>" if tag == "td" else wrapped)
    assert grades(html) == {}


@pytest.mark.parametrize("heading", ["Previous judgments", "PEEL 2016", "Judgments of the 2017 inspection"])
def test_grades_under_the_heading_of_another_inspection_are_passed_over(heading):
    html = page(
        f"<h2>{heading}</h2><h3>Legitimacy</h3><p>Inadequate</p>",
        table(("Efficiency", "Inadequate")),
        "<h2>Effectiveness</h2><p>Good</p>",
    )
    assert grades(html) == {"effectiveness": "good"}
    [told] = problems(html, "note")
    assert heading in told.where


def test_a_list_that_explains_the_scale_grades_nothing():
    scale = "<p>Outstanding</p><p>Good</p><p>Requires improvement</p><p>Inadequate</p>"
    html = page("<h2>Legitimacy</h2><p>Good</p><h2>Effectiveness</h2>", scale)
    assert grades(html) == {"legitimacy": "good"}


def test_a_grade_of_an_unknown_question_is_told_and_not_taken():
    html = page("<h3>How well is the force led by its made-up horses?</h3><p>Good</p>")
    assert grades(html) == {}
    assert any("by itself" in problem.message for problem in problems(html, "note"))


def test_what_is_not_graded_by_force_gives_nothing():
    html = page(
        "<h2>Legitimacy</h2><p>Good</p>",
        "<h3>How effective are the force’s specialist capabilities?</h3><p>Ungraded</p>",
    )
    assert grades(html) == {"legitimacy": "good"}
    assert problems(html) == []
