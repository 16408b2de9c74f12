"""Tallies per area of child protection. Layout not verified: no saved page of HMICFRS's tables was at hand,
so a table of all areas, a table, a list and a sentence below each area's heading are all tried."""

import pytest

from tests.inspections.reading.readers import made_police_pages as made

OPENING = (made.h(2, made.ANALYSIS), made.h(3, made.BREAKDOWN))
SENTENCE = "Of the nine cases, one was good, three required improvement and five were inadequate."


def reading(*body):
    return made.read(made.page(*OPENING, *body))


def areas(*body):
    return made.by_theme(reading(*body))


def test_one_table_with_an_area_in_each_row():
    table = made.columns(
        ("Missing and absent children", 1, 3, 5),
        ("Children detained in police custody", 0, 2, 1),
        ("Children of pirates", 4, 4, 0),
    )

    assert areas(table) == {
        "missing-children": (9, 1, None, 3, 5),
        "police-detention": (3, 0, None, 2, 1),
        "Children of pirates": (8, 4, None, 4, 0),
    }


def test_a_row_for_all_areas_is_the_overall_tally():
    table = made.columns(("Missing children", 1, 3, 5), ("Domestic abuse", 2, 2, 2), ("Total", 3, 5, 7))

    assert areas(table)["all-cases"] == (15, 3, None, 5, 7)


@pytest.mark.parametrize(
    "figures",
    [
        made.grades_down(1, 3, 5),
        made.listed(1, 3, 5),
        made.ul("One case was good", "Three required improvement", "Five were inadequate"),
        made.p(SENTENCE),
    ],
    ids=["table", "list", "list in words", "sentence"],
)
@pytest.mark.parametrize("level", [3, 4])
def test_figures_below_a_heading_of_their_own(figures, level):
    body = (
        made.h(level, "Missing and absent children"),
        figures,
        made.h(level, "Children of pirates"),
        figures,
    )

    assert areas(*body) == {
        "missing-children": (9, 1, None, 3, 5),
        "Children of pirates": (9, 1, None, 3, 5),
    }


def test_a_short_paragraph_may_be_the_heading():
    body = (
        made.p("Cases assessed involving enquiries under section 47 of the Children Act 1989"),
        made.listed(1, 3, 5),
        made.p("Online sexual abuse"),
        made.listed(2, 2, 2),
    )

    assert areas(*body) == {"section-47": (9, 1, None, 3, 5), "online-exploitation": (6, 2, None, 2, 2)}


def test_a_table_with_an_area_in_each_column():
    table = made.table(
        ("Grade", "Missing children", "Domestic abuse"),
        ("Good", 1, 2),
        ("Requires improvement", 3, 2),
        ("Inadequate", 5, 2),
    )

    assert areas(table) == {"missing-children": (9, 1, None, 3, 5), "domestic-abuse": (6, 2, None, 2, 2)}


@pytest.mark.parametrize(
    ("heading", "theme"),
    [
        ("Missing and absent children", "missing-children"),
        ("Children at risk of sexual exploitation", "child-sexual-exploitation"),
        ("Child criminal exploitation", "child-criminal-exploitation"),
        ("Sexual and criminal exploitation of children", "child-exploitation"),
        ("Online child sexual exploitation", "online-exploitation"),
        ("Indecent images of children", "indecent-images"),
        ("Referrals relating to domestic abuse incidents or crimes", "domestic-abuse"),
        ("Referrals arising from incidents other than domestic abuse", "referrals"),
        (
            "Children taken to a place of safety under section 46 of the Children Act 1989",
            "police-protection",
        ),
        ("Enquiries under section 47 of the Children Act 1989", "section-47"),
        ("Registered sex offender management", "sex-offender-management"),
        ("Children detained in police custody", "police-detention"),
    ],
)
def test_an_area_as_the_police_name_it_is_a_theme(heading, theme):
    (review,) = reading(made.h(4, heading), made.listed(1, 3, 5)).inspections[0].case_reviews

    assert (review.theme, review.theme_printed) == (theme, heading)


def test_an_area_without_a_theme_keeps_its_words():
    (review,) = reading(made.h(4, "Initial contact"), made.listed(1, 3, 5)).inspections[0].case_reviews

    assert (review.theme, review.topic) == (None, "Initial contact")


def test_a_missing_education_is_another_matter():
    assert list(areas(made.h(4, "Children missing education"), made.listed(1, 3, 5))) == [
        "Children missing education"
    ]


def test_a_cell_without_a_number_is_not_given_and_never_zero():
    (review,) = reading(made.columns(("Missing children", 1, "-", 5))).inspections[0].case_reviews

    assert (review.good, review.requires_improvement, review.inadequate) == (1, None, 5)
    assert review.completeness == "partial"


def test_a_sentence_elsewhere_that_names_its_theme_has_it():
    page = made.page(
        made.h(2, "Initial contact"),
        made.p("Of the " + SENTENCE[7:].replace("cases", "missing children cases")),
    )

    assert made.by_theme(made.read(page)) == {"missing-children": (9, 1, None, 3, 5)}


@pytest.mark.parametrize(
    "figures",
    [
        "<dl><dt>Good</dt><dd>1</dd><dt>Requires improvement</dt><dd>3</dd><dt>Inadequate</dt><dd>5</dd>",
        "<p>Good: 1<br>Requires improvement: 3<br>Inadequate: 5</p>",
    ],
    ids=["terms", "lines"],
)
def test_grades_and_numbers_in_paragraphs_of_their_own(figures):
    assert areas(made.h(4, "Missing children"), figures) == {"missing-children": (9, 1, None, 3, 5)}


def test_a_heading_that_gives_the_number_of_cases_gives_the_total():
    (good, bad) = (
        reading(made.h(4, f"Missing children ({number} cases)"), made.listed(1, 3, 5)) for number in (9, 8)
    )
    (review,) = good.inspections[0].case_reviews

    assert (review.cases, review.cases_basis, review.completeness) == (9, "printed", "full_split")
    assert [one.completeness for one in bad.inspections[0].case_reviews] == ["inconsistent"]
    assert [problem.severity for problem in bad.problems] == ["conflict"]


def test_a_list_with_an_area_in_each_item():
    items = made.ul(
        "Missing children: 1 good, 3 requires improvement, 5 inadequate",
        "Domestic abuse – 2 good, 2 requires improvement and 2 inadequate",
        "Children detained in custody (7 cases): none good, three requires improvement, four inadequate",
        "Children of pirates: 4 good, 4 requires improvement, 1 inadequate",
    )

    assert areas(items) == {
        "missing-children": (9, 1, None, 3, 5),
        "domestic-abuse": (6, 2, None, 2, 2),
        "police-detention": (7, 0, None, 3, 4),
        "Children of pirates": (9, 4, None, 4, 1),
    }
    assert reading(items).problems == ()


def test_the_first_words_of_a_paragraph_may_name_the_theme():
    words = "Missing children cases: 1 was good, 3 required improvement and 5 were inadequate."
    found = made.read(made.page(made.h(2, "Introduction"), made.p(words)))

    assert made.by_theme(found) == {"missing-children": (9, 1, None, 3, 5)}


@pytest.mark.parametrize(
    ("cases", "theme"),
    [
        ("31 cases of missing and absent children", "missing-children"),
        ("31 missing and absent children cases", "missing-children"),
        ("31 cases of children detained in custody", "police-detention"),
        ("31 cases involving people who pose a risk to children", "sex-offender-management"),
        ("31 child protection cases", "all-cases"),
        ("31 cases of the greatest concern", "all-cases"),
    ],
)
def test_a_sentence_names_an_area_as_the_police_do(cases, theme):
    words = f"We examined {cases}: 4 were good, 12 required improvement and 15 were inadequate."
    found = made.read(made.page(made.h(2, "Introduction"), made.p(words)))

    assert made.by_theme(found) == {theme: (31, 4, None, 12, 15)}


def test_a_tally_of_one_area_does_not_contradict_the_one_of_all():
    found = made.read(
        made.page(
            made.h(2, "Introduction"),
            made.p("We examined 120 cases: 20 were good, 50 required improvement and 50 were inadequate."),
            made.p("We examined 31 cases of missing and absent children: 29 were below good."),
        )
    )

    assert [(one.theme, one.cases, one.below_good) for one in found.inspections[0].case_reviews] == [
        ("all-cases", 120, None),
        ("missing-children", 31, 29),
    ]
    assert found.problems == ()


def test_a_row_with_nothing_but_an_area_heads_the_rows_below_it():
    down = [("Good", 1), ("Requires improvement", 3), ("Inadequate", 5)]
    other = [("Good", 2), ("Requires improvement", 2), ("Inadequate", 2)]

    assert areas(made.table(("Missing children",), *down)) == {"missing-children": (9, 1, None, 3, 5)}
    assert areas(made.table(("Missing children", ""), *down, ("Domestic abuse", ""), *other)) == {
        "missing-children": (9, 1, None, 3, 5),
        "domestic-abuse": (6, 2, None, 2, 2),
    }


def test_a_paragraph_for_each_area():
    body = (
        made.p("Missing children: 1 good, 3 requires improvement, 5 inadequate."),
        made.p("Section 46 cases: 2 good, 2 requires improvement, 2 inadequate."),
    )

    assert areas(*body) == {
        "missing-children": (9, 1, None, 3, 5),
        "police-protection": (6, 2, None, 2, 2),
    }


def test_a_table_with_a_share_for_each_grade_gives_no_counts():
    shares = made.table(
        ("Grade", "Share"), ("Good", "25%"), ("Requires improvement", "35%"), ("Inadequate", "40%")
    )
    (review,) = reading(made.h(4, "Missing children"), shares).inspections[0].case_reviews

    assert (review.theme, review.percent_good, review.completeness) == (
        "missing-children",
        25.0,
        "proportion_only",
    )
    assert (review.cases, review.good, review.requires_improvement, review.inadequate) == (None,) * 4
