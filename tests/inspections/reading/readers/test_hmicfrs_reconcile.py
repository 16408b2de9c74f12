"""What does not add up is told of, with both values, and never put right in silence."""

from tests.inspections.reading.readers import made_police_pages as made

SENTENCE = (
    "We audited 27 child protection cases (6 cases were good, 12 required improvement and 9 were inadequate)."
)


def reading(*body):
    return made.read(made.page(*body))


def with_areas(*areas):
    return reading(
        made.h(2, made.ANALYSIS), made.h(3, made.RESULTS), made.p(SENTENCE),
        made.h(3, made.BREAKDOWN), made.columns(*areas),
    )  # fmt: skip


def test_parts_that_do_not_sum_are_kept_as_printed_with_a_problem():
    found = reading(made.p(SENTENCE.replace("27", "30")))
    ((severity, field, message),) = made.problems(found)

    assert made.by_theme(found) == {"all-cases": (30, 6, None, 12, 9)}
    assert found.inspections[0].case_reviews[0].completeness == "inconsistent"
    assert (severity, field) == ("conflict", "case_reviews")
    assert "6 + 12 + 9 = 27, not 30" in message


def test_areas_that_sum_to_the_overall_tally_are_no_problem():
    assert with_areas(("Missing children", 2, 5, 4), ("Domestic abuse", 4, 7, 5)).problems == ()


def test_areas_that_do_not_sum_to_the_overall_tally_are_one_problem_naming_both():
    found = with_areas(("Missing children", 2, 5, 4), ("Domestic abuse", 4, 6, 5))
    ((severity, field, message),) = made.problems(found)

    assert (severity, field) == ("conflict", "case_reviews")
    assert "Missing children, Domestic abuse" in message
    assert "5 + 6 = 11, overall 12" in message
    assert "27 cases" in found.problems[0].value
    assert len(found.inspections[0].case_reviews) == 3


def test_the_same_tally_said_twice_is_one():
    found = reading(
        made.p(SENTENCE),
        made.p("Of the 27 cases, six were good, 12 required improvement and nine were inadequate."),
    )

    assert made.by_theme(found) == {"all-cases": (27, 6, None, 12, 9)}
    assert len(found.inspections[0].case_reviews) == 1
    assert found.problems == ()


def test_a_tally_said_twice_differently_blocks_and_names_both():
    found = reading(
        made.p(SENTENCE),
        made.p("Of the 27 cases, seven were good, 11 required improvement and nine were inadequate."),
    )
    (problem,) = found.problems

    assert (problem.severity, problem.field) == ("blocking", "case_reviews")
    assert problem.kept == "27 cases: 6 good, 12 requires improvement, 9 inadequate"
    assert problem.other == "27 cases: 7 good, 11 requires improvement, 9 inadequate"
    assert problem.kept in problem.message
    assert problem.other in problem.message


def test_a_percentage_that_the_counts_give_is_the_same_statement():
    found = reading(made.p(SENTENCE), made.p("Only 22 per cent of the cases we examined were good."))

    assert len(found.inspections[0].case_reviews) == 1
    assert found.problems == ()


def test_a_percentage_that_the_counts_do_not_give_blocks():
    found = reading(made.p(SENTENCE), made.p("Only 35 per cent of the cases we examined were good."))

    assert [problem.severity for problem in found.problems] == ["blocking"]


def test_another_number_of_cases_elsewhere_is_told_of_and_waits_for_a_person():
    found = reading(made.p(SENTENCE), made.p("We examined 90 child protection cases in all."))

    assert [problem.severity for problem in found.problems] == ["conflict"]
    assert [(one.cases, one.proposed) for one in found.inspections[0].case_reviews] == [
        (27, False),
        (90, True),
    ]


def test_a_table_whose_rows_do_not_fit_its_header_blocks_and_stores_nothing():
    table = made.table(("Area", *made.GRADES), ("Missing children", 1, 2, 3, 4, 5))
    found = reading(made.h(2, made.ANALYSIS), made.h(3, made.BREAKDOWN), table)

    assert found.inspections[0].case_reviews == ()
    assert [(problem.severity, problem.field) for problem in found.problems] == [("blocking", "case_reviews")]


def test_the_fuller_of_two_statements_that_agree_stands_wherever_it_is():
    found = reading(
        made.h(2, "Summary"),
        made.p("We audited 27 cases, of which six were good."),
        made.h(2, "Detail"),
        made.p("Of these 27 cases, six were good, 12 required improvement and nine were inadequate."),
    )

    assert made.by_theme(found) == {"all-cases": (27, 6, None, 12, 9)}
    assert found.problems == ()


def test_an_earlier_inspections_tally_is_not_held_against_the_areas():
    earlier = (
        "In our 2018 inspection, we assessed 80 cases: 20 good, 30 requiring improvement and 30 inadequate."
    )
    found = reading(
        made.h(2, made.ANALYSIS),
        made.p(f"{earlier} This time {SENTENCE[0].lower()}{SENTENCE[1:]}"),
        made.h(3, made.BREAKDOWN),
        made.columns(("Missing children", 2, 5, 4), ("Domestic abuse", 4, 6, 5)),
    )
    overall = [one.cases for one in found.inspections[0].case_reviews if one.theme == "all-cases"]

    assert sorted(overall) == [27, 80]
    assert ["5 + 6 = 11, overall 12" in problem.message for problem in found.problems] == [True]
