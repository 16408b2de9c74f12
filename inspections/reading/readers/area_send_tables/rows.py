"""One row to its inspection, and to the revisit it tells of."""

from __future__ import annotations

import re

from inspections.reading.language.printed_dates import plain_day
from inspections.reading.language.send_outcomes import stated_outcomes
from inspections.reading.problems import blocking, note
from inspections.reading.records import (
    DateSpan,
    FindingRecord,
    InspectionRecord,
    JudgementRecord,
    PlaceRecord,
    ProblemRecord,
)
from inspections.reading.structure.inspection_tables import Row, report_address
from inspections.terms import About, DateBasis, GradeStatus, Scope

Outcome = tuple[tuple[JudgementRecord, ...], tuple[FindingRecord, ...], list[ProblemRecord]]

_ASPECT = "area_send_outcome"
_EMPTY = ("", "na", "n/a", "nan", "none", "-")
_PARTNERSHIP = re.compile(r"\s+(?:local )?area(?: partnership)?$", re.IGNORECASE)
_URN = re.compile(r"\d{5,7}")
_GSS = re.compile(r"[EW]\d{8}")
# As the overview numbers them; told by the words beside, the number is only compared.
_NUMBERS = {"1": "positive", "2": "inconsistent", "3": "systemic_failings"}
_KINDS = {"": "full", "full": "full", "inspection": "full", "monitoring": "monitoring_visit"}
_ANSWERS = ("yes", "no", "some")


def said(row: Row[str], meaning: str) -> str:
    """The cell's words; empty for the words by which tables say that there are none."""
    words = row.words(meaning)
    return "" if words.casefold() in _EMPTY else words


def inspection_of(row: Row[str]) -> tuple[InspectionRecord | None, list[ProblemRecord]]:
    """None with the reason."""
    place, problems = _place(row)
    kind = _KINDS.get(said(row, "type").casefold().removesuffix(" inspection"))
    if kind is None:
        message = "this kind of inspection is not known, so the row was not read"
        return None, [*problems, blocking(row.place("type"), "kind", said(row, "type"), message)]
    fieldwork, published, doubts = _dates(row, "start", "end", "published")
    problems += doubts
    if place is None or not (fieldwork.start or published.end):
        return None, [*problems, *_nothing(row, place, "inspection")]
    # A monitoring inspection gives no outcome.
    judgements, findings, doubts = _outcome(row) if kind == "full" else ((), (), [])
    url, unclear = report_address(row, "link")
    return (
        InspectionRecord(
            inspectorate="joint",
            framework="area-send",
            kind=kind,
            url=url,
            places=(place,),
            locator=row.locator,
            fieldwork=fieldwork,
            published=published,
            judgements=judgements,
            findings=findings,
        ),
        [*problems, *doubts, *unclear],
    )


def revisit_of(row: Row[str]) -> tuple[InspectionRecord | None, list[ProblemRecord]]:
    """The revisit of a first-cycle inspection: what progress had been made, in the table's words."""
    place, _ = _place(row)
    fieldwork, published, problems = _dates(row, "revisit_start", "", "revisit_published")
    if place is None or not (fieldwork.start or published.end):
        return None, [*problems, *_nothing(row, place, "revisit")]
    progress = said(row, "progress")
    if progress.casefold() not in _ANSWERS:
        message = "none of the three answers (yes, some, no); it is kept as printed"
        problems.append(note(row.place("progress"), "outcome", progress, message))
    passage = f"Sufficient progress in addressing all significant weaknesses: {progress}"
    for meaning, words in (("made", "made on"), ("not_made", "not made on")):
        if number := said(row, meaning):
            passage += f"; {words} {number}"
    return (
        InspectionRecord(
            inspectorate="joint",
            framework="area-send",
            kind="post_inspection_review",
            places=(place,),
            topic="Revisit: progress on the written statement of action",
            locator=row.locator,
            fieldwork=fieldwork,
            published=published,
            findings=(_finding("Progress on the written statement of action", passage, row),),
        ),
        problems,
    )


def _place(row: Row[str]) -> tuple[PlaceRecord | None, list[ProblemRecord]]:
    """Ofsted's number of the area rather than its code, which may be of an area that was there before."""
    name, urn, code = _PARTNERSHIP.sub("", said(row, "name")), said(row, "urn"), said(row, "code").upper()
    known = urn if _URN.fullmatch(urn) else code if _GSS.fullmatch(code) else ""
    if not name and not known:
        return None, [note(row.locator, "area", "", "this row names no local area; it was not stored")]
    return PlaceRecord(raw=name or known, kind="authority", code=known, scope=Scope.AUTHORITY), []


def _dates(row: Row[str], first: str, last: str, out: str) -> tuple[DateSpan, DateSpan, list[ProblemRecord]]:
    days, problems = {}, []
    for meaning in filter(None, (first, last, out)):
        words = said(row, meaning)
        days[meaning] = plain_day(row.cell(meaning)) if words else None
        if words and days[meaning] is None:
            problems.append(note(row.place(meaning), meaning, words, "no day can be read here"))
    start, end, published = days[first], days.get(last), days[out]
    raw = " to ".join(dict.fromkeys(filter(None, (said(row, first), said(row, last) if last else ""))))
    return (
        DateSpan(raw=raw, start=start, end=end, basis=DateBasis.STATISTICS if raw else DateBasis.UNKNOWN),
        DateSpan(
            raw=said(row, out),
            start=published,
            end=published,
            basis=DateBasis.STATISTICS if published else DateBasis.UNKNOWN,
        ),
        problems,
    )


def _nothing(row: Row[str], place: PlaceRecord | None, what: str) -> list[ProblemRecord]:
    if place is None:
        return []
    message = f"no date can be read for this {what}, so it cannot be told from others; it was not stored"
    return [note(row.locator, what, place.raw, message)]


def _outcome(row: Row[str]) -> Outcome:
    if "statement" in row.columns:
        return _statement(row)
    header, words = row.columns["outcome"].header, said(row, "outcome")
    found, doubted = stated_outcomes(words)
    number = said(row, "number")
    problems = []
    grades = set(found) | ({_NUMBERS[number]} if number in _NUMBERS and found else set())
    grade = next(iter(grades)) if len(grades) == 1 else None
    if grade is None:
        message = "none of the three outcomes can be read here, so none is shown"
        if len(grades) > 1:
            message = "more than one of the three outcomes is named here, so none is shown"
        value = f"{words[:200]} ({number})" if number else words[:200]
        problems.append(note(row.place("outcome"), _ASPECT, value, message))
    status = GradeStatus.GRADED if grade else GradeStatus.UNREADABLE if grades else GradeStatus.NOT_REPORTED
    judgement = JudgementRecord(
        aspect=_ASPECT,
        aspect_printed=header,
        grade=grade,
        grade_status=status,
        printed=(" / ".join(found.values()) or doubted or words)[:300],
        locator=row.place("outcome"),
    )
    return (judgement,), _plan(row), problems


def _plan(row: Row[str]) -> tuple[FindingRecord, ...]:
    plan, number = said(row, "plan"), said(row, "priorities")
    if not plan:
        return ()
    passage = f"Priority action plan required: {plan}"
    passage += f"; areas for priority action: {number}" if number else ""
    return (_finding("Priority action plan", passage, row),)


def _statement(row: Row[str]) -> Outcome:
    """The first cycle gave no grade: whether action was required stands in its own words."""
    required, number = said(row, "statement"), said(row, "weaknesses")
    problems = []
    if required.casefold() not in _ANSWERS:
        message = "neither yes nor no: whether a written statement of action was required is not known"
        problems.append(note(row.place("statement"), _ASPECT, required, message))
    passage = f"Written statement of action required: {required or 'not given'}"
    passage += f"; significant weaknesses identified: {number}" if number else ""
    revisit = said(row, "revisit_start")
    if revisit and plain_day(row.cell("revisit_start")) is None:
        passage += f"; revisit: {revisit}"
    judgement = JudgementRecord(
        aspect=_ASPECT,
        aspect_printed=row.columns["statement"].header,
        grade=None,
        grade_status=GradeStatus.NOT_GRADED,
        printed=passage[:300],
        locator=row.place("statement"),
    )
    return (judgement,), (_finding("Written statement of action", passage, row),), problems


def _finding(topic: str, passage: str, row: Row[str]) -> FindingRecord:
    return FindingRecord(topic=topic, about=About.PARTNERSHIP, passage=passage, locator=row.locator)
