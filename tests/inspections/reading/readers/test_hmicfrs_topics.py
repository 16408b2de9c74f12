"""Five topics graded for the force from February 2024: wherever a grade is printed, and never guessed."""

import pytest

from tests.inspections.reading.readers import made_police_pages as made

TOPICS = {
    "Leadership": ("topic_leadership", "good"),
    "Partnership working": ("partnership_working", "adequate"),
    "Initial response": ("initial_response", "requires_improvement"),
    "Risk assessment and referral": ("risk_assessment_and_referral", "inadequate"),
    "Investigation": ("investigation", "outstanding"),
}
PRINTED = {
    "good": "Good",
    "adequate": "Adequate",
    "requires_improvement": "Requires improvement",
    "inadequate": "Inadequate",
    "outstanding": "Outstanding",
}
ALL = dict(TOPICS.values())
GRADED = [(name, PRINTED[grade]) for name, (_, grade) in TOPICS.items()]


def reading(*body, **page):
    return made.read(made.page(*body, **page))


def grades(*body, **page):
    return {one.aspect: one.grade for one in reading(*body, **page).inspections[0].judgements}


@pytest.mark.parametrize(
    "body",
    [
        [made.table(("Topic", "Grade"), *GRADED)],
        [made.ul(*(f"{name}: {grade.lower()}" for name, grade in GRADED))],
        [
            part
            for name, grade in GRADED
            for part in (made.h(2, name), made.p(grade), made.p("Words follow it."))
        ],
        [*(made.h(2, f"{name}: {grade}") for name, grade in GRADED), made.p("Words follow it.")],
    ],
    ids=["table", "list", "heading and grade", "heading with grade"],
)
def test_a_grade_beside_its_topic(body):
    found = reading(*body).inspections[0]

    assert {one.aspect: one.grade for one in found.judgements} == ALL
    assert found.framework == "hmicfrs-ncpi-2024"


def test_sentences_that_grade_the_force():
    words = (
        "The force is good at leadership but inadequate at risk assessment and referral. Lincolnshire Police"
        " is adequate at working with its partners. The force requires improvement in its initial response."
        " The force is outstanding at investigating child abuse."
    )

    assert grades(made.p("Fieldwork: 3–14 June 2024"), made.p(words)) == ALL


def test_before_2024_such_a_sentence_is_no_grade():
    words = "The force is good at leadership. The force is adequate at investigating child abuse."

    assert grades(made.p("Fieldwork: 3–14 June 2019"), made.p(words)) == {}


def test_a_post_inspection_review_grades_no_topic():
    assert grades(made.table(("Topic", "Grade"), *GRADED), what=made.REVIEW) == {}


def test_grades_that_are_a_picture_are_unreadable_and_block():
    counted = "We found ‘good’ in one area, ‘adequate’ in three areas and ‘inadequate’ in one area."
    found = reading(
        made.h(2, "Overall summary"),
        made.p("Our graded judgments are as follows:"),
        "<p><img src='grades.png'></p>",
        made.p(counted),
    )

    assert {one.aspect: one.grade_status for one in found.inspections[0].judgements} == dict.fromkeys(
        ALL, "unreadable"
    )
    assert [one.grade for one in found.inspections[0].judgements] == [None] * 5
    blocking, note = found.problems
    assert (blocking.severity, note.severity) == ("blocking", "note")
    assert "picture" in blocking.message
    assert note.value == counted.removeprefix("We found ").rstrip(".")


def test_one_topic_without_a_grade_is_unreadable_and_blocks():
    found = reading(made.table(("Topic", "Grade"), *GRADED[:-1]))

    assert grades(made.table(("Topic", "Grade"), *GRADED[:-1])) == ALL | {"investigation": None}
    assert [(one.severity, one.value) for one in found.problems] == [("blocking", "investigation")]


def test_two_grades_of_one_topic_block_and_both_are_named():
    found = reading(made.table(("Topic", "Grade"), *GRADED), made.p("Fieldwork: 3–14 June 2024"),
                    made.p("The force is inadequate at investigating child abuse."))  # fmt: skip
    judged = {one.aspect: one for one in found.inspections[0].judgements}

    assert judged["investigation"].grade_status == "unreadable"
    ((severity, field, message),) = made.problems(found)
    assert (severity, field) == ("blocking", "investigation")
    assert "Outstanding" in message
    assert "inadequate at investigating" in message


def test_case_numbers_in_a_report_that_grades_topics_are_still_read():
    words = "In 5 of the 31 case file reviews, officers hadn’t recorded what the child had said."
    found = reading(made.table(("Topic", "Grade"), *GRADED), made.p(words))

    assert [(one.observed, one.cases, one.proposed) for one in found.inspections[0].case_reviews] == [
        (5, 31, True)
    ]


@pytest.mark.parametrize(
    "words",
    [
        "We assessed practice as inadequate in 17 cases, requiring improvement in 12 and good in 4 cases.",
        "The force looked at 19 cases itself and saw practice as good in 9, adequate in 4, inadequate in 2 "
        "and requiring improvement in 4.",
        "In this area, practice was good in 3, required improvement in 5 and was inadequate in two.",
        "The force was graded good in 7 areas and inadequate in 1 area in its last PEEL inspection.",
    ],
)
def test_a_sentence_that_counts_cases_or_another_inspection_grades_no_topic(words):
    found = reading(made.p("Fieldwork: 12–23 January 2015"), made.p(words))

    assert found.inspections[0].framework == "hmicfrs-ncpi-2014"
    assert found.inspections[0].judgements == ()
    assert made.problems(found, "blocking") == []
