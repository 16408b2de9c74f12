"""What other inspectorates rate: one lane each, the rest in the table, blanks with their reason."""

import pytest

from tests import factories as make
from tests.worded import picture

pytestmark = pytest.mark.usefixtures("reference")


def youth_justice(places):
    found = make.inspection(places, "hmip-youth-justice", published="2022-07-26")
    make.judgement(found, "overall", "hmi-probation:requires_improvement")
    make.judgement(found, "staff", "hmi-probation:good")
    for aspect in ("planning", "reviewing"):
        make.judgement(
            found, aspect, None, grade_status="unreadable", locator=f"row 7 column {aspect[0].upper()}: empty"
        )
    return found


def test_of_youth_justice_the_overall_rating_is_drawn_and_the_others_are_in_the_table():
    kent = make.authority("kent")
    youth_justice([kent])

    found = picture(kent)

    (block,) = found.blocks
    assert (block.key, [lane.label for lane in block.lanes]) == (
        "others",
        ["Youth justice: overall effectiveness"],
    )
    assert [mark.short for mark in found.marks] == ["RI"]
    rows = {row.subject: row.result for row in found.rows}
    assert rows["Youth justice: staff"] == "good"
    assert rows["Youth justice: planning and reviewing"] == (
        "not given: the source leaves it blank; blanks there mix “not applicable” and “requires improvement”"
    )
    assert {row.locator for row in found.rows if "planning" in row.subject} == {"row 7"}


def test_an_overall_rating_that_is_a_sentence_says_what_is_printed():
    kent = make.authority("kent")
    found = make.inspection([kent], "hmip-youth-justice", published="2022-07-26")
    make.judgement(found, "overall", None, grade_status="unreadable", printed="See the note below")

    lanes_of_kent = picture(kent)

    assert [mark.shape for mark in lanes_of_kent.marks] == ["not_given"]
    assert lanes_of_kent.rows[0].result == "not given: printed there: “See the note below”"


def test_a_service_of_two_authorities_stands_on_both_and_names_the_other():
    kent, medway = make.authority("kent"), make.authority("medway")
    youth_justice([kent, medway])

    for own, other in ((kent, "Medway"), (medway, "Kent")):
        found = picture(own)
        assert [mark.beside for mark in found.marks] == [f"one service with {other}"]
        assert {row.whose_else for row in found.rows} == {"Kent; Medway"}


@pytest.mark.parametrize(
    ("outcome", "short", "words"),
    [
        ("positive", "Positive", "typically positive experiences and outcomes"),
        ("inconsistent", "Inconsist", "inconsistent experiences and outcomes"),
        ("systemic_failings", "Failings", "widespread or systemic failings"),
    ],
)
def test_area_send_keeps_its_own_words(outcome, short, words):
    kent = make.authority("kent")
    found = make.inspection([kent], "area-send", published="2024-07-26")
    make.judgement(found, "area_send_outcome", f"area-send:{outcome}")

    lanes_of_kent = picture(kent)

    assert [(mark.short, mark.grade) for mark in lanes_of_kent.marks] == [(short, outcome)]
    assert lanes_of_kent.rows[0].result == words
    assert [lane.label for lane in lanes_of_kent.blocks[0].lanes] == ["Area SEND"]


def test_joint_inspections_of_several_kinds_have_lanes_of_their_own():
    swansea = make.authority("swansea")
    make.inspection([swansea], "jicpa", "joint", published="2020-07-26")

    (lane,) = picture(swansea).blocks[0].lanes

    assert lane.label == "JICPA"
    assert [mark.shape for mark in lane.marks] == ["visit"]
