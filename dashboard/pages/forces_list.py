"""The list of police forces: of each, the newest child protection inspection and the newest counts of cases.

The order is by name, by region or by date. Never by what was counted: that would be a league table.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from areas.models import Area
from dashboard.pages.answering import typed
from dashboard.pages.results import result, with_results
from dashboard.series.values import Cases
from dashboard.series.visits import cases_of
from dashboard.wording.cases import sample_words, tally_of
from dashboard.wording.certainty import in_brackets
from dashboard.wording.days import day_of, month_words
from inspections.models import Inspection
from inspections.terms import Assessor

# By address: heading of the column, and what the link says.
ORDERS = {
    "name": ("Force", "name"),
    "region": ("Region", "region"),
    "newest": ("Newest child protection inspection", "newest inspection"),
}


@dataclass(frozen=True)
class Inspected:
    """One inspection in words: when it was, and what it counted or graded."""

    when: str
    said: str
    address: str


@dataclass(frozen=True)
class ForceLine:
    """``newest``: the newest child protection inspection; ``counted``: the newest that counts, if another."""

    force: Area
    newest: Inspected | None
    counted: Inspected | None
    day: dt.date | None


def forces(request: HttpRequest) -> HttpResponse:
    """``?sort=name|region|newest``; another value is ignored and named."""
    asked = typed(request, "sort")
    order = asked if asked in ORDERS else "name"
    lines = _sorted(_lines(), order)
    context = {
        "lines": lines,
        "number": len(lines),
        "inspected": sum(line.newest is not None for line in lines),
        "orders": [
            {
                "words": words,
                "by": by,
                "address": _address(code),
                "chosen": code == order,
                "direction": "descending" if code == "newest" else "ascending",
            }
            for code, (words, by) in ORDERS.items()
        ],
        "ignored": [f"sort “{asked}”"] if asked and asked != order else [],
        "trail": [("Home", reverse("home"))],
    }
    return render(request, "pages/forces.html", context)


def _address(order: str) -> str:
    return reverse("forces") + ("" if order == "name" else f"?{urlencode({'sort': order})}")


def _sorted(lines: list[ForceLine], order: str) -> list[ForceLine]:
    """By name; under a region or a day again by name. Without a day at the end."""
    by_name = sorted(lines, key=lambda line: line.force.name)
    if order == "region":
        return sorted(by_name, key=lambda line: line.force.region)
    if order == "newest":
        return sorted(by_name, key=lambda line: line.day or dt.date.min, reverse=True)
    return by_name


def _lines() -> list[ForceLine]:
    """Seven questions, however many forces and inspections there are."""
    found: dict[int, list[Inspection]] = defaultdict(list)
    published = Inspection.objects.published().filter(framework__family="ncpi")
    for inspection in with_results(published).prefetch_related("inspection_sources").in_date_order():
        for row in inspection.inspected_areas.all():
            found[row.area_id].append(inspection)
    return [_line(force, found[force.pk]) for force in Area.objects.forces()]


def _line(force: Area, inspections: list[Inspection]) -> ForceLine:
    """``inspections``: by date, undated last."""
    dated = [one for one in inspections if day_of(one)] or inspections
    newest = dated[-1] if dated else None
    counted = next((one for one in reversed(dated) if _telling(one)), None)
    return ForceLine(
        force=force,
        newest=_inspected(newest) if newest else None,
        counted=_inspected(counted) if counted and counted is not newest else None,
        day=day_of(newest) if newest else None,
    )


def _inspected(inspection: Inspection) -> Inspected:
    counted = _telling(inspection)
    said = _counted_words(counted) if counted else _without_counts(inspection)
    return Inspected(_when(inspection), said, inspection.get_absolute_url())


def _telling(inspection: Inspection) -> Cases | None:
    """Of several tallies the one of all cases, chosen and graded by inspectors; else the first of a theme."""
    rows = sorted(inspection.case_reviews.all(), key=lambda row: row.key)
    counted = [
        cases
        for cases in map(cases_of, rows)
        if cases.assessor == Assessor.INSPECTORS
        and not cases.disclosed_later
        and not cases.counts.is_inconsistent
    ]
    return min(counted, key=lambda cases: (cases.theme != "all-cases", cases.sample), default=None)


def _counted_words(cases: Cases) -> str:
    named = cases.sample if cases.theme == "all-cases" else cases.name + sample_words(cases)
    words = tally_of(cases, one_authority=False).words
    return f"{named}: {words}" if named else words


def _without_counts(inspection: Inspection) -> str:
    """What is graded instead of cases since 2024, by topic or as its source sums it up; else the gap."""
    if any(row.grade for row in inspection.judgements.all()):
        return result(inspection)
    if inspection.overall_words:
        return inspection.overall_words.rstrip(".")
    told = inspection.case_reviews.all()
    return "no count by inspectors that adds up" if told else "numbers of cases not given"


def _when(inspection: Inspection) -> str:
    """ "Post-inspection review, August 2019"."""
    kind = str(inspection.get_kind_display())
    source = next((row for row in inspection.inspection_sources.all() if row.decides), None)
    sure = in_brackets(source.certainty) if source else ""
    return f"{kind[:1].upper()}{kind[1:]}, {month_words(inspection) or 'date not given'}{sure}"
