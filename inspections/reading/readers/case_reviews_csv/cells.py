"""The cells of one row into one tally: every fault with its field, its value and the words it may have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from inspections.definitions.loader import definitions
from inspections.domain.case_counts import CaseCounts
from inspections.reading.language.text import squeezed
from inspections.reading.readers.case_reviews_csv.columns import COUNTS
from inspections.reading.records import CaseReviewRecord, PlaceRecord
from inspections.reading.typed import codes
from inspections.reading.typed.faults import Fault, blocking
from inspections.reading.typed.tallies import check
from inspections.terms import Assessor, CasesBasis, Certainty, Completeness, Disclosure, Severity

_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)\s?%?", re.ASCII)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){0,12}")
# As long as the site keeps them.
LONGEST = {
    "topic": 200, "theme_printed": 200, "sample": 120, "stated": 300, "observed_what": 300, "locator": 120,
}  # fmt: skip
_UNPUBLISHED = ("proposed", "needs_review")


class Cells:
    """One row by the names of its columns; what is wrong with it is collected in ``faults``."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values
        self.faults: list[Fault] = []

    def text(self, name: str) -> str:
        words = self._values.get(name, "")
        if not words:
            return words
        words = squeezed(words)
        longest = LONGEST.get(name)
        if longest and len(words) > longest:
            self.wrong(name, words, f"this is longer than {longest} characters")
        return words

    def wrong(self, field: str, value: str, message: str) -> None:
        self.faults.append(Fault(field, value, message))

    def note(self, field: str, value: str, message: str) -> None:
        self.faults.append(Fault(field, value, message, Severity.NOTE))

    def one_of(self, name: str, allowed: Sequence[str], *, required: bool = False, empty: str = "") -> str:
        words = self.text(name)
        code = words.lower().replace(" ", "_").replace("-", "_")
        if code in allowed:
            return code
        if words or required:
            said = "must be one of" if words else "is required: one of"
            self.wrong(name, words, f"this {said} {', '.join(allowed)}")
        return empty

    def number(self, name: str) -> int | None:
        return self._parsed(
            name, _NUMBER, int, "a whole number from 0 is expected; leave it empty if not given"
        )

    def percent(self, name: str) -> float | None:
        return self._parsed(name, _PERCENT, float, "a percentage from 0 to 100 is expected")

    def _parsed(self, name: str, shape: re.Pattern[str], parse: Callable[[str], Any], expected: str) -> Any:
        words = self.text(name)
        found = shape.fullmatch(words)
        if found:
            return parse(found[found.re.groups])  # its last group, or all of it
        if words:
            self.wrong(name, words, expected)
        return None


def places(cells: Cells, kind_of_visit: str) -> tuple[PlaceRecord, ...]:
    """The areas of a row, as in their addresses here or by any name they go by.

    They may carry their kind (``authority:durham``); else ``area_kind`` says it.

    None only where the row is about no one area: a thematic inspection of several.
    """
    kinds = [codes.area_kind(kind) for kind in cells.text("area_kind").split(";") if kind.strip()]
    slugs = [slug.strip() for slug in cells.text("area_slug").split(";") if slug.strip()]
    if not slugs and (kinds or kind_of_visit != "thematic"):
        cells.wrong("area_slug", "", "an area is required, by its name or that in its address (st-helens)")
    if len(kinds) == 1:
        kinds *= len(slugs)
    found = []
    for position, words in enumerate(slugs):
        before, _, name = words.rpartition(":")
        kind = codes.area_kind(before) or (kinds[position] if len(kinds) == len(slugs) else "")
        if kind not in codes.SCOPES:
            given = kind or ";".join(kinds)
            cells.wrong("area_kind", given, "this must be authority or force, one for each area")
        else:
            # Where no area has such an address, the words are looked up as a name.
            decided = f"{kind}:{name}" if _SLUG.fullmatch(name) else ""
            said = {"raw": name.strip(), "kind": kind, "scope": codes.SCOPES[kind], "decided": decided}
            found.append(PlaceRecord.model_validate(said))
    return tuple(dict.fromkeys(found))


def case_review(cells: Cells, *, framework: str, kind: str, year: int | None) -> CaseReviewRecord | None:
    """The tally of a row; None where it cannot be kept, with the reason in ``cells.faults``."""
    theme = _theme(cells)
    numbers: dict[str, Any] = {name: cells.number(name) for name in COUNTS}
    numbers["percent_good"] = cells.percent("percent_good")
    words: dict[str, Any] = {name: cells.text(name) for name in ("stated", "observed_what")}
    words["cases_basis"] = cells.one_of("cases_basis", CasesBasis.values) or None
    words["completeness"] = cells.one_of("completeness", Completeness.values) or None
    rest: dict[str, Any] = {
        name: cells.text(name) for name in ("topic", "theme_printed", "sample", "locator")
    }
    rest["assessor"] = cells.one_of("assessor", Assessor.values, empty="inspectors")
    rest["disclosure"] = cells.one_of("disclosure", Disclosure.values, empty=codes.disclosure_of(kind))
    rest["certainty"] = cells.one_of("certainty", Certainty.values, required=True)
    rest["page"] = cells.number("page")
    if not rest["locator"] and not rest["page"]:
        cells.note("locator", "", "where in the source this stands is not said")
    if blocking(cells.faults):
        return None
    checked = check(CaseCounts(**numbers, **words), definitions().case_grades_of(framework, year))
    cells.faults += checked.faults
    if blocking(checked.faults):
        return None
    rest["proposed"] = cells.text("review_status") in _UNPUBLISHED
    return CaseReviewRecord(**checked.counts.model_dump(), theme=theme, **rest)


def _theme(cells: Cells) -> str | None:
    words, topic = cells.text("theme"), cells.text("topic")
    theme = codes.theme_code(words) if words else None
    if words and theme is None:
        cells.wrong("theme", words, "there is no such theme; leave it empty and say it in “topic”")
    elif not words and not topic:
        cells.wrong("theme", "", "a theme is required, or a topic in words")
    return theme
