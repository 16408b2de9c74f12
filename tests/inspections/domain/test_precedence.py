"""Of two sources one comes first, always the same one."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from inspections.domain.precedence import precedence
from inspections.terms import Confidence, SourceKind


@dataclass(frozen=True)
class Source:
    kind: str
    key: str


@dataclass(frozen=True)
class Stated:
    confidence: str
    source: Source


sources = st.builds(Source, st.sampled_from(SourceKind), st.text("abc", min_size=1, max_size=2))
rows = st.builds(Stated, st.sampled_from(Confidence), sources)


@given(rows, rows)
def test_it_is_antisymmetric_and_total(one, other):
    first, second = precedence(one), precedence(other)
    assert (first < second) + (second < first) + (one == other) == 1


@given(st.lists(rows, unique=True), st.randoms())
def test_it_is_never_by_chance(known, random):
    shuffled = known[:]
    random.shuffle(shuffled)
    assert sorted(shuffled, key=precedence) == sorted(known, key=precedence)


@given(sources, sources)
def test_what_was_read_comes_before_what_was_quoted_and_that_before_the_press(one, other):
    read, quoted, press = (precedence(Stated(confidence, one)) for confidence in Confidence)
    assert read < quoted < press
    assert read < precedence(Stated(Confidence.QUOTED, other))


@given(st.sampled_from(Confidence), st.text("abc", min_size=1), st.text("abc", min_size=1))
def test_a_report_comes_before_statistics(confidence, one, other):
    report = Stated(confidence, Source(SourceKind.REPORT, one))
    statistics = Stated(confidence, Source(SourceKind.STATISTICS, other))
    assert precedence(report) < precedence(statistics)
