"""Cases that two sources tell of stand once on every page, with both sources named."""

import pytest

from areas.models import Area
from inspections.ingest.settle import settle
from inspections.models import SourceDocument

SPLIT = {"cases": 33, "good": 9, "requires_improvement": 14, "inadequate": 10, "completeness": "full_split"}


@pytest.fixture
def told_twice(made_inspection, made_review):
    """One inspection of a force, its tally read in the report and told by a newspaper."""

    def build(**of_the_paper):
        paper = SourceDocument.objects.create(key="a-paper", kind="press", title="A newspaper")
        inspection = made_inspection("durham", framework="hmicfrs-ncpi-2014")
        made_review(inspection, **SPLIT)
        press = made_review(inspection, **SPLIT | of_the_paper)
        type(press).objects.filter(pk=press.pk).update(source=paper, confidence="press")
        settle([inspection.pk])
        return inspection

    return build


def test_on_the_inspections_page_the_tally_stands_once_with_both_sources(told_twice, read):
    page = read(told_twice().get_absolute_url())

    assert page.part("main h3").count("Missing children") == 1
    assert "The same numbers also stand in: A newspaper" in page.words
    assert "What the sources disagree about" not in page.words


def test_other_numbers_are_said_to_differ(told_twice, read):
    page = read(told_twice(good=10, inadequate=9).get_absolute_url())

    assert page.part("main h3").count("Missing children") == 1
    assert "Another source gives other numbers of the same cases: A newspaper" in page.words
    assert "10 good" in page.words


def test_on_the_forces_page_and_in_its_chart_it_stands_once(told_twice, read, client):
    told_twice()
    force = Area.objects.get(kind="force", slug="durham")

    assert read(force.get_absolute_url()).part("a").count("A newspaper") == 0
    table = client.get("/charts/lanes.csv?force=durham").content.decode()
    assert table.count("33") >= 1
    assert table.count("A newspaper") == 0
