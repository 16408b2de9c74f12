"""Rows broken over lines, in any way a table cell can break, read the same."""

import pytest

LEADERS = "The impact of leaders on social work practice with children \nand families"
HELP = "The experiences and progress of children who need help and \nprotection"
CARE = "The experiences and progress of children in care and care \nleavers"


@pytest.mark.parametrize(
    "printed",
    [
        "Requires improvement to be good",
        "Requires improvement",
        "Require improvement",
        "requires improvement to be good.",
        "REQUIRES IMPROVEMENT TO BE GOOD",
        "Requires Improvement",
        "Requires\nImprovement",
        "Requires improvement \nto be good",
        "Requires improvement to\nbe good ",
        "Requires\nimprovement\nto be good",
        "Requires improvement.2",
    ],
)
def test_every_way_of_printing_requires_improvement(made, printed):
    rows = f"{LEADERS} Good\n{HELP}\n{printed}\n{CARE} {printed}\nOverall effectiveness {printed}"

    reading, _, found = made.outcome_of(made.ilacs_pages(made.ilacs_grades, rows=rows, headings={
        "in_care_and_care_leavers": "requires improvement to be good"
    }))  # fmt: skip

    assert found == {
        "impact_of_leaders": "good",
        "help_protection": "requires_improvement",
        "in_care_and_care_leavers": "requires_improvement",
        "overall": "requires_improvement",
    }
    assert reading.problems == ()


@pytest.mark.parametrize(
    "row",
    [
        "The experiences and progress of children in care and care Good\nleavers",
        "The experiences and progress of children\nin care and care leavers\nGood.",
        "The experiences and progress\nof children in care and\ncare leavers Good",
    ],
)
def test_label_and_grade_interlaced(made, row):
    rows = f"{LEADERS} Good\n{HELP} Requires improvement\nto be good\n{row}\nOverall effectiveness Inadequate"

    reading, _, found = made.outcome_of(made.ilacs_pages(made.ilacs_grades, rows=rows))

    assert found["in_care_and_care_leavers"] == "good"
    assert reading.problems == ()


def test_two_lines_of_label_beside_two_lines_of_grade(made):
    rows = (
        f"{LEADERS} Good\nThe experiences and progress of children who need help and Requires improvement\n"
        f"protection to be good\n{CARE} Good\nOverall effectiveness Inadequate"
    )

    reading, _, found = made.outcome_of(made.ilacs_pages(made.ilacs_grades, rows=rows))

    assert found["help_protection"] == "requires_improvement"
    assert reading.problems == ()


def test_prose_that_begins_with_a_grade_is_not_part_of_the_last_row(made):
    pages = made.ilacs_pages(made.ilacs_grades | {"overall": "Requires improvement"})
    pages[0] = pages[0].replace("Families in this", "Good leaders and families in this")

    reading, _, found = made.outcome_of(pages)

    assert found["overall"] == "requires_improvement"
    assert reading.problems == ()


def test_prose_made_of_label_words_only_is_not_part_of_the_last_row(made):
    pages = made.ilacs_pages(made.ilacs_grades | {"overall": "Good"})
    pages[0] = pages[0].replace(
        "Families in this",
        "Services to children, young people and care leavers who need help, protection and\nFamilies",
    )

    reading, _, found = made.outcome_of(pages)

    assert found["overall"] == "good"
    assert reading.problems == ()


def test_sif_sentence_split_before_its_last_word(made):
    sentence = "The overall judgement is that children’s services require \nimprovement to be \ngood.2"

    reading, inspection, found = made.outcome_of(
        made.sif_pages(made.sif_grades, sentence=sentence), "80999_borsetshire/report.pdf"
    )

    assert found["overall"] == "requires_improvement"
    assert inspection.judgements[0].printed == "require improvement to be good"
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("The overall judgement is requires improvement", "requires_improvement"),
        ("The overall judgement is that children’s services are inadequate", "inadequate"),
        ("The overall judgement is that children’s service requires \nimprovement.", "requires_improvement"),
        ("Children’s services in St. Borset’s are good", "good"),
        (
            "Children’s services in Borset District Council \nrequire improvement to be good.",
            "requires_improvement",
        ),
        ("Children’s services require improvement to be good ", "requires_improvement"),
        ("Children’s services are inadequate", "inadequate"),
        ("Children's services in the Royal Borough of Borset upon \nAmm are outstanding.", "outstanding"),
    ],
)
def test_every_shape_of_the_sif_sentence(made, sentence, grade):
    pages = made.sif_pages(made.sif_grades, sentence=sentence)

    reading, _, found = made.outcome_of(pages, "80999_borsetshire/report.pdf")

    assert found["overall"] == grade
    assert reading.problems == ()


def test_blank_first_page_before_the_title(made):
    pages = ["", *made.sif_pages(made.sif_grades)]

    reading, inspection, found = made.outcome_of(pages, "80999_borsetshire/report.pdf")

    assert found["overall"] == "requires_improvement"
    assert inspection.places[0].raw == "Borsetshire County Council"
    assert {judgement.page for judgement in inspection.judgements if judgement.aspect != "lscb"} == {2}
    assert reading.problems == ()


def test_every_word_of_a_row_on_its_own_line(made):
    pages = made.ilacs_pages(made.ilacs_grades)
    start = pages[0].index("The impact")
    end = pages[0].index("Families in")
    pages[0] = pages[0][:start] + "\n".join(pages[0][start:end].split()) + "\n" + pages[0][end:]

    reading, _, found = made.outcome_of(pages)

    assert found == {
        "impact_of_leaders": "good",
        "help_protection": "requires_improvement",
        "in_care_and_care_leavers": "good",
        "overall": "inadequate",
    }
    assert reading.problems == ()


def test_sentence_cut_before_its_grade_is_not_read_as_its_last_word(made):
    sentence = "Children’s services in Borsetshire require imrpovement to be\ngood"

    reading, _, found = made.outcome_of(
        made.sif_pages(made.sif_grades, sentence=sentence), "80999_borsetshire/report.pdf"
    )

    assert "overall" not in found
    assert [(problem.severity, problem.field) for problem in reading.problems] == [("blocking", "overall")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Children’s services in Borsetshire are not yet good",
        "Children’s services in Borsetshire were inadequate and are good",
        "Children’s services in Borsetshire require improvement to be\na line from elsewhere that is\ngood",
        "Children’s services require improvement\nin a number of places, as we found.",
        "The overall judgement is that children’s services are\nOutstanding\ninadequate.\n2",
    ],
)
def test_sentence_that_says_more_than_a_grade_is_not_read(made, sentence):
    reading, _, found = made.outcome_of(
        made.sif_pages(made.sif_grades, sentence=sentence), "80999_borsetshire/report.pdf"
    )

    assert "overall" not in found
    assert [(problem.severity, problem.field) for problem in reading.problems] == [("blocking", "overall")]


@pytest.mark.parametrize("stray", ["Requires improvement", "Good"])
def test_a_cell_under_an_unfinished_sentence_puts_the_table_out_of_step(made, stray):
    sentence = f"Children’s services in Borsetshire\n{stray}"

    reading, _, found = made.outcome_of(
        made.sif_pages(made.sif_grades, sentence=sentence), "80999_borsetshire/report.pdf"
    )

    assert found["help_protection"] == found["care_leavers"] == "unreadable"
    assert {problem.severity for problem in reading.problems} == {"blocking"}


def test_a_grade_between_a_whole_sentence_and_its_table_puts_the_table_out_of_step(made):
    sentence = "Children’s services in Borset District Council\nrequire improvement to be good.\nGood"

    _, _, found = made.outcome_of(
        made.sif_pages(made.sif_grades, sentence=sentence), "80999_borsetshire/report.pdf"
    )

    assert found["help_protection"] == "unreadable"
