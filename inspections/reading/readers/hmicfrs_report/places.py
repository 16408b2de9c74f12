"""The one force a report is about, and the title to show for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import partial

from inspections.reading.language.police_forces import forces_in, mentions
from inspections.reading.problems import blocking, note
from inspections.reading.readers.hmicfrs_report.headings import citable
from inspections.reading.readers.hmicfrs_report.kinds import Kind, Opening
from inspections.reading.readers.hmicfrs_report.pieces import Piece
from inspections.reading.records import PlaceRecord, ProblemRecord
from inspections.terms import Scope

_TITLES = {
    "full": "National child protection inspection",
    "reinspection": "National child protection re-inspection",
    "post_inspection_review": "National child protection inspection: post-inspection review",
    "quarterly_update": "Child protection: quarterly update",
    "thematic": "Child protection: national thematic report",
    "commissioned": "Handling of the sexual and criminal exploitation of children",
}
_UNKNOWN = re.compile(r"\b[A-Z][\w’'-]+(?: (?:and |& |of )?[A-Z][\w’'-]+){0,3} (?:Police|Constabulary)\b")
_OPENING_PIECES = 8
_TEXT = 300_000


def place_of(
    opening: Opening, kind: Kind, pieces: Sequence[Piece]
) -> tuple[tuple[PlaceRecord, ...], list[ProblemRecord]]:
    """The force the title, headings and address name, checked against the text; a problem where unclear."""
    if kind == "thematic":
        return (), []  # on several forces together: its figures belong to no single one
    named = forces_in(opening.title_words)
    problems: list[ProblemRecord] = []
    if len(named) > 1:
        several = " and ".join(one.printed for one in named[:5])
        message = f"Title, headings and address name {several}."
        return _place(named[0].printed), [_doubt(named[0].printed, message, other=named[1].printed)]
    if not named:
        words = " ".join(piece.text for piece in pieces[:_OPENING_PIECES])[:4000]
        named = forces_in(words, with_police=True)
        if len(named) != 1:
            unknown = _UNKNOWN.search(opening.title_words)
            printed = unknown.group(0) if unknown else ""
            said = ", ".join(one.printed for one in named[:5]) or printed
            message = "No title and no heading names one police force this site knows."
            return _place(printed), [_doubt(said, message)]
        message = "No title names the force; the opening words name this one only."
        problems.append(note("opening words", "place", named[0].printed, message))
    # Where the text names another force more often than the one in the title.
    text = " ".join(piece.text for piece in pieces)[:_TEXT]
    counted = Counter(force.slug for force in mentions(text, with_police=True))
    slug, times = counted.most_common(1)[0] if counted else (named[0].slug, 0)
    if slug != named[0].slug and times > counted[named[0].slug]:
        other = next(force.printed for force in mentions(text, with_police=True) if force.slug == slug)
        message = f"The title names {named[0].printed}, the text speaks of {other}."
        problems.append(_doubt(named[0].printed, message, other=other))
    return _place(named[0].printed), problems


_doubt = partial(blocking, "title", "place")


def _place(printed: str) -> tuple[PlaceRecord, ...]:
    return (PlaceRecord(raw=printed, kind="force", scope=Scope.WHOLE_FORCE),)


def title_of(opening: Opening, kind: Kind, place: Sequence[PlaceRecord]) -> str:
    """The document's own title; ours where that may hold somebody's name."""
    if opening.title and citable(opening.title):
        return opening.title[:300]
    return f"{_TITLES[kind]}: {place[0].raw}" if place and place[0].raw else _TITLES[kind]
