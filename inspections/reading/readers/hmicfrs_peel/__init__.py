"""PEEL assessments of one police force by HMIC and HMICFRS, 2014-2018/19 and from 2021/22 (saved pages, PDF).

Each cycle is a framework of its own and none is compared with another. Grades are taken from words alone:
headings, lists, tables and whole sentences; every further place checks the first. What is shown as a picture,
only counted, contradictory or of a cycle that cannot be told becomes a problem. The layout of the pages was
not at hand when this was written; the wordings were.
"""

from __future__ import annotations

from inspections.reading.documents.html import Block
from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.readers.hmicfrs_peel import (
    judging,
    pdf,
    publication,
    revisits,
    spoken,
    statements,
    unseen,
)
from inspections.reading.readers.hmicfrs_peel.cycles import framework_of, has_five_tiers
from inspections.reading.readers.hmicfrs_peel.found import note
from inspections.reading.readers.hmicfrs_peel.heads import Head, head_of, is_assessment
from inspections.reading.readers.hmicfrs_peel.sentences import Page
from inspections.reading.records import InspectionRecord, PlaceRecord, ProblemRecord, Reading

NAME = "hmicfrs_peel"
VERSION = 1


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
        kind="report" if source.kind == "pdf" else "page",
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
    five_tiers = has_five_tiers(cycle)
    pages = _blocks(source, five_tiers)
    blocks = [block for _, page in pages for block in page]
    found = statements.statements(pages, Page(head.force, five_tiers), cycle)
    published, problems = publication.published(blocks)
    parts, unclear = revisits.parts(blocks, found.statements)
    problems += [*found.problems, *unclear]
    place = PlaceRecord(raw=head.place, kind="force", scope="whole_force")
    # What a page says beside its grades is of its last visit.
    findings = spoken.findings(pages)
    inspections = []
    judged: set[str] = set()
    for part in parts:
        judgements, torn = judging.judge(part.statements, found)
        problems += torn
        judged |= {judgement.aspect for judgement in judgements}
        inspections.append(
            InspectionRecord(
                inspectorate="hmicfrs",
                framework=framework_of(cycle),
                kind=part.kind,
                places=(place,),
                locator=part.fieldwork.raw if len(parts) > 1 else "",
                fieldwork=part.fieldwork,
                published=published,
                judgements=tuple(judgements),
                findings=findings if part is parts[-1] else (),
            )
        )
    problems += _silent(blocks, found, judged, problems)
    return tuple(inspections), problems


def _silent(
    blocks: list[Block], found: statements.Found, judged: set[str], so_far: list[ProblemRecord]
) -> list[ProblemRecord]:
    problems = [*unseen.pictures(blocks, found, judged), *unseen.counted(blocks)]
    if not judged and not problems and not any(problem.severity == "blocking" for problem in so_far):
        problems.append(note("", "", "No grade was found on this page.", blocking=True))
    return problems


def _blocks(source: Source, five_tiers: bool) -> list[tuple[int | None, list[Block]]]:
    if source.kind == "pdf":
        return [
            (number, pdf.blocks_of(page, five_tiers=five_tiers))
            for number, page in enumerate(source.pages, 1)
        ]
    return [(None, list(source.page.blocks))]
