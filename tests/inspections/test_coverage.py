"""How far the site has read: as the data say, which agree with the inspections at hand."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from inspections.domain.coverage import complete_to
from inspections.models import Coverage, Inspection, InspectionSource
from inspections.transfer.load import bundle_folders, load_tables

DAY = dt.date(2019, 3, 15)


def held(inspectorate="ofsted", families="", begin=dt.date(2018, 1, 1), end=dt.date(2025, 3, 31)):
    return Coverage(
        inspectorate_id=inspectorate, families=families, what="list", complete_from=begin, complete_to=end
    )


def test_complete_is_what_its_own_programme_holds_for_the_whole_time():
    end = dt.date(2025, 3, 31)

    assert complete_to([held()], "ofsted", "ilacs", DAY) == end
    assert complete_to([held(families="ilacs;sif")], "ofsted", "ilacs", DAY) == end
    assert complete_to([held(families="sif")], "ofsted", "ilacs", DAY) is None
    assert complete_to([held("hmicfrs")], "ofsted", "ilacs", DAY) is None
    assert complete_to([held(begin=None, end=None), held()], "ofsted", "ilacs", DAY) == end


@pytest.mark.parametrize(
    "day",
    [
        dt.date(2017, 12, 31),  # before the time that is held
        dt.date(2023, 6, 1),  # less than two years before its end: a follow-up may still have come
        dt.date(2026, 6, 1),
        None,  # nobody knows when it was
    ],
)
def test_nothing_is_said_of_a_time_that_is_not_held(day):
    assert complete_to([held()], "ofsted", "ilacs", day) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("begin", "end"), [("2018-01-01", None), (None, "2025-03-31"), ("2025-01-01", "2018-01-01")]
)
def test_a_complete_time_has_two_ends_in_order(reference, begin, end):
    with pytest.raises(IntegrityError), transaction.atomic():
        Coverage.objects.create(
            key="made", inspectorate_id="ofsted", what="list", complete_from=begin, complete_to=end
        )


# Which inspections each row speaks of: of which programmes, from which kinds of source.
SPEAKS_OF = {
    "ofsted-reports": ({"framework__inspectorate": "ofsted"}, ("report",)),
    "hmicfrs-child-protection": ({"framework__family__in": ("ncpi", "exploitation")}, ("page", "press")),
    "joint-jtai": ({"framework__family": "jtai"}, ("dataset", "report")),
    "hmi-probation-ratings": ({"framework__family": "hmip-youth-justice"}, ("dataset",)),
}


def newest_at_hand(programme, kinds):
    inspections = Inspection.objects.published().filter(**programme)
    stated = InspectionSource.objects.published().filter(inspection__in=inspections, source__kind__in=kinds)
    # "Published in 2025" has been read to January 2025 at least, and no further is known.
    days = [row.fieldwork_end or row.published_from for row in stated]
    return max(day for day in days if day)


def test_the_days_of_the_bundle_are_those_of_its_inspections(reference):
    load_tables(bundle_folders())
    looked = set(Inspection.objects.published().values_list("framework__inspectorate", flat=True))
    listed = Coverage.objects.get(key="ofsted-statistics")

    for key, (programme, kinds) in SPEAKS_OF.items():
        assert Coverage.objects.get(key=key).newest_read == newest_at_hand(programme, kinds), key
    assert looked <= set(Coverage.objects.values_list("inspectorate", flat=True))
    assert (listed.is_list, listed.newest_read) == (True, dt.date(2025, 3, 31))
    assert "31 March 2025" in listed.source.title
