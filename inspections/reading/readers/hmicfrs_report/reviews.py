"""Every tally of a report with its theme: overall, per area of child protection, and in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from inspections.reading.case_counts import Tally, tallies_in
from inspections.reading.case_counts.tally import tally_of_numbers
from inspections.reading.documents.errors import UnreadableSource
from inspections.reading.language.text import plain
from inspections.reading.language.themes.matching import POPULATIONS, ThemeWord, theme_words
from inspections.reading.readers.hmicfrs_report.headings import area_of, is_breakdown, means_all
from inspections.reading.readers.hmicfrs_report.periods import is_period, parted, period_in
from inspections.reading.readers.hmicfrs_report.pieces import Piece, runs
from inspections.reading.readers.hmicfrs_report.review_tally import ALL, ReviewTally
from inspections.reading.structure.tables import tallies_in_table, tally_in_list
from inspections.terms import Assessor

_CASES = re.compile(
    r"(?:child protection |child abuse )?(?:case files|cases|case audits|files)\b", re.IGNORECASE
)
_GRADED = re.compile(r"\b(?:good|adequate|inadequate|improvement)\b", re.IGNORECASE)
_ONLY_SOME = re.compile(r"\b(?:including|such as|for example|among)\b[^.;:]{0,60}$")
_NO_LABEL = re.compile(
    r"(?:(?:(?:grade|judge?ment|number|count|case|file|audit|total|assessment|area|result|inspector)s?|no\.?|all"
    r"|children|of|the|in|we|by|hmic(?:frs)?|assessed|audited|examined|reviewed|inspected|graded|looked|at)\s*)+",
    re.IGNORECASE,
)
# Rows for the two who assessed the same cases, in 2014 and 2015.
_WHOSE = re.compile(
    r"(?P<force>(?:the )?force(?:[’']s)?(?: own)?(?: (?:self-)?assess\w+| assessors?)?|self[- ]assess.{0,20})"
    r"|hmic(?:frs)?(?:[’']s)?(?: inspectors?)?(?: assess\w+)?|inspectors?(?:[’'] assessments?)?",
    re.IGNORECASE,
)
_MISSING_AND_ABSENT = re.compile(
    r"\b(?P<what>(?:missing (?:and|or) absent|absent (?:and|or) missing)(?: children| young people)?)\b",
    re.IGNORECASE,
)
_CASES_OF = re.compile(
    r"\b(?:cases|files) (?:of|involving|concerning|relating to|about) (?P<what>[^.,:;()]{4,60})",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][’”'\")]*\s+(?=[A-Z‘“(])")
_NUMBER_OF_CASES = re.compile(r"\s*\((\d{1,4})(?: (?:cases?|files?))?\)\s*$", re.IGNORECASE)
_LABELLED = re.compile(r"(?P<label>(?:[A-Z]|20\d\d)[^:;.–]{2,90}?)(?::| [–-]) ")
_ADDITIONAL = re.compile(r"\b(?:additional|further) (?:\w+ ){0,3}cases\b|\bassessed only by\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:another|the remaining|the rest|the others?|of these|of those|none of these|in a further)\b",
    re.IGNORECASE,
)
_LONGEST_JOINED = 6000
_FAR_BACK = 400
_MAY_TELL = re.compile(r"\b(?:good|adequate|inadequate|improvement|cases?|files?)\b", re.IGNORECASE)
# A report has some forty tallies, and 60,000 letters in paragraphs that may hold one.
MOST_TALLIES = 600
MOST_LETTERS = 250_000


def tallies_of(pieces: Sequence[Piece]) -> list[ReviewTally]:
    """Every tally of the report, in reading order.

    Raises UnreadableSource for a document that speaks of graded cases far more than any report.
    """
    found: list[ReviewTally] = []
    lead: ReviewTally | None = None
    length = 0
    for run in runs(list(_continued([piece for piece in pieces if not piece.part.skipped]))):
        length += sum(len(piece.text) for piece in run if _may_tell(piece))
        if length > MOST_LETTERS or len(found) > MOST_TALLIES:
            raise UnreadableSource(
                "This document grades far more cases than any report does.", field="case_reviews"
            )
        tallies = list(_of_run(run))
        below = run[0].kind in ("item", "row") and len(tallies) == 1
        if lead and below and (joined := _led_in(lead, tallies[0])):
            found[-1:], tallies = [joined], []
        found += tallies
        leads = tallies and run[0].kind == "paragraph" and tallies[-1].tally.completeness == "total_only"
        lead = tallies[-1] if leads else None
    return found


def _continued(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """A paragraph that goes on counting ("Another 38 were ...") is read with the one before it."""
    held: Piece | None = None
    for piece in pieces:
        alike = held is not None and held.kind == piece.kind == "paragraph" and held.part == piece.part
        if held and alike and _GOES_ON.match(piece.text) and len(held.text) < _LONGEST_JOINED:
            held = replace(held, text=f"{held.text} {piece.text}")
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _led_in(lead: ReviewTally, first: ReviewTally) -> ReviewTally | None:
    """ "We audited 34 cases:" and the list below it are one statement."""
    theme_differs = first.theme not in (lead.theme, ALL) and lead.theme != ALL
    if not first.listed or first.tally.cases_basis == "printed" or not first.is_graded:
        return None
    if theme_differs or lead.tally.assessor != first.tally.assessor:
        return None
    tally = tally_of_numbers(
        cases=lead.tally.cases,
        parts=first.tally.parts,
        below_good=first.tally.below_good,
        assessor=lead.tally.assessor,
        sample=lead.tally.sample,
    )
    named = lead if lead.theme != ALL else replace(first, printed=first.printed or lead.printed)
    return replace(named, tally=tally, piece=first.piece, listed=True, proposed=False)


def _of_run(run: Sequence[Piece]) -> Iterator[ReviewTally]:
    first = run[0]
    listed = tally_in_list(run) if first.kind == "item" else None
    if first.kind == "row":
        for label, tally, piece, title in tallies_in_table(run):
            yield _listed(label, tally, piece, title)
    elif listed:
        yield _listed("", listed, first)
    else:
        for piece in filter(_may_tell, run):
            yield from _in_prose(piece)


def _listed(label: str, tally: Tally, piece: Piece, title: str = "") -> ReviewTally:
    """A tally in a table or a list: its label names the area, else the ``title`` of its rows, else the
    heading above."""
    area, period = parted(label.strip(" :"))
    area = title if period and not area else area  # "Missing children", and below it a row for each year
    return replace(_labelled(area, tally, piece), period=period or piece.part.period)


def _labelled(label: str, tally: Tally, piece: Piece) -> ReviewTally:
    tally = _of_heading(_by_whom(tally, piece), piece, label)
    if whose := _WHOSE.fullmatch(label):
        tally = _by_force(tally) if whose["force"] else tally
        label = ""
    below_area = piece.part.theme or (piece.part.breakdown and not is_breakdown(piece.part.heading))
    if _NO_LABEL.fullmatch(label) and (below_area or not piece.cells[1:2]):
        label = ""  # below "Missing children", "Cases" and "Total" are of those
    if label and means_all(label):
        return ReviewTally(tally, piece, ALL, "", label, True)
    if label and not _GRADED.search(label):
        theme = area_of(label)
        return ReviewTally(tally, piece, theme, "" if theme else _bare(label), label if theme else "", True)
    return ReviewTally(tally, piece, *_by_heading(piece), True)


def _of_heading(tally: Tally, piece: Piece, label: str) -> Tally:
    """With what heading or label print besides: "Missing children (9 cases)", "Additional cases"."""
    if _ADDITIONAL.search(piece.part.heading) and not tally.sample:
        tally = tally.model_copy(update={"sample": "additional set"})
    number = _NUMBER_OF_CASES.search(label if label and not _GRADED.search(label) else piece.part.heading)
    if (
        number is None
        or tally.cases_basis == "printed"
        or not tally.is_graded
        or tally.percent_good is not None
    ):
        return tally
    told = tally_of_numbers(cases=int(number[1]), parts=tally.parts, below_good=tally.below_good)
    return told.model_copy(update=tally.model_dump(include={"start", "end", "assessor", "sample", "stated"}))


def _bare(words: str) -> str:
    return _NUMBER_OF_CASES.sub("", words).strip(" :")


def _by_heading(piece: Piece) -> tuple[str | None, str, str]:
    """Theme, topic and printed words from the headings a tally stands below."""
    part = piece.part
    if part.theme:
        return part.theme, "", part.heading or part.section
    if part.breakdown and part.heading:
        return None, _bare(part.heading), ""
    return ALL, "", part.heading if part.audit else ""


def _in_prose(piece: Piece) -> Iterator[ReviewTally]:
    tallies = tallies_in(piece.text)
    if not tallies:
        return
    plainly = plain(piece.text)
    words = theme_words(plainly)
    label = _label_of(piece)
    for tally in tallies:
        if label and label.end() <= tally.end:
            yield _listed(label["label"], tally, piece)
            continue
        theme, topic, printed = _theme_of(tally, piece, plainly, words)
        own = _by_whom(tally, piece)
        before = "" if tally.sample else plainly[_sentence_of(tally, plainly) : tally.start]
        period = piece.part.period or period_in(before)
        found = ReviewTally(
            _of_heading(own, piece, "") if piece.part.breakdown else own,
            piece,
            theme,
            topic,
            printed,
            listed=piece.part.breakdown,
            period=period,
        )
        yield replace(found, proposed=not found.is_fact)


def _label_of(piece: Piece) -> re.Match[str] | None:
    """The area that an item or a paragraph of the breakdown begins with ("Missing children: 4 good"), or the
    inspection ("2021 inspection: 4 good")."""
    label = _LABELLED.match(piece.text)
    if label is None or _GRADED.search(label["label"]):
        return None
    if is_period(label["label"]):
        return label
    named = piece.kind != "paragraph" or area_of(label["label"])
    return label if named and is_breakdown(piece.part.heading) else None


def _may_tell(piece: Piece) -> bool:
    """A quick no for most of a report."""
    return piece.kind != "heading" and _MAY_TELL.search(piece.text) is not None


def _sentence_of(tally: Tally, plainly: str) -> int:
    """Where the sentence begins in which a tally begins."""
    begin = max(0, tally.start - _FAR_BACK)
    for match in _SENTENCE_END.finditer(plainly, begin, max(tally.start, begin)):
        begin = match.end()
    dot = plainly.rfind(". ", begin, tally.start)
    return begin if dot < 0 else dot + 2


def _theme_of(
    tally: Tally, piece: Piece, plainly: str, words: Sequence[ThemeWord]
) -> tuple[str | None, str, str]:
    """The one theme its own sentence names, else the heading's, else all cases."""
    begin, end = _sentence_of(tally, plainly), max(tally.end, tally.start + 1)
    near = [
        word
        for word in words
        if begin <= word.start < end
        and not _ONLY_SOME.search(plainly[max(begin, word.start - 80) : word.start])
    ]
    near = [word for word in near if word.theme in POPULATIONS] or near
    below_area = piece.part.breakdown and not is_breakdown(piece.part.heading)
    if len({word.theme for word in near}) == 1 and not below_area:
        word = near[0]
        return word.theme, "", piece.text[word.start : word.end]
    if not near and not below_area:
        # As the police say it: in prose only what the cases are said to be of.
        cases = _MISSING_AND_ABSENT.search(piece.text, begin, end) or _CASES_OF.search(piece.text, begin, end)
        said = cases["what"].strip() if cases else ""
        if named := area_of(said) if said else None:
            return named, "", said
    theme, topic, printed = _by_heading(piece) if below_area or piece.part.theme else (ALL, "", "")
    if theme == ALL:
        cases = _CASES.search(piece.text, tally.start) or _CASES.search(piece.text)
        printed = cases.group(0) if cases else printed
    return theme, topic, printed


def _by_whom(tally: Tally, piece: Piece) -> Tally:
    """What stands below "Force self-assessment" is the force's own, whatever the sentence says."""
    return _by_force(tally) if piece.part.force_assessed and tally.assessor == "inspectors" else tally


def _by_force(tally: Tally) -> Tally:
    return tally.model_copy(
        update={"assessor": Assessor.FORCE, "sample": tally.sample or "self-assessed set"}
    )
