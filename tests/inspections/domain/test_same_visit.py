"""Two accounts of one visit are one inspection, whichever came first; two visits stay two."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspections.domain.same_visit import Visit, same_visit
from inspections.domain.spans import UNKNOWN, Span
from tests.inspections.domain.strategies import spans, usable_spans

KINDS = ("full", "short", "reinspection", "focused_visit", "joint")
PROGRAMMES = ("ilacs", "sif", "peel-2018")
visits = st.builds(
    lambda areas, programme, kind, fieldwork, published: Visit(
        areas, programme, kind, fieldwork, published, once=programme.startswith("peel")
    ),
    st.frozensets(st.sampled_from(["durham", "leeds"]), min_size=1),
    st.sampled_from(PROGRAMMES),
    st.sampled_from(KINDS),
    spans,
    spans,
)
SEPTEMBER = Span(dt.date(2019, 9, 9), dt.date(2019, 9, 20))


def visit(fieldwork=UNKNOWN, published=UNKNOWN, **more):
    values = {"areas": frozenset({"durham"}), "programme": "ilacs", "kind": "full"} | more
    return Visit(fieldwork=fieldwork, published=published, **values)


@given(visits, visits)
def test_it_is_symmetric(one, other):
    assert same_visit(one, other) == same_visit(other, one)


@given(visits, usable_spans)
def test_every_dated_visit_is_itself(one, fieldwork):
    dated = Visit(one.areas, one.programme, one.kind, fieldwork, one.published, one.once)
    assert same_visit(dated, dated)


@given(visits, visits)
def test_other_places_programmes_and_kinds_of_visit_are_others(one, other):
    if same_visit(one, other):
        full = {"full", "short", "reinspection"}
        assert one.areas == other.areas
        assert one.programme == other.programme
        assert one.kind == other.kind or {one.kind, other.kind} <= full


@given(spans, spans)
def test_without_any_date_of_fieldwork_or_publication_nothing_is_merged(fieldwork, published):
    assert not same_visit(visit(), visit(fieldwork, published))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (visit(SEPTEMBER), visit(Span(None, dt.date(2019, 9, 20))), True),
        (visit(SEPTEMBER), visit(Span(dt.date(2019, 9, 9))), True),
        (visit(SEPTEMBER), visit(Span(dt.date(2019, 9, 1), dt.date(2019, 9, 30))), True),
        (visit(SEPTEMBER), visit(Span(dt.date(2019, 9, 23), dt.date(2019, 9, 27))), False),
        (visit(Span(dt.date(2019, 9, 9))), visit(Span(dt.date(2019, 9, 12))), True),
        (visit(Span(dt.date(2019, 9, 9))), visit(Span(dt.date(2019, 9, 13))), False),
        (visit(Span(dt.date(2019, 9, 1), dt.date(2019, 9, 30))), visit(Span(dt.date(2019, 8, 30))), False),
        (visit(SEPTEMBER), visit(SEPTEMBER, kind="short"), True),
        (visit(SEPTEMBER), visit(SEPTEMBER, kind="focused_visit"), False),
        (visit(SEPTEMBER), visit(SEPTEMBER, areas=frozenset({"durham", "leeds"})), False),
    ],
)
def test_by_fieldwork(one, other, same):
    assert same_visit(one, other) is same


@pytest.mark.parametrize(("days_later", "same"), [(0, True), (3, True), (4, False), (-3, True), (-4, False)])
def test_where_only_publication_is_known_within_three_days(days_later, same):
    out = dt.date(2019, 10, 21)
    again = out + dt.timedelta(days=days_later)
    assert same_visit(visit(published=Span(out, out)), visit(published=Span(again, again))) is same


@pytest.mark.parametrize(
    ("days_later", "began_later", "same"), [(0, 15, True), (3, 15, True), (4, 15, False), (0, 60, False)]
)
def test_of_two_fieldworks_that_came_out_together_those_far_apart_are_two(days_later, began_later, same):
    """A page dates by the day it was moved what it tells of several years."""
    out, began = dt.date(2019, 10, 21), SEPTEMBER.start
    one = visit(Span(began, began), Span(out, out))
    out, began = out + dt.timedelta(days=days_later), began + dt.timedelta(days=began_later)
    assert same_visit(one, visit(Span(began, began), Span(out, out))) is same


@given(spans, spans)
def test_of_a_cycle_in_which_each_body_is_inspected_once_only_fieldwork_tells_two_apart(one, other):
    cycle = {"programme": "peel-2018", "once": True}
    assert same_visit(visit(published=one, **cycle), visit(published=other, **cycle))
