"""Search as you type: areas and forces, each saying its kind."""

import pytest

pytestmark = pytest.mark.django_db


def results(client, q):
    return client.get("/search/", {"q": q}).json()["results"]


def test_the_beginning_of_a_name_finds_the_area_with_its_address(reference, client):
    assert results(client, "St Hel") == [
        {"name": "St Helens", "kind": "Area", "href": "/areas/st-helens/", "detail": "North West"}
    ]


def test_one_name_for_area_and_force_gives_both_with_their_kind(reference, client):
    found = {(row["kind"], row["href"]) for row in results(client, "Durham")}

    assert found == {("Area", "/areas/county-durham/"), ("Police force", "/forces/durham/")}


def test_an_abolished_area_says_so_and_comes_after_those_of_today(reference, client):
    found = results(client, "Dorset")

    assert [row["detail"] for row in found if "abolished" in row["detail"]] == [
        "South West, abolished March 2019"
    ]
    assert found[-1]["href"] == "/areas/dorset-county-to-2019/"


def test_nothing_typed_finds_nothing(reference, client):
    assert results(client, "") == []


def test_only_places_are_searched(bundle, client):
    """No passage, topic or summary can be found: no child is findable by a search."""
    assert results(client, "CS-A1") == []
    assert results(client, "exploitation") == []
