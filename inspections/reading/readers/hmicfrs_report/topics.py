"""The five topics graded for a force from February 2024, wherever the report prints the grade.

A table, a list, a heading with the grade below it, or a sentence of the force ("is good at ..."). On some
pages the grades are a picture: then each topic is unreadable, and a sentence that counts the grades
("'adequate' in one area") is told of; it does not say which topic has which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from inspections.definitions.loader import definitions
from inspections.reading.language.grade_words import GRADE, grade_of, unquoted, without_end
from inspections.reading.language.text import plain
from inspections.reading.problems import blocking, note
from inspections.reading.readers.hmicfrs_report.pieces import Piece, runs
from inspections.reading.records import JudgementRecord, ProblemRecord
from inspections.reading.structure.printed_grades import PrintedGrade, judgements_of
from inspections.reading.structure.tables import graded_rows
from inspections.terms import Certainty, GradeStatus

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
_LABEL = re.compile(
    r"(?P<name>[\w ,&'-]{4,90}?)\s*(?:[:|–-]|\bis\b|\bgraded\b)?\s*(?:graded |judged )?"
    rf"['\"“(]?(?P<grade>{GRADE})['\"”)]?\.?"
)
# Whom a sentence grades stands before its first grade; each grade is followed by what it is for.
_FORCE = re.compile(r"\b(?:force|constabulary|police|service)\b(?!'s (?:partners|officers|staff))")
_GRADE_AT = re.compile(rf"\b(?P<grade>{GRADE})['\"]? (?:at|in|for|with|to)\b")
_OF_TOPIC = re.compile(
    r"(?:its|the|(?:the )?[\w -]{3,50}'s)? ?(?P<name>[a-z ]{8,60}?) (?:is|was|is graded|was graded)(?: as)? "
    rf"['\"]?(?P<grade>{GRADE})['\"]?\.?"
)
# How far into the words after a grade its topic may begin.
_AT_ONCE = 30
_ANNOUNCED = re.compile(
    r"\bgraded? judge?ments?\b[^.:]{0,60}(?:\bas follows\b|\bare\b|:)|\bgraded? judge?ments? are as follows\b"
)
_GRADED_AREAS = re.compile(
    rf"['\"“‘]?{GRADE}['\"”’]? in (?:one|two|three|four|five|all|none|\d)\b[^.]{{0,200}}"
)
# "Good in 6 cases, adequate in 8" counts cases; "good in 7 areas" may be of another inspection.
_OF_TOPICS = re.compile(
    r"\bin (?:one|two|three|four|five|all|none|\d) (?:of (?:the|its|our|these) )?(?:five )?"
    r"(?:topics?|areas?|judge?ments?)\b"
)
_NO_TOPICS = re.compile(r"\b(?:cases?|files?|audits?|peel|previous|last|earlier)\b")
_HISTORY = re.compile(r"\b(?:previous|last|earlier|20\d\d|peel|not|if|should|would|could|criteria|will)\b")
_UNREAD = JudgementRecord(aspect="", grade=None, grade_status=GradeStatus.UNREADABLE, certainty=Certainty.LOW)
_LONGEST_LABEL = 130
_LONGEST_NAME = 60
_LONGEST_SENTENCE = 800
_LONGEST_TEXT = 5000
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


def topics_in(
    pieces: Sequence[Piece], *, sentences: bool
) -> tuple[list[JudgementRecord], list[ProblemRecord]]:
    """A judgement for each topic; nothing at all where the report grades none.

    ``sentences``: whether a sentence may grade the force; before 2024 "good at investigating" was no grade.
    """
    own = [piece for piece in pieces if not (piece.part.skipped or piece.part.earlier)]
    announced = next((one for one in own if one.kind != "row" and _ANNOUNCED.search(plain(one.text))), None)
    counted = next((one for one in own if _counted_in(one.text)), None)
    in_tables = [grade for run in runs(own) if run[0].kind == "row" for grade in _in_table(run)]
    found = list(_printed_grades(own, sentences))
    # One graded topic makes a report of 2024 only where a table grades it, not a sentence.
    several = len({grade.aspect for grade in found}) >= 2
    if not (announced or counted or several or in_tables):
        return [], []
    judgements, problems = judgements_of(found)
    read = {judgement.aspect: judgement for judgement in judgements}
    topics = [read.get(aspect) or _UNREAD.model_copy(update={"aspect": aspect}) for aspect, _ in _NAMES]
    names = definitions().aspects
    missing = [names[one.aspect].name.lower() for one in topics if one.grade_status == "unreadable"]
    if len(missing) == len(topics) or (missing and not problems):
        at, listed = announced or counted, ", ".join(missing)
        message = (
            f"The report grades five topics, but no grade could be read for: {listed}. "
            "On some pages the grades are a picture; look at it and type them in."
        )
        problems.append(blocking(at.where if at else "document", "topics", listed, message))
    if counted:
        message = "This sentence counts the grades and does not say which topic has which."
        problems.append(note(counted.where, "topics", _counted_in(counted.text)[:300], message))
    return topics, problems


def _printed_grades(pieces: Sequence[Piece], sentences: bool) -> Iterator[PrintedGrade]:
    below = dict(zip(map(id, pieces), pieces[1:], strict=False))
    for run in runs(pieces):
        if run[0].kind == "row":
            yield from _in_table(run)
            continue
        for piece in run:
            yield from _in_words(piece, below.get(id(piece)), sentences)


def _in_words(piece: Piece, below: Piece | None, sentences: bool) -> Iterator[PrintedGrade]:
    heading = piece.kind == "heading"
    names = len(piece.text) <= (_LONGEST_LABEL if heading else _LONGEST_NAME)
    alone = _only_grade(below.text) if names and below and not (heading and below.kind == "row") else ""
    if below and alone:
        yield from _named(piece.text, alone, below.text, piece)
    elif match := _label(piece):
        yield from _named(match["name"], match["grade"], match["grade"], piece)
    elif sentences and not heading and len(piece.text) <= _LONGEST_TEXT:
        for sentence in _SENTENCE_END.split(piece.text):
            yield from _in_sentence(sentence, piece)


def _in_table(rows: Sequence[Piece]) -> Iterator[PrintedGrade]:
    for _, row, cells in graded_rows(rows, _topic_of):
        for cell in cells:
            if [one.aspect for one in cells].count(cell.aspect) == 1:
                yield from _named(cell.label, without_end(unquoted(cell.printed)), cell.printed, row)


def _label(piece: Piece) -> re.Match[str] | None:
    """ "Initial response: good"; a paragraph of more words is a sentence."""
    plainly = plain(piece.text)
    match = _LABEL.fullmatch(plainly.strip()) if len(plainly) <= _LONGEST_LABEL else None
    if match is None or piece.kind == "heading":
        return match
    speaks = len(match["name"].split()) > 12 or _HISTORY.search(plainly) or "force" in plainly
    return None if speaks else match


def _in_sentence(sentence: str, piece: Piece) -> Iterator[PrintedGrade]:
    plainly = plain(sentence).strip()
    grades = list(_GRADE_AT.finditer(plainly))
    if len(plainly) > _LONGEST_SENTENCE or _HISTORY.search(plainly):
        return
    if match := _OF_TOPIC.fullmatch(plainly):
        yield from _named(match["name"], match["grade"], sentence, piece)
        return
    if not grades or not _FORCE.search(plainly, 0, grades[0].start()):
        return
    for match, after in zip(grades, [*grades[1:], None], strict=True):
        label = plainly[match.end() : after.start() if after else len(plainly)]
        # The grade is for the topic itself: "good at investigating", not "at sharing what it knows".
        if any((name := words.search(label)) and name.start() <= _AT_ONCE for _, words in _NAMES):
            yield from _named(label[:120], match["grade"], sentence, piece)


def _named(label: str, grade: str, printed: str, piece: Piece) -> Iterator[PrintedGrade]:
    if aspect := _topic_of(label):
        named = label.strip(" .,")
        yield PrintedGrade(aspect, grade_of(grade), printed, named, piece.where, page=piece.page)


def _topic_of(label: str) -> str | None:
    """The one topic that words name."""
    plainly = plain(label)
    topics = [aspect for aspect, name in _NAMES if name.search(plainly)]
    return topics[0] if len(topics) == 1 else None


def _only_grade(text: str) -> str:
    words = plain(text).strip(" .'\"“”:")
    words = re.sub(r"^(?:grade|graded|judge?ment)\s*:?\s*(?:as )?", "", words)
    return words if re.fullmatch(GRADE, words) else ""


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
