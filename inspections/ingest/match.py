"""Which inspection on record each account is of, and in which document it was seen."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import urlsplit

from django.db.models import Q
from django.utils.text import slugify

from inspections.domain.spans import fieldwork_of
from inspections.ingest.bundled import contradictions
from inspections.ingest.resolve import Account, blocking, definitions
from inspections.models import IngestRun, Inspection, InspectionSource, Judgement, SourceDocument
from inspections.reading.problems import note
from inspections.reading.records import CitedSource, ProblemRecord
from inspections.terms import FULL_KINDS

_LONGEST = {"title": 300, "publisher": 120, "url": 500}  # as the columns are
_READABLE = 60
_SOON = dt.timedelta(days=14)
_ENOUGH_GRADES = 3


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
    """Each account with its inspection, a new one (not saved yet) where none is on record, and the doubts."""
    matches: list[Match] = []
    problems: list[ProblemRecord] = []
    cited: dict[CitedSource, SourceDocument] = {}
    for account in accounts:
        source = account.record.cited
        if source and source not in cited:
            cited[source] = _cited_document(source)
        found, doubts = _on_record(account, matches, set(earlier.inspections))
        problems += doubts
        inspection = found or _new_inspection(account, matches)
        account, beyond = _of_one_edition(account, inspection)
        problems += beyond
        matches.append(Match(account, inspection, cited[source] if source else document))
    return matches, problems + contradictions([one for one in matches if one.inspection.pk])


def _on_record(
    account: Account, matches: Sequence[Match], before: set[int]
) -> tuple[Inspection | None, list[ProblemRecord]]:
    """The inspection on record, if there is one. Two candidates are a problem, not a choice.

    ``before``: those this document was stored under before; one of them is used again, so that reading twice
    makes no second one.
    """
    identity, record = account.identity, account.record
    if record.cited:
        # Several sources that one file cites may tell of one inspection.
        same = (one.inspection for one in matches if one.account.identity.may_be(identity))
        if (inspection := next(same, None)) is not None:
            return inspection, []
    whenever = identity.whenever()
    candidates = [row for row in whenever if identity.at_one_time(row)] or _graded_alike(account, whenever)
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
        others = [row for row in whenever if row.pk not in before]
        if others:
            keys = " or ".join(row.key for row in others[:5])
            message = f"this document gives no date of its own and may be {keys}"
            return None, [blocking("document", "published", record.published.raw, message)]
    return (candidates[0] if candidates else None), []


def _of_one_edition(account: Account, inspection: Inspection) -> tuple[Account, list[ProblemRecord]]:
    """The account without what the inspection's edition of the rulebook does not judge, and a note of each.

    A source that knows the publication alone may take an inspection for one of the edition that came in
    meanwhile (Blackpool, December 2022); whoever knows the fieldwork knows the edition.
    """
    edition = account.identity.framework
    if inspection.framework_id == edition.pk:
        return account, []
    if account.identity.fieldwork.is_known and not fieldwork_of(inspection).is_known:
        inspection.framework = edition
        inspection.save(update_fields=["framework"])
        aspects = definitions().rulebooks[edition.pk].aspects
        inspection.judgements.filter(run__isnull=False).exclude(aspect__in=aspects).delete()
        return account, []
    aspects = definitions().rulebooks[inspection.framework_id].aspects
    kept = tuple(pair for pair in account.judgements if pair[0].aspect in aspects)
    where = account.record.locator or "document"
    message = (
        f"this inspection was one of {inspection.framework.name}, which judges no such aspect; not stored"
    )
    notes = [
        note(where, row.aspect, row.printed, message)
        for row, _ in account.judgements
        if row.aspect not in aspects
    ]
    return replace(account, judgements=kept), notes


def _graded_alike(account: Account, whenever: Iterable[Inspection]) -> list[Inspection]:
    """Full inspections that come out within two weeks of this one and have its grades: no other does so soon.

    Releases of statistics date one publication up to five days apart (Haringey 2018: 9 and 14 December).
    """
    grades = {row.aspect: grade.code for row, grade in account.judgements if grade}
    if account.record.kind not in FULL_KINDS or len(grades) < _ENOUGH_GRADES:
        return []
    alike = []
    for inspection in whenever:
        if not account.identity.at_one_time(inspection, near=_SOON):
            continue
        said = Judgement.objects.filter(inspection=inspection, stands=True, grade__isnull=False)
        same = [grades[aspect] == code for aspect, code in said.values_list("aspect", "grade__code")
                if aspect in grades]  # fmt: skip
        if len(same) >= _ENOUGH_GRADES and all(same):
            alike.append(inspection)
    return alike


def _new_inspection(account: Account, matches: Sequence[Match]) -> Inspection:
    identity, base = account.identity, account.identity.key()
    taken = {one.inspection.key for one in matches}
    key, number = base, 1
    while key in taken or Inspection.objects.filter(key=key).exists():
        number += 1
        key = f"{base}-{number}"
    kind, topic = account.record.kind, account.record.topic
    return Inspection(key=key, framework=identity.framework, kind=kind, topic=topic)


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
