"""When two accounts are of one inspection: the same visit, known from several sources, is one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from dataclasses import dataclass

from inspections.domain.spans import UNKNOWN, Span
from inspections.terms import FULL_KINDS

NEAR = dt.timedelta(days=3)
ONE_FIELDWORK = dt.timedelta(days=31)


@dataclass(frozen=True)
class Visit:
    """What makes an inspection itself: whom, under which programme, what kind of visit, and when.

    ``programme``: across editions of its rulebook. ``once``: every body is inspected once under it.
    """

    areas: frozenset[Hashable]
    programme: str
    kind: str
    fieldwork: Span = UNKNOWN
    published: Span = UNKNOWN
    once: bool = False


def same_visit(one: Visit, other: Visit) -> bool:
    return (
        one.areas == other.areas
        and one.programme == other.programme
        and one.kind in kinds_like(other.kind)
        and at_one_time(one, other)
    )


def kinds_like(kind: str) -> tuple[str, ...]:
    """Kinds that sources use for one visit: no report names itself short, only statistics do."""
    return FULL_KINDS if kind in FULL_KINDS else (kind,)


def at_one_time(one: Visit, other: Visit, near: dt.timedelta = NEAR) -> bool:
    """Fieldwork ended on one day, overlaps or began within three days of the other's, since lists may differ
    by a day; where a source knows only publication, ``near``. A source that knows one day of the fieldwork
    speaks of that day alone."""
    if one.fieldwork.is_known and other.fieldwork.is_known:
        return _one_fieldwork(one.fieldwork, other.fieldwork) or _one_report(one, other)
    if one.once or other.once:
        return True  # the pages of one cycle are dated apart, or not at all
    return one.published.touches(other.published, within=near)


def _one_fieldwork(one: Span, other: Span) -> bool:
    if one.last == other.last or one.touches(other):
        return True
    if one.is_whole_months or other.is_whole_months or one.start is None or other.start is None:
        return False
    return abs(one.start - other.start) <= NEAR


def _one_report(one: Visit, other: Visit) -> bool:
    """Both came out within three days, on days that are known; fieldwork of another time tells two visits
    apart all the same, since a page may be dated when the website was moved."""
    days = one.published.is_day and other.published.is_day
    near = one.published.touches(other.published, within=NEAR)
    return days and near and one.fieldwork.touches(other.fieldwork, within=ONE_FIELDWORK)
