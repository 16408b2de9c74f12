"""Words that say of which inspection something is: "2021 inspection", "2022 re-inspection", "June 2021".

A re-inspection prints its own numbers beside those of the inspection before; what only says when is of what
the heading above it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from inspections.reading.language.dates import month_in_title
from inspections.reading.language.printed_dates import MONTH
from inspections.reading.language.text import plain
from inspections.reading.records import DateSpan

_EARLIER = r"previous|earlier|last|initial|first|original"
_INSPECTION = r"(?:post-?|re-?)?inspections?|reviews?|audits?|revisits?|visits?"
_WORD = re.compile(
    rf"(?:20[0-3]\d(?:[/–-]\d\d)?|{MONTH}|{_EARLIER}|{_INSPECTION}|the|our|this|in|of|from|at|current|new|second"
    r"|latest|cases?|files?|results?|findings?|post|re)?[()/,:–-]*"
)
_TELLS = re.compile(
    rf"\b20[0-3]\d\b|\b(?:{_EARLIER}|this|our|current|second|latest)\b.*\b(?:{_INSPECTION})"
    r"|^(?:the )?re-?inspection\b"
)
_IN_INSPECTION = re.compile(
    rf"\b(?:in|during|at) (?:our|the|its|that|this)"
    rf" (?P<period>(?:20[0-3]\d|{_EARLIER})? ?(?:{_INSPECTION}))\b"
)
_EARLIER_ONE = re.compile(rf"\b(?:{_EARLIER})\b")
_OF_ACT = re.compile(r"\bact(?: of)?(?: 20\d\d)?$", re.IGNORECASE)
_SIGNS = " ,:()–-"
_NAMED = re.compile(_INSPECTION, re.IGNORECASE)
_YEAR = re.compile(r"\b20[0-3]\d\b")


def parted(label: str) -> tuple[str, str]:
    """What a label says is counted, and in which inspection: "Missing children" and "2021"; "" for none."""
    words = label.split()
    for at in range(len(words)):
        area, period = " ".join(words[:at]), " ".join(words[at:])
        if is_period(period) and not _OF_ACT.search(f"{area} {words[at]}"):
            return area.strip(_SIGNS), period.strip(_SIGNS)
    for at in range(len(words) - 1, 0, -1):
        period, area = " ".join(words[:at]), " ".join(words[at:])
        if is_period(period):
            return area.strip(_SIGNS), period.strip(_SIGNS)
    return label, ""


def is_period(words: str) -> bool:
    plainly = plain(words).strip(_SIGNS)
    return _TELLS.search(plainly) is not None and all(map(_WORD.fullmatch, plainly.split()))


def period_in(words: str) -> str:
    """The inspection that words leading up to a number are of: "In our 2021 inspection, we assessed ..."."""
    said = [found["period"] for found in _IN_INSPECTION.finditer(plain(words))]
    return said[-1] if said and is_period(said[-1]) else ""


def years_in(period: str) -> set[int]:
    return {int(year) for year in _YEAR.findall(period)}


def is_earlier(period: str) -> bool:
    return _EARLIER_ONE.search(plain(period)) is not None


def names_of(said: Iterable[str]) -> dict[str, str]:
    """One name for all the words for one inspection: "2021" and "June 2021" are the "2021 inspection"."""
    names: dict[str, str] = {}
    fullest = sorted(dict.fromkeys(said), key=lambda words: (_NAMED.search(words) is None, -len(words)))
    for words in fullest:
        alike = (name for name in names.values() if years_in(name) == years_in(words))
        named = _NAMED.search(words) is not None
        names[words] = next((name for name in alike if not named or kind_in(name) == kind_in(words)), words)
    return names


def kind_in(period: str) -> str:
    """The kind of the inspection that words for it name."""
    plainly = plain(period)
    if "review" in plainly:
        return "post_inspection_review"
    return "reinspection" if re.search(r"\bre-?inspect", plainly) else "full"


def days_of(period: str) -> DateSpan:
    return month_in_title(period) or DateSpan(raw=period)
