"""On a day, only what existed on that day; a code means its area and never another."""

import datetime as dt

import pytest

from areas.matching import AmbiguousArea, UnknownArea, resolve_area
from areas.models import Area, AreaName

pytestmark = pytest.mark.usefixtures("areas_loaded")


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("name", "on", "slug"),
    [
        ("Cumbria", "2023-03-31", "cumbria"),
        ("Cumberland", "2023-04-01", "cumberland"),
        ("Northamptonshire", "2021-03-31", "northamptonshire"),
        ("Bournemouth", "2019-03-31", "bournemouth"),
        ("Borough of Poole", "2014-06-01", "poole"),
        ("Dorset", "2016-05-01", "dorset-county-to-2019"),
        ("Dorset", "2019-03-31", "dorset-county-to-2019"),
        ("Dorset", "2019-04-01", "dorset"),
        ("Dorset", "2020-01-01", "dorset"),
        ("Cheshire County Council", "2009-03-31", "cheshire-county-to-2009"),
        ("Durham", "2005-01-01", "county-durham"),
        ("Cornwall and Isles of Scilly", "2009-03-31", "cornwall"),
        ("80463", "2016-01-01", "dorset-county-to-2019"),
        ("2532283", "2020-01-01", "dorset"),
        ("835", "2016-01-01", "dorset-county-to-2019"),
    ],
)
def test_the_area_of_that_day(name, on, slug):
    assert [area.slug for area in resolve_area(name, kind="authority", on=day(on))] == [slug]


@pytest.mark.parametrize(
    ("name", "on", "instead"),
    [
        ("Cumbria", "2023-04-01", {"cumberland", "westmorland-and-furness"}),
        ("80457", "2024-01-01", {"cumberland", "westmorland-and-furness"}),
        ("Northamptonshire", "2021-04-01", {"north-northamptonshire", "west-northamptonshire"}),
        ("Bournemouth", "2019-04-01", {"bournemouth-christchurch-and-poole"}),
        ("Poole UA", "2022-01-01", {"bournemouth-christchurch-and-poole"}),
        ("Dorset County Council", "2019-04-01", {"dorset", "bournemouth-christchurch-and-poole"}),
        ("Dorset Council", "2016-01-01", {"dorset-county-to-2019"}),
        ("Cumberland", "2023-03-31", {"cumbria"}),
        ("Cumberland / Westmorland and Furness", "2020-01-01", {"cumbria"}),
        ("Cornwall and Isles of Scilly", "2020-01-01", {"cornwall"}),
    ],
)
def test_what_did_not_exist_that_day_is_refused_and_says_what_did(name, on, instead):
    with pytest.raises(UnknownArea) as refused:
        resolve_area(name, kind="authority", on=day(on))

    assert {area.slug for area in refused.value.candidates} == instead
    assert on in str(refused.value)


def test_without_a_day_an_abolished_area_is_found_where_only_it_has_the_name():
    assert [area.slug for area in resolve_area("Cumbria", kind="authority")] == ["cumbria"]
    assert [area.slug for area in resolve_area("Dorset County Council", kind="authority")] == [
        "dorset-county-to-2019"
    ]


@pytest.mark.parametrize(
    ("code", "kind", "slug"),
    [
        ("E06000047", "authority", "county-durham"),
        ("e10000010", "authority", "county-durham"),
        ("840", "authority", "county-durham"),
        (" 80465 ", "authority", "county-durham"),
        ("W06000011", "authority", "swansea"),
        ("E23000008", "force", "durham"),
        ("W15000004", "force", "dyfed-powys"),
    ],
)
def test_a_code_names_its_area(code, kind, slug):
    assert [area.slug for area in resolve_area(code, kind=kind)] == [slug]


@pytest.mark.parametrize("on", [None, "2020-01-01", "2025-03-31", "2025-04-01", "2026-01-01"])
@pytest.mark.parametrize(
    ("code", "slug"),
    [
        ("E08000016", "barnsley"),
        ("E08000038", "barnsley"),
        ("E08000019", "sheffield"),
        ("E08000039", "sheffield"),
    ],
)
def test_old_and_new_codes_of_barnsley_and_sheffield_mean_them_on_any_day(code, slug, on):
    found = resolve_area(code, kind="authority", on=on and day(on))

    assert [area.slug for area in found] == [slug]


def test_barnsley_has_the_code_of_the_day():
    barnsley = Area.objects.authorities().get(slug="barnsley")

    assert barnsley.code_on("gss", day("2025-03-31")) == "E08000016"
    assert barnsley.code_on("gss", day("2025-04-01")) == "E08000038"
    assert barnsley.code_on("gss") == "E08000038"
    assert barnsley.code_on("pfa") is None


def test_a_code_of_the_other_kind_or_of_nobody_is_refused():
    with pytest.raises(UnknownArea, match="belongs to Durham Constabulary"):
        resolve_area("E23000008", kind="authority")
    with pytest.raises(UnknownArea, match="no authority has the code '99999'"):
        resolve_area("99999", kind="authority")


def test_a_name_two_areas_share_on_one_day_is_ambiguous():
    for slug in ("kingston-upon-thames", "hull"):
        AreaName.objects.create(area=Area.objects.authorities().get(slug=slug), name="Kingston")

    with pytest.raises(AmbiguousArea, match="'Kingston'") as refused:
        resolve_area("Kingston", kind="authority", on=day("2020-01-01"))

    assert {area.slug for area in refused.value.candidates} == {"kingston-upon-thames", "hull"}
