"""Tallies in tables and lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inspections.domain.case_counts import CASE_GRADES
from inspections.reading.case_counts import vocabulary as v
from inspections.reading.case_counts.prose import tallies_in
from inspections.reading.case_counts.tally import Tally, tally_of_numbers
from inspections.reading.case_counts.tokens import plain
from inspections.reading.language.numbers import number_of
from inspections.reading.language.text import squeezed

_COUNT = re.compile(
    r"([\w,-]{1,30}(?: (?!cases?\b|files?\b)[\w-]{1,20}){0,3}?)(?: (?:cases?|files?))?(?: ?\([^()]{0,20}\))?"
)
_PERCENT = re.compile(r"%|\bper ?cent|\bproportion\b|\brate\b")
_PERCENT_SIGN = re.compile(r"\(?(?:%|\bper ?cent\b)\)?")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,2})?) ?(%|per ?cent)?")
_TOTAL = re.compile(r"\b(?:total|all|overall|sample|cases|files|records|audits)\b|^(?:number|n)$")
_REFERENCE = re.compile(r"\b(?:ref|reference|id|type|kind)\b")
_GRADES = {
    v.GOOD: re.compile(r"\bgood\b"),
    v.ADEQUATE: re.compile(r"\badequate\b"),
    v.IMPROVEMENT: re.compile(r"\bimprovement\b|\bri\b"),
    v.INADEQUATE: re.compile(r"\binadequate\b"),
}
_BELOW = re.compile(r"\b(?:not|below|less than|worse than|lower than) '?good\b")
_COUNTED = frozenset({*CASE_GRADES, v.BELOW_GOOD})
_ONE_NUMBER = re.compile(r"\D{0,80}?(\d[\d,]{0,8})\D{0,80}")


def tally_of_row(header: Sequence[str], cells: Sequence[str]) -> tuple[str, Tally] | None:
    """The row's label and its tally; None where header or row hold no counts by grade.

    A cell that gives no number ("-", "n/a") is not given. A percentage is never a count: a row of nothing
    else is a row of proportions.
    """
    if len(cells) == len(header) + 1 and column_of(header[0]):
        header = ["", *header]  # the labels' own column has no name
    columns = [column_of(name) for name in header]
    numbers = [_count(cell) for cell in cells]
    if all(number is None for number in numbers) or not _COUNTED.intersection(columns):
        return _proportions(header, cells)
    if len(cells) != len(columns):
        doubt = f"the row has {len(cells)} cells, its header {len(columns)}"
        return cells[0].strip(), tally_of_numbers(cases=None, parts={}, doubt=doubt)
    label, found, doubt = [], dict[str, int](), ""
    for column, number, cell in zip(columns, numbers, cells, strict=True):
        if not column or (column == "cases" and number is None and any(map(str.isalpha, cell))):
            label.append(cell.strip())
        elif number is not None and column != "percent" and found.setdefault(column, number) != number:
            doubt = doubt or f"two columns for {column.replace('_', ' ')}: {found[column]} and {number}"
    if doubt:
        return " ".join(label), tally_of_numbers(cases=None, parts={}, doubt=doubt)
    if not _COUNTED.intersection(found):
        return _proportions(header, cells)
    cases, below = found.pop("cases", None), found.pop(v.BELOW_GOOD, None)
    return " ".join(label), tally_of_numbers(cases=cases, parts=found, below_good=below)


def _proportions(header: Sequence[str], cells: Sequence[str]) -> tuple[str, Tally] | None:
    """A row that gives its grades per cent only: kept as proportions, never turned into counts.

    A number is a share where its cell or its header says so.
    """
    if len(cells) != len(header):
        return None
    shares: dict[str, float] = {}
    label: list[str] = []
    cases: int | None = None
    for name, cell in zip(header, cells, strict=True):
        grade = column_of(_PERCENT_SIGN.sub(" ", plain(name)))
        found = _SHARE.fullmatch(squeezed(plain(cell[:40]))) if grade in CASE_GRADES else None
        if found and (found[2] or _PERCENT.search(plain(name))) and float(found[1]) <= 100:
            share = float(found[1])
            if shares.setdefault(grade, share) != share:
                return None
        elif grade == "cases":
            cases = _count(cell)
        elif not grade:
            label.append(cell.strip())
    if len(shares) < 2:
        return None
    good = shares.pop(v.GOOD, None)
    others = [f"{share:g} per cent {v.GRADE_WORDS[grade]}" for grade, share in shares.items()]
    return " ".join(label), tally_of_numbers(
        cases=cases, parts={}, percent_good=good, stated="; ".join(others)
    )


def column_of(name: str) -> str:
    """What a column counts: a grade, ``below_good``, ``cases``, ``percent`` or nothing ("")."""
    said = squeezed(plain(name))
    if _PERCENT.search(said):
        return "percent"
    if _BELOW.search(said):
        return v.BELOW_GOOD
    grades = [grade for grade, words in _GRADES.items() if words.search(said)]
    if grades:
        return grades[0] if len(grades) == 1 else "" if v.GOOD in grades else v.BELOW_GOOD
    return "cases" if _TOTAL.search(said) and not _REFERENCE.search(said) else ""


def _count(cell: str) -> int | None:
    found = _COUNT.fullmatch(squeezed(plain(cell[:80])))
    return number_of(found[1]) if found else None


def tally_of_list(items: Sequence[str]) -> Tally | None:
    """The tally of a list's items, one grade or the total in each ("6 good", "Total: 19"); None where they
    name no grade with a number."""
    graded, totals = [], []
    for item in (squeezed(words).rstrip(".;,") for words in items):
        total = _ONE_NUMBER.fullmatch(item) if column_of(item) == "cases" else None
        if total:
            totals.append(int(total[1].replace(",", "")))  # “Total: 19”, “19 in all”
        else:
            graded.append(item)
    tallies = tallies_in("; ".join(graded), of_cases=True)
    if not tallies:
        return None
    if len(tallies) > 1 or len(set(totals)) > 1:
        doubt = "the list gives a grade or its total twice, with different numbers"
        return tally_of_numbers(cases=None, parts={}, doubt=doubt)
    tally = tallies[0]
    printed = tally.cases if tally.cases_basis == "printed" else None
    return tally_of_numbers(
        cases=totals[0] if totals else printed,
        parts=tally.parts,
        below_good=None if tally.below_good is None else tally.below_good - (tally.adequate or 0),
        percent_good=tally.percent_good,
        stated=tally.stated,
        assessor=tally.assessor,
        sample=tally.sample,
    )
