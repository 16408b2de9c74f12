"""A grade of an earlier inspection that still stands is carried over, with the words that say so."""

import pytest

from tests.inspections.reading.readers.made_peel_pages import grades, inspection, page, problems, statuses

QUESTION = "<h3>How effective is the force at tackling serious and organised crime?</h3>"
WORDS = "We did not look at this in 2018/19; our judgment from the made-up 2016 visit has been carried over."


@pytest.mark.parametrize(
    "words",
    [
        WORDS,
        "We did not look at this in 2018. The grade of last year’s inspection still stands.",
        "The judgment from 2016 remains in place.",
    ],
)
def test_the_grade_stands_with_where_it_is_from(words):
    html = page(QUESTION, f"<p>{words}</p><p>Outstanding</p>")
    [row] = inspection(html).judgements
    assert (row.aspect, row.grade, row.grade_status) == (
        "tackling_serious_organised_crime", "outstanding", "carried_over",
    )  # fmt: skip
    assert words in row.printed
    assert row.printed.startswith("Outstanding")


def test_grade_before_the_words():
    html = page(QUESTION, f"<p>Good</p><p>{WORDS}</p><h3>Planning for the future</h3><p>Good</p>")
    assert statuses(html) == {
        "tackling_serious_organised_crime": "carried_over",
        "planning_for_the_future": "graded",
    }


def test_the_words_may_hold_the_grade():
    html = page(
        QUESTION,
        "<p>Our judgment of requires improvement from the 2016 inspection has been carried over.</p>",
    )
    assert grades(html) == {"tackling_serious_organised_crime": "requires_improvement"}
    assert statuses(html) == {"tackling_serious_organised_crime": "carried_over"}


def test_beside_the_grade_itself():
    html = page(QUESTION, "<p>Good (carried over from 2016)</p>")
    assert statuses(html) == {"tackling_serious_organised_crime": "carried_over"}


def test_without_a_grade_nothing_is_invented():
    html = page(QUESTION, f"<p>{WORDS}</p>", "<h3>Planning for the future</h3><p>Good</p>")
    assert grades(html) == {"planning_for_the_future": "good"}
    assert any(problem.value == WORDS for problem in problems(html, "note"))


def test_other_uses_of_the_words_carry_nothing():
    html = page(QUESTION, "<p>Good</p><p>Equipment was carried, over many made-up hills.</p>")
    assert statuses(html) == {"tackling_serious_organised_crime": "graded"}
