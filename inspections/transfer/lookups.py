"""What stands in the database before a folder of tables is loaded, looked up once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from typing import Any

from django.db.models import Q

from areas.models import Area
from inspections.domain.keys import PASSAGE
from inspections.domain.spans import fieldwork_of, publication_of
from inspections.ingest.identity import Identity
from inspections.ingest.passages import digest
from inspections.models import (
    CaseReview,
    Finding,
    Framework,
    FrameworkAspect,
    Grade,
    Inspection,
    InspectionSource,
    Inspectorate,
    Judgement,
    Problem,
    SourceDocument,
    Theme,
)
from inspections.transfer.rows import FindingRow, InspectionRow


class Lookups:
    """What rows may refer to, by table and key. It grows as tables are loaded."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Any]] = {
            "areas": {area.reference: area for area in Area.objects.all()},
            "frameworks": Framework.objects.in_bulk(),
            "inspectorates": Inspectorate.objects.in_bulk(),
            "themes": Theme.objects.in_bulk(),
            "grades": Grade.objects.in_bulk(),
            "sources": SourceDocument.objects.in_bulk(field_name="key"),
            "inspections": Inspection.objects.in_bulk(field_name="key"),
            "findings": {},
            "trails": {},
        }
        self.sources_by_bytes = {row.sha256: row for row in self.rows["sources"].values() if row.sha256}
        self.scales = set(Framework.scales.through.objects.values_list("framework_id", "scale_id"))
        self.aspects = set(FrameworkAspect.objects.values_list("framework_id", "aspect_id"))


class EarlierInspections:
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
            wanted = Identity(areas, framework, row.kind, fieldwork_of(stated), publication_of(stated))
            same = [inspection for identity, inspection in on_record if wanted.may_be(identity)]
            if len(same) == 1:
                return same[0]
        return None


class OwnReadings:
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
        for finding in Finding.objects.filter(run__isnull=False, key__contains=PASSAGE).order_by("pk"):
            self.passages[finding.source_id].append(finding)
        self.problems = set(Problem.objects.filter(run__isnull=False).values_list("key", flat=True))

    def same_passage(self, row: FindingRow, source_id: int) -> Finding | None:
        """The passage read here that a row from another reading of the document is: by its words or, where it
        came without them, by its place if only one stands there."""
        subject, here = row.theme or row.topic, self.passages[source_id]
        if row.passage:
            words = digest(row.passage, subject, row.about)
            same = (one for one in here if digest(one.passage, one.theme_id or one.topic, one.about) == words)
            return next(same, None)
        place = (subject, row.about, row.locator)
        there = [one for one in here if (one.theme_id or one.topic, one.about, one.locator) == place]
        return there[0] if len(there) == 1 else None
