"""Grades that stand under a heading, beside a label, or before a list of aspects. Layout not verified."""

import pytest

from tests.inspections.reading.readers.made_peel_pages import (
    blocking,
    five_tiers,
    grades,
    inspection,
    items,
    page,
    problems,
    statuses,
)


@pytest.mark.parametrize(
    "grade", ["Good", "GOOD", "good.", "&nbsp;Good&nbsp;", "Judgment: Good", "<b>Good</b>"]
)
def test_a_line_under_a_heading(grade):
    html = page(f"<h2>Protecting vulnerable people</h2><p>{grade}</p>")
    [row] = inspection(html).judgements
    assert (row.aspect, row.grade, row.aspect_printed) == (
        "protecting_vulnerable_people", "good", "Protecting vulnerable people",
    )  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "How effective is the force at protecting people who are vulnerable, and supporting victims?",
        "How good is the force at protecting from harm those who are vulnerable?",
        "3. Protecting vulnerable people",
        "Effectiveness - Question 3: Protecting vulnerable people",
    ],
)
def test_a_line_under_a_question(question):
    assert grades(page(f"<h3>{question}</h3><p>Inadequate</p>")) == {
        "protecting_vulnerable_people": "inadequate"
    }


def test_lines_that_say_nothing_may_stand_between():
    html = page(
        "<h2>Effectiveness</h2><h3>How effectively does the force reduce crime and keep people safe?</h3>"
        "<p>Last updated 02/05/2019</p><p>Overall judgment</p><p>Outstanding</p><p>Made-up words follow.</p>"
    )
    assert grades(html) == {"effectiveness": "outstanding"}


def test_a_grade_parted_by_the_layout():
    html = page("<h2>Legitimacy</h2><div>Requires</div><div>improvement</div>")
    assert grades(html) == {"legitimacy": "requires_improvement"}


@pytest.mark.parametrize(
    "line",
    [
        "Planning for the future: requires improvement",
        "Planning for the future – Requires Improvement",
        "Planning for the future Requires improvement",
        "Requires improvement: planning for the future",
    ],
)
@pytest.mark.parametrize("tag", ["p", "li", "h3"])
def test_aspect_and_grade_on_one_line(line, tag):
    assert grades(page(f"<{tag}>{line}</{tag}>")) == {"planning_for_the_future": "requires_improvement"}


def test_a_list_by_grade():
    html = five_tiers(
        items(
            "Outstanding: preventing crime",
            "Good: investigating crime, responding to the public",
            "Adequate: building, supporting and protecting the workforce",
        )
    )
    assert grades(html) == {
        "preventing_crime": "outstanding",
        "investigating_crime": "good",
        "responding_to_the_public": "good",
        "supporting_the_workforce": "adequate",
    }


def test_a_list_of_which_one_part_is_not_known_is_not_read_by_halves():
    assert grades(five_tiers(items("Good: investigating crime, made-up things"))) == {}


def test_an_aspect_whose_name_begins_with_a_grade():
    html = five_tiers("<h2>Good use of resources</h2><p>Inadequate</p><h2>Preventing crime</h2><p>Good</p>")
    assert grades(html) == {"use_of_resources": "inadequate", "preventing_crime": "good"}


@pytest.mark.parametrize("words", ["Not yet graded", "To be graded", "Ungraded"])
def test_not_graded_under_a_heading(words):
    assert statuses(page(f"<h2>Effectiveness</h2><p>{words}</p>")) == {"effectiveness": "not_graded"}


def test_the_second_place_checks_the_first():
    said = "<p>The force is good at protecting vulnerable people.</p>"
    assert blocking(page("<h2>Protecting vulnerable people</h2><p>Good</p>", said)) == []

    torn = page("<h2>Protecting vulnerable people</h2><p>Inadequate</p>", said)
    assert blocking(torn) == ["protecting_vulnerable_people"]
    assert statuses(torn) == {"protecting_vulnerable_people": "unreadable"}


def test_labels_first_and_grades_after_are_not_paired_by_guessing():
    html = page(
        "<p>Effectiveness</p><p>Efficiency</p><p>Legitimacy</p><p>Outstanding</p><p>Good</p><p>Good</p>"
    )
    assert grades(html) == {}
    assert blocking(html) == ["grade"]


def test_sections_in_another_order_give_the_same():
    parts = [
        "<h2>Legitimacy</h2><p>Good</p>",
        "<h2>Effectiveness</h2><p>Inadequate</p>",
        "<p>The extent to which the force operates efficiently and sustainably is outstanding.</p>",
    ]
    assert grades(page(*parts)) == grades(page(*reversed(parts)))
    assert problems(page(*parts)) == []


def test_grades_above_their_labels_are_not_paired_with_the_labels_above_them():
    html = page(
        "<p>Some words.</p><p>Good</p><p>Effectiveness</p><p>Inadequate</p><p>Efficiency</p><p>Good</p>"
    )
    assert grades(html) == {}
    assert set(blocking(html)) == {"grade"}


def test_a_picture_and_its_words_say_one_grade():
    twice = "<img src='x' alt='Good'>"
    assert grades(page(f"<h2>Legitimacy</h2><p>{twice}</p><p>Good</p>")) == {"legitimacy": "good"}
    assert grades(page(f"<h2>Legitimacy</h2><p>{twice} Good</p>")) == {"legitimacy": "good"}


def test_an_unknown_heading_with_a_grade_does_not_disturb_the_next():
    html = page("<h2>Made-up things</h2><p>Inadequate</p><h2>Legitimacy</h2><p>Good</p>")
    assert grades(html) == {"legitimacy": "good"}
    assert [problem.value for problem in problems(html)] == ["Made-up things: Inadequate"]
