"""The real releases of statistics beside the checkout: the same inspections in whatever order they come."""

from itertools import permutations
from pathlib import Path

import pytest

from inspections.ingest import pipeline
from inspections.models import Inspection, Problem

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "data" / "ofsted_statistics"
RELEASES = (
    "Childrens_social_care_in_England_2022_underlying_data.ods",
    "LA_Inspection_Outcomes_as_at_March_2024.ods",
    "Childrens_services_LA_outcomes_2025.ods",
)

pytestmark = [
    pytest.mark.shared,
    pytest.mark.usefixtures("reference"),
    pytest.mark.skipif(not FOLDER.is_dir(), reason="no ../shared/data/ofsted_statistics beside the checkout"),
]


def inspections():
    """Each with all that is shown of it; which of several days within three stands, the sources settle."""
    return sorted(
        (
            [area.reference for area in row.areas.all()],
            row.framework_id,
            row.kind,
            str(row.fieldwork_start),
            str(row.published_to),
            sorted((one.aspect_id, one.grade_id or "") for one in row.judgements.all() if one.stands),
        )
        for row in Inspection.objects.published().prefetch_related("areas", "judgements")
    )


@pytest.fixture(scope="module")
def as_they_came():
    return []


@pytest.mark.parametrize("order", list(permutations(RELEASES))[::2], ids=lambda order: " ".join(order)[:60])
def test_the_releases_give_the_same_inspections(order, as_they_came):
    for name in order:
        [run] = pipeline.ingest([pipeline.Incoming(FOLDER / name, name)])
        assert run.result == "stored"

    found = inspections()

    as_they_came[:] = as_they_came or found
    assert len(found) > 800
    assert [one for one in found if one not in as_they_came] == []
    assert [one for one in as_they_came if one not in found] == []
    assert not Problem.objects.filter(severity="blocking").exists()
