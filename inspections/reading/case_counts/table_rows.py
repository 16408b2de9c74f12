"""Tallies in tables and lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inspections.reading.case_counts.prose import tallies_of_cases
from inspections.reading.case_counts.tally import Tally, settled
from inspections.reading.case_counts.tokens import plain
from inspections.reading.language.numbers import in_figures, in_words

_COUNT = re.compile(
    r"([\w,-]{1,30}(?: (?!cases?\b|files?\b)[\w-]{1,20}){0,3}?)(?: (?:cases?|files?))?(?: ?\([^()]{0,20}\))?"
)
_PERCENT = re.compile(r"%|\bper ?cent|\bproportion\b|\brate\b")
_PERCENT_SIGN = re.compile(r"\(?(?:%|\bper ?cent\b)\)?")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,2})?) ?(%|per ?cent)?")
_TOTAL = re.compile(r"\b(?:total|all|overall|sample|cases|files|records|audits)\b|^(?:number|n)$")
_REFERENCE = re.compile(r"\b(?:ref|reference|id|type|kind)\b")
_GRADE_WORDS = (
    ("inadequate", re.compile(r"\binadequate\b")),
    ("adequate", re.compile(r"\badequate\b")),
    ("requires_improvement", re.compile(r"\bimprovement\b|\bri\b")),
    ("good", re.compile(r"\bgood\b")),
)
_BELOW = re.compile(r"\b(?:not|below|less than|worse than|lower than) '?good\b")
_COUNTED = frozenset({"good", "adequate", "requires_improvement", "inadequate", "below_good"})
_SPOKEN = {
    "good": "good",
    "adequate": "adequate",
    "requires_improvement": "requiring improvement",
    "inadequate": "inadequate",
}
_ONE_NUMBER = re.compile(r"\D{0,80}?(\d[\d,]{0,8})\D{0,80}")


def tally_of_row(header: Sequence[str], cells: Sequence[str]) -> tuple[str, Tally] | None:
    """The row's label and its tally; None where header or row hold no counts by grade.

    A cell that gives no number ("-", "n/a") is not given. A percentage is never a count: a row of nothing
    else is a row of proportions.
    """
    columns = [column_of(name) for name in header]
    numbers = [_count(cell) for cell in cells]
    if all(number is None for number in numbers) or not _COUNTED.intersection(columns):
        return _proportions(header, cells)
    if len(cells) == len(header) + 1 and columns[0]:
        columns = ["", *columns]  # the labels' own column has no name
    if len(cells) != len(columns):
        doubt = f"the row has {len(cells)} cells, its header {len(columns)}"
        return cells[0].strip(), settled(cases=None, parts={}, doubt=doubt)
    columns = [
        "" if column == "cases" and number is None and any(map(str.isalpha, cell)) else column
        for column, number, cell in zip(columns, numbers, cells, strict=True)
    ]
    label = " ".join(cell.strip() for cell, column in zip(cells, columns, strict=True) if column == "")
    found: dict[str, int] = {}
    for column, number in zip(columns, numbers, strict=True):
        if number is None or column in ("", "percent"):
            continue
        if found.setdefault(column, number) != number:
            doubt = f"two columns for {column.replace('_', ' ')}: {found[column]} and {number}"
            return label, settled(cases=None, parts={}, doubt=doubt)
    if not _COUNTED.intersection(found):
        return _proportions(header, cells)
    cases, below = found.pop("cases", None), found.pop("below_good", None)
    return label, settled(cases=cases, parts=found, below_good=below)


def _proportions(header: Sequence[str], cells: Sequence[str]) -> tuple[str, Tally] | None:
    """A row that gives its grades per cent only: kept as proportions, never turned into counts."""
    if len(cells) == len(header) + 1 and column_of(header[0]):
        header = ["", *header]
    if len(cells) != len(header):
        return None
    shares: dict[str, float] = {}
    label: list[str] = []
    cases: int | None = None
    for name, cell in zip(header, cells, strict=True):
        grade = column_of(_PERCENT_SIGN.sub(" ", plain(name)))
        share = _share(cell, signed=_PERCENT.search(plain(name)) is not None)
        if grade in _SPOKEN and share is not None:
            if shares.setdefault(grade, share) != share:
                return None
        elif grade == "cases":
            cases = _count(cell)
        elif not grade:
            label.append(cell.strip())
    if len(shares) < 2:
        return None
    others = [f"{share:g} per cent {_SPOKEN[grade]}" for grade, share in shares.items() if grade != "good"]
    told = settled(cases=cases, parts={}, percent_good=shares.get("good"), stated="; ".join(others))
    return " ".join(label), told


def _share(cell: str, *, signed: bool) -> float | None:
    """Per cent; None where neither the cell nor (``signed``) its header says that it is."""
    found = _SHARE.fullmatch(" ".join(plain(cell[:40]).split()))
    if not found or not (found[2] or signed):
        return None
    share = float(found[1])
    return share if share <= 100 else None


def column_of(name: str) -> str:
    """What a column counts: a grade, ``below_good``, ``cases``, ``percent`` or nothing ("")."""
    said = " ".join(plain(name).split())
    if _PERCENT.search(said):
        return "percent"
    if _BELOW.search(said):
        return "below_good"
    grades = [grade for grade, words in _GRADE_WORDS if words.search(said)]
    if len(grades) == 1:
        return grades[0]
    if grades:
        return "below_good" if "good" not in grades else ""
    return "cases" if _TOTAL.search(said) and not _REFERENCE.search(said) else ""


def _count(cell: str) -> int | None:
    said = " ".join(plain(cell[:80]).split())
    found = _COUNT.fullmatch(said)
    if not found:
        return None
    if (figures := in_figures(found[1])) is not None:
        return figures
    words = re.findall(r"\w+|-", found[1])
    spelled = in_words(words, 0) if words else None
    return spelled[0] if spelled and spelled[1] == len(words) else None


def tally_of_list(items: Sequence[str]) -> Tally | None:
    """The tally of a list's items, one grade or the total in each ("6 good", "Total: 19"); None where they
    name no grade with a number."""
    told = [" ".join(item.split()).rstrip(".;,") for item in items]
    totals = [int(found[1].replace(",", "")) for item in told if (found := _total_of(item))]
    graded = "; ".join(item for item in told if not _total_of(item))
    tallies = tallies_of_cases(graded)
    if not tallies:
        return None
    if len(tallies) > 1 or len(set(totals)) > 1:
        doubt = "the list gives a grade or its total twice, with different numbers"
        return settled(cases=None, parts={}, doubt=doubt)
    tally = tallies[0]
    parts = {grade: number for grade in _COUNTED if (number := getattr(tally, grade)) is not None}
    below = parts.pop("below_good", None)
    if below is not None:
        below -= parts.get("adequate", 0)
    return settled(
        cases=totals[0] if totals else tally.cases if tally.cases_basis == "printed" else None,
        parts=parts,
        below_good=below,
        percent_good=tally.percent_good,
        stated=tally.stated,
        assessor=tally.assessor,
        sample=tally.sample,
    )


def _total_of(item: str) -> re.Match[str] | None:
    """“Total: 19”, “19 in all”: one number and no grade."""
    return _ONE_NUMBER.fullmatch(item) if column_of(item) == "cases" else None
