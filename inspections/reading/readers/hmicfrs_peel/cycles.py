"""Which cycle of PEEL words speak of. A year that could be of two cycles is of none."""

from __future__ import annotations

import re

from inspections.definitions.loader import definitions
from inspections.reading.language.printed_dates import MONTHS

# By the first year of the cycle.
_SPANS = {(2018, 19): 2018, (2021, 22): 2021, (2023, 25): 2023, (2025, 27): 2025}
_SPAN = re.compile(r"(?<!\d)(20\d\d)\s?[/–—-]\s?((?:20)?\d\d)(?!\d|[/-]\d)")
_YEAR = re.compile(r"(?<!\d)(?<!\d[/–—-])(201[4-8])(?!\d|\s?[/–—-]\s?\d)")


def cycles_in(words: str) -> frozenset[int]:
    """First years of the cycles named: "PEEL 2018/19" is 2018, "durham-2021-22" 2021, "PEEL 2016" 2016.

    2014 to 2018 each were a cycle; "PEEL 2022" or "PEEL 2025" are not clear, and a date names no cycle.
    """
    words = words.lower()
    spans = [(int(found[1]), int(found[2]) % 100) for found in _SPAN.finditer(words)]
    found = {_SPANS[span] for span in spans if span in _SPANS}
    for year in _YEAR.finditer(_SPAN.sub(" ", words)):
        before = year.string[max(0, year.start() - 12) : year.start()].rstrip(", ")
        if re.split(r"\W", before)[-1] not in MONTHS:
            found.add(int(year[1]))
    return frozenset(found)


def framework_of(cycle: int) -> str:
    return f"hmicfrs-peel-{cycle}"


def has_five_tiers(cycle: int) -> bool:
    return "adequate" in tiers_of(cycle)


def tiers_of(cycle: int) -> tuple[str, ...]:
    """Best first; a list of all of them in order explains the scale and judges nothing."""
    return definitions().grades_of(framework_of(cycle))
