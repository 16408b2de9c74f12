"""The lanes of a place as a reader sees them: figure and table in words, rows with the cells of the CSV."""

from __future__ import annotations

from dataclasses import asdict
from types import SimpleNamespace
from typing import Any

from django.http import QueryDict

from areas.models import Area
from dashboard.charts.lanes.picture import picture_of
from dashboard.exports.lanes_csv import result_cells
from dashboard.selection.selection import Selection
from dashboard.series.lanes import lanes
from dashboard.wording.table import table_row


def picture(area: Area, address: str = "") -> SimpleNamespace:
    """What the page of ``area`` shows under the filters of ``address``: a `Picture` whose rows say it all."""
    found = lanes(area, Selection.from_query(QueryDict(address)))
    shown = picture_of(found)
    groups = {row.inspection: group for group in shown.groups for row in group.rows}
    rows = []
    for result in found.results:
        cells: dict[str, Any] = result_cells(result) | asdict(table_row(result))
        group = groups[result.visit.pk]
        rows.append(
            SimpleNamespace(
                **cells, iso=cells["placed_on"], url=group.url, month=group.month, whose_else=group.whose_else
            )
        )
    names = (*vars(shown), "marks")
    return SimpleNamespace(**{name: getattr(shown, name) for name in names} | {"rows": rows})
