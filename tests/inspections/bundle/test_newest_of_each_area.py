"""For each English authority the newest full inspection and its grades are those of the collected facts."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from areas.models import Area
from inspections.models import Inspection, Judgement

pytestmark = [pytest.mark.shared, pytest.mark.django_db]

FULL = ("full", "short", "reinspection")
Grades = dict[str, str]


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def days(row: dict[str, str]) -> Iterator[str]:
    """When it ended, else began or came out: the first that is given."""
    yield from filter(None, (row["fieldwork_end"], row["fieldwork_start"], row["published_to"]))


@pytest.fixture(scope="module")
def newest(shared: Path) -> dict[str, tuple[str, str, Grades]]:
    """By area: when its newest full inspection ended and was published, and its grades."""
    facts = shared / "data" / "ofsted_national"
    # Of five reports no grade could be taken when the facts were collected; people read these.
    read_by_people: dict[str, Grades] = defaultdict(dict)
    for row in table(shared / "reports" / "ofsted_more_gold.csv"):
        read_by_people[row["sha256"][:16]][row["aspect"]] = row["grade"]
    grades: dict[str, Grades] = defaultdict(dict)
    for row in table(facts / "judgements.csv"):
        if row["stands"] and row["grade"]:
            grades[row["inspection"]][row["aspect"]] = row["grade"]
    of_area: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in table(facts / "inspections.csv"):
        for stated in json.loads(row["dates_stated"]):
            grades[row["key"]] |= read_by_people.get(stated["source"], {})
        if row["kind"] in FULL:
            of_area[row["areas"].removeprefix("authority:")].append(row)
    found = {}
    for area, rows in of_area.items():
        last = max(rows, key=lambda row: next(days(row)))
        found[area] = (last["fieldwork_end"], last["published_to"], grades[last["key"]])
    return found


def held(area: Area) -> tuple[str, str, Grades]:
    rows = Inspection.objects.of_area(area).published().full().filter(framework__inspectorate="ofsted")
    last = list(rows.in_date_order())[-1]
    given = Judgement.objects.standing().filter(inspection=last, grade__isnull=False)
    return (
        str(last.fieldwork_end or ""),
        str(last.published_to or ""),
        dict(given.values_list("aspect_id", "grade__code")),
    )


def test_the_newest_full_inspection_of_every_authority(
    newest: dict[str, tuple[str, str, Grades]], everything: dict[str, int]
) -> None:
    english = Area.objects.authorities().current(dt.date(2026, 1, 1)).filter(country="England")

    assert english.count() == 153
    wrong = {
        area.slug: (held(area), newest[area.slug]) for area in english if held(area) != newest[area.slug]
    }
    assert wrong == {}
