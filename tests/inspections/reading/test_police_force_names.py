"""Police forces in words, titles and addresses."""

import pytest

from inspections.reading.language.police_forces import forces_in, mentions


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        ("Avon & Somerset Constabulary", ["avon-and-somerset"]),
        ("peel-2018/dyfed-powys/effectiveness", ["dyfed-powys"]),
        ("Dyfed Powys and Gwent", ["dyfed-powys", "gwent"]),
        ("Gwent, then Gwent Police", ["gwent"]),
        ("The Met and GMP", ["metropolitan", "greater-manchester"]),
        ("The police met a child", []),
        ("Metropolitan Police Service", ["metropolitan"]),
    ],
)
def test_the_forces_a_title_names(words, slugs):
    assert [force.slug for force in forces_in(words)] == slugs


def test_initials_are_left_out_where_they_may_be_words():
    assert forces_in("Met demand", initials=False) == []


def test_in_running_text_a_county_is_no_force():
    words = "Children in Kent. Kent Police and Durham Constabulary; Kent Police's officers."

    assert [force.slug for force in mentions(words, with_police=True)] == ["kent", "durham", "kent"]


def test_a_force_has_a_short_name_and_the_words_that_name_it():
    [force] = forces_in("An inspection of Avon &  Somerset Constabulary")

    assert (force.short_name, force.printed) == ("Avon and Somerset", "Avon & Somerset Constabulary")
