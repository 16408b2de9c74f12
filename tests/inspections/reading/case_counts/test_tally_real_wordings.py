"""Every real wording on record gives exactly its numbers. The sentences stay in the shared file; here stand
a few signs by which each is found, and what it says."""

import re

import pytest

from inspections.reading.case_counts import tallies_in
from tests.inspections.reading.case_counts.made_tallies import said

pytestmark = pytest.mark.shared
QUOTED = re.compile(r"\"([^\"]*)\"")


@pytest.fixture(scope="module")
def lines(shared):
    return (shared / "data" / "police" / "hmicfrs_wording.md").read_text(encoding="utf-8").splitlines()


def quotations(lines, *signs):
    """Every quotation that holds all the signs."""
    return [words for line in lines for words in QUOTED.findall(line) if all(sign in words for sign in signs)]


def quotation(lines, *signs):
    found = quotations(lines, *signs)
    assert len(found) == 1, (signs, found)
    return found[0]


def split(cases, *, basis="printed", completeness="full_split", **grades):
    known = {"cases": cases, "cases_basis": basis, "completeness": completeness}
    return known | {grade: number for grade, number in grades.items() if number is not None}


def graded(cases, good, improvement, inadequate, adequate=None, **more):
    return split(
        cases,
        good=good,
        adequate=adequate,
        requires_improvement=improvement,
        inadequate=inadequate,
        **more,
    )


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        (["audited 34 "], graded(34, 9, 15, 10)),
        (["audited 30 "], graded(30, 12, 4, 14)),
        (["audited 33 "], graded(33, 11, 8, 14)),
        (["audited 24 "], graded(24, 6, 5, 13)),
        (["good in 23 cases"], graded(74, 23, 23, 28, basis="summed")),
        (["good in nine cases"], graded(81, 9, 47, 25, basis="summed")),
        (["73 cases"], graded(73, 13, 34, 26)),
        (["Of the 101 "], graded(101, 27, 41, 33)),
        (["audited 28 "], graded(28, 2, 19, 7)),
        (["examined 21 "], graded(21, 0, None, 11, completeness="partial")),
        (["31 case files"], split(31, completeness="total_only") | {"stated": "over half inadequate"}),
        (["sample of 214"], split(214, below_good=191, completeness="merged")),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_inspectors_tallies(lines, signs, expected):
    (tally,) = tallies_in(quotation(lines, *signs))

    assert said(tally) == expected
    assert tally.assessor == "inspectors"


def test_the_total_of_the_sentence_before_is_printed(lines):
    passage = f"{quotation(lines, '74 cases in which')}. {quotation(lines, 'good in 23 cases')}"

    (tally,) = tallies_in(passage)

    assert said(tally) == graded(74, 23, 23, 28)


def test_the_four_reviews_of_the_same_form(lines):
    form = quotation(lines, "audited 34 ")
    (line,) = [line for line in lines if "same form" in line]
    found = re.findall(r"(\d+) \((\d+)/(\d+)/(\d+)\)", line)

    for numbers in found:
        fill = iter(numbers)
        sentence = re.sub(r"\d+", lambda _, fill=fill: next(fill), form)
        (tally,) = tallies_in(sentence)
        assert said(tally) == graded(*map(int, numbers))
    assert len(found) == 4


def test_the_force_s_assessors_the_inspectors_and_the_additional_set(lines):
    (line,) = [line for line in lines if "Of 33 cases" in line]
    force, same, further = QUOTED.findall(line)

    for passage in ([force, same, further], [force], [same], [further]):
        tallies = {tally.assessor + tally.sample: tally for tally in tallies_in(" ".join(passage))}
        assert len(tallies) == len(passage)
        for tally in tallies.values():
            known = said(tally) | {"sample": ""}
            if tally.assessor == "force":
                assert known == graded(33, 17, 5, 3, 8) | {"sample": ""}
            elif tally.cases == 33:
                doubt = {"doubt": "9 + 8 + 7 + 10 = 34, not 33", "sample": ""}
                assert known == graded(33, 9, 7, 10, 8, completeness="inconsistent") | doubt
            else:
                assert known == graded(64, 17, 12, None, 20, completeness="partial") | {"sample": ""}
                assert tally.sample == "additional set"

    together = tallies_in(" ".join([force, same, further]))
    assert [tally.sample for tally in together] == [
        "self-assessed set",
        "self-assessed set",
        "additional set",
    ]
    assert [tally.assessor for tally in together] == ["force", "inspectors", "inspectors"]


def test_the_national_sum(lines):
    (words,) = [found[0] for line in lines if (found := re.search(r"576 = [^:(\"]*", line))]

    (tally,) = tallies_in(words)

    assert said(tally) == graded(576, 177, None, 220, 179)


def test_percentages(lines):
    (humberside,) = tallies_in(f"{quotation(lines, '26 percent')} of the cases were good.")
    assert said(humberside) == {"percent_good": 26, "completeness": "proportion_only"}

    now, before = tallies_in(quotation(lines, "53 per cent"))
    assert said(now) == {"percent_good": 53, "completeness": "proportion_only"}
    assert said(before) == {"percent_good": 29, "completeness": "proportion_only", "sample": "January 2017"}


def test_grades_merged(lines):
    sentence = f"{quotation(lines, '278 of')} were requiring improvement or inadequate."
    (metropolitan,) = tallies_in(sentence)
    assert said(metropolitan) == split(374, below_good=278, completeness="merged")

    (words,) = [found[0] for line in lines if (found := re.search(r"14 good, \d+ rest", line))]
    (gloucestershire,) = tallies_in(words)
    assert said(gloucestershire) == split(89, basis="summed", good=14, below_good=75, completeness="merged")


def test_what_was_seen_in_some_of_the_cases(lines):
    (tally,) = tallies_in(quotation(lines, "12 of the 48"))

    assert (tally.observed, tally.cases, tally.completeness) == (12, 48, "observed")
    assert "ethnicity" in tally.observed_what


@pytest.mark.parametrize(
    "sign", ["in one area", "case audits carried out", "graded judgments across", "May 2021"]
)
def test_what_is_no_tally(lines, sign):
    found = quotations(lines, sign)

    assert found
    assert [tallies_in(words) for words in found] == [[]] * len(found)
