from inspections.models.coverage import Coverage
from inspections.models.decision import Decision
from inspections.models.evidence import CaseReview, Coding, Finding, Judgement
from inspections.models.framework import (
    Aspect,
    Framework,
    FrameworkAspect,
    Grade,
    Inspectorate,
    Scale,
    Theme,
)
from inspections.models.inspection import InspectedArea, Inspection, InspectionSource
from inspections.models.source import IngestRun, Problem, SourceDocument
from inspections.models.trail import Trail, TrailStep

__all__ = [
    "Aspect",
    "CaseReview",
    "Coding",
    "Coverage",
    "Decision",
    "Finding",
    "Framework",
    "FrameworkAspect",
    "Grade",
    "IngestRun",
    "InspectedArea",
    "Inspection",
    "InspectionSource",
    "Inspectorate",
    "Judgement",
    "Problem",
    "Scale",
    "SourceDocument",
    "Theme",
    "Trail",
    "TrailStep",
]
