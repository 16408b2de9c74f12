"""The fixed words a typed fact may use, read from ``definitions/`` without a database.

A reader runs in a process of its own that knows no Django; the form uses the same words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args

import yaml

from inspections.reading.records import CaseReviewRecord, Certainty, Confidence

DEFINITIONS = Path(__file__).resolve().parents[2] / "definitions"
# From this year on the cases of a child protection inspection were graded without “adequate”.
FIRST_YEAR_OF_THREE_GRADES = 2016

KINDS = (
    "full", "short", "reinspection", "focused_visit", "monitoring_visit", "post_inspection_review",
    "quarterly_update", "joint", "progress_review", "commissioned", "pilot", "own_audit", "disclosure",
    "inquiry", "thematic",
)  # fmt: skip


# Whoever inspects one kind of area only.
SCOPE_OF = {"hmicfrs": "force", "ofsted": "authority"}


def _words_of(field: str) -> tuple[str, ...]:
    return get_args(CaseReviewRecord.model_fields[field].annotation)


ASSESSORS = _words_of("assessor")
COMPLETENESS = _words_of("completeness")
DISCLOSURES = _words_of("disclosure")
CONFIDENCES = get_args(Confidence)
CERTAINTIES = get_args(Certainty)
SCOPES = {"authority": "authority", "force": "whole_force"}


@dataclass(frozen=True)
class FrameworkCodes:
    """``grades``: of its own scales. ``case_grades``: of the scale its cases are graded on, else empty."""

    code: str
    name: str
    inspectorate: str
    aspects: tuple[str, ...]
    grades: tuple[str, ...]
    case_grades: tuple[str, ...]

    def case_grades_in(self, year: int | None) -> tuple[str, ...]:
        """Those a case could be given in that year; an unknown year leaves every one possible."""
        if year is None or year < FIRST_YEAR_OF_THREE_GRADES:
            return self.case_grades
        return tuple(grade for grade in self.case_grades if grade != "adequate")


def _read(name: str) -> list[dict[str, Any]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return list(yaml.load((DEFINITIONS / name).read_text(encoding="utf-8"), Loader=loader))  # noqa: S506


@cache
def frameworks() -> dict[str, FrameworkCodes]:
    scales = {
        scale["code"]: tuple(grade["code"] for grade in scale["grades"]) for scale in _read("scales.yaml")
    }
    return {
        row["code"]: FrameworkCodes(
            code=row["code"],
            name=row["name"],
            inspectorate=row["inspectorate"],
            aspects=tuple(row.get("aspects") or ()),
            grades=tuple(dict.fromkeys(g for scale in row.get("scales") or () for g in scales[scale])),
            case_grades=scales[row["case_scale"]] if row.get("case_scale") else (),
        )
        for row in _read("frameworks.yaml")
    }


@cache
def themes() -> dict[str, str]:
    """Code to name, in the order of the definitions."""
    return {row["code"]: row["name"] for row in _read("themes.yaml")}


@cache
def _themes_by_words() -> dict[str, str]:
    return {name.casefold(): code for code, name in themes().items()} | {code: code for code in themes()}


def theme_code(words: str) -> str | None:
    """The code of a theme given by its code or its name; None where there is no such theme."""
    return _themes_by_words().get(words.casefold().replace("'", "’"))


def misplaced(framework: str, kinds: Iterable[str]) -> str:
    """Why no inspection under this framework is of such areas alone; empty where it may be."""
    known = frameworks().get(framework)
    expected = SCOPE_OF.get(known.inspectorate) if known else None
    given = set(kinds)
    if known is None or expected is None or expected in given or not given:
        return ""
    words = ("a force", "an authority") if expected == "force" else ("an authority", "a force")
    return f"an inspection under {known.name} is of {words[0]}, not {words[1]}"


def disclosure_of(kind: str) -> str:
    """How what an inspection of this kind gives came out, where nobody says otherwise."""
    return {"disclosure": "to_inquiry", "own_audit": "own_publication"}.get(kind, "in_report")
