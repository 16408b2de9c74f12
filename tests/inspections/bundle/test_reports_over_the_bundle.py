"""Real reports read into a site that holds the bundle: passages are added, and nothing else changes.

What the tables say of these reports is what the readers say, so neither grade, date nor level may move.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Q

from inspections.models import CaseReview, Finding, Inspection, Judgement, SourceDocument
from inspections.transfer.evidence_levels import EvidenceLevels

pytestmark = [pytest.mark.shared, pytest.mark.django_db]

# All that was once held back; the places of the case study; two reports whose printed date differs from the
# name of their file; and some with numbers in prose.
FOLDERS = (
    "ofsted_more", "joint", "ofsted/80521_manchester", "ofsted/80564_stoke-on-trent",
    "ofsted/80560_st helens", "ofsted/80465_durham", "ofsted/80516_tower hamlets",
    "ofsted/80576_warwickshire", "ofsted/80441_bristol", "ofsted/80567_surrey", "ofsted/80535_oldham",
    "ofsted/80471_halton",
)  # fmt: skip


def held() -> dict[str, Any]:
    levels = EvidenceLevels()
    themes = Finding.objects.filter(theme__isnull=False, inspection__isnull=False).order_by()
    about = set(themes.values_list("inspection_id", "theme_id"))
    return {
        "judgements": set(Judgement.objects.values_list("key", "grade", "grade_status", "stands")),
        "dates": set(
            Inspection.objects.values_list(
                "key",
                "kind",
                "review_status",
                "fieldwork_start",
                "fieldwork_end",
                "published_from",
                "published_to",
            )
        ),
        "confirmed": set(CaseReview.objects.published().values_list("key", "cases", "observed")),
        "findings": Finding.objects.published().count(),
        "levels": {one: levels.level(*one).level for one in about},
        "addresses": set(SourceDocument.objects.values_list("key", "title", "url")),
    }


def test_reading_reports_adds_passages_and_changes_nothing(
    everything: dict[str, int], ingest: Callable[..., tuple[int, list[dict[str, Any]]]], shared: Path
) -> None:
    before = held()
    waiting = CaseReview.objects.filter(review_status="proposed", source__runs__isnull=True)
    unread = waiting.filter(~Q(theme=None)).count()

    status, lines = ingest(*(shared / "reports" / folder for folder in FOLDERS))

    assert (status, {line["status"] for line in lines}) == (0, {"stored"})
    assert len(lines) > 30
    after = held()
    for name in before:
        assert after[name] == before[name], name
    assert Finding.objects.exclude(passage="").count() > 1_000
    assert waiting.filter(~Q(theme=None)).count() < unread
