"""One row to one inspection: whom, when, on what, and the summaries of what it found."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from inspections.reading.language.dates import span_in_sentence
from inspections.reading.language.printed_dates import plain_day
from inspections.reading.language.themes.matching import themes_of
from inspections.reading.readers.jtai_overview.tables import SUMMARIES, Row, Table, doubt, printed
from inspections.reading.records import DateSpan, FindingRecord, InspectionRecord, PlaceRecord, ProblemRecord

_ONE_REPORT = dt.timedelta(days=3)
_LONGEST_TOPIC = 200
_LONGEST_PASSAGE = 6000  # ten times the longest summary seen
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


def inspection_of(table: Table, row: Row) -> tuple[InspectionRecord | None, list[ProblemRecord]]:
    """None for a row that names no place or gives no date; then a problem says so."""
    name = table.said(row, "name")
    code = _code(table, row)
    if not name and not code:
        message = "this row names no local authority"
        return None, [doubt(table.place(row, "name"), "area", "", message)]
    problems: list[ProblemRecord] = []
    if not name:
        message = "this row names no local authority; its code was taken"
        problems.append(doubt(table.place(row, "name"), "area", code, message))
    theme = table.said(row, "theme")
    stated, around, trouble = _stated_days(theme)
    if trouble:
        problems.append(doubt(table.place(row, "theme"), "fieldwork", stated.raw, trouble))
    fieldwork, published, doubts = _dates(table, row, stated)
    problems += doubts
    if not fieldwork.end and not published.end:
        message = f"no date can be read for {name or code}, so its inspection cannot be told from others"
        return None, [*problems, doubt(row.locator, "inspection", name or code, message)]
    findings, doubts = _findings(table, row)
    record = InspectionRecord(
        inspectorate="joint",
        framework="jtai",
        kind="joint",
        places=(PlaceRecord(raw=name or code, kind="authority", code=code, scope="authority"),),
        topic=_topic(around, name),
        locator=row.locator,
        fieldwork=fieldwork,
        published=published,
        findings=tuple(findings),
    )
    return record, problems + doubts


def starts_repeated(table: Table) -> list[ProblemRecord]:
    """Why the column of first days is not taken, and each row where it is not the day of publication."""
    if "start" not in table.columns:
        return []
    given = [row for row in table.rows if table.said(row, "start")]
    other = [
        row for row in given if printed(table.cell(row, "start")) != printed(table.cell(row, "published"))
    ]
    if not given:
        return []
    message = "on these rows the inspection’s start is the day of publication; it is fieldwork on no row"
    value = f"{len(given) - len(other)} of {len(given)} rows"
    problems = [doubt(table.sheet, "fieldwork", value, message)]
    for row in other:
        message = "another day than that of publication; this column is not relied on, so it was not taken"
        problems.append(doubt(table.place(row, "start"), "fieldwork", table.said(row, "start"), message))
    return problems


@dataclass
class Earlier:
    """The inspections of the rows above, to name a row that tells of one a second time."""

    records: dict[str, list[InspectionRecord]] = field(default_factory=dict)

    def told_of(self, record: InspectionRecord) -> ProblemRecord | None:
        before = self.records.setdefault(record.places[0].raw.casefold(), [])
        other = next((one for one in before if _one_report(one.published, record.published)), None)
        if other is None:
            before.append(record)
            return None
        message = f"{other.locator} tells of this inspection already; this row was not stored"
        return doubt(record.locator, "inspection", record.places[0].raw, message)


def _one_report(one: DateSpan, other: DateSpan) -> bool:
    if one.end is None or other.end is None:
        return False
    return abs(one.end - other.end) <= _ONE_REPORT


def _code(table: Table, row: Row) -> str:
    """The GSS code, failing that the Ofsted URN; what has the shape of neither is no code."""
    gss, urn = table.said(row, "code").upper(), table.said(row, "urn")
    if _GSS.fullmatch(gss):
        return gss
    return urn if _URN.fullmatch(urn) else ""


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


def _dates(table: Table, row: Row, fieldwork: DateSpan) -> tuple[DateSpan, DateSpan, list[ProblemRecord]]:
    """Fieldwork and publication, and what is wrong with them."""
    problems: list[ProblemRecord] = []
    said = table.said(row, "published")
    day = plain_day(table.cell(row, "published"))
    published = DateSpan(raw=said, start=day, end=day, basis="statistics" if day else "unknown")
    if day is None:
        message = "no day of publication can be read here"
        problems.append(doubt(table.place(row, "published"), "published", said, message))
    elif fieldwork.end and day < fieldwork.end:
        message = (
            f"published before the fieldwork ended as the theme states it ({fieldwork.raw}); "
            "neither date was taken"
        )
        problems.append(doubt(table.place(row, "published"), "published", said, message))
        return DateSpan(raw=fieldwork.raw), DateSpan(raw=said), problems
    return fieldwork, published, problems


def _topic(around: str, name: str) -> str:
    """The theme's own words, ``around`` its dates, without the authority that it ends in."""
    words = around.strip().rstrip(".").rstrip()
    before, _, place = words.rpartition(" in ")
    of_the_name = set(name.casefold().split())
    in_theme = set(place.casefold().split())
    if before and of_the_name and of_the_name & in_theme and in_theme <= of_the_name | _OF_A_NAME:
        words = before
    return words[:_LONGEST_TOPIC].rstrip()


def _findings(table: Table, row: Row) -> tuple[list[FindingRecord], list[ProblemRecord]]:
    findings: list[FindingRecord] = []
    problems: list[ProblemRecord] = []
    for column, topic in SUMMARIES.items():
        words = table.said(row, column)
        if not words:
            continue
        place = table.place(row, column)
        none_given = column == _PRIORITY and _SAYS_NONE.match(words) is not None
        if none_given:
            message = (
                "this cell says that there are none, and may run on into the words of another heading; "
                "it is kept as printed and not taken for a recommendation"
            )
            problems.append(doubt(place, topic, words, message))
        if len(words) > _LONGEST_PASSAGE:
            message = f"only the first {_LONGEST_PASSAGE} characters of this cell are kept"
            problems.append(doubt(place, topic, words, message))
        passage = words[:_LONGEST_PASSAGE]
        themes = themes_of(passage)
        findings.append(
            FindingRecord(
                kind="recommendation" if column == _PRIORITY and not none_given else "statement",
                theme=themes[0] if len(themes) == 1 else None,
                topic=topic,
                about="partnership",
                passage=passage,
                locator=f"{place} ({column})",
            )
        )
    return findings, problems
