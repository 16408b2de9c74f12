"""A re-inspection prints the numbers of the inspection before beside its own: each belongs to its own."""

import pytest

from tests.inspections.reading.readers import made_police_pages as made

FIELDWORK = made.p("We re-inspected the force between 8 and 12 May 2023.")
BOTH = (("", *made.GRADES), ("2020 inspection", 5, 10, 25), ("2023 re\u2011inspection", 20, 12, 10))


def reading(*body, what="national child protection re-inspection"):
    return made.read(made.page(*body, what=what))


def analysed(*tables, fieldwork=FIELDWORK):
    return reading(
        fieldwork, made.h(2, made.ANALYSIS), made.h(3, made.RESULTS), made.table(*BOTH),
        made.h(3, made.BREAKDOWN), *tables,
    )  # fmt: skip


def numbers(inspection):
    return {
        one.theme or one.topic: (one.cases, one.good, one.requires_improvement, one.inadequate)
        for one in inspection.case_reviews
        if not one.proposed
    }


def test_each_row_stands_under_the_inspection_of_its_year():
    now, before = analysed().inspections

    assert (now.kind, str(now.fieldwork.end)) == ("reinspection", "2023-05-12")
    assert numbers(now) == {"all-cases": (42, 20, 12, 10)}
    assert (before.kind, before.confidence) == ("full", "quoted")
    assert (str(before.fieldwork.start), str(before.fieldwork.end)) == ("2020-01-01", "2020-12-31")
    assert numbers(before) == {"all-cases": (40, 5, 10, 25)}


def test_what_is_counted_is_told_by_the_heading_where_the_row_only_says_when():
    found = analysed(
        made.h(4, "Cases involving missing children"),
        made.table(("", *made.GRADES), ("2020 inspection", 1, 3, 5), ("2023 re-inspection", 3, 3, 2)),
        made.h(4, "Cases involving children sexually exploited"),
        made.table(("", *made.GRADES), ("2023", 4, 2, 3)),
    )
    now, before = found.inspections

    assert numbers(now) == {
        "all-cases": (42, 20, 12, 10),
        "missing-children": (8, 3, 3, 2),
        "child-sexual-exploitation": (9, 4, 2, 3),
    }
    assert numbers(before) == {"all-cases": (40, 5, 10, 25), "missing-children": (9, 1, 3, 5)}
    assert made.problems(found) == []


@pytest.mark.parametrize("label", ["Cases", "Number of cases", "Total", "No. of cases"])
def test_a_row_that_only_says_cases_is_of_its_heading(label):
    found = analysed(
        made.h(4, "Cases involving missing children"), made.table(("", *made.GRADES), (label, 3, 3, 2))
    )

    assert numbers(found.inspections[0])["missing-children"] == (8, 3, 3, 2)
    assert numbers(found.inspections[0])["all-cases"] == (42, 20, 12, 10)
    assert made.problems(found) == []


def test_the_sum_below_the_areas_of_one_table_is_still_of_all_cases():
    found = reading(
        FIELDWORK, made.h(2, made.ANALYSIS), made.h(3, made.BREAKDOWN),
        made.columns(("Missing children", 2, 5, 4), ("Domestic abuse", 4, 7, 5), ("Total", 6, 12, 9)),
    )  # fmt: skip

    assert numbers(found.inspections[0])["all-cases"] == (27, 6, 12, 9)


def test_the_year_may_stand_beside_the_area_in_one_label():
    found = reading(
        FIELDWORK, made.h(2, made.ANALYSIS), made.h(3, made.BREAKDOWN),
        made.columns(("Missing children (2020)", 1, 3, 5), ("Missing children (2023)", 3, 3, 2)),
    )  # fmt: skip
    now, before = found.inspections

    assert numbers(now) == {"missing-children": (8, 3, 3, 2)}
    assert numbers(before) == {"missing-children": (9, 1, 3, 5)}


def test_a_list_that_names_the_inspections_is_read_alike():
    found = reading(
        FIELDWORK, made.h(2, made.ANALYSIS), made.h(3, made.RESULTS),
        made.ul(
            "2020 inspection: 5 good, 10 requires improvement, 25 inadequate",
            "2023 re-inspection: 20 good, 12 requires improvement, 10 inadequate",
        ),
    )  # fmt: skip
    now, before = found.inspections

    assert numbers(now) == {"all-cases": (42, 20, 12, 10)}
    assert numbers(before) == {"all-cases": (40, 5, 10, 25)}


MISSING = made.h(4, "Cases involving missing children")
NOW, BEFORE = (8, 3, 3, 2), (9, 1, 3, 5)
ROWSPAN = (
    "<table><tr><th>Area</th><th>Inspection</th><th>Good</th><th>Requires improvement</th><th>Inadequate</th>"
    "</tr><tr><td>Missing children</td><td>2020</td><td>1</td><td>3</td><td>5</td></tr>"
    "<tr><td>Missing children</td><td>2023</td><td>3</td><td>3</td><td>2</td></tr></table>"
)


@pytest.mark.parametrize(
    "body",
    [
        (MISSING, made.table(("Grade", "2020", "2023"), ("Good", 1, 3), ("Requires improvement", 3, 3),
                             ("Inadequate", 5, 2))),
        (made.table(("Area", *made.GRADES), ("Missing children", "", "", ""), ("2020 inspection", 1, 3, 5),
                    ("2023 re-inspection", 3, 3, 2)),),
        (ROWSPAN,),
        (MISSING, made.p("2020 inspection"), made.table(("", *made.GRADES), ("Cases", 1, 3, 5)),
         made.p("2023 re-inspection"), made.table(("", *made.GRADES), ("Cases", 3, 3, 2))),
        (made.h(4, "2020 inspection"), made.columns(("Missing children", 1, 3, 5)),
         made.h(4, "2023 re-inspection"), made.columns(("Missing children", 3, 3, 2))),
        (made.h(4, "2020 inspection"), made.h(5, "Missing children"), made.listed(1, 3, 5),
         made.h(4, "2023 re-inspection"), made.h(5, "Missing children"), made.listed(3, 3, 2)),
        (made.p("2020 inspection"), made.p("Missing children"), made.listed(1, 3, 5),
         made.p("2023 re-inspection"), made.p("Missing children"), made.listed(3, 3, 2)),
    ],
    ids=["columns", "title row", "two labels", "captions below an area", "headings over areas", "lists",
         "captions over captions"],
)  # fmt: skip
def test_wherever_the_inspection_is_named_its_numbers_are_its_own(body):
    found = reading(FIELDWORK, made.h(2, made.ANALYSIS), made.h(3, made.BREAKDOWN), *body)
    now, before = found.inspections

    assert numbers(now) == {"missing-children": NOW}
    assert numbers(before) == {"missing-children": BEFORE}
    assert made.problems(found) == []


def test_a_sentence_on_another_inspection_gives_its_numbers_to_that_one():
    found = reading(
        FIELDWORK, made.h(2, made.ANALYSIS),
        made.p(
            "In our 2020 inspection, we assessed 40 cases: 5 good, 10 requiring improvement and"
            " 25 inadequate."
        ),
        made.p("This time we assessed 42 cases: 20 good, 12 requiring improvement and 10 inadequate."),
    )  # fmt: skip
    now, before = found.inspections

    assert numbers(now) == {"all-cases": (42, 20, 12, 10)}
    assert numbers(before) == {"all-cases": (40, 5, 10, 25)}


def test_the_last_year_named_is_that_of_a_report_that_came_out_soon_after():
    page = made.page(
        made.p("Published on: 4 March 2023"), made.h(2, made.ANALYSIS), made.h(3, made.RESULTS),
        made.table(("", *made.GRADES), ("2020 inspection", 5, 10, 25), ("2022 re-inspection", 20, 12, 10)),
        what="national child protection re-inspection",
    )  # fmt: skip
    now, before = made.read(page).inspections

    assert numbers(now) == {"all-cases": (42, 20, 12, 10)}
    assert numbers(before) == {"all-cases": (40, 5, 10, 25)}


@pytest.mark.parametrize(
    ("fieldwork", "label"),
    [("", "2020 inspection"), (FIELDWORK, "Previous inspection"), (FIELDWORK, "2025 inspection")],
    ids=["no date of its own", "no year", "a year to come"],
)
def test_rows_of_nobody_knows_which_inspection_are_held_with_their_numbers(fieldwork, label):
    found = reading(
        fieldwork, made.h(2, made.ANALYSIS), made.h(3, made.RESULTS),
        made.table(("", *made.GRADES), (label, 5, 10, 25)),
    )  # fmt: skip
    (held,) = [one for inspection in found.inspections for one in inspection.case_reviews]

    assert (held.proposed, held.sample, held.cases, held.good) == (True, label, 40, 5)
    assert [(one.severity, one.value) for one in found.problems if one.severity == "blocking"] == [
        ("blocking", label)
    ]


def test_areas_that_are_but_a_few_of_all_cases_contradict_nothing():
    few = made.columns(("Missing children", 2, 1, 1))

    assert made.problems(reading(FIELDWORK, made.h(2, made.ANALYSIS), made.p(
        "We examined 42 cases: 20 good, 12 requiring improvement and 10 inadequate."
    ), made.h(3, made.BREAKDOWN), few)) == []  # fmt: skip


@pytest.mark.parametrize("label", ["Offences under the act of 2003", "Offences of the Made-up Act 2003"])
def test_an_act_of_a_year_is_no_inspection(label):
    found = reading(
        FIELDWORK, made.h(2, made.ANALYSIS), made.h(3, made.BREAKDOWN),
        made.columns((label, 2, 5, 4)),
    )  # fmt: skip

    assert list(numbers(found.inspections[0])) == [label]
    assert len(found.inspections) == 1


def test_a_pdf_is_read_alike():
    cover = "National child protection re-inspection\nLincolnshire Police\nJuly 2023"
    grades = "Good Requires improvement Inadequate"
    body = [
        "We re-inspected the force between 8 and 12 May 2023.", "",
        "Case file analysis", "", made.RESULTS, "",
        grades, "2020 inspection 5 10 25", "2023 re-inspection 20 12 10", "",
        made.BREAKDOWN, "", "Cases involving missing children",
        grades, "2020 1 3 5", "2023 3 3 2",
    ]  # fmt: skip
    now, before = made.read_pdf(cover, "\n".join(body)).inspections

    assert numbers(now) == {"all-cases": (42, 20, 12, 10), "missing-children": NOW}
    assert numbers(before) == {"all-cases": (40, 5, 10, 25), "missing-children": BEFORE}


def test_two_inspections_of_one_year_stay_apart():
    found = reading(
        FIELDWORK, made.h(2, made.ANALYSIS), made.h(3, made.RESULTS),
        made.table(
            ("", *made.GRADES), ("2020 inspection", 5, 10, 25), ("2020 re-inspection", 1, 2, 3),
            ("2023 re-inspection", 20, 12, 10),
        ),
    )  # fmt: skip

    assert [(one.kind, numbers(one)["all-cases"]) for one in found.inspections] == [
        ("reinspection", (42, 20, 12, 10)),
        ("full", (40, 5, 10, 25)),
        ("reinspection", (6, 1, 2, 3)),
    ]
