"""Every closed list of words of the field, once: the word as stored and exchanged, and the label people read.

Models, records, forms and exports take theirs from here. A term is a string equal to its stored word.
"""

from __future__ import annotations

from enum import EnumType, StrEnum
from typing import Any, Self


class TermType(EnumType):
    """Gives a list of terms what forms and database fields ask of one: plain strings."""

    @property
    def choices(cls) -> list[tuple[str, str]]:
        """(stored word, label) of each."""
        terms: list[Any] = list(cls)
        return [(term.value, term.label) for term in terms]

    @property
    def values(cls) -> list[str]:
        """The stored words."""
        return [value for value, _ in cls.choices]


class Term(StrEnum, metaclass=TermType):
    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        return term


# Who inspects, whom, and how


class Sector(Term):
    SOCIAL_CARE = "social_care", "Children’s social care"
    POLICE = "police", "Police"
    OTHER = "other", "Own audits and others"


class InspectionKind(Term):
    FULL = "full", "full inspection"
    SHORT = "short", "short inspection"
    REINSPECTION = "reinspection", "re-inspection"
    FOCUSED_VISIT = "focused_visit", "focused visit"
    MONITORING_VISIT = "monitoring_visit", "monitoring visit"
    POST_INSPECTION_REVIEW = "post_inspection_review", "post-inspection review"
    QUARTERLY_UPDATE = "quarterly_update", "quarterly update"
    JOINT = "joint", "joint inspection"
    PROGRESS_REVIEW = "progress_review", "progress review"
    COMMISSIONED = "commissioned", "commissioned inspection"
    PILOT = "pilot", "pilot inspection"
    OWN_AUDIT = "own_audit", "own audit"
    DISCLOSURE = "disclosure", "disclosure to an inquiry"
    INQUIRY = "inquiry", "inquiry"
    THEMATIC = "thematic", "thematic inspection"


FULL_KINDS = (InspectionKind.FULL, InspectionKind.SHORT, InspectionKind.REINSPECTION)


class Scope(Term):
    WHOLE_FORCE = "whole_force", "whole force"
    AUTHORITY = "authority", "authority"


# Where a fact comes from, and how far it is to be trusted


class SourceKind(Term):
    REPORT = "report", "inspection report"
    STATISTICS = "statistics", "official statistics"
    INQUIRY = "inquiry", "inquiry report"
    PAGE = "page", "web page"
    PRESS = "press", "press report"
    DATASET = "dataset", "dataset"


class DateBasis(Term):
    """Where the day of publication was found."""

    PRINTED = "printed", "printed in the document"
    FILENAME = "filename", "from the file’s name"
    STATISTICS = "statistics", "from official statistics"
    SECONDARY = "secondary", "from a secondary source"
    UNKNOWN = "unknown", "not known"


class Confidence(Term):
    """Where the figure was seen."""

    READ = "read", "read in the document"
    QUOTED = "quoted", "as quoted by another document"
    PRESS = "press", "as reported by the press"


class Certainty(Term):
    HIGH = "high", "high"
    MEDIUM = "medium", "medium"
    LOW = "low", "low"


class ReviewStatus(Term):
    """``rejected``: a person said that a proposed number is none; kept, so that it is not proposed again.
    ``superseded``: a passage people coded that its document does not have any more; kept with its codings.
    """

    PUBLISHED = "published", "published"
    CORRECTED = "corrected", "corrected"
    NEEDS_REVIEW = "needs_review", "needs review"
    PROPOSED = "proposed", "proposed"
    REJECTED = "rejected", "rejected"
    SUPERSEDED = "superseded", "superseded"


PUBLIC = (ReviewStatus.PUBLISHED, ReviewStatus.CORRECTED)


# Judgements


class GradeStatus(Term):
    GRADED = "graded", "graded"
    NOT_GRADED = "not_graded", "not graded"
    NOT_JUDGED = "not_judged", "not judged"
    NOT_REPORTED = "not_reported", "not reported"
    RESTATED = "restated", "restated"
    CARRIED_OVER = "carried_over", "carried over"
    UNREADABLE = "unreadable", "unreadable"


WITH_GRADE = (GradeStatus.GRADED, GradeStatus.RESTATED, GradeStatus.CARRIED_OVER)


# Reviewed cases


class Assessor(Term):
    INSPECTORS = "inspectors", "inspectors"
    FORCE = "force", "the force itself"
    OWN = "own", "the body’s own audit"


class CasesBasis(Term):
    PRINTED = "printed", "printed"
    SUMMED = "summed", "our sum"


class Completeness(Term):
    FULL_SPLIT = "full_split", "full split"
    MERGED = "merged", "grades merged"
    PARTIAL = "partial", "partly graded"
    TOTAL_ONLY = "total_only", "number of cases only"
    PROPORTION_ONLY = "proportion_only", "proportion only"
    STATED_ONLY = "stated_only", "words only"
    OBSERVED = "observed", "an observation"
    INCONSISTENT = "inconsistent", "parts do not sum"


class Disclosure(Term):
    IN_REPORT = "in_report", "in the report"
    TO_INQUIRY = "to_inquiry", "disclosed later to an inquiry"
    OWN_PUBLICATION = "own_publication", "published by the body itself"


# Findings


class FindingKind(Term):
    STATEMENT = "statement", "statement"
    CHANGE = "change", "change since last time"
    RECOMMENDATION = "recommendation", "recommendation"
    REMARK = "remark", "remark"


class About(Term):
    COUNCIL = "council", "the council"
    POLICE = "police", "the police"
    PARTNERSHIP = "partnership", "the partnership"
    BOARD = "board", "the board"
    INSPECTORATE = "inspectorate", "the inspectorate"


class Direction(Term):
    BETTER = "better", "better"
    WORSE = "worse", "worse"
    SAME = "same", "hardly changed"


class Stance(Term):
    STRENGTH = "strength", "strength"
    QUALIFIED_STRENGTH = "qualified_strength", "qualified strength"
    MIXED = "mixed", "mixed"
    CONCERN = "concern", "concern"
    DESCRIPTION = "description", "description"
    NOT_CODED = "not_coded", "not coded"


class CodingRole(Term):
    """Who coded a finding: a role, never a name."""

    INQUIRY = "inquiry", "the Inquiry"
    FIRST_READER = "first_reader", "first reader"
    SECOND_READER = "second_reader", "second reader"
    THIRD_READER = "third_reader", "third reader, who decides"


class EvidenceLevel(Term):
    """How much of the evidence behind a finding a reader can see, most first."""

    COUNTS_AND_GRADES = "counts_and_grades", "counts and grades"
    COUNTS_PARTLY_GRADED = "counts_partly_graded", "counts, partly graded"
    COUNTS_ONLY = "counts_only", "counts only"
    NOT_YET_CHECKED = "not_yet_checked", "not yet checked"
    WORDS_ONLY = "words_only", "words only"
    NOT_MENTIONED = "not_mentioned", "not mentioned"
    NOT_READ = "not_read", "not read"


# Improvement trails


class TrailStatus(Term):
    IMPROVEMENT_SHOWN = "improvement_shown", "improvement shown"
    SOME_IMPROVEMENT = "some_improvement", "some improvement, concern remains"
    CONCERN_REPEATED = "concern_repeated", "concern repeated"
    NO_FOLLOW_UP = "no_follow_up", "no follow-up on record"
    NOT_KNOWN = "not_known", "not known"


class TrailStepKind(Term):
    CRITICISM = "criticism", "criticism"
    RESPONSE = "response", "response"
    ACTION = "action", "action"
    OWN_CHECK = "own_check", "own check"
    FOLLOW_UP = "follow_up", "outside follow-up"
    OUTCOME = "outcome", "outcome"
    REPLY = "reply", "reply"


# Reading and reviewing


class RunResult(Term):
    QUEUED = "queued", "queued"
    RUNNING = "running", "running"
    STORED = "stored", "stored"
    UNCHANGED = "unchanged", "unchanged"
    NEEDS_REVIEW = "needs_review", "needs review"
    REJECTED = "rejected", "rejected"


UNFINISHED = (RunResult.QUEUED, RunResult.RUNNING)


class Severity(Term):
    """``blocking``: the document waits for review; ``conflict``: two sources differ; ``note``: neither."""

    BLOCKING = "blocking", "blocking"
    CONFLICT = "conflict", "conflict"
    NOTE = "note", "note"


class ProblemState(Term):
    OPEN = "open", "open"
    ACCEPTED = "accepted", "accepted"
    CORRECTED = "corrected", "corrected"
    DISMISSED = "dismissed", "rejected"
