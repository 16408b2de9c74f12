"""Wordings of real pages, in made ones: several grades in a sentence, weaker verbs, grades changed later."""

import pytest

from tests.inspections.reading.readers.made_peel_pages import (
    five_tiers,
    grades,
    page,
    paragraphs,
    problems,
    statuses,
)

IN_2014 = {"title": "PEEL 2014 - HMICFRS", "heading": "Gwent PEEL 2014"}
SEVERAL = (
    "In general, the force is good at reducing crime and preventing offending, good at investigating"
    " offending and inadequate at tackling anti-social behaviour."
)
CHANGED = (
    "On 3 March 2024, the grade for ‘Responding to the public’ was changed from ‘adequate’ to ‘inadequate’."
)
QUESTION = "<h2>Responding to the public</h2>"


def test_a_sentence_may_give_several_questions_their_grades():
    assert grades(page(paragraphs(SEVERAL), **IN_2014)) == {
        "reducing_crime": "good",
        "investigating_offending": "good",
        "tackling_anti_social_behaviour": "inadequate",
    }


def test_half_of_such_a_sentence_is_not_read():
    unknown = SEVERAL.replace("tackling anti-social behaviour", "sailing made-up ships")

    assert grades(page(paragraphs(unknown), **IN_2014)) == {}


def test_an_exception_to_such_a_sentence_is_held():
    html = page(
        paragraphs(SEVERAL, "However, it requires improvement in the way it investigates offending."),
        **IN_2014,
    )

    assert statuses(html)["investigating_offending"] == "unreadable"
    assert [one.field for one in problems(html, "blocking")] == ["investigating_offending"]


@pytest.mark.parametrize(
    ("sentence", "aspect", "grade"),
    [
        ("Gwent Police remains outstanding at investigating crime.", "investigating_crime", "outstanding"),
        ("The force is also good at preventing crime.", "preventing_crime", "good"),
        ("The force is generally good at investigating crime.", "investigating_crime", "good"),
        (
            "The force is judged to require improvement in investigating crime.",
            "investigating_crime",
            "requires_improvement",
        ),
        (
            "The force requires improvement in how it tackles serious and organised crime.",
            "tackling_serious_organised_crime",
            "requires_improvement",
        ),
        (
            "The force requires improvement in its approach to protecting vulnerable people.",
            "protecting_vulnerable_people",
            "requires_improvement",
        ),
    ],
)
def test_weaker_verbs_and_roundabout_words(sentence, aspect, grade):
    assert grades(page(paragraphs(sentence))) == {aspect: grade}


@pytest.mark.parametrize(
    "sentence",
    [
        "The force is good at understanding and identifying vulnerability.",
        "The force is outstanding at recording crime.",
        "The force needs to improve how it protects vulnerable people.",
        "The force is effective at protecting vulnerable people.",
        "It is good at protecting vulnerable people.",
        "Its partner, a made-up council, remains good at preventing crime.",
    ],
)
def test_praise_within_a_question_and_words_that_are_no_grade(sentence):
    assert grades(page(paragraphs(sentence))) == {}


def test_not_being_graded_is_no_grade():
    assert statuses(page("<h2>Effectiveness</h2>", paragraphs("Not being graded"))) == {
        "effectiveness": "not_graded"
    }


@pytest.mark.parametrize("printed", ["Adequate", "Inadequate", ""], ids=["the first", "the later", "none"])
def test_a_grade_changed_after_the_report_is_the_later_one(printed):
    html = five_tiers(QUESTION, paragraphs(*([printed] if printed else []), CHANGED))

    assert grades(html) == {"responding_to_the_public": "inadequate"}
    (told,) = problems(html)
    assert (told.severity, told.field) == ("note", "responding_to_the_public")
    assert "from ‘adequate’ to ‘inadequate’" in told.value


def test_a_page_that_prints_neither_of_the_two_is_held():
    html = five_tiers(QUESTION, paragraphs("Good", CHANGED))

    assert statuses(html) == {"responding_to_the_public": "unreadable"}
    assert len(problems(html, "blocking")) == 1
