"""Where dates stand in time: unknown ends never make a contradiction."""

import datetime as dt
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspections.domain.spans import (
    UNKNOWN,
    Span,
    day_of,
    fieldwork_of,
    publication_of,
)
from tests.inspections.domain.strategies import perhaps_days, spans, usable_spans


def day(words: str) -> dt.date:
    return dt.date.fromisoformat(words)


@dataclass(frozen=True)
class Stated:
    fieldwork_start: dt.date | None = None
    fieldwork_end: dt.date | None = None
    published_from: dt.date | None = None
    published_to: dt.date | None = None


stated = st.builds(Stated, perhaps_days, perhaps_days, perhaps_days, perhaps_days)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (Stated("2019-09-09", "2019-09-20", "2019-10-21", "2019-10-21"), "2019-09-20"),
        (Stated("2019-09-09", None, "2019-10-21", "2019-10-21"), "2019-09-09"),
        (Stated(None, None, "2019-10-01", "2019-10-31"), "2019-10-31"),
        (Stated(None, None, "2019-10-01", None), "2019-10-01"),
        (Stated(), None),
    ],
)
def test_it_stands_at_the_end_of_fieldwork_else_at_publication(dates, expected):
    assert day_of(dates) == expected


@given(stated)
def test_it_stands_on_a_day_that_was_stated_or_nowhere(dates):
    known = {*fieldwork_of(dates), *publication_of(dates)} - {None}
    assert day_of(dates) in known if known else day_of(dates) is None


@given(spans, spans)
def test_touching_and_contradicting_are_symmetric(one, other):
    assert one.touches(other) == other.touches(one)
    assert one.contradicts(other) == other.contradicts(one)


@given(spans)
def test_what_is_not_known_touches_and_contradicts_nothing(span):
    assert not span.touches(UNKNOWN)
    assert not span.contradicts(UNKNOWN)


@given(usable_spans)
def test_no_span_contradicts_itself(span):
    assert span.touches(span)
    assert not span.contradicts(span)


@given(usable_spans, usable_spans)
def test_whole_spans_contradict_where_and_only_where_they_have_no_day_in_common(one, other):
    if None not in one and None not in other:
        assert one.contradicts(other) is not one.touches(other)


@pytest.mark.parametrize(
    ("other", "contradicts"),
    [
        (Span(day("2019-09-09"), day("2019-09-20")), False),
        (Span(day("2019-09-02"), day("2019-09-13")), True),
        (Span(day("2019-09-01"), day("2019-09-30")), False),
        (Span(day("2019-01-01"), day("2019-12-31")), False),
        (Span(day("2019-10-01"), day("2019-10-31")), True),
    ],
)
def test_a_first_day_alone_must_be_the_first_day_or_lie_in_the_month(other, contradicts):
    assert Span(day("2019-09-09")).contradicts(other) is contradicts


@pytest.mark.parametrize(
    ("start", "end", "whole"),
    [
        ("2019-09-01", "2019-09-30", True),
        ("2016-02-01", "2016-02-29", True),
        ("2019-02-01", "2019-03-30", False),
        ("2019-09-02", "2019-09-30", False),
    ],
)
def test_a_month_known_only_as_such_is_told_from_days(start, end, whole):
    assert Span(day(start), day(end)).is_whole_months is whole
