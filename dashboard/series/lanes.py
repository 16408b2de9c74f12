"""Chart C1: what inspectorates found about one place, in lanes over time."""

from __future__ import annotations

from areas.models import Area
from dashboard.selection import Selection
from dashboard.series.picture import Lanes


def lanes(area: Area, selection: Selection) -> Lanes:
    """The lanes of an authority (with its force's inspections) or of a force, under the selection's filters.

    ``selection.area`` and ``.force`` are not looked at: ``area`` is the place. About ten queries,
    however many inspections there are.
    """
    raise NotImplementedError
