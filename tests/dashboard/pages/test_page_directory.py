"""The list of areas: by letter and region, what abolished ones became, and a search without JavaScript."""

import pytest

pytestmark = pytest.mark.django_db


def names(page):
    return [node.text(strip=True) for node in page.html.css(".name-list a")]


def test_a_letter_and_a_region_narrow_the_list_together(reference, read):
    page = read("/areas/?letter=s&region=north-west")

    assert names(page) == ["Salford", "Sefton", "St Helens", "Stockport"]
    assert "4 local authorities" in page.words


def test_values_that_do_not_exist_are_ignored_and_named(reference, read):
    page = read("/areas/?letter=5&region=atlantis")

    assert "letter “5”" in page.part(".notice")
    assert "region “atlantis”" in page.part(".notice")
    assert "St Helens" in names(page)


def test_abolished_authorities_stand_apart_with_their_successors(reference, read):
    page = read("/areas/")

    cumbria = next(row for row in page.rows("no longer exist") if row[0] == "Cumbria")
    assert cumbria[1] == "31 March 2023"
    assert cumbria[2] == "Cumberland, Westmorland and Furness"
    assert "Cumbria" not in names(page)


def test_every_letter_with_a_name_leads_to_it_and_no_other_is_a_link(reference, read):
    page = read("/areas/")

    links = {node.text(strip=True): node.attributes["href"] for node in page.html.css("a.letters__item")}
    assert links["S"] == "/areas/?letter=S"
    assert not {"A", "J", "X", "Z"} & set(links)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("St Hel", {"St Helens"}),
        ("st. helens", {"St Helens"}),
        ("Durham", {"County Durham", "Durham Constabulary"}),
        ("Hammersmith & Fulham", {"Hammersmith and Fulham"}),
        ("king’s lynn", set()),
    ],
)
def test_a_search_finds_places_and_forces_by_any_spelling(reference, read, typed, found):
    page = read(f"/areas/?q={typed.replace('&', '%26')}")

    assert set(names(page)) == found


def test_nothing_found_suggests_names_alike_and_says_what_is_listed(reference, read):
    page = read("/areas/?q=St+Hellens")

    assert "No authority and no police force is called that here" in page.words
    assert "St Helens" in names(page)


ODD = [
    "%00",
    "%27%22%3Cscript%3E",
    "%F0%9F%A6%86",
    "%25%5F",
    "a" * 5000,
    "%E2%80%AE",
    "%FF",
    "...",
    "(",
    "%0d%0a",
]


@pytest.mark.parametrize(
    "address", ["/areas/?q=", "/search/?q=", "/inspections/?q=", "/areas/?letter=", "/areas/?region="]
)
def test_odd_words_never_break_a_page_nor_stand_in_it_as_markup(reference, client, address):
    for typed in ODD:
        response = client.get(address + typed)

        assert response.status_code == 200, typed
        assert b"<script>" not in response.content, typed
