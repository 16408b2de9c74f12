"""What the columns of a typed table mean, with an example that is made up, for people who fill one in."""

from __future__ import annotations

from dataclasses import dataclass

from inspections.definitions.loader import definitions
from inspections.reading.readers.case_reviews_csv.columns import ESSENTIAL, TEMPLATE
from inspections.terms import Assessor, Certainty, Completeness, Confidence, InspectionKind


@dataclass(frozen=True)
class Column:
    name: str
    meaning: str
    example: str
    required: bool


def _either(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


_NUMBER = "a whole number; 0 is a known zero, empty is “not given”"
_DAY = "as 2019-10-14 or 14/10/2019; a month as 2019-10, a year as 2019"
_WORDS: dict[str, tuple[str, str]] = {
    "area_kind": ("authority or force; for several areas one each, with ; between them", "force"),
    "area_slug": (
        "as in the area’s address here (/forces/cumbria/); several with ; between them; empty only for a "
        "thematic inspection of no one area",
        "cumbria",
    ),
    "framework": ("the code of the framework, as the data page lists it", "hmicfrs-ncpi-2014"),
    "kind": (_either(InspectionKind.values), "full"),
    "fieldwork_start": (f"first day, {_DAY}", "2017-03-06"),
    "fieldwork_end": ("last day, likewise", "2017-03-17"),
    "published_on": ("likewise", "2017-08-01"),
    "theme": (f"{_either(list(definitions().themes))}; empty where none fits", "missing-children"),
    "topic": ("words, where no theme fits", ""),
    "theme_printed": ("as the source calls it", "missing and absent children"),
    "sample": ("which cases, where a source has several sets of one theme", ""),
    "assessor": (f"who graded them: {_either(Assessor.values)}; empty: inspectors", "inspectors"),
    "cases": (f"how many were looked at: {_NUMBER}", "12"),
    "good": (_NUMBER, "3"),
    "adequate": ("likewise; only cases of 2014 and 2015 had this grade", ""),
    "requires_improvement": ("likewise", "4"),
    "inadequate": ("likewise", "5"),
    "below_good": ("likewise; where the source gives the lower grades only together", ""),
    "percent_good": ("as printed, 0 to 100; never turned into a count", ""),
    "stated": ("the source’s words, where it gives no number", ""),
    "observed": (f"in how many of the cases something was seen: {_NUMBER}", ""),
    "observed_what": ("what was seen in those", ""),
    "completeness": (
        f"{_either(Completeness.values)}. Empty: worked out from the numbers. full_split without cases: the "
        "parts are all of them, and are added up. inconsistent: printed so, the parts do not add up",
        "full_split",
    ),
    "source": (
        "where the figure was seen: an address, the key of a source on this site, or a title",
        "https://example.org/report",
    ),
    "locator": ("where in the source: page, paragraph, heading", "page 9"),
    "page": ("the number of the page alone, if it has one", "9"),
    "confidence": (f"{_either(Confidence.values)}: where it was seen; empty: read", "read"),
    "certainty": (_either(Certainty.values), "high"),
}  # fmt: skip


def columns() -> list[Column]:
    return [Column(name, *_WORDS[name], required=name in ESSENTIAL) for name in TEMPLATE]
