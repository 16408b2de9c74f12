"""Entries to inspections: rows of several sheets about the same inspection become one.

Two sheets may know different dates of it: one its first day, another its publication. Where they
contradict each other on a grade, the document does not say which is right, so none is taken from it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from areas.normalise import normalise
from inspections.definitions.loader import definitions
from inspections.reading.problems import blocking
from inspections.reading.readers.ofsted_statistics import programmes
from inspections.reading.readers.ofsted_statistics.entries import GRADED_KINDS, Day, Entry, GradeCell
from inspections.reading.records import (
    DateSpan,
    InspectionRecord,
    JudgementRecord,
    PlaceRecord,
    ProblemRecord,
)
from inspections.terms import Certainty, DateBasis, GradeStatus, Scope, Severity

_SAME_VISIT = dt.timedelta(days=3)
# From first day to publication: 22 to 126 days where the 2022 file gives both, 225 at most in that of 2025.
_UNTIL_PUBLISHED = dt.timedelta(days=150)
# The same where every grade is the same: 156 days for South Tyneside, inspected in December 2022.
_UNTIL_PUBLISHED_AT_LAST = dt.timedelta(days=180)
_SAYS_LITTLE = frozenset(("of", "and", "upon", "the", "city", "borough", "council", "county",
    "metropolitan", "district", "unitary"))  # fmt: skip
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

    def may_hold(self, entry: Entry) -> bool:
        """Whether the entry tells of this inspection: programme, kind and days agree."""
        if self.programme and entry.programme and self.programme != entry.programme:
            return False
        # A table of latest judgements names no kind; all its rows are inspections with grades.
        graded = entry.kind in GRADED_KINDS
        if not all(kind == entry.kind or (graded and kind in GRADED_KINDS) for kind in self.kinds or [""]):
            return False
        start, published = self.day("start"), self.day("published")
        if start and entry.start:
            return abs(start.on - entry.start.on) <= _SAME_VISIT
        if published and entry.published:
            return abs(published.on - entry.published.on) <= _SAME_VISIT
        began, came_out = start or entry.start, published or entry.published
        if began is None or came_out is None:
            return False
        longest = _UNTIL_PUBLISHED_AT_LAST if self._graded_like(entry) else _UNTIL_PUBLISHED
        return dt.timedelta(0) < came_out.on - began.on <= longest

    def _graded_like(self, entry: Entry) -> bool:
        """Whether both give grades, and for no aspect another one."""
        ours = {aspect: cell.graded for one in self.entries for aspect, cell in one.grades.items()}
        both = [(ours[aspect], cell.graded) for aspect, cell in entry.grades.items() if aspect in ours]
        return any(one.grade for one, _ in both) and all(one == other for one, other in both)

    def conflicts(self) -> list[ProblemRecord]:
        """What the rows of one inspection give twice: its kind, its days."""
        twice: list[tuple[str, str, str]] = []
        if len(self.kinds) > 1:
            by_kind = {entry.kind: entry for entry in self.entries if entry.kind}
            words = " / ".join(f"{kind} ({entry.where})" for kind, entry in by_kind.items())
            message = "this document names two kinds for one inspection; it is kept as a full inspection"
            twice.append(("kind", words, message))
        for name in ("start", "end", "published"):
            days = [day for entry in self.entries if (day := getattr(entry, name))]
            if len({day.on for day in days}) > 1:
                words = " / ".join(f"{day.on} ({day.where})" for day in days)
                message = f"this document gives two dates for one inspection; {days[0].on} is used"
                twice.append((name, words, message))
        return [
            ProblemRecord(
                severity=Severity.CONFLICT, where=self.where, field=name, value=words, message=message
            )
            for name, words, message in twice
        ]


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
        words = normalise(entry.authority).split()
        telling = " ".join(word for word in words if word not in _SAYS_LITTLE)
        of_authority = groups[telling or " ".join(words)]
        fitting = [group for group in of_authority if group.may_hold(entry)]
        if len(fitting) > 1:
            message = f"may be about either of: {' / '.join(group.where for group in fitting)}"
            problems.append(blocking(entry.where, "inspection", entry.authority, message))
        elif fitting:
            fitting[0].entries.append(entry)
        else:
            of_authority.append(Group([entry]))
    return [group for some in groups.values() for group in some], problems


def inspection_of(group: Group) -> tuple[InspectionRecord | None, list[ProblemRecord]]:
    first = group.entries[0]
    start, published = group.day("start"), group.day("published")
    known = start or published
    programme = group.programme or (programmes.programme_on(known.on) if known else "")
    if known is None or not programme:
        message = "several programmes ran then, and the row does not say which this was"
        return None, [blocking(group.where, "framework", first.authority, message)]
    by_aspect: dict[str, list[GradeCell]] = defaultdict(list)
    for entry in group.entries:
        for aspect, cell in entry.grades.items():
            by_aspect[aspect].append(cell)
    graded = {aspect for aspect, cells in by_aspect.items() if any(cell.graded.grade for cell in cells)}
    framework = programmes.framework_of(programme, known.on, graded)
    of_framework: dict[str, list[GradeCell]] = defaultdict(list)
    for aspect, cells in by_aspect.items():
        mapped = programmes.aspect_of(framework, aspect)
        # An aspect the programme did not have stands empty under its later header.
        if aspect in graded or mapped in definitions().frameworks[framework].aspects:
            of_framework[mapped] += cells
    judgements: list[JudgementRecord] = []
    problems: list[ProblemRecord] = []
    for aspect, cells in of_framework.items():
        judgement, doubts = _judgement(aspect, cells, framework, first.authority)
        judgements.append(judgement)
        problems += doubts
    record = InspectionRecord(
        inspectorate="ofsted",
        framework=framework,
        kind=group.kinds[0] if len(group.kinds) == 1 else "full",
        places=(
            PlaceRecord(
                raw=first.authority,
                kind="authority",
                code=next((entry.code for entry in group.entries if entry.code), ""),
                scope=Scope.AUTHORITY,
            ),
        ),
        topic=next((entry.topic for entry in group.entries if entry.topic), ""),
        locator=group.where,
        fieldwork=_span(start, group.day("end")),
        published=_span(published, published),
        judgements=tuple(judgements),
    )
    return record, problems + group.conflicts()


def _span(start: Day | None, end: Day | None) -> DateSpan:
    if start is None and end is None:
        return DateSpan()
    raw = " to ".join(dict.fromkeys(day.printed for day in (start, end) if day))
    return DateSpan(
        raw=raw, start=start.on if start else None, end=end.on if end else None, basis=DateBasis.STATISTICS
    )


def _judgement(
    aspect: str, cells: list[GradeCell], framework: str, authority: str
) -> tuple[JudgementRecord, list[ProblemRecord]]:
    given = [cell for cell in cells if cell.printed] or cells
    graded = [cell for cell in given if cell.graded.grade] or given
    grades = {cell.graded.grade for cell in graded}
    first = graded[0]
    restated = programmes.is_restated(framework) and first.graded.grade == "requires_improvement"
    record = JudgementRecord(
        aspect=aspect,
        aspect_printed=first.header,
        grade=first.graded.grade,
        grade_status="restated" if restated else first.graded.status,  # type: ignore[arg-type]
        printed=first.printed,
        locator=joined([cell.where for cell in graded]),
        certainty=Certainty.MEDIUM if aspect in _DATE_NOT_ITS_OWN else Certainty.HIGH,
    )
    if len(grades) <= 1:
        return record, []
    message = "this document gives two grades for one inspection; neither is taken from it"
    doubt = ProblemRecord(
        severity=Severity.CONFLICT,
        where=joined([cell.place for cell in graded]),
        field=aspect,
        value=authority,
        message=message,
        other=" / ".join(f"{cell.printed} ({cell.place})" for cell in graded),
    )
    words = " / ".join(dict.fromkeys(cell.printed for cell in graded))
    contradictory = {
        "grade": None,
        "grade_status": GradeStatus.UNREADABLE,
        "printed": words,
        "certainty": Certainty.LOW,
    }
    return record.model_copy(update=contradictory), [doubt]
