"""An inspection as somebody typed it into the form: the file the form writes and the reader reads.

Every part says itself what is wrong with it, in the names of its fields, so that form and reader agree.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from inspections.definitions.loader import definitions
from inspections.domain.case_counts import CASE_GRADES, CaseCounts
from inspections.reading.records import (
    CaseReviewRecord,
    Certainty,
    CitedSource,
    Confidence,
    DateSpan,
    FindingRecord,
    InspectionRecord,
    JudgementRecord,
    PlaceRecord,
)
from inspections.reading.typed import codes, days
from inspections.reading.typed.cited_source import LONGEST_ADDRESS, LONGEST_TITLE, is_address, published_basis
from inspections.reading.typed.faults import Fault, blocking
from inspections.reading.typed.tallies import Checked, check
from inspections.terms import (
    About,
    Assessor,
    CasesBasis,
    Completeness,
    FindingKind,
    InspectionKind,
    SourceKind,
)

MOST_PARTS = 60
_LARGEST = 999_999_999

Line = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]
Locator = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=r"^[^\x00]*$")]
Number = Annotated[int, Field(ge=0, le=_LARGEST)] | None


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def theme_faults(theme: str, topic: str) -> list[Fault]:
    if theme and theme not in definitions().themes:
        return [Fault("theme", theme, "there is no such theme")]
    if not theme and not topic:
        return [Fault("theme", "", "choose a theme, or say the topic in words")]
    return []


class EntryTally(Part):
    """``summed``: no total is printed and these are all the cases. ``as_printed``: the numbers contradict
    each other in the source, and are kept so."""

    theme: Line = ""
    topic: Line = ""
    theme_printed: Line = ""
    sample: Annotated[str, StringConstraints(max_length=120)] = ""
    assessor: Assessor = Assessor.INSPECTORS
    cases: Number = None
    good: Number = None
    adequate: Number = None
    requires_improvement: Number = None
    inadequate: Number = None
    below_good: Number = None
    percent_good: float | None = None
    stated: Annotated[str, StringConstraints(max_length=300)] = ""
    summed: bool = False
    as_printed: bool = False
    locator: Locator

    def checked(self, framework: str, year: int | None) -> Checked:
        counts = CaseCounts(
            **self.model_dump(include={"cases", *CASE_GRADES, "below_good", "percent_good", "stated"}),
            cases_basis=CasesBasis.SUMMED if self.summed and self.cases is None else None,
            completeness=Completeness.INCONSISTENT if self.as_printed else None,
        )
        return check(counts, definitions().case_grades_of(framework, year))

    def faults(self, framework: str, year: int | None) -> list[Fault]:
        found = [*theme_faults(self.theme, self.topic), *self.checked(framework, year).faults]
        # The form has no field for the word "inconsistent", but a box to tick.
        return [
            Fault("as_printed", fault.value, fault.message, fault.severity)
            if fault.field == "completeness"
            else fault
            for fault in found
        ]

    def record(self, framework: str, kind: str, year: int | None, certainty: str) -> CaseReviewRecord:
        values = self.checked(framework, year).counts.model_dump()
        values |= self.model_dump(include={"topic", "theme_printed", "sample", "assessor", "locator"})
        values |= {"theme": self.theme or None, "disclosure": codes.disclosure_of(kind)}
        return CaseReviewRecord.model_validate(values | {"certainty": certainty})


class EntryJudgement(Part):
    aspect: Line
    grade: Line
    locator: Locator

    def faults(self, framework: str, year: int | None) -> list[Fault]:
        known = definitions().frameworks.get(framework)
        if known and self.aspect not in known.aspects:
            return [Fault("aspect", self.aspect, f"{known.name} does not judge this")]
        grades = definitions().grades_of(framework) if known else ()
        if known and self.grade not in grades:
            allowed = ", ".join(grades).replace("_", " ")
            return [Fault("grade", self.grade, f"this is no grade of {known.name}: {allowed}")]
        return []

    def record(self, framework: str, kind: str, year: int | None, certainty: str) -> JudgementRecord:
        values = {"aspect": self.aspect, "grade": self.grade, "locator": self.locator}
        return JudgementRecord.model_validate(values | {"certainty": certainty})


class EntryFinding(Part):
    kind: FindingKind = FindingKind.STATEMENT
    theme: Line = ""
    topic: Line = ""
    about: About
    summary: Annotated[str, StringConstraints(min_length=1, max_length=2000)]
    due: Annotated[str, StringConstraints(max_length=120)] = ""
    stance: Literal["", "strength", "qualified_strength", "mixed", "concern", "description"] = ""
    locator: Locator

    def faults(self, framework: str, year: int | None) -> list[Fault]:
        return theme_faults(self.theme, self.topic)

    def record(self, framework: str, kind: str, year: int | None, certainty: str) -> FindingRecord:
        values = self.model_dump() | {"theme": self.theme or None, "stance": self.stance or None}
        return FindingRecord.model_validate(values | {"certainty": certainty})


class EntrySource(Part):
    title: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TITLE)]
    url: Annotated[str, StringConstraints(max_length=LONGEST_ADDRESS)] = ""
    kind: SourceKind


class Typed(Part):
    """Who typed it (the name they sign in with) and on which day. Kept with the file, shown to staff only."""

    by: Line = ""
    on: dt.date | None = None


class Entry(Part):
    """Days are kept as typed: a month is no day."""

    crosscheck_entry: Literal[1]
    typed: Typed = Typed()
    places: Annotated[tuple[Line, ...], Field(min_length=1, max_length=MOST_PARTS)]
    framework: Line
    kind: Line
    fieldwork_first: Line = ""
    fieldwork_last: Line = ""
    published_first: Line = ""
    published_last: Line = ""
    source: EntrySource
    confidence: Confidence
    certainty: Certainty
    case_reviews: Annotated[tuple[EntryTally, ...], Field(max_length=MOST_PARTS)] = ()
    judgements: Annotated[tuple[EntryJudgement, ...], Field(max_length=MOST_PARTS)] = ()
    findings: Annotated[tuple[EntryFinding, ...], Field(max_length=MOST_PARTS)] = ()

    def spans(self) -> tuple[DateSpan, DateSpan, list[Fault]]:
        return spans(self.fieldwork_first, self.fieldwork_last, self.published_first, self.published_last)

    def faults(self) -> list[Fault]:
        """Of the inspection itself; its parts have their own."""
        found = self.spans()[2]
        if self.framework not in definitions().frameworks:
            found.append(Fault("framework", self.framework, "there is no such framework"))
        if self.kind not in InspectionKind.values:
            found.append(Fault("kind", self.kind, f"this must be one of {', '.join(InspectionKind.values)}"))
        found += [
            Fault("places", place, "a place is given as authority:st-helens or force:merseyside")
            for place in self.places
            if place.partition(":")[0] not in codes.SCOPES
        ]
        scopes = [place.partition(":")[0] for place in self.places]
        words = codes.misplaced(self.framework, [scope for scope in scopes if scope in codes.SCOPES])
        if words:
            found.append(Fault("places", ", ".join(self.places), words))
        if self.source.url and not is_address(self.source.url):
            found.append(Fault("source", self.source.url, "this is no address of a web page"))
        return found

    def record(self) -> tuple[InspectionRecord, list[tuple[str, Fault]]]:
        """The inspection with every part that can be kept, and what is to be said of the others and where.

        To be called where ``faults`` found nothing blocking.
        """
        fieldwork, published, _ = self.spans()
        year = year_of(fieldwork, published)
        said: list[tuple[str, Fault]] = []
        kept: dict[str, list[object]] = {}
        for name, what in (("case_reviews", "tally"), ("judgements", "judgement"), ("findings", "finding")):
            kept[name] = []
            for number, part in enumerate(getattr(self, name), 1):
                faults = part.faults(self.framework, year)
                said += [(f"{what} {number}, {part.locator}", fault) for fault in faults]
                if not blocking(faults):
                    kept[name].append(part.record(self.framework, self.kind, year, self.certainty))
        inspection = {
            "inspectorate": definitions().frameworks[self.framework].inspectorate,
            "framework": self.framework,
            "kind": self.kind,
            "places": tuple(_place(words) for words in dict.fromkeys(self.places)),
            "cited": CitedSource(key=self.source.url or self.source.title, **self.source.model_dump()),
            "confidence": self.confidence,
            "certainty": self.certainty,
            "fieldwork": fieldwork,
            "published": published_basis(published, self.confidence),
        }
        return InspectionRecord.model_validate(inspection | kept), said


def spans(first: str, last: str, out_first: str, out_last: str) -> tuple[DateSpan, DateSpan, list[Fault]]:
    """Fieldwork and publication from what was typed, and what is wrong with them."""
    looked, wrong = days.span(
        first, last, field="fieldwork_last", names=("fieldwork_first", "fieldwork_last")
    )
    names = ("published_first", "published_last")
    out, wrongly = days.span(out_first, out_last, field="published_last", names=names, one_day=True)
    return looked, out, [*wrong, *wrongly, *days.order_faults(looked, out, "published_first")]


def year_of(fieldwork: DateSpan, published: DateSpan) -> int | None:
    day = fieldwork.end or fieldwork.start or published.start or published.end
    return day.year if day else None


def _place(words: str) -> PlaceRecord:
    kind, _, slug = words.partition(":")
    return PlaceRecord.model_validate(
        {"raw": slug, "kind": kind, "scope": codes.SCOPES[kind], "decided": words}
    )
