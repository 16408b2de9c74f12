"""How far the site has read, from what is held and never from today's date."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from dashboard.series.values import Held
from dashboard.wording.days import MONTHS, day_words

MAY_EXIST = "later inspections may exist"


def as_far_as_read(held: Iterable[Held]) -> list[str]:
    """ "Ofsted: reports read to July 2026, official list to 31 March 2025", an inspectorate a line."""
    return [
        f"{name}: {', '.join(map(_programme_words, programmes))}"
        for name, programmes in groupby(held, lambda one: one.inspectorate_name)
    ]


def in_one_line(held: Iterable[Held]) -> str:
    """The same with what it means, as a sentence; empty where nothing is said to be held."""
    lines = as_far_as_read(held)
    return f"{'; '.join(lines)}; {MAY_EXIST}." if lines else ""


def _programme_words(held: Held) -> str:
    day = held.newest_read
    if day is None:
        return held.what
    return f"{held.what} to {day_words(day) if held.is_list else f'{MONTHS[day.month]} {day.year}'}"
