"""The frame of a reader of reports: one report on its way from pages to records.

A reader recognises its reports by title or first page and says what is particular to them: how they name
their place, where their dates stand, which lines are headings, whom a passage is about, what they grade.
What the folder and the name of the file say is held against the report here, and doubts are gathered.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from inspections.definitions.loader import FrameworkDefinition, definitions
from inspections.reading.language.dates import Fieldwork, published_in_name
from inspections.reading.records import (
    DateSpan,
    InspectionRecord,
    JudgementRecord,
    PlaceRecord,
    ProblemRecord,
    Reading,
)
from inspections.reading.structure import report_dates
from inspections.reading.structure.passages import Passages
from inspections.reading.structure.place_names import disagree, names_more, urn_and_folder
from inspections.terms import Scope, Severity, SourceKind

_LONGEST_FIELDWORK = 120
# Days; an inspection in two windows may have been interrupted for months.
_LONGEST_WITH_A_BREAK = 400
_LONGEST_WAIT = 400
_SEVERAL_PLACES = re.compile(r"\s(?:and|&)\s|,|/", re.IGNORECASE)


def first_page(pages: list[str]) -> str:
    """The first page that says anything."""
    return next((page for page in pages[:2] if page.strip()), "")


class Report:
    """``name``: the path relative to the folder given. ``problems``: what a person has to look at so far."""

    def __init__(self, pages: list[str], name: str) -> None:
        self.pages = pages
        self.name = name
        self.first_page = first_page(pages)
        self.problems: list[ProblemRecord] = []

    def block(self, field: str, value: str, message: str, *, where: str = "page 1", other: str = "") -> None:
        """Add a problem that keeps the report from being published before a person has looked."""
        self.problems.append(
            ProblemRecord(
                severity=Severity.BLOCKING,
                where=where,
                field=field,
                value=value[:200],
                message=message,
                other=other,
            )
        )

    def place(self, printed: str, *, missing: str, may_be_two: bool = True) -> PlaceRecord:
        """The authority as the title names it, held against the folder "80999_borsetshire" the file came in.

        ``missing``: what is wrong where the title names none. ``may_be_two``: whether "A and B" in a title
        may be two authorities.
        """
        urn, folder = urn_and_folder(self.name)
        if not printed:
            says = f"; the folder says “{folder}”." if folder else "."
            self.block("place", folder, f"{missing}{says}")
        elif disagree(printed, folder):
            message = f"The title says “{printed}”, the folder the file came in says “{folder}” (URN {urn})."
            self.block("place", printed, message, other=folder)
        elif may_be_two and folder and _SEVERAL_PLACES.search(printed) and names_more(printed, folder):
            # Its code would make one authority of what the title may mean for two.
            urn = ""
            message = f"The title says “{printed}”, the folder only “{folder}”: is it about two authorities?"
            self.block("place", printed, message)
        return PlaceRecord(raw=printed or folder, kind="authority", code=urn, scope=Scope.AUTHORITY)

    def letter_date(self) -> DateSpan:
        """The date the letter carries above "Dear ..."; only ``raw`` where it is no date."""
        dates = report_dates.letter_dates(self.first_page)
        if len({date.start for date in dates}) > 1:
            printed = " and ".join(date.raw for date in dates)
            self.block(
                "published",
                printed,
                "More than one date stands above the letter; which is the date of the letter is not clear.",
            )
            return DateSpan()
        return dates[0] if dates else DateSpan()

    def published(self, printed: DateSpan) -> DateSpan:
        """The printed date, else the file name's; where they differ the report's stands, both are told."""
        in_name = published_in_name(self.name)
        if printed.start is None:
            if not printed.raw:
                return in_name if in_name.start else printed
            self.block("published", printed.raw, "The printed publication date is not a whole date.")
        elif in_name.start and in_name.start != printed.start:
            self.problems.append(
                ProblemRecord(
                    severity=Severity.CONFLICT,
                    where="page 1",
                    field="published",
                    value=printed.raw,
                    message="The report prints one publication date, the file name another. "
                    "The printed one stands.",
                    kept=printed.start.isoformat(),
                    other=in_name.start.isoformat(),
                    other_source="file name",
                )
            )
        return printed

    def fieldwork_in_sentences(self, pages: list[str], written: dt.date | None) -> Fieldwork:
        """The days a sentence of ``pages`` gives; ``written``: the day of the letter."""
        first, *others = report_dates.fieldwork_sentences(pages, written)
        for other in others:
            if not other.trouble and (other.span.start, other.span.end) != (first.span.start, first.span.end):
                message = f"The document gives other days of the inspection too: “{other.span.raw}”."
                self.block("fieldwork", first.span.raw, message)
                break
        return first

    def check_dates(
        self, fieldwork: Fieldwork, published: DateSpan, framework: FrameworkDefinition, since: dt.date | None
    ) -> None:
        """Block where dates cannot be right, note where something was understood."""
        span = fieldwork.span
        first, last = since or framework.valid_from, framework.valid_to
        if fieldwork.trouble:
            self.block("fieldwork", span.raw, fieldwork.trouble)
        elif fieldwork.assumed:
            self.problems.append(
                ProblemRecord(
                    severity=Severity.NOTE,
                    where="page 1",
                    field="fieldwork",
                    value=span.raw,
                    message=fieldwork.assumed,
                )
            )
        if span.start and span.end:
            days = (span.end - span.start).days
            if days < 0:
                self.block("fieldwork", span.raw, "The inspection ends before it starts.")
            elif days > (_LONGEST_WITH_A_BREAK if fieldwork.windows else _LONGEST_FIELDWORK):
                self.block("fieldwork", span.raw, f"The inspection would have lasted {days} days.")
            if (first and span.start < first) or (last and last < span.start):
                days_in_force = f"between {first} and {last}" if last else f"from {first} on"
                self.block(
                    "fieldwork",
                    span.raw,
                    f"The report reads like {framework.code}, which was in force for inspections starting "
                    f"{days_in_force}.",
                )
        if span.end and published.start:
            if published.start < span.end:
                message = f"Published {published.start}, before the inspection ended on {span.end}."
                self.block("published", published.raw, message)
            elif (published.start - span.end).days > _LONGEST_WAIT:
                message = (
                    f"Published {published.start}, more than a year after the inspection ended on {span.end}."
                )
                self.block("published", published.raw, message)

    def reading(
        self,
        *,
        reader: str,
        version: int,
        title: str,
        framework: str,
        kind: str,
        place: PlaceRecord,
        fieldwork: Fieldwork,
        published: DateSpan,
        passages: Passages,
        judgements: Sequence[JudgementRecord] = (),
        topic: str = "",
        publisher: str = "Ofsted",
        since: dt.date | None = None,
    ) -> Reading:
        """The one inspection the report is about, with its dates checked, and all problems.

        ``title``: without the place. ``since``: no such report is of an inspection that started before then.
        """
        defined = definitions().frameworks[framework]
        self.check_dates(fieldwork, published, defined, since)
        inspection = InspectionRecord(
            inspectorate=defined.inspectorate,
            framework=framework,
            kind=kind,
            places=(place,),
            topic=topic,
            fieldwork=fieldwork.span,
            windows=fieldwork.windows,
            published=published,
            judgements=tuple(judgements),
            case_reviews=tuple(passages.case_reviews),
            findings=tuple(passages.findings),
            themes_read=True,
        )
        return Reading(
            reader=reader,
            version=version,
            kind=SourceKind.REPORT,
            title=f"{title}: {place.raw}",
            publisher=publisher,
            pages=len(self.pages),
            inspections=(inspection,),
            problems=tuple(self.problems),
        )
