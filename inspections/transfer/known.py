"""What the rows of a table may refer to, looked up once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from typing import Any

from django.db.models import Q

from areas.models import Area
from inspections.domain.spans import fieldwork_of, publication_of
from inspections.ingest.identity import Identity
from inspections.ingest.passages import MARK, digest
from inspections.models import (
    CaseReview,
    Finding,
    Framework,
    FrameworkAspect,
    Grade,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
    Theme,
)
from inspections.transfer.rows import FindingRow, InspectionRow


class Known:
    """Rows by the keys that tables use. Sources and inspections grow as tables are loaded."""

    def __init__(self) -> None:
        self.areas = {area.reference: area for area in Area.objects.all()}
        self.frameworks = {row.pk: row for row in Framework.objects.all()}
        self.themes = set(Theme.objects.values_list("pk", flat=True))
        self.grades = {row.pk: row for row in Grade.objects.all()}
        self.allowed = {
            (framework.pk, scale.pk)
            for framework in Framework.objects.prefetch_related("scales")
            for scale in framework.scales.all()
        }
        self.aspects = set(FrameworkAspect.objects.values_list("framework_id", "aspect_id"))
        self.sources = {row.key: row for row in SourceDocument.objects.all()}
        self.by_bytes = {row.sha256: row for row in self.sources.values() if row.sha256}
        self.inspections = {row.key: row for row in Inspection.objects.all()}
        self.findings: dict[str, Any] = {}
        self.trails: dict[str, Any] = {}


class Earlier:
    """Inspections that stood in the database before a folder, found by what they are, not by their key.

    Rows of one folder are never merged with each other: their keys tell them apart.
    """

    def __init__(self) -> None:
        self._by_areas: dict[frozenset[Hashable], list[tuple[Identity, Inspection]]] = defaultdict(list)
        rows = Inspection.objects.select_related("framework").prefetch_related("areas")
        for row in rows.order_by("key"):
            identity = Identity.of(row)
            self._by_areas[identity.visit().areas].append((identity, row))

    def same(self, row: InspectionRow, framework: Framework, areas: tuple[Area, ...]) -> Inspection | None:
        """The one inspection on record that this row speaks of; None where there is none, or several."""
        on_record = self._by_areas.get(frozenset(area.pk for area in areas), [])
        for stated in row.dates_stated:
            mine = Identity(areas, framework, row.kind, fieldwork_of(stated), publication_of(stated))
            found = [inspection for identity, inspection in on_record if mine.may_be(identity)]
            if len(found) == 1:
                return found[0]
        return None


class ReadHere:
    """What this site read from a document itself: the better reading, which tables do not write over."""

    def __init__(self) -> None:
        judgements = Judgement.objects.filter(run__isnull=False)
        self.judgements = set(judgements.values_list("inspection_id", "aspect_id", "source_id"))
        stated = InspectionSource.objects.filter(Q(run__isnull=False) | Q(source__runs__isnull=False))
        self.dates = set(stated.values_list("inspection_id", "source_id"))
        self.facts = {
            key
            for model in (CaseReview, Finding)
            for key in model.objects.filter(run__isnull=False).values_list("key", flat=True)
        }
        self.passages: dict[int, list[Finding]] = defaultdict(list)
        for finding in Finding.objects.filter(run__isnull=False, key__contains=MARK).order_by("pk"):
            self.passages[finding.source_id].append(finding)
        self.problems = set(Problem.objects.filter(run__isnull=False).values_list("key", flat=True))

    def same_passage(self, row: FindingRow, source_id: int) -> Finding | None:
        """The passage read here that a row from another reading of the document is: by its words or, where it
        came without them, by its place if only one stands there."""
        subject, here = row.theme or row.topic, self.passages[source_id]
        if row.passage:
            known_by = digest(row.passage, subject, row.about)
            same = (
                one for one in here if digest(one.passage, one.theme_id or one.topic, one.about) == known_by
            )
            return next(same, None)
        place = (subject, row.about, row.locator)
        found = [one for one in here if (one.theme_id or one.topic, one.about, one.locator) == place]
        return found[0] if len(found) == 1 else None
