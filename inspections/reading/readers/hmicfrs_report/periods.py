"""Tables that count the cases of one inspection beside those of another: which rows are of which.

A re-inspection prints its own numbers below those of the inspection before ("2021 inspection", "2022
re-inspection"). The year says which; rows of another year belong to the inspection of that year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from inspections.reading.language.dates import month_in_title
from inspections.reading.language.printed_dates import MONTH
from inspections.reading.language.text import plain
from inspections.reading.problems import blocking
from inspections.reading.readers.hmicfrs_report.review_tally import ReviewTally
from inspections.reading.records import DateSpan, ProblemRecord

_EARLIER = r"previous|earlier|last|initial|first|original"
_WORDS = re.compile(
    rf"\b(?:20[0-3]\d(?:[/–-]\d\d)?|{MONTH}|{_EARLIER}|the|our|this|in|of|from|at|current|new|second|latest"
    r"|(?:post|re)?-?inspections?|reviews?|audits?|revisits?|visits?|cases?|case files?|results?|findings?)\b"
    r"|[()/,:–-]"
)
_TELLS = re.compile(
    rf"\b20[0-3]\d\b|\b(?:{_EARLIER}|this|our|current|second|latest)\b.*(?:inspect|review|audit|visit)"
    r"|^(?:the )?re-?inspection$"
)
_WITH_AREA = re.compile(r"(?P<area>.{4,}?)[\s,:(–-]+(?P<period>[^,:(–]*\b20[0-3]\d\b[^,:(–]*?)\)?")
_EARLIER_ONE = re.compile(rf"\b(?:{_EARLIER})\b")
_YEAR = re.compile(r"\b20[0-3]\d\b")


def parted(label: str) -> tuple[str, str]:
    """What a row's label says is counted, and in which inspection: "Missing children", "2021"; either may be
    empty."""
    if _is_period(label):
        return "", label
    found = _WITH_AREA.fullmatch(label)
    return (found["area"], found["period"].strip()) if found and _is_period(found["period"]) else (label, "")


def _is_period(words: str) -> bool:
    plainly = plain(words).strip()
    return _TELLS.search(plainly) is not None and not _WORDS.sub("", plainly).strip()


def by_inspection(
    tallies: Sequence[ReviewTally], own: int | None
) -> tuple[list[ReviewTally], dict[str, list[ReviewTally]], list[ProblemRecord]]:
    """The tallies of this inspection, and those of each other one by the words for it.

    ``own``: the year this inspection was in, else came out in; None where neither is known. Rows that cannot
    be told from another's are kept, wait for a person, and are a blocking problem.
    """
    mine: list[ReviewTally] = []
    others: dict[str, list[ReviewTally]] = {}
    untold: list[ReviewTally] = []
    for one in tallies:
        years = {int(year) for year in _YEAR.findall(one.period)}
        if (
            not one.period
            or (years == {own} and own)
            or not (years or _EARLIER_ONE.search(plain(one.period)))
        ):
            mine.append(one)
        elif own and len(years) == 1 and min(years) < own:
            others.setdefault(one.period, []).append(one)
        else:
            tally = one.tally.model_copy(update={"sample": one.period})
            untold.append(replace(one, tally=tally, proposed=True))
    return [*mine, *untold], others, [_untold(untold)] if untold else []


def _untold(tallies: Sequence[ReviewTally]) -> ProblemRecord:
    named = ", ".join(dict.fromkeys(one.period for one in tallies))
    message = (
        f"These rows are of “{named}”, and it cannot be told which inspection that is. Their numbers are "
        "kept and wait."
    )
    return blocking(tallies[0].piece.where, "case_reviews", named, message)


def kind_in(period: str) -> str:
    """The kind of the inspection that words for it name."""
    plainly = plain(period)
    if "review" in plainly:
        return "post_inspection_review"
    return "reinspection" if re.search(r"\bre-?inspect", plainly) else "full"


def days_of(period: str) -> DateSpan:
    return month_in_title(period) or DateSpan(raw=period)
