"""Whom a row is about and when: services of two authorities, joint inspections, names that are no area."""

import datetime as dt

import pytest
from django.db import transaction

from inspections.ingest import pipeline
from inspections.models import Inspection, Judgement, Problem
from inspections.reading.readers import hmip_youth_justice
from tests.inspections.reading.readers.made_youth_justice import about, read, row, source_of

ALL_GOOD = ("Good", "Good", "Good", "Good", "Good")


def good(name, published="07/02/23"):
    return row(name, "Good", published, *ALL_GOOD[:4])


def test_the_day_of_publication_is_the_only_date():
    [inspection] = read(good("Hull", "09/03/21")).inspections

    assert inspection.published.start == inspection.published.end == dt.date(2021, 3, 9)
    assert (inspection.published.raw, inspection.published.basis) == ("09/03/21", "statistics")
    assert inspection.fieldwork.start is inspection.fieldwork.end is None


@pytest.mark.parametrize(
    ("printed", "name", "kind"),
    [
        ("Hull", "Hull", "full"),
        ("Hull - JI", "Hull", "joint"),
        ("Conwy & Denbighshire – JI", "Conwy & Denbighshire", "joint"),
        ("An inspection of Tower Hamlets and City of London", "Tower Hamlets and City of London", "full"),
    ],
)
def test_words_around_the_name(printed, name, kind):
    [inspection] = read(good(printed)).inspections

    assert (inspection.places[0].raw, inspection.kind) == (name, kind)


@pytest.mark.parametrize("published", ["", "31/02/23", "February 2023", "44964", "07/02/1999"])
def test_a_row_without_a_day_is_named_and_not_stored(published):
    reading = read(good("Hull", published), good("Kent"))

    assert [one.places[0].raw for one in reading.inspections] == ["Kent"]
    [problem] = about(reading, "published")
    assert (problem.severity, problem.where, problem.value) == ("note", "row 2 column E", published)
    assert reading.tables[0].model_dump(exclude={"where"}) == {
        "rows": 2, "stored": 1, "merged": 0, "named": 1,
    }  # fmt: skip


def test_a_row_without_a_name_is_named():
    [problem] = about(read(good("")), "area")

    assert problem.where == "row 2 column A"


def test_a_row_that_comes_twice_is_stored_once():
    reading = read(good("Hull"), good("hull", "08/02/23"), good("Hull", "07/02/19"), good("Hull - JI"))

    assert [one.locator for one in reading.inspections] == ["row 2", "row 4", "row 5"]
    [problem] = about(reading, "inspection")
    assert problem.where == "row 3"
    assert "row 2" in problem.message


@pytest.fixture
def stored(reference, tmp_path):
    """The finished run of a made file."""

    def store(*rows):
        source = source_of(*rows)
        incoming = pipeline.Incoming(tmp_path / source.name, source.name)
        taken = pipeline.Taken(incoming, source.sha256, 0.1, reading=hmip_youth_justice.read(source))
        with transaction.atomic():
            return pipeline.finish(taken, pipeline.new_run(incoming))

    return store


@pytest.mark.parametrize(
    ("printed", "slugs"),
    [
        ("Conwy & Denbighshire - JI", ["conwy", "denbighshire"]),
        ("Blaenau Gwent and Caerphilly", ["blaenau-gwent", "caerphilly"]),
        ("An inspection of Tower Hamlets and City of London", ["city-of-london", "tower-hamlets"]),
        ("Royal Borough of Greenwich", ["greenwich"]),
        ("Dorset - JI", ["dorset"]),
    ],
)
def test_a_service_belongs_to_every_authority_it_names(stored, printed, slugs):
    run = stored(good(printed))

    [inspection] = Inspection.objects.all()
    assert run.result == "stored"
    assert sorted(inspection.inspected_areas.values_list("area__slug", flat=True)) == slugs


def test_a_name_that_is_no_authority_that_day_is_named_and_keeps_nothing_else_back(stored):
    run = stored(good("Northamptonshire", "13/06/23"), good("West Mercia"), good("Hull"))

    assert run.result == "stored"
    assert Inspection.objects.get().inspected_areas.get().area.slug == "hull"
    assert set(Judgement.objects.values_list("review_status", flat=True)) == {"published"}
    named = Problem.objects.filter(field="area").order_by("where").values_list("where", "value")
    assert list(named) == [("row 2", "Northamptonshire"), ("row 3", "West Mercia")]


def test_the_county_of_the_day_is_meant(stored):
    stored(good("Northamptonshire", "13/06/19"))

    assert Inspection.objects.get().inspected_areas.get().area.slug == "northamptonshire"


def test_reading_twice_changes_nothing(stored):
    stored(good("Hull"), good("Kent"))
    before = list(Judgement.objects.values_list("key", "grade", "grade_status"))

    stored(good("Hull"), good("Kent"))

    assert list(Judgement.objects.values_list("key", "grade", "grade_status")) == before
