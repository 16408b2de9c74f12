"""What may be said of counts of graded cases: what holds of any numbers, and the rules by example."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from inspections.domain.case_counts import CASE_GRADES, CaseCounts, addition

count = st.none() | st.integers(0, 60)
counts = st.builds(
    CaseCounts,
    cases=count,
    good=count,
    adequate=count,
    requires_improvement=count,
    inadequate=count,
    below_good=count,
    percent_good=st.none() | st.floats(-5, 105),
    observed=count,
    observed_what=st.sampled_from(["", "no interview"]),
    stated=st.sampled_from(["", "a few"]),
)
splits = st.dictionaries(st.sampled_from(CASE_GRADES), st.integers(0, 60), min_size=1)


@given(counts)
def test_a_grade_that_is_not_given_is_no_part_and_a_zero_is_one(value):
    assert value.parts == {
        grade: number for grade in CASE_GRADES if (number := getattr(value, grade)) is not None
    }


@given(splits)
def test_a_sum_of_ours_adds_up_and_says_that_it_is_one(parts):
    summed = CaseCounts(**parts).with_our_sum()
    assert (summed.cases, summed.cases_basis) == (sum(parts.values()), "summed")
    assert summed.contradictions() == []


@given(counts)
def test_a_given_number_of_cases_is_never_replaced_nor_one_made_of_nothing(value):
    summed = value.with_our_sum()
    assert summed.cases == value.cases or value.cases is None
    assert summed.cases is not None or not value.parts


@given(counts)
def test_the_breakdown_of_numbers_that_can_be_true_never_exceeds_the_cases(value):
    shares = value.breakdown
    assert all(number > 0 for name, number in shares if name not in value.parts)
    assert not shares or value.is_graded
    if value.cases is not None and shares and not value.contradictions():
        assert sum(number for _, number in shares) == value.cases


@given(counts)
def test_derived_word_may_always_be_said(value):
    derived = value.derived_completeness()
    if derived is None:
        assert value == CaseCounts()
    elif derived == "stated_only":
        assert value.may_be_called("observed" if value.observed_what else "stated_only")
    else:
        assert value.may_be_called(derived)


@given(counts)
def test_a_full_split_sums_to_its_cases(value):
    if value.derived_completeness() == "full_split":
        assert value.good is not None
        assert value.parts_sum == value.cases


@given(counts, st.sampled_from(CASE_GRADES), st.integers(61, 90))
def test_a_part_above_the_cases_is_always_named(value, grade, number):
    wrong = value.model_copy(update={"cases": 60, grade: number}).contradictions()
    assert grade in [one.field for one in wrong]


@given(splits, st.integers(1, 9))
def test_parts_that_exceed_the_cases_are_never_called_whole(parts, missing):
    total = sum(parts.values())
    value = CaseCounts(**parts, cases=max(0, total - missing))
    assert total <= value.cases or value.contradictions()
    assert total <= value.cases or value.derived_completeness() != "full_split"


@given(counts)
def test_most_are_never_both_good_and_below_good(value):
    most = value.mostly()
    turned = value.model_copy(update={"completeness": "inconsistent"})
    assert turned.mostly() is None
    if most == "good" and value.is_graded:
        assert 2 * value.good > value.cases
        assert 2 * (value.known_below_good or 0) <= value.cases
    if most == "below_good" and value.is_graded:
        assert 2 * value.known_below_good > value.cases


@given(counts)
def test_a_percentage_is_worked_out_of_twenty_cases_or_more_only(value):
    assert value.may_show_percentage == (value.cases is not None and value.cases >= 20)
    assert not (value.may_show_percentage and value.are_few)


@given(st.integers(1, 400), st.data())
def test_percentages_are_whole_and_halves_go_up(cases, data):
    part = data.draw(st.integers(0, cases))
    percent = CaseCounts(cases=cases).percent_of(part)
    assert 0 <= percent <= 100
    assert -0.5 < percent - 100 * part / cases <= 0.5


@pytest.mark.parametrize(
    ("numbers", "most"),
    [
        ({"cases": 9, "good": 1, "requires_improvement": 2, "inadequate": 6}, "below_good"),
        ({"cases": 9, "below_good": 8}, "below_good"),
        ({"cases": 8, "good": 4, "below_good": 4}, None),
        ({"cases": 8, "good": 5}, "good"),
        ({"good": 5}, None),
        ({"cases": 30}, None),
        ({"cases": 0, "good": 0}, None),
        ({"percent_good": 16}, "below_good"),
        ({"percent_good": 50}, None),
        ({"percent_good": 74.5}, "good"),
        ({"cases": 10, "good": 5, "percent_good": 90}, None),
        ({"cases": 33, "good": 9, "inadequate": 25, "completeness": "inconsistent"}, None),
        ({"stated": "most were good"}, None),
    ],
)
def test_which_way_most_cases_were(numbers, most):
    assert CaseCounts(**numbers).mostly() == most


@pytest.mark.parametrize(
    ("numbers", "why"),
    [
        (
            {"cases": 33, "good": 9, "adequate": 8, "requires_improvement": 7, "inadequate": 10},
            "9 + 8 + 7 + 10",
        ),
        ({"cases": 8, "good": 9}, "9 is more than the 8 cases looked at"),
        ({"below_good": 5, "requires_improvement": 2, "inadequate": 4}, "2 + 4 = 6, not 5 below good"),
        ({"cases": 9, "good": 5, "below_good": 6}, "5 + 6 = 11, more than the 9 cases"),
        ({"cases": 50, "good": 10, "percent_good": 30}, "10 of 50 is 20.0%, not 30%"),
        ({"percent_good": 101}, "between 0 and 100"),
        ({"cases": 9, "good": 8, "completeness": "full_split"}, "8, not 9"),
    ],
)
def test_what_contradicts_what(numbers, why):
    (wrong,) = CaseCounts(**numbers).contradictions()
    assert why in wrong.why


def test_every_grade_given_must_be_all_of_the_cases_and_no_other_grade_can_stand():
    three = ("good", "requires_improvement", "inadequate")
    value = CaseCounts(cases=9, good=1, requires_improvement=2, inadequate=5)
    assert value.contradictions() == []
    assert value.contradictions(three)[0].why == "1 + 2 + 5 = 8, not 9"
    (wrong,) = CaseCounts(adequate=2).contradictions(three)
    assert wrong.impossible
    assert CaseCounts(adequate=0).contradictions(three) == []


def test_a_share_is_stated_and_none_is_made_of_nothing():
    assert CaseCounts(good=3).share_good is None
    assert CaseCounts(cases=0, good=0).share_good is None
    assert CaseCounts(cases=0).percent_of(0) is None
    assert CaseCounts(cases=4, good=1).share_good == 25
    assert CaseCounts(cases=4, below_good=1).share_good == 75


def test_what_is_not_given_is_none_and_no_count_is_negative():
    assert CaseCounts().known_below_good is None
    assert CaseCounts(inadequate=0).known_below_good == 0
    assert CaseCounts(inadequate=0).is_graded
    assert not CaseCounts(cases=3).is_graded
    assert CaseCounts(inadequate=0, cases=30).has_count_under_five
    assert not CaseCounts(cases=30).has_count_under_five
    with pytest.raises(ValidationError):
        CaseCounts(good=-1)


def test_an_addition_is_written_out():
    assert (addition([9, 8]), addition([9]), addition([])) == ("9 + 8 = 17", "9", "")
