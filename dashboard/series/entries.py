"""One entry per fact: the mark it draws, if any, and the table row that says the same in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from django.urls import reverse

from areas.models import Area
from dashboard.series.picture import STAR, Mark, Segment, Shape, TableRow
from dashboard.series.place import PlaceFacts, areas_of, listed, number_words
from dashboard.series.table import cited_words, day_lines, inspection_cell, month_cell
from dashboard.wording.cases import Tally
from dashboard.wording.certainty import HOW_SEEN, how_sure, in_brackets
from dashboard.wording.days import dates_words, day_of, placed_at
from dashboard.wording.locators import locator_words
from inspections.models import CaseReview, Inspection, InspectionSource, Judgement, SourceDocument

MOST_BODIES = 3  # an inquiry speaks of many; a cell of the table counts them
MOST_NAMED = 8  # more authorities than that are counted in a cell of the table, and named in the CSV
SOCIAL_CARE, POLICE, OTHERS = "social_care", "police", "others"


@dataclass(frozen=True)
class Entry:
    """``order``: place of the lane in its block.

    ``mark`` is None where there is no date to put it at, and for what the table alone shows.
    """

    block: str
    lane: str
    label: str
    order: tuple[int, int, str]
    row: TableRow
    mark: Mark | None
    inspection: Inspection = field(compare=False, hash=False)
    source: SourceDocument | None = field(default=None, compare=False, hash=False)
    confidence: str = "read"


@dataclass(frozen=True)
class Drawn:
    """How an entry looks, before it has a place in time."""

    shape: Shape
    words: str
    grade: str = ""
    short: str = ""
    beside: str = ""
    segments: tuple[Segment, ...] = ()
    stem: bool = False
    doubtful: bool = False


def drawn_tally(tally: Tally) -> Drawn:
    shape: Shape = "tally" if tally.segments else "words"
    return Drawn(
        shape,
        tally.words,
        beside=tally.beside,
        segments=tally.segments,
        stem=True,
        doubtful=tally.doubtful,
    )


def kind_words(inspection: Inspection) -> str:
    """ "Focused visit"."""
    label = str(inspection.get_kind_display())
    return label[:1].upper() + label[1:]


def kind_with_topic(inspection: Inspection) -> str:
    """ "Focused visit: the front door"."""
    return kind_words(inspection) + (f": {inspection.topic}" if inspection.topic else "")


def _topic(inspection: Inspection) -> str:
    return inspection.topic[:1].upper() + inspection.topic[1:]


def visit_subject(inspection: Inspection) -> str:
    """What a visit without grades was about: its topic, else only its kind."""
    return _topic(inspection) or kind_words(inspection)


def framework_words(inspection: Inspection) -> str:
    return inspection.framework.short_name


def whose_words(facts: PlaceFacts, inspection: Inspection) -> str:
    """Whose result it is; a force's result names every authority it is about and belongs to none alone."""
    if inspection.framework.family == "jtai":
        force = None if facts.is_force else joint_force(facts, inspection)
        return joint_whose(facts, inspection) + (f"; its police: {force.name}" if force else "")
    parts = []
    for row in inspection.inspected_areas.all():
        if row.area.is_force and row.scope == "whole_force":
            parts.append(_whole_force(facts, inspection, row.area))
        else:
            parts.append(row.area.name)
    return "; ".join(sorted(parts))


def joint_force(facts: PlaceFacts, inspection: Inspection) -> Area | None:
    """The force whose work in that authority a joint inspection looked at: the one by link on that day."""
    authority = next((area for area in areas_of(inspection) if not area.is_force), None)
    return facts.force_of(authority, day_of(inspection)) if authority else None


def joint_whose(facts: PlaceFacts, inspection: Inspection) -> str:
    """ "Liverpool alone, not the whole force"; on the force's page "Liverpool, one of five authorities"."""
    areas = [area for area in areas_of(inspection) if not area.is_force]
    names = listed(area.name for area in areas)
    if not facts.is_force or len(areas) != 1:
        return f"{names} alone, not the whole force" if names else "no single area"
    covered = len(facts.authorities_of(facts.area, day_of(inspection)))
    if covered < 2:
        return f"{names}, the force’s one authority" if covered else names
    return f"{names}, one of {number_words(covered)} authorities"


def _whole_force(facts: PlaceFacts, inspection: Inspection, force: Area) -> str:
    names = [authority.name for authority in facts.authorities_of(force, day_of(inspection))]
    # Of a force that is not this place's own (an inquiry about several) the authorities are not fetched.
    return f"{force.name}, whole force: {listed(names)}" if names else f"{force.name}, whole force"


def whose_else(facts: PlaceFacts, inspection: Inspection, whose: str) -> str:
    """Whose result it is where not this place's own; many authorities by number, named once on the page."""
    name = facts.area.name
    if whose == name or (facts.is_force and ";" not in whose and whose.startswith(f"{name}, whole force")):
        return ""
    bodies = inspection.inspected_areas.all()
    if len(bodies) > MOST_BODIES:
        return (
            f"{len(bodies)} bodies, {name} among them"
            if facts.area in areas_of(inspection)
            else f"{len(bodies)} bodies"
        )
    for row in bodies:
        names = facts.authorities_of(row.area, day_of(inspection)) if row.area.is_force else []
        if len(names) > MOST_NAMED:
            listing = f": {listed(authority.name for authority in names)}"
            whose = whose.replace(listing, f": {len(names)} authorities")
    return whose


def deciding_source(inspection: Inspection) -> InspectionSource | None:
    rows = list(inspection.inspection_sources.all())
    return next((row for row in rows if row.decides), rows[0] if rows else None)


def make_entry(
    facts: PlaceFacts,
    inspection: Inspection,
    *,
    block: str,
    lane: str,
    label: str,
    order: tuple[int, int, str],
    subject: str,
    drawn: Drawn,
    fact: Judgement | CaseReview | None = None,
    result: str = "",
    in_chart: bool = True,
) -> Entry:
    """The entry of one fact, or of the inspection itself where ``fact`` is None.

    ``in_chart``: false for what stands in the table alone.
    """
    evidence = fact or deciding_source(inspection)
    source = evidence.source if evidence else None
    confidence = evidence.confidence if evidence else "read"
    certainty = evidence.certainty if evidence else "high"
    drawn = _starred(drawn, certainty, fact)
    day = day_of(inspection)
    url = reverse("inspection", args=[inspection.pk])
    whose = whose_words(facts, inspection)
    # The topic stands once: in the cell of what was looked at, or beside the kind.
    kind = kind_words(inspection) if subject == _topic(inspection) else kind_with_topic(inspection)
    said = result or drawn.words
    grade, grade_words, remark = _chip(fact, said)
    row = TableRow(
        iso=day.isoformat() if day else "",
        date=dates_words(inspection),
        placed_at=placed_at(inspection),
        inspectorate=inspection.framework.inspectorate.short_name,
        kind=kind_with_topic(inspection),
        framework=framework_words(inspection),
        subject=subject,
        result=said,
        whose=whose,
        source=source_words(source, confidence),
        locator=_locator(evidence),
        source_url=source.url if source else "",
        url=url,
        inspection=inspection.pk,
        month=month_cell(inspection),
        days=day_lines(inspection),
        name=inspection_cell(inspection.framework.inspectorate.short_name, kind),
        whose_else=whose_else(facts, inspection, whose),
        cited=cited_words(source, confidence),
        place=locator_words(_locator(evidence)),
        confidence=confidence,
        certainty=certainty,
        sure=how_sure(confidence, certainty),
        grade=grade,
        grade_words=grade_words,
        remark=remark,
        problem_url=f"{url}#disagreements" if drawn.doubtful else "",
    )
    mark = _mark(inspection, day, url, drawn, certainty) if day and in_chart else None
    return Entry(block, lane, label, order, row, mark, inspection, source, confidence)


def _starred(drawn: Drawn, certainty: str, fact: Judgement | CaseReview | None) -> Drawn:
    """A mark of medium or low certainty: a tally says so in words, a grade and a visit carry a star."""
    if certainty == "high" or isinstance(fact, CaseReview):
        return drawn
    words = (
        drawn.words if isinstance(fact, Judgement) and fact.grade else drawn.words + in_brackets(certainty)
    )
    if drawn.short:
        return replace(drawn, words=words, short=drawn.short + STAR)
    beside = drawn.beside + STAR if drawn.beside not in ("", "not given") else drawn.beside
    return replace(drawn, words=words, beside=beside)


def _chip(fact: Judgement | CaseReview | None, said: str) -> tuple[str, str, str]:
    """Code and words of a grade that opens the result, and what follows in brackets; else nothing."""
    grade = fact.grade if isinstance(fact, Judgement) else None
    if grade is None or not said.startswith(grade.label):
        return "", "", ""
    rest = said.removeprefix(grade.label)
    return (grade.code, grade.label, rest.strip()) if not rest or rest.startswith(" (") else ("", "", "")


def _mark(inspection: Inspection, day: dt.date, url: str, drawn: Drawn, certainty: str) -> Mark:
    return Mark(
        shape=drawn.shape,
        on=day,
        inspection=inspection.pk,
        url=url,
        words=drawn.words,
        grade=drawn.grade,
        short=drawn.short,
        beside=drawn.beside,
        segments=drawn.segments,
        stem=drawn.stem,
        certainty="" if certainty == "high" else certainty,
        doubtful=drawn.doubtful,
    )


def _locator(evidence: Judgement | CaseReview | InspectionSource | None) -> str:
    if evidence is None or evidence.locator:
        return evidence.locator if evidence else ""
    page = getattr(evidence, "page", None)
    return f"page {page}" if page else ""


def source_words(source: SourceDocument | None, confidence: str) -> str:
    if source is None:
        return "source not given"
    if confidence == "read":
        return source.title
    return f"{HOW_SEEN[confidence]}{':' if confidence == 'press' else ''} {source.title}"


def visit_words(inspection: Inspection) -> str:
    """ "Focused visit, not graded", for a box without a grade."""
    return f"{kind_words(inspection)}, not graded"
