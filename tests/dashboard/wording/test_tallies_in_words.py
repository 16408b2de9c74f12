"""Cases looked at: unknown is not zero, small numbers carry no percentage, nothing is drawn unless given."""

import pytest

from dashboard.series.visits import cases_of
from dashboard.wording.cases import cases_label, sample_name, sample_words, tally_of
from inspections.models import CaseReview, Theme

GIVEN = {"assessor": "inspectors", "disclosure": "in_report", "certainty": "high", "cases_basis": "printed"}


def review(**fields):
    theme = Theme(code="missing-children", name="Missing children", position=5)
    return cases_of(CaseReview(**({"theme": theme, "completeness": "partial"} | GIVEN | fields)))


def segments(tally):
    return [(part.words, part.fill) for part in tally.segments]


def test_a_full_split_under_twenty_has_counts_and_no_percentage():
    tally = tally_of(
        review(cases=9, good=1, requires_improvement=2, inadequate=6, completeness="full_split"),
        one_authority=False,
    )

    assert segments(tally) == [("1 good", "good"), ("2 RI", "requires_improvement"), ("6 inad", "inadequate")]
    assert tally.words.endswith("of 9 cases looked at; fewer than 20 cases")
    assert "%" not in tally.words + tally.beside


def test_twenty_cases_and_more_have_a_percentage_beside_the_counts():
    tally = tally_of(
        review(cases=20, good=5, requires_improvement=8, inadequate=7, completeness="full_split"),
        one_authority=False,
    )

    assert tally.beside == "of 20 cases looked at; 25% good"
    assert "25% good, 40% requires improvement, 35% inadequate" in tally.words
    assert "fewer" not in tally.words


def test_a_known_zero_is_shown_and_an_unknown_is_not():
    zero = tally_of(
        review(cases=12, good=0, requires_improvement=4, inadequate=8, completeness="full_split"),
        one_authority=False,
    )
    unknown = tally_of(review(cases=12, inadequate=8, completeness="partial"), one_authority=False)

    assert ("0 good", "good") in segments(zero)
    assert segments(unknown) == [("8 inad", "inadequate"), ("4 not given", "not_given")]


def test_merged_grades_stay_merged():
    tally = tally_of(review(cases=38, below_good=36, completeness="merged"), one_authority=False)

    assert segments(tally) == [("36 below good, split not given", "below_good"), ("2 not given", "not_given")]


def test_a_total_without_grades_is_hatched():
    tally = tally_of(review(cases=244, completeness="total_only"), one_authority=False)

    assert segments(tally) == [("244 cases, grades not given", "not_given")]
    assert tally.words == "244 cases, grades not given"


def test_parts_that_do_not_sum_keep_their_numbers_and_say_so():
    tally = tally_of(
        review(
            cases=33, good=9, adequate=8, requires_improvement=7, inadequate=10, completeness="inconsistent"
        ),
        one_authority=False,
    )

    assert [part.count for part in tally.segments] == [9, 8, 7, 10]
    assert tally.beside == "of 33 cases looked at; as printed: the parts do not add up to 33"
    assert tally.doubtful
    assert "%" not in tally.words


@pytest.mark.parametrize("part", ["good", "requires_improvement", "inadequate"])
def test_counts_under_five_about_one_authority_are_words_only(part):
    counts = {"good": 10, "requires_improvement": 10, "inadequate": 10} | {part: 4}
    found = review(cases=24, completeness="full_split", stated="as the report says it", **counts)

    assert tally_of(found, one_authority=True).segments == ()
    assert tally_of(found, one_authority=True).words == "as the report says it"
    assert len(tally_of(found, one_authority=False).segments) == 3


def test_a_proportion_is_shown_as_stated():
    tally = tally_of(
        review(percent_good=16, cases_basis="", completeness="proportion_only"), one_authority=True
    )

    assert (tally.segments, tally.words) == ((), "16% good, as stated; number and split not given")


def test_an_observation_without_a_total_is_its_words():
    found = review(observed=38, observed_what="cases referred back", cases_basis="", completeness="observed")

    assert tally_of(found, one_authority=False).words == "38 cases referred back"


def test_disclosed_counts_are_never_drawn():
    found = review(cases=18, completeness="total_only", disclosure="to_inquiry")

    tally = tally_of(found, one_authority=True)

    assert tally.segments == ()
    assert tally.words == "18 missing children cases, disclosed later to the Inquiry; grades not given"


@pytest.mark.parametrize("cases", [1, 4])
def test_a_disclosed_count_under_five_about_one_authority_is_quoted(cases):
    found = review(
        cases=cases, completeness="total_only", disclosure="to_inquiry", stated="a handful of cases"
    )
    unquoted = review(cases=cases, completeness="total_only", disclosure="to_inquiry")

    tally = tally_of(found, one_authority=True)

    assert tally.segments == ()
    assert tally.words == (
        "“a handful of cases”, in the Inquiry’s words, disclosed later to it; grades not given"
    )
    assert str(cases) not in tally_of(unquoted, one_authority=True).words.replace("under 5", "")


def test_a_disclosed_count_of_five_is_a_number():
    found = review(cases=5, completeness="total_only", disclosure="to_inquiry", stated="five such cases")

    assert tally_of(found, one_authority=True).words.startswith("5 missing children cases")


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"cases": 19, "good": 6, "requires_improvement": 8, "inadequate": 5}, "below_good"),
        ({"cases": 9, "good": 5, "requires_improvement": 4}, "good"),
        ({"cases": 10, "good": 5, "requires_improvement": 5}, ""),
        ({"cases": 38, "below_good": 36}, "below_good"),
        ({"cases": 18}, ""),
        ({"good": 6, "inadequate": 1}, ""),
    ],
)
def test_which_way_most_cases_point_is_said_only_where_known(counts, expected):
    assert (review(**counts).counts.mostly() or "") == expected


def test_what_the_force_graded_itself_and_what_is_uncertain_is_said():
    found = review(
        cases=30, good=10, requires_improvement=10, inadequate=10, completeness="full_split",
        assessor="force", certainty="medium",
    )  # fmt: skip

    assert tally_of(found, one_authority=False).beside.endswith(
        "graded by the force itself; medium certainty"
    )


def test_what_is_certain_says_nothing_of_certainty():
    found = review(cases=30, good=10, requires_improvement=10, inadequate=10, completeness="full_split")

    assert "certainty" not in tally_of(found, one_authority=False).words


@pytest.mark.parametrize(
    "fields",
    [
        {"cases": 31, "good": 9, "requires_improvement": 12, "inadequate": 10, "completeness": "full_split"},
        {"cases": 31, "completeness": "total_only"},
        {"percent_good": 27, "cases_basis": "", "completeness": "proportion_only"},
        {"stated": "nearly half", "cases_basis": "", "completeness": "stated_only"},
        {"observed": 5, "observed_what": "plans late", "cases_basis": "", "completeness": "observed"},
        {"cases": 18, "completeness": "total_only", "disclosure": "to_inquiry"},
        {"cases": 3, "completeness": "total_only", "stated": "three"},
    ],
)
@pytest.mark.parametrize("one_authority", [True, False])
def test_low_certainty_is_said_however_a_figure_is_shown(fields, one_authority):
    found = review(**(fields | {"certainty": "low"}))

    tally = tally_of(found, one_authority=one_authority)

    assert "low certainty" in tally.words
    assert "low certainty" in tally.beside


def test_a_share_stated_of_fewer_than_twenty_cases_is_not_shown():
    few = tally_of(review(cases=19, percent_good=26, completeness="proportion_only"), one_authority=False)
    enough = tally_of(review(cases=20, percent_good=25, completeness="proportion_only"), one_authority=False)

    assert few.segments == ()
    assert "%" not in few.words
    assert "fewer than 20 cases" in few.words
    assert enough.words == "25% good, as stated; 20 cases looked at; split not given"


def test_a_merged_split_keeps_its_good_cases_and_hatches_the_rest():
    tally = tally_of(review(cases=50, good=12, below_good=38, completeness="merged"), one_authority=False)

    assert segments(tally) == [("12 good", "good"), ("38 below good, split not given", "below_good")]
    assert tally.beside == "of 50 cases looked at; 24% good"


def test_parts_that_do_not_sum_point_neither_way():
    found = review(cases=33, good=2, requires_improvement=20, inadequate=10, completeness="inconsistent")

    assert found.counts.mostly() is None


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, ""),
        ({"sample": "second set"}, ": second set"),
        ({"assessor": "force"}, " (graded by the force itself)"),
        ({"sample": "first set", "assessor": "force"}, ": first set (graded by the force itself)"),
    ],
)
def test_whose_grading_a_lane_shows_stands_in_its_label(fields, words):
    assert sample_words(review(**fields)) == words


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({}, ""),
        ({"sample": "second set"}, "second set"),
        ({"assessor": "force"}, "graded by the force itself"),
        ({"sample": "first set", "assessor": "force"}, "first set (graded by the force itself)"),
        ({"sample": "the force’s own audit", "assessor": "force"}, "the force’s own audit"),
    ],
)
def test_a_sample_is_named_with_who_graded_it(fields, name):
    assert sample_name(review(**fields)) == name


def test_labels_of_lanes():
    assert cases_label(review()) == "Missing children cases"
    assert (
        cases_label(review(theme=None, topic="other cases, kind not given")) == "Other cases, kind not given"
    )
