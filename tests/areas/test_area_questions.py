"""What an area covers on a day, and finding areas by letter or by typing."""

import datetime as dt

import pytest

from areas.models import Area

pytestmark = pytest.mark.usefixtures("areas_loaded")
LONDON_BOROUGHS = 32


def covered(force, on):
    return {area.slug for area in Area.objects.forces().get(slug=force).authorities_on(on)}


@pytest.mark.parametrize(
    ("force", "on", "authorities"),
    [
        ("merseyside", "2018-05-01", {"knowsley", "liverpool", "sefton", "st-helens", "wirral"}),
        ("durham", "2019-10-01", {"county-durham", "darlington"}),
        ("city-of-london", "2019-10-01", {"city-of-london"}),
        ("cumbria", "2023-03-31", {"cumbria"}),
        ("cumbria", "2023-04-01", {"cumberland", "westmorland-and-furness"}),
        ("dorset", "2019-03-31", {"bournemouth", "poole", "dorset-county-to-2019"}),
        ("dorset", "2019-04-01", {"bournemouth-christchurch-and-poole", "dorset"}),
        ("northamptonshire", "2015-01-01", {"northamptonshire"}),
        ("cheshire", "2009-03-31", {"cheshire-county-to-2009", "halton", "warrington"}),
    ],
)
def test_a_force_covers_the_authorities_of_that_day(force, on, authorities):
    assert covered(force, dt.date.fromisoformat(on)) == authorities


def test_the_metropolitan_police_covers_the_boroughs_and_not_the_city():
    boroughs = covered("metropolitan", dt.date(2016, 6, 1))

    assert len(boroughs) == LONDON_BOROUGHS
    assert "city-of-london" not in boroughs


def test_an_authority_knows_its_force_and_an_abolished_one_its_last():
    authorities = Area.objects.authorities()

    assert authorities.get(slug="st-helens").force_on(dt.date(2018, 5, 1)).slug == "merseyside"
    assert authorities.get(slug="cumbria").force_on().slug == "cumbria"
    assert authorities.get(slug="cumbria").force_on(dt.date(2024, 1, 1)) is None
    with pytest.raises(ValueError, match="is no force"):
        authorities.get(slug="st-helens").authorities_on()


@pytest.mark.parametrize(
    ("typed", "first"),
    [("St Hel", "st-helens"), ("st. h", "st-helens"), ("helens", "st-helens"), ("tower", "tower-hamlets"),
     ("hull", "hull"), ("Abert", "swansea"), ("80465", "county-durham"), ("E08000016", "barnsley"),
     ("durham", "county-durham"), ("BCP", "bournemouth-christchurch-and-poole")],
)  # fmt: skip
def test_typing_finds_names_aliases_and_codes(typed, first):
    assert Area.objects.authorities().current().search(typed)[0].slug == first


def test_typing_finds_a_force_by_its_short_form_and_nothing_for_nothing():
    assert [area.slug for area in Area.objects.forces().search("gmp")] == ["greater-manchester"]
    assert not Area.objects.search("  ").exists()
    assert not Area.objects.search("%").exists()


def test_a_to_z_goes_by_the_name_shown():
    wales_b = Area.objects.authorities().filter(country="Wales").starting_with("b")

    assert [area.slug for area in wales_b] == ["blaenau-gwent", "bridgend"]
