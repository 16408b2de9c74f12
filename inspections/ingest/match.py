"""Which inspection on record each account is of, and in which document it was seen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from django.db.models import Q
from django.utils.text import slugify

from inspections.ingest.bundled import contradictions
from inspections.ingest.resolve import Account, blocking
from inspections.models import IngestRun, InspectedArea, Inspection, InspectionSource, SourceDocument
from inspections.reading.records import CitedSource, ProblemRecord

_LONGEST = {"title": 300, "publisher": 120, "url": 500}  # as the columns are
_READABLE = 60


class Match(NamedTuple):
    """``document``: the file itself, unless the file only tells of what stands in another."""

    account: Account
    inspection: Inspection
    document: SourceDocument


def told_by(document: SourceDocument) -> Q:
    """Rows that a reading of the document brought, from itself or from a source it cites, or that people
    or the site's own tables took from it."""
    return Q(run__document=document) | Q(source=document, run__isnull=True)


def inspections_of(document: SourceDocument) -> dict[int, str]:
    """Where the document tells of each inspection it was stored under, by the inspection's id."""
    rows = InspectionSource.objects.filter(told_by(document)).order_by("id")
    return dict(rows.values_list("inspection_id", "locator"))


@dataclass(frozen=True)
class Earlier:
    """What was on record of a document before this reading: where it told of which inspections, by their
    ids, and the runs that read it. ``is_new``: the document itself was not on record, so nothing of it is."""

    document: SourceDocument
    inspections: dict[int, str]
    runs: frozenset[int]
    is_new: bool

    @classmethod
    def of(cls, document: SourceDocument, run: IngestRun, *, is_new: bool) -> Earlier:
        if is_new:
            return cls(document, {}, frozenset(), is_new)
        runs = IngestRun.objects.filter(document=document).exclude(pk=run.pk).order_by()
        return cls(document, inspections_of(document), frozenset(runs.values_list("pk", flat=True)), is_new)

    def __bool__(self) -> bool:
        return bool(self.inspections or self.runs)

    def sources(self, matches: Iterable[Match]) -> set[int]:
        """The ids of the documents of these matches that may have rows already."""
        new = {self.document.pk} if self.is_new else set()
        return {one.document.pk for one in matches} - new


def match(
    accounts: Iterable[Account], document: SourceDocument, earlier: Earlier
) -> tuple[list[Match], list[ProblemRecord]]:
    """Each account with its inspection, made where none is on record, and what a person has to decide."""
    before = set(earlier.inspections)
    matches: list[Match] = []
    problems: list[ProblemRecord] = []
    made: set[int] = set()
    cited: dict[CitedSource, SourceDocument] = {}
    for account in accounts:
        source = account.record.cited
        if source and source not in cited:
            cited[source] = _cited_document(source)
        found, doubts = _on_record(account, matches, before, made)
        inspection = found or _create_inspection(account)
        if found is None:
            made.add(inspection.pk)
        problems += doubts
        matches.append(Match(account, inspection, cited[source] if source else document))
    found_here = [
        (one.account, one.inspection, one.document) for one in matches if one.inspection.pk not in made
    ]
    return matches, problems + contradictions(found_here)


def _on_record(
    account: Account, matches: Sequence[Match], before: set[int], made: set[int]
) -> tuple[Inspection | None, list[ProblemRecord]]:
    """The inspection on record, if there is one. Two candidates are a problem, not a choice.

    ``before``: those this document was stored under before; one of them is used again, so that reading twice
    makes no second one. ``made``: those this reading has just made; they have no dates yet.
    """
    identity, record = account.identity, account.record
    if record.cited:
        # Several sources that one file cites may tell of one inspection.
        same = (one.inspection for one in matches if one.account.identity.may_be(identity))
        if (inspection := next(same, None)) is not None:
            return inspection, []
    candidates = [row for row in identity.candidates() if row.pk not in made]
    if len(candidates) > 1:
        # One that only this document tells of is no rival to one that others tell of too: it was made when
        # this document was read with another date or place.
        others = [row for row in candidates if row.pk not in before or row.inspection_sources.count() > 1]
        candidates = others if len(others) == 1 else candidates
    if len(candidates) > 1:
        message = "may be either of " + " and ".join(row.key for row in candidates)
        again = next((row for row in candidates if row.pk in before), None)
        return again, [blocking("document", "inspection", identity.key(), message)]
    # A page's own date may be of the day it was moved.
    is_dated = record.fieldwork.start or record.fieldwork.end or record.cited
    if not candidates and not is_dated and record.published.basis == "unknown":
        # Shown beside one that is on record already, its cases would be counted twice.
        others = [row for row in identity.whenever() if row.pk not in before | made]
        if others:
            keys = " or ".join(row.key for row in others[:5])
            message = f"this document gives no date of its own and may be {keys}"
            return None, [blocking("document", "published", record.published.raw, message)]
    return (candidates[0] if candidates else None), []


def _create_inspection(account: Account) -> Inspection:
    base = account.identity.key()
    taken = set(Inspection.objects.filter(key__startswith=base).values_list("key", flat=True))
    key, number = base, 1
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    inspection = Inspection.objects.create(
        key=key,
        framework=account.identity.framework,
        kind=account.record.kind,
        topic=account.record.topic,
        review_status="needs_review",
    )
    InspectedArea.objects.bulk_create(
        InspectedArea(inspection=inspection, area=area, scope=account.scopes[area.pk])
        for area in account.identity.areas
    )
    return inspection


def _cited_document(cited: CitedSource) -> SourceDocument:
    """The source on record under this key or address, else a new one."""
    known = SourceDocument.objects.filter(key=cited.key).first()
    if known is None and cited.url:
        known = SourceDocument.objects.filter(url=cited.url).order_by("key").first()
    if known is not None:
        return known
    words = {name: getattr(cited, name)[: _LONGEST[name]] for name in _LONGEST}
    # Readable, and the same for the same words: "itv-com-3fa21b9c".
    named = urlsplit(cited.url).hostname or cited.title or cited.key
    digest = hashlib.sha256((cited.url or cited.key).encode()).hexdigest()[:8]
    key = f"{slugify(named.replace('.', '-'))[:_READABLE].strip('-') or 'source'}-{digest}"
    return SourceDocument.objects.get_or_create(key=key, defaults={"kind": cited.kind, **words})[0]
