"""Whose result it is: a force's is every authority's in its area, an authority's is its own."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspections.domain.scope import concerns, is_joint, scope_of


@dataclass(frozen=True)
class Place:
    name: str
    is_force: bool = False


DURHAM, DARLINGTON, LEEDS, ELSEWHERE = (Place(name) for name in ("durham", "darlington", "leeds", "no force"))
DURHAM_FORCE, WEST_YORKSHIRE = (Place(name, is_force=True) for name in ("durham", "west-yorkshire"))
FORCE_OF = {DURHAM: DURHAM_FORCE, DARLINGTON: DURHAM_FORCE, LEEDS: WEST_YORKSHIRE}
PLACES = (DURHAM, DARLINGTON, LEEDS, ELSEWHERE, DURHAM_FORCE, WEST_YORKSHIRE)

places = st.sampled_from(PLACES)


def concerned(*inspected: Place, joint: bool = False) -> set[Place]:
    return {place for place in PLACES if concerns(place, inspected, joint=joint, force_of=FORCE_OF.get)}


def test_a_forces_result_concerns_every_authority_in_its_area():
    assert concerned(DURHAM_FORCE) == {DURHAM_FORCE, DURHAM, DARLINGTON}


def test_an_authoritys_result_is_its_own():
    assert concerned(DURHAM) == {DURHAM}


def test_a_joint_inspection_concerns_its_authority_and_the_police_there():
    assert concerned(DURHAM, joint=True) == {DURHAM, DURHAM_FORCE}


def test_a_force_named_beside_a_joint_inspection_lends_it_to_no_other_authority():
    assert concerned(DURHAM, DURHAM_FORCE, joint=True) == {DURHAM, DURHAM_FORCE}


@given(st.sets(places), st.booleans())
def test_what_was_inspected_is_always_concerned(inspected, joint):
    assert inspected <= concerned(*inspected, joint=joint)


@given(st.sets(places, min_size=1), st.sets(places), st.booleans())
def test_naming_one_place_more_takes_the_result_from_nobody(inspected, more, joint):
    assert concerned(*inspected, joint=joint) <= concerned(*(inspected | more), joint=joint)


@given(st.sets(places), st.booleans())
def test_only_the_inspected_their_authorities_and_their_police_are_concerned(inspected, joint):
    within = {place for place, force in FORCE_OF.items() if force in inspected}
    police = {FORCE_OF[place] for place in inspected if place in FORCE_OF}
    assert concerned(*inspected, joint=joint) <= inspected | within | police


@dataclass(frozen=True)
class Framework:
    family: str


@dataclass(frozen=True)
class Inspection:
    framework: Framework


@pytest.mark.parametrize(("family", "joint"), [("jtai", True), ("ilacs", False), ("area-send", False)])
def test_only_a_joint_targeted_inspection_stands_in_both_lanes(family, joint):
    assert is_joint(Inspection(Framework(family))) is joint


def test_a_force_is_inspected_whole_and_an_authority_for_itself():
    assert scope_of(DURHAM_FORCE) == "whole_force"
    assert scope_of(DURHAM) == "authority"
