"""What the first visitor would wait for, done at the start: addresses, templates, a first figure."""

from __future__ import annotations

import datetime as dt

from django.template.loader import get_template
from django.urls import reverse

from dashboard.charts.lanes.figure import lanes_figures
from dashboard.charts.lanes.picture import Block, Lane, Mark, Picture
from dashboard.selection import choices

_TEMPLATES = ("pages/home.html", "pages/place.html", "pages/inspection.html", "pages/inspections.html")


def warm_up() -> None:
    """Asks the database nothing, so that it may run before there is one."""
    reverse("home")
    for words in choices.CHOICES.values():
        words()
    for name in _TEMPLATES:
        get_template(name)
    lanes_figures(_picture())


def _picture() -> Picture:
    mark = Mark("grade", dt.date(2020, 1, 1), 0, "/", "", grade="good", short="Good")
    blocks = (Block("social_care", "", (Lane("overall", "", (mark,)),)),)
    return Picture("", "", "", "", "", "", "", blocks)
