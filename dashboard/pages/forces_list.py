"""The list of police forces: of each, the newest child protection inspection and the newest counts of cases.

The order is by name, by region or by date. Never by what was counted: that would be a league table.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from areas.models import Area
from dashboard.pages.answering import typed
from dashboard.pages.summaries import result, with_results
from dashboard.series.newest import counted_by_inspectors
from dashboard.series.values import Cases
from dashboard.series.visits import cases_of, later_of
from dashboard.wording.cases import sample_words, tally_of
from dashboard.wording.certainty import in_brackets
from dashboard.wording.days import day_of, month_words
from dashboard.wording.later import with_later
from dashboard.wording.sentences import capital
from inspections.models import Inspection
from inspections.place_facts import held_beside

# By address: heading of the column, and what the link says.
ORDERS = {
    "name": ("Force", "name"),
    "region": ("Region", "region"),
    "newest": ("Newest child protection inspection held here", "newest inspection"),
}


def forces(request: HttpRequest) -> HttpResponse:
    """``?sort=name|region|newest``; another value is ignored and named. Ten questions in all."""
    asked = typed(request, "sort")
    order = asked if asked in ORDERS else "name"
    of_force: dict[int, list[Inspection]] = defaultdict(list)
    published = Inspection.objects.published().filter(framework__family="ncpi")
    for inspection in with_results(published).prefetch_related("inspection_sources").in_date_order():
        for row in inspection.inspected_areas.all():
            of_force[row.area_id].append(inspection)
    # Whatever is shown has its later word, from three questions more.
    held = held_beside([row for rows in of_force.values() for row in rows])
    lines = [_line(force, of_force[force.pk], held) for force in Area.objects.forces()]
    if order == "region":
        lines.sort(key=lambda line: line["force"].region)
    elif order == "newest":
        lines.sort(key=lambda line: line["day"], reverse=True)
    context = {
        "lines": lines,
        "number": len(lines),
        "inspected": sum(line["newest"] is not None for line in lines),
        "orders": [
            {
                "words": words,
                "by": by,
                "address": reverse("forces") + ("" if code == "name" else f"?{urlencode({'sort': code})}"),
                "chosen": code == order,
                "direction": "descending" if code == "newest" else "ascending",
            }
            for code, (words, by) in ORDERS.items()
        ],
        "ignored": [f"sort “{asked}”"] if asked and asked != order else [],
        "trail": [("Home", reverse("home"))],
    }
    return render(request, "pages/forces.html", context)


def _line(force: Area, inspections: list[Inspection], held: list[Inspection]) -> dict[str, Any]:
    """``newest``: the newest child protection inspection; ``counted``: the newest that counts, if another."""
    newest_first = [one for one in reversed(inspections) if day_of(one)] or inspections[::-1]
    newest = next(iter(newest_first), None)
    counted = next((one for one in newest_first if _main_count(one)), None)
    return {
        "force": force,
        "newest": _result_of(newest, held) if newest else None,
        "counted": _result_of(counted, held) if counted and counted is not newest else None,
        "day": (day_of(newest) if newest else None) or dt.date.min,  # without a day: at the end
    }


def _main_count(inspection: Inspection) -> Cases | None:
    """Of several tallies the one of all cases, chosen and graded by inspectors; else the first of a theme."""
    rows = sorted(inspection.case_reviews.all(), key=lambda row: row.key)
    return next(iter(counted_by_inspectors(map(cases_of, rows))), None)


def _result_of(inspection: Inspection, held: list[Inspection]) -> dict[str, str]:
    """What it counted; else what is graded instead since 2024, or its source's own words; else the gap."""
    if cases := _main_count(inspection):
        named = cases.sample if cases.theme == "all-cases" else cases.name + sample_words(cases)
        said = ": ".join(filter(None, [named, tally_of(cases, one_authority=False).words]))
        said = with_later(said, later_of(inspection, held), cases.theme, briefly=True)
    elif any(row.grade for row in inspection.judgements.all()):
        said = result(inspection)
    elif inspection.overall_words:
        said = inspection.overall_words.rstrip(".")
    elif inspection.case_reviews.all():
        said = "no count by inspectors that adds up"
    else:
        said = "numbers of cases not given"
    source = next((row for row in inspection.inspection_sources.all() if row.decides), None)
    day = (month_words(inspection) or "date not given") + (in_brackets(source.certainty) if source else "")
    when = f"{capital(str(inspection.get_kind_display()))}, {day}"
    return {"when": when, "said": said, "address": inspection.get_absolute_url()}
