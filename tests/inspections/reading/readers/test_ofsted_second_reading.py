"""Grades stand twice: what contradicts itself, is torn or is missing is a problem, never a value."""

import pytest


def blocking(reading):
    return {problem.field for problem in reading.problems if problem.severity == "blocking"}


def test_heading_that_contradicts_the_table(made):
    pages = made.ilacs_pages(made.ilacs_grades, headings={"help_protection": "Good"})

    reading, _, found = made.outcome_of(pages)

    assert found["help_protection"] == "unreadable"
    assert found["impact_of_leaders"] == "good"
    (problem,) = reading.problems
    assert (problem.severity, problem.where, problem.field) == (
        "blocking",
        "page 1 and page 2",
        "help_protection",
    )
    assert (problem.value, problem.other) == ("Requires improvement to be good", "good")


def test_graded_judgement_sentence_that_contradicts_the_sif_table(made):
    pages = made.sif_pages(made.sif_grades)
    pages[2] = "3\nThe graded judgement for adoption performance is that it requires improvement"

    reading, _, found = made.outcome_of(pages, "80999_borsetshire/report.pdf")

    assert found["adoption"] == "unreadable"
    assert blocking(reading) == {"adoption"}


def test_board_graded_in_two_ways(made):
    pages = made.sif_pages(made.sif_grades)
    pages[3] += (
        "\nThe arrangements in place to evaluate the effectiveness of what is done by the authority and "
        "\nboard partners to safeguard and promote the welfare of children are good."
    )

    reading, _, found = made.outcome_of(pages, "80999_borsetshire/report.pdf")

    assert found["lscb"] == "unreadable"
    assert blocking(reading) == {"lscb"}


@pytest.mark.parametrize("aspect", ["impact_of_leaders", "help_protection"])
def test_missing_row_is_read_from_its_heading(made, aspect):
    rows = "\n".join(
        f"{made.ilacs_labels[key]}\n{grade}" for key, grade in made.ilacs_grades.items() if key != aspect
    )
    pages = made.ilacs_pages(made.ilacs_grades, rows=rows)

    reading, inspection, found = made.outcome_of(pages)

    assert found[aspect] == made.ilacs_grades[aspect].lower().replace(" to be good", "").replace(" ", "_")
    assert {j.aspect: j.page for j in inspection.judgements}[aspect] == 2
    assert reading.problems == ()


def test_aspect_found_nowhere(made):
    pages = made.ilacs_pages(made.ilacs_grades)
    pages[0] = pages[0].replace("Overall effectiveness\nInadequate\n", "")

    reading, _, found = made.outcome_of(pages)

    assert "overall" not in found
    assert blocking(reading) == {"overall"}


def test_board_that_the_title_names_but_no_page_grades(made):
    pages = made.sif_pages(made.sif_grades)[:3]

    reading, _, found = made.outcome_of(pages, "80999_borsetshire/report.pdf")

    assert "lscb" not in found
    assert blocking(reading) == {"lscb"}


def test_columns_read_one_after_the_other_give_no_grades(made):
    labels = "\n".join(made.ilacs_labels[aspect] for aspect in made.ilacs_grades)
    pages = made.ilacs_pages(made.ilacs_grades, rows=labels + "\nGood\nGood\nGood\nInadequate")[:1]

    reading, _, found = made.outcome_of(pages)

    assert set(found.values()) <= {"unreadable"}
    assert blocking(reading) == {
        "overall",
        "impact_of_leaders",
        "help_protection",
        "in_care_and_care_leavers",
    }


def test_grades_printed_over_their_labels_are_not_taken_for_the_next_row(made):
    grades = ["Good", "Inadequate", "Outstanding", "Good"]
    rows = "\n".join(
        f"{grade}\n{made.ilacs_labels[aspect]}"
        for aspect, grade in zip(made.ilacs_grades, grades, strict=True)
    )

    reading, _, found = made.outcome_of(made.ilacs_pages(made.ilacs_grades, rows=rows)[:1])

    assert set(found.values()) <= {"unreadable"}
    assert "overall" in blocking(reading)


@pytest.mark.parametrize("grade", ["Satisfactory", "Inadequte", "Good/Outstanding", "3", "Good Good"])
def test_words_that_are_not_one_grade(made, grade):
    rows = "\n".join(
        f"{made.ilacs_labels[key]}\n{grade if key == 'overall' else value}"
        for key, value in made.ilacs_grades.items()
    )

    reading, _, found = made.outcome_of(made.ilacs_pages(made.ilacs_grades, rows=rows))

    assert found.get("overall") in (None, "unreadable")
    assert "overall" in blocking(reading)


@pytest.mark.parametrize("bullet", ["\uf06e ", "• ", ""])
def test_list_of_the_last_inspections_grades_is_not_this_ones(made, bullet):
    pages = made.sif_pages(made.sif_grades, board="")
    pages.insert(
        1,
        "2\nThe last report was published in July 2014. The judgements for the local authority were:\n"
        f"{bullet}Overall effectiveness: Inadequate\n{bullet}Adoption performance: Inadequate\n"
        f"{bullet}Leadership, management and governance: Inadequate.",
    )

    reading, inspection, found = made.outcome_of(pages, "80999_borsetshire/report.pdf")

    assert (found["adoption"], found["leadership"]) == ("outstanding", "good")
    assert found["overall"] == "requires_improvement"
    assert inspection.kind == "reinspection"
    assert reading.problems == ()
