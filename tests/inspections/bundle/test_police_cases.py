"""Pages like HMICFRS's read on top of the bundled facts: each meets the inspection it tells of."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspections.ingest import pipeline
from inspections.models import Inspection, InspectionSource, Judgement

pytestmark = [pytest.mark.shared, pytest.mark.django_db, pytest.mark.usefixtures("police")]


def told_of(path: Path) -> dict[str, str]:
    """The inspections a file tells of: how each was seen."""
    (run,) = pipeline.ingest([pipeline.Incoming(path, path.name)], again=True)
    assert run.result == "needs_review"
    rows = InspectionSource.objects.filter(run=run)
    return dict(rows.values_list("inspection__key", "confidence"))


@pytest.mark.parametrize(("name", "seen"), [("surrey_wayback.html", "read"), ("surrey_news.html", "quoted")])
def test_report_and_news_of_surrey_meet_the_inspection_on_record(shared: Path, name: str, seen: str) -> None:
    before = Inspection.objects.count()

    assert told_of(shared / "cases" / name) == {"surrey/hmicfrs-ncpi-2014/full/2015-06": seen}
    assert Inspection.objects.count() == before


def test_what_a_reinspection_repeats_meets_the_inspection_before(shared: Path) -> None:
    told = told_of(shared / "cases" / "derbyshire_reinspection.html")

    assert told["derbyshire/hmicfrs-ncpi-2014/full/2021-05"] == "quoted"
    assert len(told) == 2


def test_nothing_read_from_these_pages_is_shown_before_a_person_has_looked(shared: Path) -> None:
    shown = Inspection.objects.published().count(), Judgement.objects.published().count()
    for path in sorted((shared / "cases").glob("*.html")):
        if path.name.startswith(("surrey", "derbyshire")):
            told_of(path)

    assert (Inspection.objects.published().count(), Judgement.objects.published().count()) == shown
    surrey = Inspection.objects.get(key="surrey/hmicfrs-ncpi-2014/full/2015-06")
    assert str(surrey.published_to) == "2015-12-31"
    assert surrey.case_reviews.published().count() == 2
