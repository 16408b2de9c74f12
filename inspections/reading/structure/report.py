"""One report on its way from pages to records.

What the folder and the name of the file say is held against the report here, and doubts are gathered.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from inspections.definitions.loader import FrameworkDefinition, definitions
from inspections.reading.documents.html import Page
from inspections.reading.language.dates import Fieldwork, published_in_name
from inspections.reading.records import (
    DateSpan,
    InspectionRecord,
    JudgementRecord,
    PlaceRecord,
    ProblemRecord,
)
from inspections.reading.structure import report_dates
from inspections.reading.structure.paragraphs import (
    Layout,
    Paragraph,
    Part,
    paragraphs,
    paragraphs_of_web_page,
)
from inspections.reading.structure.passages import Passages
from inspections.reading.structure.place_names import disagree, names_more, urn_and_folder
from inspections.terms import Scope, Severity

_LONGEST_FIELDWORK = 120
# Days; an inspection in two windows may have been interrupted for months.
_LONGEST_WITH_A_BREAK = 400
_LONGEST_WAIT = 400
_SEVERAL_PLACES = re.compile(r"\s(?:and|&)\s|,|/", re.IGNORECASE)


def first_page(pages: list[str]) -> str:
    """The first page that says anything."""
    return next((page for page in pages[:2] if page.strip()), "")


class Report:
    """``name``: the path relative to the folder given. ``web_page``: what the document is, if no PDF; it is
    one page long then. ``front``: where its title stands. ``problems``: what a person has to look at so far.
    """

    def __init__(self, pages: list[str], name: str, web_page: Page | None = None) -> None:
        self.pages = pages
        self.name = name
        self.web_page = web_page
        self.first_page = first_page(pages)
        self.front = "the page" if web_page else "page 1"
        self.problems: list[ProblemRecord] = []

    @classmethod
    def of_web_page(cls, page: Page, name: str) -> Report:
        return cls(["\n".join(block.text for block in page.blocks)], name, page)

    def paragraphs(self, layout: Layout, part: Part) -> Iterator[Paragraph]:
        """Its prose as ``layout`` parts it; ``part`` is what it opens with."""
        if self.web_page:
            return paragraphs_of_web_page(self.web_page.blocks, layout, part)
        return paragraphs(self.pages, layout, part)

    def tell(
        self, severity: Severity, field: str, value: str, message: str, *, where: str = "", **more: str
    ) -> None:
        """Add a problem, about the front page unless ``where`` says otherwise; ``more``: what another source
        says of it."""
        self.problems.append(
            ProblemRecord(
                severity=severity,
                where=where or self.front,
                field=field,
                value=value[:200],
                message=message,
                **more,
            )
        )

    def block(self, field: str, value: str, message: str, *, where: str = "", other: str = "") -> None:
        """Add a problem that keeps the report from being published before a person has looked."""
        self.tell(Severity.BLOCKING, field, value, message, where=where, other=other)

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
            self.tell(
                Severity.CONFLICT,
                "published",
                printed.raw,
                "The report prints one publication date, the file name another. The printed one stands.",
                kept=printed.start.isoformat(),
                other=in_name.start.isoformat(),
                other_source="file name",
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

    def inspection(
        self,
        *,
        framework: str,
        kind: str,
        place: PlaceRecord,
        fieldwork: Fieldwork,
        published: DateSpan,
        passages: Passages,
        judgements: Sequence[JudgementRecord] = (),
        topic: str = "",
        since: dt.date | None = None,
    ) -> InspectionRecord:
        """The one inspection the report is about, its dates checked.

        ``since``: no such report is of an inspection that started before then.
        """
        defined = definitions().frameworks[framework]
        if fieldwork.trouble:
            self.block("fieldwork", fieldwork.span.raw, fieldwork.trouble)
        elif fieldwork.assumed:
            self.tell(Severity.NOTE, "fieldwork", fieldwork.span.raw, fieldwork.assumed)
        self._check_days(fieldwork, since or defined.valid_from, defined)
        self._check_wait(fieldwork.span.end, published)
        return InspectionRecord(
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

    def _check_days(
        self, fieldwork: Fieldwork, first: dt.date | None, framework: FrameworkDefinition
    ) -> None:
        """Block what lasts too long, or began when the framework was not in force."""
        span, last = fieldwork.span, framework.valid_to
        if not span.start or not span.end:
            return
        days = (span.end - span.start).days
        if days < 0:
            self.block("fieldwork", span.raw, "The inspection ends before it starts.")
        elif days > (_LONGEST_WITH_A_BREAK if fieldwork.windows else _LONGEST_FIELDWORK):
            self.block("fieldwork", span.raw, f"The inspection would have lasted {days} days.")
        if (first and span.start < first) or (last and last < span.start):
            in_force = f"between {first} and {last}" if last else f"from {first} on"
            message = f"The report reads like {framework.code}, which was in force for inspections starting"
            self.block("fieldwork", span.raw, f"{message} {in_force}.")

    def _check_wait(self, ended: dt.date | None, published: DateSpan) -> None:
        if ended is None or published.start is None:
            return
        if published.start < ended:
            message = f"Published {published.start}, before the inspection ended on {ended}."
            self.block("published", published.raw, message)
        elif (published.start - ended).days > _LONGEST_WAIT:
            message = f"Published {published.start}, more than a year after the inspection ended on {ended}."
            self.block("published", published.raw, message)
