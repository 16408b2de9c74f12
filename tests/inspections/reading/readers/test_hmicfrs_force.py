"""Which force a report is about: one name in several spellings, or a problem for a person."""

import pytest

from areas.matching import resolve_area
from tests.inspections.reading.readers import made_police_pages as made

WORDS = made.p("Officers spoke to children kindly and wrote down what they had said.")


def places(*body, **page):
    reading = made.read(made.page(*body, **page))
    return [one.raw for one in reading.inspections[0].places], made.problems(reading, "blocking")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("Avon & Somerset", "avon-and-somerset"),
        ("Metropolitan Police Service", "metropolitan"),
        ("The Met", "metropolitan"),
        ("Devon and Cornwall Police", "devon-and-cornwall"),
        ("Dyfed Powys", "dyfed-powys"),
        ("Hampshire Constabulary", "hampshire"),
        ("GREATER MANCHESTER POLICE", "greater-manchester"),
        ("North Wales", "north-wales"),
    ],
)
def test_the_printed_name_is_the_force_of_the_area_tables(reference, printed, slug):
    (raw,), problems = places(WORDS, force=printed)

    assert [area.slug for area in resolve_area(raw, kind="force")] == [slug]
    assert problems == []


def test_the_address_alone_names_it_too():
    address = "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/avon-somerset-national-child-protection-inspection/"

    assert places(WORDS, title="National child protection inspection", url=address) == (["avon-somerset"], [])


def test_it_is_the_whole_force_that_is_inspected():
    place = made.read(made.page(WORDS)).inspections[0].places[0]

    assert (place.kind, place.scope) == ("force", "whole_force")


def test_opening_words_may_name_it_and_a_note_says_so():
    opening = made.p("This report says how Sussex Police looks after children.")
    reading = made.read(made.page(opening, title="National child protection inspection"))

    assert [one.raw for one in reading.inspections[0].places] == ["Sussex Police"]
    assert [(severity, field) for severity, field, _ in made.problems(reading)] == [("note", "place")]


def test_a_force_nobody_knows_is_a_blocking_problem():
    (raw,), (problem,) = places(WORDS, force="Borsetshire Police")

    assert raw == "Borsetshire Police"
    assert problem[1] == "place"


def test_a_title_and_a_text_on_different_forces_is_a_blocking_problem():
    text = made.p("Sussex Police keeps children safe. We spoke to officers of Sussex Police.")
    (raw,), (problem,) = places(text, force="Surrey Police")

    assert raw == "Surrey Police"
    assert "Surrey Police" in problem[2]
    assert "Sussex Police" in problem[2]


def test_a_neighbour_named_in_passing_is_no_doubt():
    text = made.p("Surrey Police works with Sussex Police on some days. Surrey Police has its own teams.")

    assert places(text, force="Surrey Police") == (["Surrey Police"], [])


def test_a_title_and_a_heading_on_different_forces_is_a_blocking_problem():
    _, problems = places(
        WORDS, force="Surrey Police", heading="Kent Police: national child protection inspection"
    )

    assert "Surrey Police and Kent Police" in problems[0][2]


def test_the_national_report_belongs_to_no_force():
    reading = made.read(made.page(WORDS, title="In harm’s way: how the police keep children safe"))

    assert (reading.inspections[0].kind, reading.inspections[0].places) == ("thematic", ())
    assert not [problem for problem in reading.problems if problem.field == "place"]
