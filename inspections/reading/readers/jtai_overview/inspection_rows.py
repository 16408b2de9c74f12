"""One row to one inspection: whom, when, on what, and the summaries of what it found."""

from __future__ import annotations

import re

from inspections.reading.language.dates import span_in_sentence
from inspections.reading.language.printed_dates import plain_day
from inspections.reading.language.themes.matching import themes_of
from inspections.reading.problems import note
from inspections.reading.records import DateSpan, FindingRecord, InspectionRecord, PlaceRecord, ProblemRecord
from inspections.reading.structure.inspection_tables import Row, published_on, report_address
from inspections.terms import About, FindingKind, Scope

# Summaries by what the reports call them, under the names of their columns.
SUMMARIES = {
    "summary_priority_action": "areas for priority action",
    "summary_improvement": "areas for improvement",
    "summary_key_strengths": "strengths",
    "summary_headline_findings": "headline findings",
    "summary_needs_to_improve": "what needs to improve",
}
_EMPTY = ("", "none", "nan", "n/a", "not found or not applicable")
_LONGEST_TOPIC = 200
_LONGEST_PASSAGE = 6000  # ten times the longest summary seen
_LONGEST_VALUE = 200
_GSS = re.compile(r"E\d{8}")
_URN = re.compile(r"\d{5,7}")
# What the theme may say around an authority's name.
_OF_A_NAME = frozenset(("the", "london", "royal", "borough", "city", "county", "metropolitan", "district",
    "council", "of", "and"))  # fmt: skip
_STATES_DAYS = re.compile(
    r"\b(?:between|from)\s+(?=\d{1,2}\s(?:[a-z]+\s)?(?:20\d\d\s)?(?:and|to)\s\d)", re.IGNORECASE
)
_SAYS_NONE = re.compile(r"there (?:are|were) no areas for priority action\b", re.IGNORECASE)
_PRIORITY = "summary_priority_action"


def said(row: Row[str], meaning: str) -> str:
    """The cell's words on one line; empty for the words by which the file says that it has none."""
    words = row.words(meaning)
    return "" if words.casefold().rstrip(".") in _EMPTY else words


def inspection_of(row: Row[str]) -> tuple[InspectionRecord | None, list[ProblemRecord]]:
    """None for a row that names no place or gives no date; then a problem says so."""
    problems: list[ProblemRecord] = []
    name, code, urn = said(row, "name"), said(row, "code").upper(), said(row, "urn")
    if not _GSS.fullmatch(code):
        code = urn if _URN.fullmatch(urn) else ""
    if not name:
        message = "this row names no local authority" + ("; its code was taken" if code else "")
        problems.append(note(row.place("name"), "area", code, message))
        if not code:
            return None, problems
    stated, around, trouble = _stated_days(said(row, "theme"))
    if trouble:
        problems.append(note(row.place("theme"), "fieldwork", stated.raw, trouble))
    fieldwork, published, doubts = _dates(row, stated)
    problems += doubts
    if not fieldwork.end and not published.end:
        message = f"no date can be read for {name or code}, so its inspection cannot be told from others"
        return None, [*problems, note(row.locator, "inspection", name or code, message)]
    url, doubts = report_address(row, "link")
    problems += doubts
    findings, doubts = _findings(row)
    record = InspectionRecord(
        inspectorate="joint",
        framework="jtai",
        kind="joint",
        places=(PlaceRecord(raw=name or code, kind="authority", code=code, scope=Scope.AUTHORITY),),
        topic=_topic(around, name),
        locator=row.locator,
        url=url,
        fieldwork=fieldwork,
        published=published,
        findings=tuple(findings),
    )
    return record, problems + doubts


def _stated_days(theme: str) -> tuple[DateSpan, str, str]:
    """The days of fieldwork a theme states, the words around them, and why they make no span of days.

    The year of the first day may be left to the last one; no other part of a date is supplied.
    """
    opening = _STATES_DAYS.search(theme)
    told = span_in_sentence(theme[opening.start() :], None) if opening else None
    if opening is None or told is None:
        return DateSpan(), theme, ""
    raw = f"{opening.group()}{told.span.raw}"
    before, _, after = theme.partition(raw)
    around = f"{before.rstrip()}{after}"
    if told.trouble or told.assumed:
        why = "are no span of days" if re.search(r"20\d\d", raw) else "give no year"
        trouble = f"these words {why}, so no days of fieldwork were taken from them"
        return DateSpan(raw=raw), around, trouble
    return told.span.model_copy(update={"raw": raw}), around, ""


def _dates(row: Row[str], fieldwork: DateSpan) -> tuple[DateSpan, DateSpan, list[ProblemRecord]]:
    """Fieldwork and publication, and what is wrong with them."""
    problems: list[ProblemRecord] = []
    words, place = said(row, "published"), row.place("published")
    on = plain_day(row.cell("published"))
    if on is None:
        problems.append(note(place, "published", words, "no day of publication can be read here"))
    elif fieldwork.end and on < fieldwork.end:
        message = (
            f"published before the fieldwork ended as the theme states it ({fieldwork.raw}); "
            "neither date was taken"
        )
        problems.append(note(place, "published", words, message))
        return DateSpan(raw=fieldwork.raw), DateSpan(raw=words), problems
    return fieldwork, published_on(words, on), problems


def _topic(around: str, name: str) -> str:
    """The theme's own words, ``around`` its dates, without the authority that it ends in."""
    words = around.strip().rstrip(".").rstrip()
    before, _, place = words.rpartition(" in ")
    of_the_name = set(name.casefold().split())
    in_theme = set(place.casefold().split())
    if before and of_the_name and of_the_name & in_theme and in_theme <= of_the_name | _OF_A_NAME:
        words = before
    return words[:_LONGEST_TOPIC].rstrip()


def _findings(row: Row[str]) -> tuple[list[FindingRecord], list[ProblemRecord]]:
    findings: list[FindingRecord] = []
    problems: list[ProblemRecord] = []
    for column, topic in SUMMARIES.items():
        words = said(row, column)
        if not words:
            continue
        place = row.place(column)
        none_given = column == _PRIORITY and _SAYS_NONE.match(words) is not None
        if none_given:
            message = (
                "this cell says that there are none, and may run on into the words of another heading; "
                "it is kept as printed and not taken for a recommendation"
            )
            problems.append(note(place, topic, words[:_LONGEST_VALUE], message))
        if len(words) > _LONGEST_PASSAGE:
            message = f"only the first {_LONGEST_PASSAGE} characters of this cell are kept"
            problems.append(note(place, topic, words[:_LONGEST_VALUE], message))
        passage = words[:_LONGEST_PASSAGE]
        themes = themes_of(passage)
        findings.append(
            FindingRecord(
                kind=FindingKind.RECOMMENDATION
                if column == _PRIORITY and not none_given
                else FindingKind.STATEMENT,
                theme=themes[0] if len(themes) == 1 else None,
                topic=topic,
                about=About.PARTNERSHIP,
                passage=passage,
                locator=f"{place} ({column})",
            )
        )
    return findings, problems
