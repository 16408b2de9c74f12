"""Sentences made from random numbers in every form of sentence give these numbers, and no others."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspections.reading.case_counts import tallies_in
from tests.inspections.reading.case_counts.made_tallies import (
    ADEQUATE,
    GOOD,
    IMPROVEMENT,
    INADEQUATE,
    WORDINGS,
    Numerals,
    listing,
    numerals,
    said,
    splits,
)

FOUR = (GOOD, ADEQUATE, IMPROVEMENT, INADEQUATE)
scales = st.one_of(splits(), splits(FOUR))


@dataclass(frozen=True)
class Miswritten(Numerals):
    """Writes one number in place of another."""

    right: int
    wrong: int

    def __getitem__(self, number):
        return super().__getitem__(self.wrong if number == self.right else number)


QUOTES = st.sampled_from(["", "'", "‘’", "“”"])


def quoted(word, marks):
    return f"{marks[:1]}{word}{marks[-1:]}"


def sentence_of(form, split, write, marks):
    """(text, whether the total is printed)."""
    total = write[sum(split.values())]
    parts = [(write[number], quoted(WORDINGS[grade][0], marks)) for grade, number in split.items()]
    (first, first_grade), *middle, (last, last_grade) = parts
    if form == "bracketed":
        cases = [f"{first} cases were {first_grade}", *(f"{n} were {grade}" for n, grade in parts[1:])]
        return f"We audited {total} child protection cases ({listing(cases)}).", True
    if form == "good in":
        cases = [f"{grade} in {n} cases" for n, grade in parts]
        return f"We assessed practice in the force as {listing(cases, last=', and ')}.", False
    if form == "as in":
        cases = [f"as {grade} in {n} cases" for n, grade in parts]
        return f"Of the {total} cases, we found the force's practice {listing(cases)}.", True
    if form == "another":
        others = " ".join(f"Another {n} were judged as {grade}." for n, grade in middle)
        return (
            f"Of the {total} cases examined, {first} were found to be {first_grade}. {others} "
            f"The remaining {last} were {last_grade}."
        ), True
    if form == "rated as":
        cases = [f"{n} as {grade}" for n, grade in parts]
        return f"In {total} cases of neglect, HMICFRS inspectors rated {listing(cases)}.", True
    if form == "bare":
        cases = [f"{first} were assessed as {first_grade}", *(f"{n} {grade}" for n, grade in parts[1:])]
        return f"HMIC examined {total} case files. Of these, {listing(cases)}.", True
    if form == "colons":
        cases = [f"{grade}: {n}" for n, grade in parts]
        return f"Cases by grade: {listing(cases, '; ', '; ')}.", False
    if form == "dashes":
        cases = [f"{grade} – {n}" for n, grade in parts]
        return f"We graded {total} cases: {listing(cases)}.", True
    if form == "slashes":
        cases = [f"{n} {grade}" for n, grade in parts]
        return f"{total} cases were audited ({listing(cases, ' / ', ' / ')}).", True
    if form == "brackets":
        cases = [f"{grade} ({n})" for n, grade in parts]
        return f"The {total} case files we read were graded {listing(cases)}.", True
    if form == "of which":
        cases = [f"{n} of which were {grade}" for n, grade in parts]
        return f"Inspectors looked at {total} cases, {listing(cases)}.", True
    if form == "per cent beside":
        cases = [f"{n} (12 per cent) were {grade}" for n, grade in parts]
        return f"A sample of {total} cases was read: {listing(cases, '; ')}.", True
    if form == "seen as":
        cases = [f"{n} cases as {grade}" for n, grade in parts]
        return f"Overall, {total} cases were examined. {listing(cases)}.", True
    if form == "respectively":
        # “two, one hundred and two cases” would be read, rightly, as 102.
        numbers = listing([number for number, _ in parts], last=", and ")
        return f"We found {listing([grade for _, grade in parts])} in {numbers} cases respectively.", False
    raise ValueError(form)


FORMS = [
    "bracketed",
    "good in",
    "as in",
    "another",
    "rated as",
    "bare",
    "colons",
    "dashes",
    "slashes",
    "brackets",
    "of which",
    "per cent beside",
    "seen as",
    "respectively",
]


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=60, deadline=None)
@given(split=scales, write=numerals(), marks=QUOTES)
def test_a_full_split_comes_back(form, split, write, marks):
    text, printed = sentence_of(form, split, write, marks)

    found = [said(tally) for tally in tallies_in(text)]

    basis = "printed" if printed else "summed"
    total = sum(split.values())
    assert found == [split | {"cases": total, "cases_basis": basis, "completeness": "full_split"}], text


@pytest.mark.parametrize("form", ["bracketed", "as in", "another", "rated as", "dashes", "of which"])
@settings(max_examples=40, deadline=None)
@given(split=scales, write=numerals(), wrong=st.integers(-1, 1).filter(bool))
def test_parts_that_do_not_sum_keep_their_numbers_and_say_so(form, split, write, wrong):
    total = sum(split.values()) + wrong
    right = sum(split.values())
    text, _ = sentence_of(form, split, Miswritten(write.limit, right, total), "")
    if any(number == right for number in split.values()):
        return

    (tally,) = tallies_in(text)

    assert {grade: getattr(tally, grade) for grade in split} == split
    assert (tally.cases, tally.completeness) == (total, "inconsistent")
    assert f"= {right}, not {total}" in tally.doubt


@settings(max_examples=60, deadline=None)
@given(
    good=st.integers(2, 200),
    below=st.integers(2, 200),
    write=numerals(),
    form=st.sampled_from(
        [
            "Of {total} cases, {good} were good and the remaining {below} requiring improvement "
            "or inadequate.",
            "{below} of the {total} cases we read were judged either ‘inadequate’ or ‘requiring "
            "improvement’; "
            "{good} were good.",
            "Only {good} of {total} cases were rated good, with the rest ({below}) requiring improvement or "
            "inadequate.",
            "We examined {total} cases: {good} were good and {below} were less than good.",
        ]
    ),
)
def test_grades_given_as_one_number_stay_one_number(good, below, write, form):
    total = good + below
    text = form.format(total=write[total], good=write[good], below=write[below])

    (tally,) = tallies_in(text)

    assert said(tally) == {
        "cases": total,
        "cases_basis": "printed",
        "good": good,
        "below_good": below,
        "completeness": "merged",
    }


@settings(max_examples=40, deadline=None)
@given(some=st.integers(1, 60), more=st.integers(0, 60), write=numerals())
def test_what_was_seen_in_some_of_the_cases_is_an_observation(some, more, write):
    text = f"In {write[some]} of {write[some + more]} case file reviews, nobody had asked for an address."

    (tally,) = tallies_in(text)

    assert said(tally) == {
        "cases": some + more,
        "cases_basis": "printed",
        "observed": some,
        "observed_what": "nobody had asked for an address",
        "completeness": "observed",
    }


@settings(max_examples=40, deadline=None)
@given(percent=st.integers(0, 100), sign=st.sampled_from(["%", " per cent", " percent"]))
def test_a_percentage_is_never_a_count(percent, sign):
    (tally,) = tallies_in(f"Inspectors found that only {percent}{sign} of the cases were ‘good’.")

    assert said(tally) == {"percent_good": percent, "completeness": "proportion_only"}


@settings(max_examples=40, deadline=None)
@given(split=splits(), number=st.integers(2, 200), write=numerals())
def test_a_sentence_cut_off_gives_what_stands_there(split, number, write):
    (one, first), (other, second), _ = split.items()
    total = sum(split.values())
    text = (
        f"In a further {write[total]} cases, inspectors rated {write[first]} as {WORDINGS[one][0]}, "
        f"{write[second]} {WORDINGS[other][1]} [cut]"
    )

    (tally,) = tallies_in(text)

    assert said(tally) == {
        one: first,
        other: second,
        "cases": total,
        "cases_basis": "printed",
        "sample": "additional set",
        "completeness": "partial",
    }
