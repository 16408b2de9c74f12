"""Each PEEL cycle is a framework of its own; one that cannot be told is a problem, never a guess."""

import pytest

from inspections.reading.readers.hmicfrs_peel.cycles import cycles_in
from tests.inspections.reading.readers.made_peel_pages import (
    SITE,
    blocking,
    five_tiers,
    grades,
    page,
    problems,
    read,
)

GOOD = "<h2>Protecting vulnerable people</h2><p>Good</p>"


def framework(html):
    [only] = read(html).inspections
    return only.framework


@pytest.mark.parametrize(
    ("title", "cycle"),
    [
        ("PEEL 2014 – Gwent", 2014),
        ("Police efficiency 2015 – Gwent Police", 2015),
        ("PEEL: Police effectiveness 2016", 2016),
        ("Gwent PEEL 2017", 2017),
        ("PEEL 2018/19", 2018),
        ("PEEL 2018-19", 2018),
        ("Gwent PEEL 2018", 2018),
        ("PEEL 2021/22", 2021),
        ("PEEL 2021–2022", 2021),
        ("PEEL 2023–25", 2023),
        ("PEEL 2023–2025", 2023),
        ("PEEL 2025–27", 2025),
    ],
)
def test_the_title_names_the_cycle(title, cycle):
    assert framework(page(GOOD, title=title, heading=title)) == f"hmicfrs-peel-{cycle}"


@pytest.mark.parametrize(
    ("path", "cycle"),
    [
        ("/peel-assessments/peel-2015/gwent/?", 2015),
        ("/peel-assessments/peel-2018/gwent/effectiveness/detailed-findings", 2018),
        ("/peel-reports/gwent-2021-22/", 2021),
        ("/peel-reports/gwent-2023-25/", 2023),
    ],
)
def test_the_address_names_the_cycle(path, cycle):
    assert framework(page(GOOD, title="Gwent", heading="Gwent", url=SITE + path)) == f"hmicfrs-peel-{cycle}"


def test_a_heading_names_the_cycle_where_nothing_else_does():
    html = five_tiers(
        "<h2>PEEL 2023–2025</h2>", GOOD, title="PEEL: Gwent Police", heading="PEEL: Gwent Police"
    )
    assert framework(html) == "hmicfrs-peel-2023"


@pytest.mark.parametrize(
    "title", ["PEEL – Gwent", "PEEL 2022 – Gwent", "PEEL 2025 – Gwent", "PEEL 2019 – Gwent"]
)
def test_an_unclear_cycle_blocks(title):
    html = page(GOOD, title=title, heading=title)
    assert read(html).inspections == ()
    assert blocking(html) == ["framework"]


def test_two_cycles_block():
    html = page(
        GOOD, title="PEEL 2016 – Gwent", url=f"{SITE}/peel-assessments/peel-2017/gwent/", heading="Gwent"
    )
    assert read(html).inspections == ()
    assert blocking(html) == ["framework"]


def test_links_to_other_cycles_change_nothing():
    links = "<aside><ul><li>PEEL 2016</li><li>PEEL 2021/22</li></ul><p>PEEL 2017 – Gwent</p></aside>"
    assert framework(page(links, GOOD)) == "hmicfrs-peel-2018"


@pytest.mark.parametrize(
    "words", ["Published March 2017", "2 May 2018", "02/05/2018", "2018-05-02", "in 2012", "PEEL 20189"]
)
def test_dates_and_other_numbers_name_no_cycle(words):
    assert cycles_in(words) == frozenset()


@pytest.mark.parametrize(
    ("cycle", "item", "aspect"),
    [
        ("2014", "Investigating offending", "investigating_offending"),
        ("2014", "Reducing crime and preventing offending", "reducing_crime"),
        ("2014", "Tackling anti-social behaviour", "tackling_anti_social_behaviour"),
        ("2021/22", "Supporting victims", "supporting_victims"),
        ("2023-25", "Developing a positive workplace", "supporting_the_workforce"),
        ("2023-25", "Leadership", "force_management"),
    ],
)
def test_an_aspect_by_the_words_of_its_cycle(cycle, item, aspect):
    named = {
        "title": f"PEEL {cycle} Gwent Police",
        "heading": f"PEEL {cycle} Gwent Police",
        "opening": "HMICFRS.",
    }

    assert grades(page(f"<h2>{item}</h2><p>Good</p>", **named)) == {aspect: "good"}


@pytest.mark.parametrize(
    ("cycle", "item"), [("2016", "Investigating offending"), ("2023-25", "Supporting victims")]
)
def test_what_one_cycle_alone_graded_is_no_aspect_of_another(cycle, item):
    named = {
        "title": f"PEEL {cycle} Gwent Police",
        "heading": f"PEEL {cycle} Gwent Police",
        "opening": "HMICFRS.",
    }
    html = page(f"<h2>{item}</h2><p>Good</p>", **named)

    assert grades(html) == {}
    assert "no aspect this site knows" in problems(html)[0].message
