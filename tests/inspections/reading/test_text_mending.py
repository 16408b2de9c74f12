"""What typesetting put between the words is mended once, for every reader."""

import pytest

from inspections.reading.documents import pdf


@pytest.mark.parametrize("hyphen", ["\x02", "\ufffe", "\u00ad", "\u2010", "\u2011"])
def test_hyphens(hyphen):
    assert pdf.clean_pages([f"well{hyphen}known"]) == ["well-known"]


@pytest.mark.parametrize("dash", ["\u2500", "\u2012", "\u2015", "\u2212", "\u2013"])
def test_dashes(dash):
    assert pdf.clean_pages([f"8 {dash} 12 July"]) == ["8 – 12 July"]


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\t"])
def test_spaces(space):
    assert pdf.clean_pages([f"12{space}July"]) == ["12 July"]


def test_line_ends_and_invisible_characters():
    assert pdf.clean_pages(["one\r\ntwo\u200b\x00"]) == ["one\ntwo"]


def test_curly_apostrophes_stay():
    assert pdf.clean_pages(["children’s"]) == ["children’s"]


def test_page_number_alone_on_an_edge_line():
    pages = pdf.clean_pages(["1\nTitle\nWords", "2\nIn just over half", "of the cases\n3"])

    assert pages == ["Title\nWords", "In just over half", "of the cases"]


def test_what_a_browser_prints_round_a_page():
    pages = pdf.clean_pages(
        [
            "12/09/2017, 10:31 Borset – an inspection\nBorset\nIn June 2015 we looked.\nhttps://a.test/b 1/2",
            "12/09/2017 10:31\nMore words\nhttps://a.test/b/ 2/2",
        ]
    )

    assert pages == ["Borset\nIn June 2015 we looked.", "More words"]


@pytest.mark.parametrize("line", ["12/09/2017", "12/09/2017 – 15/09/2017", "https://a.test/b", "see 1/2"])
def test_dates_and_addresses_of_the_page_itself_stay(line):
    assert pdf.clean_pages([f"Title\n{line}", f"words\n{line}"]) == [f"Title\n{line}", f"words\n{line}"]


def test_another_number_stays():
    assert pdf.clean_pages(["Title", "41\nchildren"]) == ["Title", "41\nchildren"]


def test_running_header_with_its_page_number():
    pages = ["Inspection of Borsetshire\n4 to 15 March 2019\nWords"] + [
        f"Inspection of Borsetshire\n4 to 15 March 2019 {number}\n{letter}\nb{letter}\nc{letter}\nd{letter}"
        for number, letter in ((2, "a"), (3, "b"), (4, "c"), (5, "d"))
    ]

    cleaned = pdf.clean_pages(pages)

    assert cleaned[0] == pages[0]
    assert cleaned[1] == "a\nba\nca\nda"
    assert cleaned[4] == "d\nbd\ncd\ndd"


def test_line_repeated_inside_the_pages_stays():
    pages = [
        f"start {letter}\nx{letter}\ny{letter}\nKey judgement\nz{letter}\nu{letter}\nv{letter}"
        for letter in "abcde"
    ]

    assert pdf.clean_pages(pages) == pages
