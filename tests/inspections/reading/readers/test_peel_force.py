"""A PEEL page is about one whole force, told by title, address or opening; several or none block."""

import pytest

from tests.inspections.reading.readers.made_peel_pages import (
    SITE,
    blocking,
    grades,
    inspection,
    items,
    page,
    problems,
)

GOOD = "<h2>Protecting vulnerable people</h2><p>Good</p>"


@pytest.mark.parametrize(
    ("heading", "opening", "raw"),
    [
        ("Gwent 2018/19", None, "Gwent Police"),
        ("PEEL 2018/19 – Dyfed Powys", "HMICFRS.", "Dyfed-Powys"),
        ("PEEL 2018/19: Devon &amp; Cornwall Police", "HMICFRS.", "Devon and Cornwall Police"),
        ("Metropolitan PEEL 2018", "HMICFRS.", "Metropolitan"),
    ],
)
def test_the_force_is_the_whole_force(heading, opening, raw):
    [place] = inspection(page(GOOD, title="HMICFRS", heading=heading, opening=opening)).places
    assert place.kind == "force"
    assert place.scope == "whole_force"
    assert place.raw == raw


def test_the_address_alone_names_it():
    html = page(
        GOOD, title="PEEL", heading="", opening="HMICFRS.", url=f"{SITE}/peel-reports/west-mercia-2021-22/"
    )
    assert inspection(html).places[0].raw == "West Mercia"


def test_no_force_blocks():
    assert "place" in blocking(page(GOOD, title="PEEL 2018/19", heading="PEEL 2018/19", opening="HMICFRS."))


def test_two_forces_block_and_both_are_named():
    html = page(GOOD, title="PEEL 2018/19 – Kent", heading="PEEL 2018/19")
    assert blocking(html) == ["place"]
    assert inspection(html).places[0].raw == "Kent and Gwent"


def test_a_sentence_about_another_force_grades_nothing():
    html = page(
        "<p>Kent Police is outstanding at protecting vulnerable people.</p>",
        "<p>Gwent Police is good at investigating crime.</p>",
    )
    assert grades(html) == {"investigating_crime": "good"}


def test_what_stands_under_the_name_of_another_force_is_passed_over_and_told():
    html = page(
        "<h2>Kent Police</h2><h3>Effectiveness</h3><p>Inadequate</p>",
        "<h2>Gwent Police</h2><h3>Legitimacy</h3><p>Good</p>",
        "<p>HMICFRS judged that Essex Police:</p>" + items("is ‘good’ at preventing crime."),
    )
    assert grades(html) == {"legitimacy": "good"}
    assert [problem.where for problem in problems(html, "note")] == [
        "under “Kent Police”",
        "under “HMICFRS judged that Essex Police:”",
    ]
