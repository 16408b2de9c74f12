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
from inspections.models.source import Correction, IngestRun, Problem, SourceDocument
from inspections.models.trail import Trail, TrailStep

__all__ = [
    "Aspect",
    "CaseReview",
    "Coding",
    "Correction",
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
