"""PEEL assessments of one police force by HMIC and HMICFRS, 2014-2018/19 and from 2021/22 (saved pages, PDF).

Each cycle is a framework of its own and none is compared with another. Grades are taken from words alone:
headings, lists, tables and whole sentences; every further place checks the first. What is shown as a picture,
only counted, contradictory or of a cycle that cannot be told becomes a problem. The layout of the pages was
not at hand when this was written; the wordings were.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inspections.reading.documents.html import Block
from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.language.dates import span_alone
from inspections.reading.readers.hmicfrs_peel.aspects import aspect_of, is_question
from inspections.reading.readers.hmicfrs_peel.cycles import framework_of
from inspections.reading.readers.hmicfrs_peel.gaps import note_gaps
from inspections.reading.readers.hmicfrs_peel.heads import Head, head_of, is_assessment
from inspections.reading.readers.hmicfrs_peel.page import Page
from inspections.reading.readers.hmicfrs_peel.publication import published_on
from inspections.reading.readers.hmicfrs_peel.revisits import visits
from inspections.reading.readers.hmicfrs_peel.statements import bare, gather
from inspections.reading.records import FindingRecord, InspectionRecord, PlaceRecord, ProblemRecord, Reading
from inspections.reading.structure.paragraphs import Paragraph, Part
from inspections.reading.structure.passages import passages
from inspections.reading.structure.pdf_blocks import blocks_of
from inspections.reading.structure.printed_grades import judgements_of
from inspections.terms import About, Scope, SourceKind

NAME = "hmicfrs_peel"
VERSION = 3
# No page or PDF of this kind was at hand when this was written.
LAYOUTS_SEEN = False
_FEWEST_WORDS = 6
_LONGEST_TOPIC = 80


def recognises(source: Source) -> bool:
    head = head_of(source)
    return head is not None and is_assessment(head)


def read(source: Source) -> Reading:
    """Raises UnreadableSource for what is no page and no PDF."""
    head = head_of(source)
    if head is None:
        raise UnreadableSource("This is neither a web page nor a PDF; PEEL assessments are read from those.")
    inspections: tuple[InspectionRecord, ...] = ()
    problems = list(head.problems())
    if head.cycle is not None:
        inspections, more = _inspections(source, head, head.cycle)
        problems += more
    return Reading(
        reader=NAME,
        version=VERSION,
        layouts_seen=LAYOUTS_SEEN,
        kind=SourceKind.REPORT if source.kind == "pdf" else SourceKind.PAGE,
        title=head.title or f"PEEL assessment: {head.place}",
        publisher="HMICFRS",
        url=head.url,
        pages=len(source.pages) if source.kind == "pdf" else None,
        inspections=inspections,
        problems=tuple(problems),
    )


def _inspections(
    source: Source, head: Head, cycle: int
) -> tuple[tuple[InspectionRecord, ...], list[ProblemRecord]]:
    def is_label(words: str) -> bool:
        return bool(bare(words) or span_alone(words) or is_question(words) or aspect_of(words, cycle))

    web = source.kind == "html"
    blocks = source.page.blocks if web else tuple(blocks_of(source.pages, is_label, is_label))
    published, notes = published_on(blocks, cycle)
    page = Page(head.force, cycle, problems=notes)
    gather(blocks, page)
    inspections = []
    graded: set[str] = set()
    seen = visits(blocks, page)
    for visit in seen:
        judgements, torn = judgements_of(visit.grades, page.carried)
        page.problems += torn
        graded |= {judgement.aspect for judgement in judgements}
        inspections.append(
            InspectionRecord(
                inspectorate="hmicfrs",
                framework=framework_of(cycle),
                kind=visit.kind,
                places=(PlaceRecord(raw=head.place, kind="force", scope=Scope.WHOLE_FORCE),),
                locator=visit.fieldwork.raw if len(seen) > 1 else "",
                fieldwork=visit.fieldwork,
                published=published,
                judgements=tuple(judgements),
                # What a page says beside its grades is of its last visit.
                findings=tuple(_findings(blocks)) if visit is seen[-1] else (),
            )
        )
    blocked = any(problem.severity == "blocking" for problem in page.problems)
    told = len(page.problems)
    note_gaps(blocks, page, graded)
    if not graded and not blocked and len(page.problems) == told:
        page.note("", "No grade was found on this page.", blocking=True)
    return tuple(inspections), page.problems


def _findings(blocks: Sequence[Block]) -> Iterator[FindingRecord]:
    """One for each theme of a list item and each run of sentences on a theme, all about the force.

    A page is seldom the whole assessment: what it does not mention may stand on another.
    """
    heading = ""
    for block in blocks:
        if block.kind == "heading":
            heading = block.text[:_LONGEST_TOPIC]
            continue
        if block.kind == "row" or len(block.text.split()) < _FEWEST_WORDS or block.text.endswith("?"):
            continue
        paragraph = Paragraph(block.text, block.page or 0, None, block.kind == "item", Part(section=heading))
        where = f"page {block.page}" if block.page else f"under “{heading}”" if heading else "on the page"
        for found in passages([paragraph], lambda opening: About.POLICE).findings:
            yield found.model_copy(update={"page": block.page, "locator": where})
