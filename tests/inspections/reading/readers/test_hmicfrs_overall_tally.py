"""The overall tally of a report: in a sentence, a list or a table, by whom, and of which sample."""

from tests.inspections.reading.readers import made_police_pages as made

SENTENCE = (
    "We audited 27 child protection cases (6 cases were good, 12 required improvement and 9 were inadequate)."
)
SPLIT = (27, 6, None, 12, 9)


def reading(*body, **page):
    return made.read(made.page(*body, **page))


def reviews(*body, **page):
    return reading(*body, **page).inspections[0].case_reviews


def test_a_sentence_on_a_minimal_page():
    (review,) = reviews(made.p(SENTENCE), what=made.REVIEW)

    assert (review.theme, review.theme_printed) == ("all-cases", "child protection cases")
    assert (review.cases, review.good, review.requires_improvement, review.inadequate) == (27, 6, 12, 9)
    assert (review.completeness, review.assessor, review.cases_basis) == (
        "full_split",
        "inspectors",
        "printed",
    )
    assert (review.proposed, review.locator, review.page) == (False, "para 1", None)


def test_a_list_led_in_by_the_number_of_cases():
    found = reading(
        made.h(2, made.ANALYSIS), made.p("We audited 27 child protection cases:"), made.listed(6, 12, 9)
    )
    (review,) = found.inspections[0].case_reviews

    assert made.by_theme(found) == {"all-cases": SPLIT}
    assert (review.cases_basis, review.locator) == ("printed", "Case file analysis, para 2")


def test_a_list_that_does_not_add_up_to_its_lead_in_keeps_both_and_says_so():
    found = reading(
        made.h(2, made.ANALYSIS), made.p("We audited 28 child protection cases:"), made.listed(6, 12, 9)
    )
    (problem,) = made.problems(found)

    assert made.by_theme(found) == {"all-cases": (28, 6, None, 12, 9)}
    assert found.inspections[0].case_reviews[0].completeness == "inconsistent"
    assert problem[0] == "conflict"
    assert "6 + 12 + 9 = 27, not 28" in problem[2]


def test_a_table_of_grades():
    found = reading(made.h(2, made.ANALYSIS), made.h(3, made.RESULTS), made.grades_down(6, 12, 9))

    assert made.by_theme(found) == {"all-cases": SPLIT}
    assert found.inspections[0].case_reviews[0].cases_basis == "summed"


def test_a_total_printed_elsewhere_makes_the_sum_a_printed_one():
    found = reading(
        made.h(2, made.ANALYSIS), made.p("We examined 27 child protection cases."), made.p("We went home."),
        made.grades_down(6, 12, 9),
    )  # fmt: skip

    assert [(one.cases, one.cases_basis) for one in found.inspections[0].case_reviews] == [(27, "printed")]


def test_the_forces_own_assessment_is_kept_apart():
    found = reading(
        made.h(2, "Force self-assessment"), made.listed(11, 9, 7),
        made.h(2, made.ANALYSIS), made.listed(6, 12, 9),
    )  # fmt: skip

    assert made.tallies(found) == {
        ("all-cases", "force", "self-assessed set"): (27, 11, None, 9, 7),
        ("all-cases", "inspectors", ""): SPLIT,
    }
    assert found.problems == ()


def test_two_rows_of_one_table_may_be_the_two_who_assessed():
    table = made.table(
        ("", "Good", "Adequate", "Requires improvement", "Inadequate"),
        ("Force assessment", 9, 8, 7, 3),
        ("HMIC", 6, 5, 7, 9),
    )
    found = reading(made.h(2, made.ANALYSIS), table)

    assert made.tallies(found) == {
        ("all-cases", "force", "self-assessed set"): (27, 9, 8, 7, 3),
        ("all-cases", "inspectors", ""): (27, 6, 5, 7, 9),
    }


def test_two_samples_of_the_inspectors_are_kept_apart():
    words = (
        "The force assessed 20 cases itself: 11 were good, four adequate, three required improvement and two"
        " were inadequate. Our inspectors looked at the same 20 cases and judged six good, five adequate,"
        " five requiring improvement and four inadequate. They then looked at a further 31 cases: nine were"
        " good, ten adequate, eight required improvement and four were inadequate."
    )
    found = made.tallies(reading(made.p(words)))

    assert sorted((assessor, *numbers) for (_, assessor, _), numbers in found.items()) == [
        ("force", 20, 11, 4, 3, 2),
        ("inspectors", 20, 6, 5, 5, 4),
        ("inspectors", 31, 9, 10, 8, 4),
    ]
    assert len(found) == 3


def test_a_percentage_stays_a_percentage():
    (review,) = reviews(made.p("We found that only 31 per cent of the cases we examined were good."))

    assert (review.percent_good, review.good, review.cases) == (31.0, None, None)
    assert (review.completeness, review.proposed) == ("proportion_only", False)


def test_two_grades_in_one_number_stay_one_number():
    (review,) = reviews(
        made.p("We found 41 of the 58 cases to be either inadequate or requiring improvement.")
    )

    assert (review.cases, review.below_good, review.requires_improvement, review.inadequate) == (
        58,
        41,
        None,
        None,
    )
    assert review.completeness == "merged"


def test_what_is_only_observed_waits_for_a_person():
    words = "In 7 of the 27 case file reviews, officers hadn’t written down where the child was living."
    (review,) = reviews(made.p(words))

    assert (review.proposed, review.completeness) == (True, "observed")
    assert (review.cases, review.observed) == (27, 7)


def test_a_tally_repeated_from_an_earlier_report_is_no_fact_of_this_one():
    found = reviews(made.h(2, "Findings from the 2019 inspection"), made.p(SENTENCE), what=made.REVIEW)

    assert [one.proposed for one in found] == [True]


def test_a_paragraph_that_goes_on_counting_belongs_to_the_one_before_it():
    found = reading(
        made.p("Of the 27 cases that we read, six were good."),
        made.p("Another 12 required improvement and the remaining nine were inadequate."),
    )

    assert made.by_theme(found) == {"all-cases": SPLIT}
    assert found.problems == ()


def test_additional_cases_below_their_own_heading_are_another_sample():
    found = reading(
        made.h(2, made.ANALYSIS), made.grades_down(6, 12, 9),
        made.h(3, "Additional cases assessed only by inspectors"), made.grades_down(1, 2, 3),
    )  # fmt: skip

    assert made.tallies(found) == {
        ("all-cases", "inspectors", ""): SPLIT,
        ("all-cases", "inspectors", "additional set"): (6, 1, None, 2, 3),
    }
