"""Every name and alias we know, and the ways reports print them, lead to their area and to no other."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areas.data_files import DATA
from areas.matching import UnknownArea, resolve_area
from areas.models import AreaName
from areas.normalise import normalise

pytestmark = pytest.mark.usefixtures("areas_loaded")
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "areas"
# Both Dorsets carry this name; without a day it is the one of today.
SAME_NAME_TODAY = {"dorset-county-to-2019": "dorset"}


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def printed_otherwise(name):
    """The same name as other printers and typists set it."""
    yield name
    yield name.upper()
    yield f"  The {name.replace(' ', '  ')} "
    yield name.replace("-", " ").replace("'", "’")
    yield name.replace("-", "–").replace(" and ", " & ")
    yield name.replace(" & ", " and ").replace("St ", "St. ").replace("st. ", "Saint ")


def slugs(name, kind, on=None):
    return [area.slug for area in resolve_area(name, kind=kind, on=on)]


def test_every_name_of_our_data_resolves_however_it_is_set():
    wrong = []
    for row in rows(DATA / "names.csv"):
        expected = row["slug"]
        if normalise(row["name"]) == "dorset" and row["kind"] == "authority":
            expected = SAME_NAME_TODAY.get(expected, expected)
        wrong += [
            (name, found, expected)
            for name in printed_otherwise(row["name"])
            if (found := slugs(name, row["kind"])) != [expected]
        ]

    assert not wrong


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the source tables beside the checkout are absent")
def test_every_alias_of_the_source_table_resolves():
    by_gss = {row["gss_code"]: row["area_id"] for row in rows(SHARED / "areas.csv")}
    wrong = []
    for row in rows(SHARED / "aliases.csv"):
        kind = "force" if row["kind"] == "force" else "authority"
        expected = [by_gss[code] for code in row["code"].split(";")] if not row["id"] else [row["id"]]
        if row["ambiguous"]:
            expected = ["dorset"]
        if (found := slugs(row["alias"], kind)) != expected:
            wrong.append((row["alias"], found, expected))

    assert not wrong


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("Durham County Council", "county-durham"),
        ("London Borough of Tower Hamlets", "tower-hamlets"),
        ("Royal Borough of Kensington and Chelsea", "kensington-and-chelsea"),
        ("Royal Borough of Kingston upon Thames Council", "kingston-upon-thames"),
        ("City of York", "york"),
        ("Bristol City of", "bristol"),
        ("Metropolitan Borough of Solihull", "solihull"),
        ("Wakefield District Metropolitan Council", "wakefield"),
        ("Calderdale Metropolitan Council", "calderdale"),
        ("Cheshire East Unitary Authority", "cheshire-east"),
        ("Portsmouth City local authority", "portsmouth"),
        ("Southend-on-Sea City Council", "southend-on-sea"),
        ("St. Helens Metropolitan Borough Council", "st-helens"),
        ("Stoke\x02on\x02Trent City Council", "stoke-on-trent"),
        ("Somerset County Council", "somerset"),
        ("Ynys Mon", "isle-of-anglesey"),
        ("Cyngor Gwynedd", "gwynedd"),
        # As other people's lists have them.
        ("Stoke", "stoke-on-trent"),
        ("Telford", "telford-and-wrekin"),
        ("NE Lincolnshire", "north-east-lincolnshire"),
        ("N Lincs", "north-lincolnshire"),
        ("Lincolnshire CC", "lincolnshire"),
        ("Birmingham CC", "birmingham"),
        ("Leicester CC", "leicester"),
        ("Leicestershire CC", "leicestershire"),
        ("Durham CC", "county-durham"),
        ("Bath and NE Somerset", "bath-and-north-east-somerset"),
        ("B&NES", "bath-and-north-east-somerset"),
        ("Blackburn and Darwen", "blackburn-with-darwen"),
        ("Sunderland/TfChildren", "sunderland"),
        ("Slough Children First", "slough"),
        ("Doncaster Children’s Services Trust", "doncaster"),
        ("East Riding", "east-riding-of-yorkshire"),
        ("E Riding of Yorkshire", "east-riding-of-yorkshire"),
        ("Southend", "southend-on-sea"),
        ("LB Camden", "camden"),
        ("Reading BC", "reading"),
        ("South Glos", "south-gloucestershire"),
        ("Notts County Council", "nottinghamshire"),
    ],
)
def test_a_report_title_resolves(printed, slug):
    assert slugs(printed, "authority") == [slug]


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("Durham Constabulary", "durham"),
        ("The Met", "metropolitan"),
        ("Metropolitan Police", "metropolitan"),
        ("London, City of", "city-of-london"),
        ("West Mercia Constabulary", "west-mercia"),
        ("Dyfed–Powys Police", "dyfed-powys"),
        ("Herts Police", "hertfordshire"),
        ("West Mids Police", "west-midlands"),
        ("N Wales Police", "north-wales"),
    ],
)
def test_a_force_resolves(printed, slug):
    assert slugs(printed, "force") == [slug]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Tower Hamlets and City of London", ["tower-hamlets", "city-of-london"]),
        ("Tower Hamlets / City of London", ["tower-hamlets", "city-of-london"]),
        ("Conwy and Denbighshire", ["conwy", "denbighshire"]),
        ("Blaenau Gwent & Caerphilly", ["blaenau-gwent", "caerphilly"]),
        ("Kingston upon Thames / Richmond upon Thames", ["kingston-upon-thames", "richmond-upon-thames"]),
        ("Cumberland and Westmorland and Furness", ["cumberland", "westmorland-and-furness"]),
        (
            "North Northamptonshire / West Northamptonshire",
            ["north-northamptonshire", "west-northamptonshire"],
        ),
    ],
)
def test_a_composite_name_gives_several_areas_in_its_order(printed, expected):
    assert slugs(printed, "authority") == expected


@pytest.mark.parametrize(
    "printed",
    [
        "London",
        "Durham City Council",  # a district until 2009
        "Leicester County Council",  # Leicester or Leicestershire?
        "Leicestershire City Council",
        "Royal Borough of Bristol",
        "Northampton",
        "Kingston",
        "Kingston CC",
        "Leicesteshire",
        "Merseyside",
        "Council",
        "",
        " . ",
    ],
)
def test_what_could_be_another_place_is_refused(printed):
    with pytest.raises(UnknownArea) as refused:
        resolve_area(printed, kind="authority")

    assert refused.value.value == printed
    assert len(refused.value.candidates) <= 3


def test_a_misspelt_name_is_refused_with_the_likely_one_first():
    with pytest.raises(UnknownArea, match=r"'Sheffeild'.*did you mean Sheffield") as refused:
        resolve_area("Sheffeild", kind="authority")

    assert [area.slug for area in refused.value.candidates] == ["sheffield"]


def test_the_kinds_are_kept_apart():
    assert [area.reference for area in resolve_area("Durham", kind="force")] == ["force:durham"]
    assert [area.reference for area in resolve_area("Durham", kind="authority")] == [
        "authority:county-durham"
    ]
    with pytest.raises(UnknownArea):
        resolve_area("Tower Hamlets", kind="force")
    with pytest.raises(ValueError, match=r"council"):
        resolve_area("Durham", kind="council")


def test_a_name_added_by_a_person_is_found_at_once():
    area = resolve_area("Medway", kind="authority")[0]
    with pytest.raises(UnknownArea):
        resolve_area("Medway Towns", kind="authority")

    AreaName.objects.create(area=area, name="Medway Towns")

    assert resolve_area("medway towns", kind="authority") == (area,)


@given(st.text())
def test_normalising_twice_changes_nothing_more(text):
    once = normalise(text)

    assert normalise(once) == once
