"""The one force a report is about, and the title to show for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from inspections.reading.readers.hmicfrs_report import forces, headings
from inspections.reading.readers.hmicfrs_report.forces import Named
from inspections.reading.readers.hmicfrs_report.kinds import Kind, Opening
from inspections.reading.readers.hmicfrs_report.pieces import Piece
from inspections.reading.records import PlaceRecord, ProblemRecord

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
    named = _once(named for title in opening.titles for named in forces.in_title(title))
    if kind == "thematic":
        return (), []  # on several forces together: its figures belong to no single one
    if len(named) > 1:
        return _place(named[0]), [_several(named)]
    text = " ".join(piece.text for piece in pieces)[:_TEXT]
    if not named:
        return _from_text(text, pieces, opening)
    other = _contradicts(named[0], text)
    return _place(named[0]), [other] if other else []


def _from_text(
    text: str, pieces: Sequence[Piece], opening_words: Opening
) -> tuple[tuple[PlaceRecord, ...], list[ProblemRecord]]:
    opening = " ".join(piece.text for piece in pieces[:_OPENING_PIECES])[:4000]
    named = forces.first_in_text(opening)
    if len(named) != 1:
        unknown = _UNKNOWN.search(opening_words.title_words)
        told = ", ".join(one.printed for one in named[:5]) or (unknown.group(0) if unknown else "")
        place = Named("", unknown.group(0) if unknown else "")
        return _place(place), [
            _problem(told, "No title and no heading names one police force this site knows.")
        ]
    note = ProblemRecord(
        severity="note",
        where="opening words",
        field="place",
        value=named[0].printed,
        message="No title names the force; the opening words name this one only.",
    )
    other = _contradicts(named[0], text)
    return _place(named[0]), [note, *([other] if other else [])]


def _contradicts(named: Named, text: str) -> ProblemRecord | None:
    """Where the text names another force more often than the one in the title."""
    counted = forces.in_text(text)
    if not counted:
        return None
    slug, times = counted.most_common(1)[0]
    if slug == named.slug or times <= counted[named.slug]:
        return None
    other = next(one.printed for one in forces.first_in_text(text) if one.slug == slug)
    return _problem(
        named.printed,
        f"The title names {named.printed}, the text speaks of {other}.",
        other=other,
    )


def _several(named: Sequence[Named]) -> ProblemRecord:
    told = " and ".join(one.printed for one in named[:5])
    return _problem(named[0].printed, f"Title, headings and address name {told}.", other=named[1].printed)


def _problem(value: str, message: str, *, other: str = "") -> ProblemRecord:
    return ProblemRecord(
        severity="blocking", where="title", field="place", value=value[:300], message=message, other=other
    )


def _place(named: Named) -> tuple[PlaceRecord, ...]:
    return (PlaceRecord(raw=named.printed, kind="force", scope="whole_force"),)


def _once(named: Iterable[Named]) -> list[Named]:
    first: dict[str, Named] = {}
    for one in named:
        first.setdefault(one.slug, one)
    return list(first.values())


def title_of(opening: Opening, kind: Kind, place: Sequence[PlaceRecord]) -> str:
    """The document's own title; ours where that may hold somebody's name."""
    if opening.title and headings.citable(opening.title):
        return opening.title[:300]
    return f"{_TITLES[kind]}: {place[0].raw}" if place and place[0].raw else _TITLES[kind]
