"""Grades in sentences: "the extent to which", "is good at", "has been assessed as", and in lists of them."""

import pytest

from tests.inspections.reading.readers.made_peel_pages import (
    five_tiers,
    grades,
    items,
    page,
    paragraphs,
    statuses,
)

EXTENT = "The extent to which the force"


@pytest.mark.parametrize(
    ("sentence", "aspect", "grade"),
    [
        (
            f"{EXTENT} is effective at reducing crime and keeping people safe is good.",
            "effectiveness",
            "good",
        ),
        (
            f"{EXTENT.lower()} is effective at keeping people safe and reducing crime is inadequate",
            "effectiveness",
            "inadequate",
        ),
        (
            f"{EXTENT} is effective at reducing crime and keeping people safe requires improvement",
            "effectiveness",
            "requires_improvement",
        ),
        (
            "The extent to which Gwent Police is efficient at reducing crime and keeping people safe: good.",
            "efficiency",
            "good",
        ),
        (f"{EXTENT} operates efficiently and sustainably is OUTSTANDING;", "efficiency", "outstanding"),
        (
            f"{EXTENT} treats the public and its workforce legitimately requires improvement; and",
            "legitimacy",
            "requires_improvement",
        ),
        (
            "The efficiency with which the force carries out its responsibilities is good;",
            "efficiency",
            "good",
        ),
        (
            "Gwent Police has been assessed as good in respect of the legitimacy with which it keeps people"
            " safe and reduces crime.",
            "legitimacy",
            "good",
        ),
        ("The force is good at protecting vulnerable people.", "protecting_vulnerable_people", "good"),
        (
            "Overall, Gwent Police is ‘outstanding’ at tackling serious and organised crime.",
            "tackling_serious_organised_crime",
            "outstanding",
        ),
        (
            "The force requires improvement at investigating crime and reducing re-offending.",
            "investigating_crime",
            "requires_improvement",
        ),
        (
            "Gwent Police’s approach to investigating crime and managing offenders is good.",
            "investigating_crime",
            "good",
        ),
        (
            "Gwent Police is good at preventing crime and anti-social behaviour. It knows its made-up towns.",
            "preventing_crime",
            "good",
        ),
    ],
)
def test_four_tiers(sentence, aspect, grade):
    assert grades(page(paragraphs(sentence))) == {aspect: grade}


@pytest.mark.parametrize(
    ("sentence", "aspect", "grade"),
    [
        ("Gwent Police is adequate at preventing crime.", "preventing_crime", "adequate"),
        (
            "The force requires improvement at responding to the public.",
            "responding_to_the_public",
            "requires_improvement",
        ),
        (
            "Gwent Police is inadequate at managing offenders and suspects.",
            "managing_offenders",
            "inadequate",
        ),
        ("Gwent Police is good at recording crime.", "recording_crime_data", "good"),
        ("Gwent Police’s leadership and management is adequate.", "force_management", "adequate"),
        (
            "Gwent Police is adequate at building, supporting and protecting its workforce.",
            "supporting_the_workforce",
            "adequate",
        ),
    ],
)
def test_five_tiers(sentence, aspect, grade):
    assert grades(five_tiers(paragraphs(sentence))) == {aspect: grade}


def test_a_list_under_the_name_of_the_force():
    html = page(
        "<p>HMICFRS judged that Gwent Police:</p>",
        items(
            "is ‘good’ at preventing crime and tackling anti-social behaviour;",
            "‘requires improvement’ at how legitimately it treats the public and its workforce; and",
            "is ‘outstanding’ at planning for the future.",
        ),
    )
    assert grades(html) == {
        "preventing_crime": "good",
        "legitimacy": "requires_improvement",
        "planning_for_the_future": "outstanding",
    }


@pytest.mark.parametrize("words", ["is not yet graded.", ": not yet graded.", "is: to be graded"])
def test_not_yet_graded(words):
    html = page(paragraphs(f"{EXTENT} is effective at keeping people safe and reducing crime {words}"))
    assert statuses(html) == {"effectiveness": "not_graded"}
    assert grades(html) == {"effectiveness": None}


def test_layout_inside_a_sentence_changes_nothing():
    html = page(
        "<p>The <b>extent</b>&nbsp;to which the force is effective at reducing crime"
        "\n and keeping people safe <span>Requires</span>&nbsp;<strong>Improvement</strong></p>"
    )
    assert grades(html) == {"effectiveness": "requires_improvement"}


@pytest.mark.parametrize("joined", ["and at", "and"])
def test_one_grade_for_two_aspects(joined):
    said = (
        f"The constabulary is outstanding at preventing crime {joined} tackling serious and organised crime."
    )
    assert grades(page(paragraphs(said))) == {
        "preventing_crime": "outstanding",
        "tackling_serious_organised_crime": "outstanding",
    }
    assert grades(page(paragraphs(f"The force is good at preventing crime {joined} feeding horses."))) == {}
