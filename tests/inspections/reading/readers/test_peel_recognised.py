"""A PEEL assessment of one force is known by its title, its address or its first words; nothing else is."""

import pytest

from inspections.reading import readers
from inspections.reading.readers import hmicfrs_peel
from tests.inspections.reading.readers.made_peel_pages import SITE, five_tiers, page, source


def known(html):
    return hmicfrs_peel.recognises(source(html))


@pytest.mark.parametrize(
    "words",
    [
        "PEEL 2018/19 – Gwent",
        "Gwent PEEL 2018",
        "PEEL: Police effectiveness 2016 – Gwent Police - HMIC",
        "Police legitimacy 2015 – Gwent Police",
        "peel 2023–25: an inspection of Gwent Police",
    ],
)
def test_by_its_title(words):
    assert known(page(title=f"{words} - HMICFRS", heading="", opening="Some made-up words."))
    assert known(page(title="HMICFRS", heading=words, opening="Some made-up words."))


@pytest.mark.parametrize(
    "path",
    [
        "/peel-assessments/peel-2018/gwent/",
        "/peel-assessments/peel-2018/gwent/effectiveness/",
        "/peel-assessments/peel-2014/gwent/efficiency/?",
        "/peel-reports/gwent-2021-22/",
    ],
)
def test_by_its_address(path):
    assert known(page(title="Gwent", heading="Gwent", opening="HMICFRS wrote this.", url=SITE + path))


def test_by_its_first_words():
    assert known(page(title="Gwent", heading="Gwent 2018/19"))


@pytest.mark.parametrize(
    "title",
    [
        "Gwent – National child protection inspection - HMICFRS",
        "PEEL: police effectiveness 2017 – force press releases - HMICFRS",
        "PEEL Assessment Framework 2021/22 - HMICFRS",
        "PEEL spotlight report 2018/19 - HMICFRS",
        "Gwent Police’s response to PEEL 2018/19 - HMICFRS",
        "Annual report of a bank",
    ],
)
def test_what_is_something_else(title):
    assert not known(page(title=title, heading=title, opening="HMICFRS and PEEL 2018/19 are named here."))


def test_a_child_protection_page_that_mentions_peel_and_links_to_it():
    html = page(
        "<aside><a href='/peel-assessments/peel-2018/gwent/'>PEEL 2018/19 – Gwent</a></aside>",
        "<h2>PEEL 2018/19</h2><p>In the PEEL assessment of Gwent Police we graded this good.</p>",
        title="Gwent – national child protection inspection - HMICFRS",
        heading="Gwent – national child protection inspection",
        opening="",
    )
    assert not known(html)


def test_by_a_sentence_of_its_own_where_the_title_names_force_and_cycle():
    said = "the extent to which the force operates efficiently and sustainably is good."
    assert known(page(f"<ul><li>{said}</li></ul>", title="Gwent 2018/19", heading="", opening=""))
    assert not known(page(f"<ul><li>{said}</li></ul>", title="Gwent", heading="", opening=""))


def test_a_title_of_somebody_else_has_to_name_force_and_cycle():
    assert known(page(title="PEEL 2018/19 – Gwent", heading="", opening="Words."))
    assert not known(page(title="PEEL 2018/19: what it means for you", heading="", opening="A blog of mine."))
    assert not known(page(title="Lovely Gwent", heading="", opening="PEEL 2018/19 and HMICFRS were there."))


def test_the_reader_is_found_by_content():
    assert readers.reader_for(source(page())).NAME == "hmicfrs_peel"
    assert readers.reader_for(source(five_tiers())).NAME == "hmicfrs_peel"
