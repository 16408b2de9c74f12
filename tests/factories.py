"""Small rows for tests. Areas and definitions come from the fixture ``reference``; these add what was found.

visit = inspection("st-helens", "ofsted-ilacs-2018", "focused_visit", ended="2018-07-12")
judgement(visit, "overall", "ofsted:good")
"""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import Any

from areas.models import Area
from inspections.models import (
    CaseReview,
    InspectedArea,
    Inspection,
    InspectionSource,
    Judgement,
    SourceDocument,
)

_number = count(1)


def day(words: str | None) -> dt.date | None:
    return dt.date.fromisoformat(words) if words else None


def authority(slug: str) -> Area:
    return Area.objects.get(kind="authority", slug=slug)


def force(slug: str) -> Area:
    return Area.objects.get(kind="force", slug=slug)


def source(title: str = "A report", **fields: Any) -> SourceDocument:
    defaults = {"key": f"source-{next(_number)}", "kind": "report", "publisher": "Ofsted"}
    return SourceDocument.objects.create(title=title, **(defaults | fields))


def inspection(
    places: str | Area | list[Area],
    framework: str = "ofsted-ilacs-2018",
    kind: str = "full",
    *,
    started: str | None = None,
    ended: str | None = None,
    published: str | None = None,
    document: SourceDocument | None = None,
    **fields: Any,
) -> Inspection:
    """``places``: slug of an authority, or areas. Dates are ISO; a publication is a day."""
    areas = (
        [authority(places)] if isinstance(places, str) else places if isinstance(places, list) else [places]
    )
    dates = {
        "fieldwork_start": day(started),
        "fieldwork_end": day(ended),
        "published_from": day(published),
        "published_to": day(published),
    }
    found = Inspection.objects.create(
        key=f"inspection-{next(_number):05d}",
        framework_id=framework,
        kind=kind,
        **({"review_status": "published"} | dates | fields),
    )
    for area in areas:
        scope = "whole_force" if area.is_force else "authority"
        InspectedArea.objects.create(inspection=found, area=area, scope=scope)
    InspectionSource.objects.create(
        inspection=found,
        source=document or source(),
        decides=True,
        confidence="read",
        review_status="published",
        **dates,
    )
    return found


def judgement(
    inspection: Inspection,
    aspect: str,
    grade: str | None,
    *,
    document: SourceDocument | None = None,
    **fields: Any,
) -> Judgement:
    """``grade``: id such as ``ofsted:good``, or None with a ``grade_status`` that has no grade."""
    defaults = {
        "key": f"judgement-{next(_number):05d}",
        "grade_status": "graded" if grade else "not_judged",
        "confidence": "read",
        "review_status": "published",
        "stands": True,
        "locator": "page 1",
    }
    return Judgement.objects.create(
        inspection=inspection,
        aspect_id=aspect,
        grade_id=grade,
        source=document or source(),
        **(defaults | fields),
    )


def case_review(
    inspection: Inspection, theme: str | None = "child-sexual-exploitation", **fields: Any
) -> CaseReview:
    defaults = {
        "key": f"cases-{next(_number):05d}",
        "assessor": "inspectors",
        "completeness": "full_split",
        "disclosure": "in_report",
        "confidence": "read",
        "review_status": "published",
        "cases_basis": "printed" if fields.get("cases") is not None else "",
    }
    return CaseReview.objects.create(
        inspection=inspection, theme_id=theme, source=source(publisher="HMICFRS"), **(defaults | fields)
    )
