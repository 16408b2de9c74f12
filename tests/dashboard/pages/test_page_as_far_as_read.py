"""Every page says how far the site has read, from the data and never from the day of the visit."""

import datetime as dt

import pytest

from inspections.models import Coverage

READ = "Ofsted: reports read to July 2026, official list to 31 March 2025"


@pytest.fixture
def read_so_far(reference):
    make = Coverage.objects.create
    make(key="a", inspectorate_id="ofsted", what="reports read", newest_read=dt.date(2026, 7, 10))
    make(
        key="b",
        inspectorate_id="ofsted",
        what="official list",
        newest_read=dt.date(2025, 3, 31),
        is_list=True,
    )
    make(key="c", inspectorate_id="hmicfrs", what="PEEL grades of seven cycles")


@pytest.mark.parametrize(
    "address", ["/", "/areas/", "/areas/?q=hal", "/forces/", "/inspections/", "/areas/halton/"]
)
def test_every_page_says_it_at_its_foot(read_so_far, read, address):
    foot = read(address).part("footer")

    assert f"As far as read here: {READ}; HMICFRS: PEEL grades of seven cycles" in foot
    assert "later inspections may exist" in foot


def test_a_page_that_is_not_there_says_it_too(read_so_far, client):
    assert READ in client.get("/areas/nowhere/").content.decode()


def test_an_inspection_says_it(read_so_far, made_inspection, read):
    assert READ in read(made_inspection().get_absolute_url()).part("footer")


def test_the_answer_of_a_place_says_how_far_its_own_inspectorates_were_read(
    read_so_far, made_inspection, read
):
    made_inspection(grades={"overall": "good"})

    answer = read("/areas/halton/").part(".answer")

    assert answer.endswith(f"{READ}; later inspections may exist.")
    assert "PEEL" not in answer


def test_without_data_nothing_is_claimed(reference, read):
    assert "As far as read" not in read("/").part("footer")
