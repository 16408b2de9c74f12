"""The five topics graded for a force from February 2024, wherever the report prints the grade.

A table, a list, a heading with the grade below it, or a sentence of the force ("is good at ..."). On some
pages the grades are a picture: then each topic is unreadable, and a sentence that counts the grades
("'adequate' in one area") is told of; it does not say which topic has which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from inspections.reading.language.text import plain
from inspections.reading.readers.hmicfrs_report.pieces import Piece
from inspections.reading.records import JudgementRecord, ProblemRecord

TOPICS = {
    "topic_leadership": "leadership",
    "partnership_working": "partnership working",
    "initial_response": "initial response",
    "risk_assessment_and_referral": "risk assessment and referral",
    "investigation": "investigation",
}
# How headings and sentences name the topics; none fits two of them.
_NAMES = (
    ("topic_leadership", re.compile(r"\bleadership\b")),
    (
        "partnership_working",
        re.compile(r"\bpartnership working\b|\bworking (?:in partnership|with (?:\w+ ){0,2}partners)\b"),
    ),
    ("initial_response", re.compile(r"\binitial response\b|\bresponding to children\b")),
    (
        "risk_assessment_and_referral",
        re.compile(
            r"\brisk assessments?(?: and|,| &) (?:\w+ )?referrals?\b|\bassessing (?:the )?risks?\b"
            r"|\bassess\w* (?:the )?risks?\b.{0,40}\breferral"
        ),
    ),
    ("investigation", re.compile(r"\binvestigat(?:ion|ions|ing|es)\b")),
)
_GRADE = r"(?:outstanding|good|adequate|requires? improvement|needs? improvement|inadequate)"
_LABEL = re.compile(
    r"(?P<name>[\w ,&'-]{4,90}?)\s*(?:[:|–-]|\bis\b|\bgraded\b)?\s*(?:graded |judged )?"
    rf"['\"“(]?(?P<grade>{_GRADE})['\"”)]?\.?"
)
# Whom a sentence grades stands before its first grade; each grade is followed by what it is for.
_FORCE = re.compile(r"\b(?:force|constabulary|police|service)\b(?!'s (?:partners|officers|staff))")
_GRADE_AT = re.compile(rf"\b(?P<grade>{_GRADE})['\"]? (?:at|in|for|with|to)\b")
_OF_TOPIC = re.compile(
    r"(?:its|the|(?:the )?[\w -]{3,50}'s)? ?(?P<name>[a-z ]{8,60}?) (?:is|was|is graded|was graded)(?: as)? "
    rf"['\"]?(?P<grade>{_GRADE})['\"]?\.?"
)
# How far into the words after a grade its topic may begin.
_AT_ONCE = 30
_ANNOUNCED = re.compile(
    r"\bgraded? judge?ments?\b[^.:]{0,60}(?:\bas follows\b|\bare\b|:)|\bgraded? judge?ments? are as follows\b"
)
_GRADED_AREAS = re.compile(
    rf"['\"“‘]?{_GRADE}['\"”’]? in (?:one|two|three|four|five|all|none|\d)\b[^.]{{0,200}}"
)
# "Good in 6 cases, adequate in 8" counts cases; "good in 7 areas" may be of another inspection.
_OF_TOPICS = re.compile(
    r"\bin (?:one|two|three|four|five|all|none|\d) (?:of (?:the|its|our|these) )?(?:five )?"
    r"(?:topics?|areas?|judge?ments?)\b"
)
_NO_TOPICS = re.compile(r"\b(?:cases?|files?|audits?|peel|previous|last|earlier)\b")
_CODES = {
    "require": "requires_improvement",
    "requires": "requires_improvement",
    "need": "requires_improvement",
    "needs": "requires_improvement",
}
_HISTORY = re.compile(r"\b(?:previous|last|earlier|20\d\d|peel|not|if|should|would|could|criteria|will)\b")
_LONGEST_LABEL = 130
_LONGEST_NAME = 60
_LONGEST_SENTENCE = 800
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


class Found(NamedTuple):
    aspect: str
    grade: str
    printed: str
    label: str
    piece: Piece
    in_sentence: bool = False


@dataclass
class Topics:
    """``graded``: the document grades topics, or announces that it does."""

    graded: bool = False
    judgements: list[JudgementRecord] = field(default_factory=list)
    problems: list[ProblemRecord] = field(default_factory=list)


def topics_in(pieces: Sequence[Piece], *, sentences: bool) -> Topics:
    """A judgement for each topic; nothing at all where the report grades none.

    ``sentences``: whether a sentence may grade the force; before 2024 "good at investigating" was no grade.
    """
    said = [piece for piece in pieces if not (piece.part.skipped or piece.part.earlier)]
    announced = next(
        (piece for piece in said if piece.kind != "row" and _ANNOUNCED.search(plain(piece.text))), None
    )
    found = [one for one in _found(said) if sentences or not one.in_sentence]
    counted = next(
        (piece for piece in said if _counted_in(piece.text)),
        None,
    )
    names = {one.aspect for one in found}
    topics = Topics(
        graded=announced is not None or counted is not None or len(names) >= 2 or _lists_grades(found)
    )
    if not topics.graded:
        return topics
    for aspect in TOPICS:
        _judge(aspect, [one for one in found if one.aspect == aspect], topics)
    missing = [TOPICS[one.aspect] for one in topics.judgements if one.grade_status == "unreadable"]
    if len(missing) == len(TOPICS) or (
        missing and not any(p.severity == "blocking" for p in topics.problems)
    ):
        topics.problems.append(_unread(missing, announced or counted))
    if counted:
        topics.problems.append(_counted(counted))
    return topics


def _lists_grades(found: Sequence[Found]) -> bool:
    """One graded topic makes a report of 2024 only where a table or a list grades it, not a sentence."""
    return any(one.piece.kind == "row" for one in found)


def _found(pieces: Sequence[Piece]) -> Iterator[Found]:
    for place, piece in enumerate(pieces):
        if piece.kind == "row":
            yield from _in_row(piece)
        elif piece.kind == "heading":
            yield from _below_heading(piece, pieces[place + 1] if place + 1 < len(pieces) else None)
        else:
            following = pieces[place + 1] if place + 1 < len(pieces) else None
            if len(piece.text) <= _LONGEST_NAME and following and (grade := _only_grade(following.text)):
                yield from _named(piece.text, grade, following.text, piece)
            else:
                yield from _in_words(piece)


def _in_row(piece: Piece) -> Iterator[Found]:
    cells = [cell for cell in piece.cells if cell.strip()]
    if len(cells) == 2 and (grade := _only_grade(cells[1])):
        yield from _named(cells[0], grade, cells[1], piece)


def _below_heading(piece: Piece, following: Piece | None) -> Iterator[Found]:
    if len(piece.text) > _LONGEST_LABEL:
        return
    if following is not None and following.kind != "row" and (grade := _only_grade(following.text)):
        yield from _named(piece.text, grade, following.text, piece)
        return
    match = _LABEL.fullmatch(plain(piece.text).strip())
    if match:
        yield from _named(match["name"], _code(match["grade"]), match["grade"], piece)


def _in_words(piece: Piece) -> Iterator[Found]:
    if len(piece.text) > 5000:
        return
    plainly = plain(piece.text)
    match = _LABEL.fullmatch(plainly.strip()) if len(plainly) <= _LONGEST_LABEL else None
    if match and len(match["name"].split()) <= 12 and not _HISTORY.search(plainly) and "force" not in plainly:
        yield from _named(match["name"], _code(match["grade"]), match["grade"], piece)
        return
    for sentence in _SENTENCE_END.split(piece.text):
        yield from _in_sentence(sentence, piece)


def _in_sentence(sentence: str, piece: Piece) -> Iterator[Found]:
    plainly = plain(sentence).strip()
    grades = list(_GRADE_AT.finditer(plainly))
    if len(plainly) > _LONGEST_SENTENCE or _HISTORY.search(plainly):
        return
    if match := _OF_TOPIC.fullmatch(plainly):
        yield from _named(match["name"], _code(match["grade"]), sentence, piece, True)
        return
    if not grades or not _FORCE.search(plainly, 0, grades[0].start()):
        return
    for match, after in zip(grades, [*grades[1:], None], strict=True):
        label = plainly[match.end() : after.start() if after else len(plainly)]
        if _starts_early(label):
            yield from _named(label[:120], _code(match["grade"]), sentence, piece, True)


def _starts_early(label: str) -> bool:
    """Whether the grade is for the topic itself: "good at investigating", not "at sharing what it knows"."""
    return any((match := name.search(label)) and match.start() <= _AT_ONCE for _, name in _NAMES)


def _named(label: str, grade: str, printed: str, piece: Piece, in_sentence: bool = False) -> Iterator[Found]:
    plainly = plain(label)
    aspects = [aspect for aspect, name in _NAMES if name.search(plainly)]
    if len(aspects) == 1:
        yield Found(aspects[0], grade, printed[:300], label.strip(" .,")[:200], piece, in_sentence)


def _only_grade(text: str) -> str:
    words = plain(text).strip(" .'\"“”:")
    words = re.sub(r"^(?:grade|graded|judge?ment)\s*:?\s*(?:as )?", "", words)
    return _code(words) if re.fullmatch(_GRADE, words) else ""


def _code(grade: str) -> str:
    return _CODES.get(grade.split()[0], grade.split()[0])


def _judge(aspect: str, found: Sequence[Found], topics: Topics) -> None:
    if not found:
        topics.judgements.append(_unreadable(aspect, "", None))
        return
    first = found[0]
    other = next((one for one in found if one.grade != first.grade), None)
    if other is None:
        topics.judgements.append(
            JudgementRecord(
                aspect=aspect,
                aspect_printed=first.label,
                grade=first.grade,
                printed=first.printed,
                page=first.piece.page,
                locator=first.piece.where[:120],
            )
        )
        return
    topics.judgements.append(_unreadable(aspect, first.printed, first))
    topics.problems.append(
        ProblemRecord(
            severity="blocking",
            where=f"{first.piece.where} and {other.piece.where}",
            field=aspect,
            value=first.printed,
            other=other.printed,
            message=f"{first.piece.where} says of {TOPICS[aspect]} “{first.printed}”,"
            f" {other.piece.where} says “{other.printed}”.",
        )
    )


def _unreadable(aspect: str, printed: str, found: Found | None) -> JudgementRecord:
    return JudgementRecord(
        aspect=aspect,
        aspect_printed=found.label if found else "",
        grade=None,
        grade_status="unreadable",
        printed=printed,
        page=found.piece.page if found else None,
        locator=found.piece.where[:120] if found else "",
        certainty="low",
    )


def _unread(missing: Sequence[str], announced: Piece | None) -> ProblemRecord:
    return ProblemRecord(
        severity="blocking",
        where=announced.where if announced else "document",
        field="topics",
        value=", ".join(missing),
        message="The report grades five topics, but no grade could be read for: "
        + ", ".join(missing)
        + ". On some pages the grades are a picture; look at it and type them in.",
    )


def _counted_in(text: str) -> str:
    """The words that count the grades of topics; empty where nothing does."""
    if not _GRADED_AREAS.search(plain(text)):
        return ""
    for sentence in _SENTENCE_END.split(text):
        plainly = plain(sentence)
        match = _GRADED_AREAS.search(plainly)
        if match and _OF_TOPICS.search(plainly) and not _NO_TOPICS.search(plainly):
            return sentence[match.start() : match.end()]
    return ""


def _counted(piece: Piece) -> ProblemRecord:
    words = _counted_in(piece.text)
    return ProblemRecord(
        severity="note",
        where=piece.where,
        field="topics",
        value=words[:300],
        message="This sentence counts the grades and does not say which topic has which.",
    )
