"""Which accounts of reviewed cases are of one set, and which of them is shown."""

from types import SimpleNamespace

import pytest

from inspections.domain.case_counts import CaseCounts
from inspections.domain.one_tally import accounts

SPLIT = {"cases": 9, "good": 1, "requires_improvement": 2, "inadequate": 6}


def told(by, numbers, **more):
    kind, confidence = {
        "report": ("report", "read"),
        "page": ("page", "read"),
        "inquiry": ("inquiry", "quoted"),
        "press": ("press", "press"),
        "radio": ("press", "press"),
    }[by]
    counts = CaseCounts(**numbers, cases_basis="printed" if "cases" in numbers else None)
    about = {"theme_id": "missing-children", "topic": "", "sample": ""}
    about |= {"assessor": "inspectors", "disclosure": "in_report"}
    source = SimpleNamespace(key=by, kind=kind)
    return SimpleNamespace(source=source, confidence=confidence, counts=counts, **(about | more))


def said(*rows):
    """{who is not shown: (who is shown instead, the numbers they differ about)}."""
    return {other.source.key: (shown.source.key, apart) for shown, other, apart in accounts(rows)}


def test_the_same_numbers_are_shown_once_and_what_was_read_leads_whichever_came_first():
    press, page = told("press", SPLIT), told("page", SPLIT)

    assert said(press, page) == said(page, press) == {"press": ("page", ())}


def test_three_accounts_yield_to_one():
    rows = [told("press", SPLIT), told("inquiry", SPLIT), told("page", SPLIT)]

    assert said(*rows) == {"press": ("page", ()), "inquiry": ("page", ())}


def test_other_numbers_are_a_conflict_named_by_what_differs():
    other = SPLIT | {"good": 2, "inadequate": 5}

    assert said(told("press", other), told("page", SPLIT)) == {
        "press": ("page", ("below_good", "good", "inadequate"))
    }


def test_of_two_that_agree_the_one_that_says_more_is_shown():
    total, split = told("page", {"cases": 9}), told("press", SPLIT)

    assert said(total, split) == {"page": ("press", ())}
    assert said(total, split, told("radio", {"cases": 9})) == {"page": ("press", ()), "radio": ("press", ())}


def test_how_many_were_below_good_is_the_same_as_its_grades():
    assert said(told("press", {"cases": 9, "below_good": 8}), told("page", SPLIT)) == {"press": ("page", ())}
    inadequate = {"cases": 9, "inadequate": 6, "requires_improvement": 2}
    assert said(told("press", inadequate | {"below_good": 8}), told("page", inadequate)) == {
        "page": ("press", ())
    }


@pytest.mark.parametrize(
    "apart",
    [
        {"theme_id": "sexual-exploitation"},
        {"assessor": "force"},
        {"disclosure": "to_inquiry"},
        {"sample": "police protection", "numbers": SPLIT | {"cases": 10, "good": 2}},
    ],
)
def test_cases_of_another_kind_are_another_set(apart):
    numbers = apart.pop("numbers", SPLIT)

    assert said(told("press", numbers, **apart), told("page", SPLIT)) == {}


def test_words_for_the_sample_in_one_source_alone_leave_the_numbers_to_say_it():
    assert said(told("press", SPLIT), told("page", SPLIT, sample="case audits")) == {"press": ("page", ())}
    two = [told("press", SPLIT, sample="in custody"), told("page", SPLIT, sample="case audits")]
    assert said(*two) == {}


def test_where_no_number_is_given_twice_it_cannot_be_told():
    assert said(told("press", {"percent_good": 16.0}), told("page", {"cases": 9})) == {}
    assert said(told("press", {"stated": "most of them"}), told("page", SPLIT)) == {}


def test_a_rounded_percentage_is_the_same():
    assert said(told("press", {"percent_good": 11.0}), told("page", {"percent_good": 11.1})) == {
        "press": ("page", ())
    }


def test_two_observations_of_the_same_cases_are_two():
    press = {"observed": 4, "observed_what": "no interview", "completeness": "observed"}
    page = {"observed": 3, "observed_what": "no plan", "completeness": "observed"}

    assert said(told("press", press), told("page", page)) == {}


def test_two_rows_of_one_source_are_two_sets():
    assert said(told("page", SPLIT), told("page", SPLIT)) == {}
