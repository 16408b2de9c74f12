"""Charts by address: the figure and the table of the very same selection, and the panel pages show.

For a page:

    panel = lanes_panel(area, selection)             # in the view
    {% include "charts/lanes.html" with panel=panel only %}
    {% include "charts/_lanes_assets.html" %}        # in block head

`panel.lanes` is the `dashboard.series.picture.Lanes` (`.answer` is the line that opens the page, `.ignored`
what was ignored). `urlpatterns` go into `dashboard/urls.py` by `include("dashboard.views.charts")`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from areas.models import Area
from dashboard.selection import Selection
from dashboard.series.lanes import lanes
from dashboard.series.picture import Lanes

urlpatterns: list[Any] = []


@dataclass(frozen=True)
class LanesPanel:
    """What `templates/charts/lanes.html` takes. ``figures``: wide and narrow, for json_script."""

    lanes: Lanes
    id: str
    figures: dict[str, Any]
    csv_url: str
    page_url: str


def lanes_panel(area: Area, selection: Selection, *, id: str = "lanes") -> LanesPanel:
    found = lanes(area, selection)
    return LanesPanel(found, id, {}, "", "")
