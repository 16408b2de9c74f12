"""Entries to inspections: rows of several sheets about the same inspection become one.

Two sheets may know different dates of it: one its first day, another its publication. Where they
contradict each other on a grade, the document does not say which is right, so none is taken from it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from areas.normalise import normalise
from inspections.reading.readers.ofsted_statistics import programmes
from inspections.reading.readers.ofsted_statistics.doubts import blocking, conflict
from inspections.reading.readers.ofsted_statistics.entries import GRADED_KINDS, Day, Entry, Said
from inspections.reading.records import (
    DateSpan,
    InspectionRecord,
    JudgementRecord,
    PlaceRecord,
    ProblemRecord,
)

_SAME_PUBLICATION = dt.timedelta(days=3)
# From first day to publication: 22 to 126 days where the 2022 file gives both, 225 at most in that of 2025.
_UNTIL_PUBLISHED = dt.timedelta(days=150)
_SAYS_LITTLE = frozenset(
    (
        "of",
        "and",
        "upon",
        "the",
        "city",
        "borough",
        "council",
        "county",
        "metropolitan",
        "district",
        "unitary",
    )
)
_LONGEST_LOCATOR = 120
# Some boards were reviewed apart from the inspection beside whose date the table puts their grade.
_DATE_NOT_ITS_OWN = ("lscb",)


@dataclass
class Group:
    """Entries about one inspection, the first being the row that told of it."""

    entries: list[Entry] = field(default_factory=list)

    @property
    def programme(self) -> str:
        return next((entry.programme for entry in self.entries if entry.programme), "")

    @property
    def kinds(self) -> list[str]:
        return list(dict.fromkeys(entry.kind for entry in self.entries if entry.kind))

    def day(self, name: str) -> Day | None:
        return next((day for entry in self.entries if (day := getattr(entry, name))), None)

    @property
    def where(self) -> str:
        return joined([entry.where for entry in self.entries])


def joined(places: list[str]) -> str:
    """The places in a row, cut where a locator ends."""
    places = list(dict.fromkeys(places))
    kept = places
    while len(kept) > 1 and len("; ".join(kept)) > _LONGEST_LOCATOR - len("; and 99 more"):
        kept = kept[:-1]
    more = f"; and {len(places) - len(kept)} more" if len(kept) < len(places) else ""
    return "; ".join(kept) + more


def grouped(entries: list[Entry]) -> tuple[list[Group], list[ProblemRecord]]:
    """Raises nothing: an entry that fits two inspections is a problem and belongs to neither."""
    groups: dict[str, list[Group]] = defaultdict(list)
    problems: list[ProblemRecord] = []
    for entry in entries:
        of_authority = groups[_telling_name(entry.authority)]
        fitting = [group for group in of_authority if _same(group, entry)]
        if len(fitting) > 1:
            message = f"may be about either of: {' / '.join(group.where for group in fitting)}"
            problems.append(blocking(entry.where, "inspection", entry.authority, message))
        elif fitting:
            fitting[0].entries.append(entry)
        else:
            of_authority.append(Group([entry]))
    return [group for some in groups.values() for group in some], problems


def _telling_name(authority: str) -> str:
    words = normalise(authority).split()
    return " ".join(word for word in words if word not in _SAYS_LITTLE) or " ".join(words)


def _same(group: Group, entry: Entry) -> bool:
    if group.programme and entry.programme and group.programme != entry.programme:
        return False
    if not all(_alike(kind, entry.kind) for kind in group.kinds or [""]):
        return False
    start, published = group.day("start"), group.day("published")
    if start and entry.start:
        return start.on == entry.start.on
    if published and entry.published:
        return abs(published.on - entry.published.on) <= _SAME_PUBLICATION
    began, came_out = start or entry.start, published or entry.published
    return bool(began and came_out) and dt.timedelta(0) < came_out.on - began.on <= _UNTIL_PUBLISHED  # type: ignore[union-attr]


def _alike(one: str, other: str) -> bool:
    """A table of latest judgements names no kind; all its rows are inspections with grades."""
    return one == other or (one in GRADED_KINDS and other in GRADED_KINDS)


def inspection_of(group: Group) -> tuple[InspectionRecord | None, list[ProblemRecord]]:
    first = group.entries[0]
    start, published = group.day("start"), group.day("published")
    known = start or published
    programme = group.programme or (programmes.programme_on(known.on) if known else "")
    if known is None or not programme:
        message = "several programmes ran then, and the row does not say which this was"
        return None, [blocking(group.where, "framework", first.authority, message)]
    by_aspect = _said_by_aspect(group)
    graded = {aspect for aspect, said in by_aspect.items() if any(one.graded.grade for one in said)}
    framework = programmes.framework_of(programme, known.on, graded)
    judgements, problems = _judgements(by_aspect, framework, first.authority)
    kind, doubts = _kind(group)
    problems += doubts + _date_conflicts(group)
    end = group.day("end")
    record = InspectionRecord(
        inspectorate="ofsted",
        framework=framework,
        kind=kind,
        places=(PlaceRecord(raw=first.authority, kind="authority", code=_code(group), scope="authority"),),
        topic=next((entry.topic for entry in group.entries if entry.topic), ""),
        locator=group.where,
        fieldwork=_span(start, end),
        published=_span(published, published),
        judgements=tuple(judgements),
    )
    return record, problems


def _code(group: Group) -> str:
    return next((entry.code for entry in group.entries if entry.code), "")


def _span(start: Day | None, end: Day | None) -> DateSpan:
    if start is None and end is None:
        return DateSpan()
    raw = " to ".join(dict.fromkeys(day.printed for day in (start, end) if day))
    return DateSpan(
        raw=raw, start=start.on if start else None, end=end.on if end else None, basis="statistics"
    )


def _said_by_aspect(group: Group) -> dict[str, list[Said]]:
    by_aspect: dict[str, list[Said]] = defaultdict(list)
    for entry in group.entries:
        for aspect, said in entry.grades.items():
            by_aspect[aspect].append(said)
    return by_aspect


def _judgements(
    by_aspect: dict[str, list[Said]], framework: str, authority: str
) -> tuple[list[JudgementRecord], list[ProblemRecord]]:
    of_framework: dict[str, list[Said]] = defaultdict(list)
    for aspect, said in by_aspect.items():
        mapped = programmes.aspect_of(framework, aspect)
        # An aspect the programme did not have stands empty under its later header.
        if mapped in _NOT_THEN.get(framework, ()) and not any(one.graded.grade for one in said):
            continue
        of_framework[mapped] += said
    judgements, problems = [], []
    for aspect, said in of_framework.items():
        judgement, doubts = _judgement(aspect, said, framework, authority)
        judgements.append(judgement)
        problems += doubts
    return judgements, problems


_NOT_THEN = {
    "ofsted-ilacs-2018": ("care_leavers", "in_care"),
    "ofsted-ilacs-2023": ("in_care_and_care_leavers",),
    "ofsted-ilacs-2026": ("overall", "in_care_and_care_leavers"),
}


def _judgement(
    aspect: str, said: list[Said], framework: str, authority: str
) -> tuple[JudgementRecord, list[ProblemRecord]]:
    given = [one for one in said if one.printed] or said
    graded = [one for one in given if one.graded.grade] or given
    grades = list(dict.fromkeys(one.graded.grade for one in graded))
    shown = graded[0]
    record = JudgementRecord(
        aspect=aspect,
        aspect_printed=shown.header,
        grade=shown.graded.grade,
        grade_status=_status(shown, framework),  # type: ignore[arg-type]
        printed=shown.printed,
        locator=joined([one.where for one in graded]),
        certainty="medium" if aspect in _DATE_NOT_ITS_OWN else "high",
    )
    if len(grades) <= 1:
        return record, []
    doubt = conflict(
        joined([one.cell for one in graded]),
        aspect,
        authority,
        "this document gives two grades for one inspection; neither is taken from it",
        " / ".join(f"{one.printed} ({one.cell})" for one in graded),
    )
    words = " / ".join(dict.fromkeys(one.printed for one in graded))
    contradictory = {"grade": None, "grade_status": "unreadable", "printed": words, "certainty": "low"}
    return record.model_copy(update=contradictory), [doubt]


def _status(said: Said, framework: str) -> str:
    restated = framework in programmes.RESTATED and said.graded.grade == "requires_improvement"
    return "restated" if restated else said.graded.status


def _kind(group: Group) -> tuple[str, list[ProblemRecord]]:
    kinds = group.kinds
    if len(kinds) < 2:
        return (kinds or ["full"])[0], []
    by_kind = {entry.kind: entry for entry in group.entries if entry.kind}
    words = " / ".join(f"{kind} ({entry.where})" for kind, entry in by_kind.items())
    message = "this document names two kinds for one inspection; it is kept as a full inspection"
    return "full", [conflict(group.where, "kind", words, message)]


def _date_conflicts(group: Group) -> list[ProblemRecord]:
    problems = []
    for name in ("start", "end", "published"):
        days = [day for entry in group.entries if (day := getattr(entry, name))]
        if len({day.on for day in days}) > 1:
            words = " / ".join(f"{day.on} ({day.where})" for day in days)
            message = f"this document gives two dates for one inspection; {days[0].on} is used"
            problems.append(conflict(group.where, name, words, message))
    return problems
