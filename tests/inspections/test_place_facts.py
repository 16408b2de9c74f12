"""What concerns a place: a force's result counts for the authorities that lay in its area at the time."""

import pytest

from inspections.place_facts import place_facts
from tests import factories as make

pytestmark = pytest.mark.usefixtures("reference")


def frameworks_at(slug):
    return {one.framework_id for one in place_facts(make.authority(slug)).inspections}


@pytest.fixture
def undated():
    """Inspections of a force in several programmes, of which no day is known."""

    def build(slug, *frameworks):
        for framework in frameworks:
            make.inspection(make.force(slug), framework)

    return build


def test_an_area_that_ended_answers_for_no_cycle_that_began_later(undated):
    undated("bedfordshire", "hmicfrs-peel-2014", "hmicfrs-peel-2018")

    assert frameworks_at("bedfordshire-county-to-2009") == set()
    assert frameworks_at("bedford") == {"hmicfrs-peel-2014", "hmicfrs-peel-2018"}


def test_an_area_answers_for_the_cycle_in_which_it_ended_and_the_next_area_too(undated):
    undated("dorset", "hmicfrs-peel-2017", "hmicfrs-peel-2018", "hmicfrs-peel-2021")

    assert frameworks_at("dorset-county-to-2019") == {"hmicfrs-peel-2017", "hmicfrs-peel-2018"}
    assert frameworks_at("dorset") == {"hmicfrs-peel-2018", "hmicfrs-peel-2021"}


def test_a_day_decides_where_one_is_known():
    one = make.inspection(make.force("dorset"), "hmicfrs-peel-2018", ended="2019-06-28")

    assert one in place_facts(make.authority("dorset")).inspections
    assert one not in place_facts(make.authority("dorset-county-to-2019")).inspections
