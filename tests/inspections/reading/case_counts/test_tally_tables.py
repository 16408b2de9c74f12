"""Rows and lists of graded cases, and whether themes add up to the whole."""

import pytest

from inspections.reading.case_counts import tally_of_list, tally_of_row, total_agrees
from tests.inspections.reading.case_counts.made_tallies import said

HEADER = ["Area of child protection", "Good", "Requires improvement", "Inadequate", "Total", "% good"]


def row(header, cells):
    found = tally_of_row(header, cells)
    return found and (found[0], said(found[1]))


def full(good, improvement, inadequate, basis="printed"):
    return {
        "good": good,
        "requires_improvement": improvement,
        "inadequate": inadequate,
        "cases": good + improvement + inadequate,
        "cases_basis": basis,
        "completeness": "full_split",
    }


@pytest.mark.parametrize("percentage", ["25%", "25", ""])
def test_a_row_gives_its_label_and_its_numbers_and_no_percentage(percentage):
    assert row(HEADER, ["Neglect", "3", "4", "5", "12", percentage]) == ("Neglect", full(3, 4, 5))


def test_the_header_names_the_grades_in_any_order_and_wording():
    header = ["Theme", "Cases audited", "INADEQUATE", "RI", "Graded ‘good’"]

    assert row(header, ["Custody", "12", "5", "4", "3"]) == ("Custody", full(3, 4, 5))


def test_a_header_without_a_name_for_the_labels_fits():
    assert row(HEADER[1:4], ["Custody", "3", "4", "5"]) == ("Custody", full(3, 4, 5, "summed"))


def test_a_column_of_cases_by_kind_holds_the_label():
    header = ["Child protection cases", *HEADER[1:4]]

    assert row(header, ["Custody", "3", "4", "5"]) == ("Custody", full(3, 4, 5, "summed"))


def test_adequate_is_a_grade_of_its_own():
    header = ["", "Good", "Adequate", "Requires improvement", "Inadequate"]

    assert row(header, ["All", "1", "2", "3", "4"])[1] == {
        "good": 1,
        "adequate": 2,
        "requires_improvement": 3,
        "inadequate": 4,
        "cases": 10,
        "cases_basis": "summed",
        "completeness": "full_split",
    }


@pytest.mark.parametrize(
    ("cell", "number"), [("five", 5), ("5 cases", 5), ("5 (42%)", 5), ("None", 0), ("0", 0)]
)
def test_a_cell_may_be_worded(cell, number):
    assert row(HEADER[:4], ["Custody", "3", "4", cell])[1]["inadequate"] == number


@pytest.mark.parametrize("cell", ["-", "–", "n/a", "", "42%", "<5", "5-10"])
def test_a_cell_without_a_count_is_not_given(cell):
    found = row(HEADER[:4], ["Custody", "3", "4", cell])[1]

    assert found == {"good": 3, "requires_improvement": 4, "completeness": "partial"}


def test_grades_that_share_a_column_stay_one_number():
    assert row(["Theme", "Good", "Requires improvement / inadequate"], ["Custody", "3", "9"])[1] == {
        "good": 3,
        "below_good": 9,
        "cases": 12,
        "cases_basis": "summed",
        "completeness": "merged",
    }


def test_a_row_that_does_not_sum_says_so():
    found = row(HEADER, ["Custody", "3", "4", "5", "13", ""])[1]

    assert (found["completeness"], found["doubt"]) == ("inconsistent", "3 + 4 + 5 = 12, not 13")


def test_a_row_shorter_than_its_header_gives_no_numbers():
    found = row(HEADER, ["Custody", "3", "4"])[1]

    assert found == {"completeness": "inconsistent", "doubt": "the row has 3 cells, its header 6"}


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        (HEADER, HEADER),
        (HEADER, ["Initial contact"]),
        (["Force", "Officers"], ["Kent", "12"]),
        (["Theme", "Good", "Inadequate"], ["Custody", "140%", "-"]),
        (["Theme", "Good (%)", "Inadequate (%)"], ["Custody", "40", "n/a"]),
        ([], []),
    ],
)
def test_what_is_no_row_of_counts_gives_nothing(header, cells):
    assert row(header, cells) is None


@pytest.mark.parametrize(
    ("header", "cells", "cases"),
    [
        (["Theme", "Good (%)", "RI (%)", "Inadequate (%)"], ["Custody", "40", "25", "35"], {}),
        (["Theme", "Good", "RI", "Inadequate"], ["Custody", "40%", "25 per cent", "35%"], {}),
        (
            HEADER,
            ["Custody", "40%", "25%", "35%", "20", "40%"],
            {"cases": 20, "cases_basis": "printed"},
        ),
    ],
)
def test_a_row_of_percentages_is_kept_as_proportions_and_never_counted(header, cells, cases):
    assert row(header, cells) == (
        "Custody",
        {
            "percent_good": 40.0,
            "stated": "25 per cent requiring improvement; 35 per cent inadequate",
            "completeness": "proportion_only",
            **cases,
        },
    )


@pytest.mark.parametrize(
    ("items", "basis"),
    [
        (["6 good", "Requires improvement: 8", "five were inadequate"], "summed"),
        (["6 good", "Requires improvement: 8", "five were inadequate", "Total: 19"], "printed"),
        (["19 cases in all", "Inadequate 5", "Good 6", "Requires improvement 8"], "printed"),
        (["6 (32%) were good;", "8 (42%) required improvement; and", "5 (26%) were inadequate."], "summed"),
        (["good – 6 cases", "requires improvement – 8 cases", "inadequate – 5 cases"], "summed"),
        (["six cases were graded good", "eight requires improvement", "five inadequate"], "summed"),
    ],
)
def test_a_list_with_or_without_its_total(items, basis):
    assert said(tally_of_list(items)) == full(6, 8, 5, basis)


def test_a_list_that_does_not_sum_says_so():
    tally = tally_of_list(["Good: 6", "Requires improvement: 8", "Inadequate: 5", "Total: 20"])

    assert (tally.completeness, tally.doubt) == ("inconsistent", "6 + 8 + 5 = 19, not 20")


def test_a_list_that_gives_a_grade_twice_gives_no_number():
    tally = tally_of_list(["Good: 6", "Good: 7", "Inadequate: 5"])

    assert (tally.good, tally.completeness) == (None, "inconsistent")
    assert tally.doubt


def split(good, improvement, inadequate):
    return tally_of_list(
        [f"good: {good}", f"requires improvement: {improvement}", f"inadequate: {inadequate}"]
    )


def test_themes_that_add_up_agree():
    assert total_agrees([split(1, 2, 3), split(4, 5, 6)], split(5, 7, 9)) == ""


def test_themes_that_do_not_add_up_are_named_grade_by_grade():
    assert total_agrees([split(1, 2, 3), split(4, 5, 6)], split(5, 8, 9)) == (
        "requires improvement: themes 2 + 5 = 7, overall 8; cases in all: themes 6 + 15 = 21, overall 22"
    )


def test_an_unknown_part_is_not_assessed():
    partly = tally_of_list(["good: 1", "inadequate: 3"])

    assert total_agrees([partly, split(4, 5, 6)], split(5, 99, 9)) == ""
    assert total_agrees([partly, split(4, 5, 6)], split(6, 99, 9)) == "good: themes 1 + 4 = 5, overall 6"
    assert total_agrees([], split(1, 2, 3)) == ""


def test_one_number_for_all_below_good_is_compared_with_a_split():
    merged = tally_of_list(["12 good", "20 requiring improvement or inadequate"])

    assert total_agrees([split(5, 7, 9), split(7, 3, 2)], merged) == (
        "below good: themes 16 + 5 = 21, overall 20; cases in all: themes 21 + 12 = 33, overall 32"
    )
