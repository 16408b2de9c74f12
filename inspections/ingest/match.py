"""Which inspection each record is about, and in which document it was seen."""

from __future__ import annotations

from inspections.domain.same_visit import Identity
from inspections.ingest.placed import Placed, cited_document
from inspections.ingest.resolve import Resolved
from inspections.models import InspectedArea, Inspection, SourceDocument
from inspections.reading.records import CitedSource, InspectionRecord, ProblemRecord


def place(
    resolved: list[Resolved], document: SourceDocument, linked: set[int], problems: list[ProblemRecord]
) -> tuple[list[Placed], bool]:
    """Each with its inspection and the document it was seen in; whether one of the cited was on record."""
    placed: list[Placed] = []
    seen_before = False
    made: set[int] = set()
    cited: dict[CitedSource, SourceDocument] = {}
    for one in resolved:
        source = one.record.cited
        if source and source not in cited:
            cited[source], is_new = cited_document(source)
            seen_before |= not is_new
        known = (_told_already(one, placed) if source else None) or _on_record(one, linked, made, problems)
        inspection = known or _create_inspection(one, one.identity)
        if known is None:
            made.add(inspection.pk)
        placed.append(Placed(one, inspection, cited[source] if source else document, known is None))
    return placed, seen_before


def _told_already(one: Resolved, placed: list[Placed]) -> Inspection | None:
    """Dates are settled when all is written, so an inspection just made is known by its record alone."""
    return next((told.inspection for told in placed if told.one.identity.may_be(one.identity)), None)


def _on_record(
    one: Resolved, linked: set[int], made: set[int], problems: list[ProblemRecord]
) -> Inspection | None:
    """The inspection on record, if there is one. Two candidates are a problem, not a choice.

    ``linked`` are those this document was stored under before: one of them is used again, so that reading
    twice makes no second one.
    """
    # Those this reading has just made have no dates yet, and their records were compared before.
    found = [row for row in one.identity.candidates() if row.pk not in made]
    candidates = _without_its_own_echo(found, linked)
    if len(candidates) > 1:
        problems.append(
            ProblemRecord(
                severity="blocking",
                where="document",
                field="inspection",
                value=one.identity.key(),
                message="may be either of " + " and ".join(row.key for row in candidates),
            )
        )
        candidates = [row for row in candidates if row.pk in linked]
    elif not candidates and _gives_no_date(one.record):
        problems += _may_be_any_of(one, linked | made)
    return candidates[0] if candidates else None


def _gives_no_date(record: InspectionRecord) -> bool:
    """No fieldwork and no publication but a page's own date, which may be of the day it was moved."""
    fieldwork, published = record.fieldwork, record.published
    return not (fieldwork.start or fieldwork.end or record.cited) and published.basis == "unknown"


def _may_be_any_of(one: Resolved, linked: set[int]) -> list[ProblemRecord]:
    """It may be one that is on record already: shown beside it, its cases would be counted twice."""
    others = [row for row in one.identity.whenever() if row.pk not in linked]
    if not others:
        return []
    return [
        ProblemRecord(
            severity="blocking",
            where="document",
            field="published",
            value=one.record.published.raw,
            message="this document gives no date of its own and may be "
            + " or ".join(row.key for row in others[:5]),
        )
    ]


def _without_its_own_echo(candidates: list[Inspection], linked: set[int]) -> list[Inspection]:
    """An inspection that only this document tells of is no rival to one that others tell of too: it was made
    when this document was read with another date or place. Merge with the other one."""
    others = [row for row in candidates if row.pk not in linked or row.inspection_sources.count() > 1]
    return others if len(candidates) > 1 and len(others) == 1 else candidates


def _create_inspection(one: Resolved, identity: Identity) -> Inspection:
    base = identity.key()
    taken = set(Inspection.objects.filter(key__startswith=base).values_list("key", flat=True))
    key, number = base, 1
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    inspection = Inspection.objects.create(
        key=key,
        framework=identity.framework,
        kind=one.record.kind,
        topic=one.record.topic,
        review_status="needs_review",
    )
    InspectedArea.objects.bulk_create(
        InspectedArea(inspection=inspection, area=area, scope=one.scopes[area.pk]) for area in identity.areas
    )
    return inspection
