"""The questions pages ask of inspections: which years, which area, the latest full one, what is public."""

import pytest

from areas.models import Area
from inspections.models import InspectedArea, Inspection

pytestmark = pytest.mark.usefixtures("reference")


@pytest.fixture
def inspection():
    """Made from spans like "2019-09-23/2019-10-04"; a span may lack its start or end."""

    def create(fieldwork="/", published="/", slugs=("halton",), **more):
        (start, end), (first, last) = (
            [day or None for day in span.split("/")] for span in (fieldwork, published)
        )
        values = {
            "key": f"{slugs}-{fieldwork}-{published}-{sorted(more.items())}",
            "framework_id": "ofsted-ilacs-2018",
            "kind": "full",
            "review_status": "published",
        }
        row = Inspection.objects.create(
            **(values | more),
            fieldwork_start=start,
            fieldwork_end=end,
            published_from=first,
            published_to=last,
        )
        for slug in slugs:
            area = Area.objects.get(kind="authority", slug=slug)
            InspectedArea.objects.create(inspection=row, area=area, scope="authority")
        return row

    return create


@pytest.mark.parametrize(
    ("fieldwork", "published", "first", "last", "matches"),
    [
        ("2018-12-31/2019-01-11", "/", 2018, 2018, True),  # the last day of a year is in it
        ("2018-12-31/2019-01-11", "/", 2019, 2019, True),
        ("2018-12-31/2019-01-11", "/", 2020, 2020, False),
        ("2018-12-31/2019-01-11", "/", None, 2017, False),
        ("2018-12-31/2019-01-11", "/", 2019, None, True),
        ("2017-06-01/2021-06-01", "/", 2019, 2019, True),  # a span over the whole year touches it
        ("2019-03-04/", "/", 2019, 2019, True),  # only the first day is known
        ("2019-03-04/", "/", 2020, None, False),
        ("/2019-03-15", "/", 2019, 2019, True),
        ("/2019-03-15", "/", None, 2018, False),
        ("2018-11-05/2018-11-16", "2019-01-14/2019-01-14", 2019, 2019, False),  # fieldwork goes before
        ("/", "2019-01-14/2019-01-14", 2019, 2019, True),  # publication where no fieldwork is known
        ("/", "2019-03-01/2019-03-31", 2019, 2019, True),  # published "in March 2019"
        ("/", "2018-01-01/2018-12-31", 2019, 2020, False),  # published "in 2018"
        ("/", "/", 2019, 2019, False),  # undated: in no year
        ("/", "/", None, 2030, False),
        ("/", "/", None, None, True),
    ],
)
def test_between_years(inspection, fieldwork, published, first, last, matches):
    inspection(fieldwork, published)

    assert Inspection.objects.between_years(first, last).exists() is matches


def test_of_area_means_that_area_alone(inspection):
    halton = inspection("2019-03-04/2019-03-15")
    inspection("2019-03-04/2019-03-15", slugs=("knowsley",))
    both = inspection("2021-03-04/2021-03-15", slugs=("halton", "knowsley"))

    rows = Inspection.objects.of_area(Area.objects.get(kind="authority", slug="halton"))

    assert set(rows) == {halton, both}


def test_published_hides_what_waits_for_review(inspection):
    shown = [inspection(review_status=status) for status in ("published", "corrected")]
    for status in ("needs_review", "proposed"):
        inspection(review_status=status)

    assert set(Inspection.objects.published()) == set(shown)


def test_date_order_puts_the_undated_last_both_ways(inspection):
    undated = inspection()
    early = inspection("2018-03-05/2018-03-16", "2019-01-01/2019-01-01")
    late = inspection("/", "2018-06-01/2018-06-01")

    assert list(Inspection.objects.in_date_order()) == [early, late, undated]
    assert list(Inspection.objects.latest_first()) == [late, early, undated]


@pytest.mark.parametrize(
    ("first", "last", "matches"),
    [(2018, 2018, True), (2020, 2020, True), (None, 2017, False), (2021, None, False), (None, None, True)],
)
def test_without_a_date_a_cycle_is_in_the_years_of_its_time(inspection, first, last, matches):
    inspection(framework_id="hmicfrs-peel-2018")

    assert Inspection.objects.between_years(first, last).exists() is matches


def test_a_date_goes_before_the_time_of_a_cycle(inspection):
    inspection(published="2021-02-01/2021-02-01", framework_id="hmicfrs-peel-2018")

    assert not Inspection.objects.between_years(2019, 2019).exists()
    assert Inspection.objects.between_years(2021, 2021).exists()


def test_a_cycle_without_a_date_never_passes_for_newer_than_what_has_one(inspection):
    before = inspection("2018-08-01/2018-08-31")
    cycle = inspection(framework_id="hmicfrs-peel-2018")
    after = inspection("2018-09-02/2018-09-03")
    undated = inspection()

    assert list(Inspection.objects.in_date_order()) == [before, cycle, after, undated]
    assert list(Inspection.objects.latest_first()) == [after, cycle, before, undated]


def latest_full(of):
    return Inspection.objects.published().full().of_same_bodies([of]).latest_first().first()


def test_latest_full_is_full_short_or_a_re_inspection_and_public(inspection):
    first = inspection("2015-03-02/2015-03-20")
    latest = inspection("2019-03-04/2019-03-15", kind="short")
    inspection("2020-03-02/2020-03-06", kind="focused_visit")
    inspection("2021-03-01/2021-03-12", review_status="needs_review")
    inspection()

    assert latest_full(first) == latest


def test_the_same_body_is_asked_of_one_inspectorate(inspection):
    ofsted = inspection("2019-03-04/2019-03-15")
    probation = inspection("2018-03-04/2018-03-15", framework_id="hmip-youth-justice")

    assert set(Inspection.objects.of_same_bodies([ofsted])) == {ofsted}
    assert set(Inspection.objects.of_same_bodies([probation])) == {probation}


def test_latest_full_of_an_area_that_was_inspected_together_with_another(inspection):
    """The joint one of 2018 is Knowsley's latest, not Halton's, which was seen again in 2020."""
    joint = inspection("2018-03-05/2018-03-16", slugs=("halton", "knowsley"))
    earlier = inspection("2014-03-05/2014-03-16", slugs=("knowsley",))
    alone = inspection("2020-03-02/2020-03-13")

    assert latest_full(alone) == alone
    assert latest_full(earlier) == joint
    assert latest_full(joint) == alone
    assert list(Inspection.objects.of_same_bodies([joint]).latest_first()) == [alone, joint, earlier]
