"""Several codings of one theme and population, read together."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspections.domain.stance import combine, stance_of
from inspections.terms import CodingRole, Stance

stances = st.lists(st.sampled_from(Stance))
SAYS_NOTHING = {Stance.NOT_CODED, Stance.DESCRIPTION}


@dataclass(frozen=True)
class Coding:
    role: str
    stance: str


codings = st.lists(st.builds(Coding, st.sampled_from(CodingRole), st.sampled_from(Stance)))


@pytest.mark.parametrize(
    ("read", "together"),
    [
        (["strength", "strength"], "strength"),
        (["concern", "concern"], "concern"),
        (["strength", "concern"], "mixed"),
        (["qualified_strength", "concern"], "mixed"),
        (["strength", "qualified_strength"], "qualified_strength"),
        (["strength", "mixed"], "mixed"),
        (["concern", "mixed"], "mixed"),
        (["strength", "not_coded"], "strength"),
        (["concern", "description"], "concern"),
        (["description", "not_coded"], "description"),
        (["not_coded"], "not_coded"),
        ([], "not_coded"),
    ],
)
def test_the_rules_of_the_field(read, together):
    assert combine(read) == together


@given(stances, st.randoms())
def test_neither_order_nor_repetition_matters(read, random):
    again = [*read, *read]
    random.shuffle(again)
    assert combine(again) == combine(read)


@given(stances.filter(lambda read: set(read) - SAYS_NOTHING), st.lists(st.sampled_from(sorted(SAYS_NOTHING))))
def test_uncoded_passages_change_nothing(read, uncoded):
    assert combine([*read, *uncoded]) == combine(read)


@given(stances)
def test_a_strength_is_unqualified_only_where_nothing_else_is_said(read):
    assert (combine(read) == Stance.STRENGTH) is (set(read) - SAYS_NOTHING == {Stance.STRENGTH})


@given(stances, stances)
def test_parts_read_together_first_come_out_the_same(some, others):
    whole = combine([*some, *others])
    assert combine([combine(some), combine(others)]) == whole


@given(codings, st.sampled_from(Stance))
def test_an_inquirys_reading_stands_whatever_others_read(others, stance):
    others = [coding for coding in others if coding.role != CodingRole.INQUIRY]
    assert stance_of([*others, Coding(CodingRole.INQUIRY, stance)]) == stance


@given(st.sampled_from(Stance), st.sampled_from(Stance), st.sampled_from(Stance))
def test_a_third_reader_decides_between_two(first, second, third):
    two = [Coding(CodingRole.FIRST_READER, first), Coding(CodingRole.SECOND_READER, second)]
    assert stance_of(two) == combine([first, second])
    assert stance_of([*two, Coding(CodingRole.THIRD_READER, third)]) == third
