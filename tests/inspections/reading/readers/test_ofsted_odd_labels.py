"""Labels as they were really misprinted, renumbered, reordered or shortened."""


def test_children_care_leavers(made):
    grades = {
        "impact_of_leaders": "Good",
        "help_protection": "Good",
        "in_care": "Good",
        "care_leavers": "Outstanding",
        "overall": "Good",
    }
    pages = made.ilacs_pages(grades, dates="Inspection dates: 3 to 14 March 2025")
    pages[0] = pages[0].replace("progress of care \nleavers", "progress of \nchildren care leavers")

    reading, inspection, found = made.outcome_of(pages, "80999_borsetshire/report.pdf")

    assert found["care_leavers"] == "outstanding"
    assert inspection.framework == "ofsted-ilacs-2023"
    assert reading.problems == ()


def test_leaders_without_social_work(made):
    pages = [
        page.replace("social work \npractice", "practice") for page in made.ilacs_pages(made.ilacs_grades)
    ]

    reading, inspection, found = made.outcome_of(pages)

    assert found["impact_of_leaders"] == "good"
    printed = {judgement.aspect: judgement.aspect_printed for judgement in inspection.judgements}
    assert printed["impact_of_leaders"] == "The impact of leaders on practice with children and families"
    assert reading.problems == ()


def test_rows_in_another_order(made):
    order = ("overall", "in_care_and_care_leavers", "help_protection", "impact_of_leaders")
    pages = made.ilacs_pages({aspect: made.ilacs_grades[aspect] for aspect in order})

    reading, _, found = made.outcome_of(pages)

    assert found == {
        "overall": "inadequate",
        "in_care_and_care_leavers": "good",
        "help_protection": "requires_improvement",
        "impact_of_leaders": "good",
    }
    assert reading.problems == ()


def test_leadership_numbered_1(made):
    pages = made.sif_pages(made.sif_grades)
    pages[0] = pages[0].replace("3. Leadership", "1. Leadership")

    reading, _, found = made.outcome_of(pages, "80999_borsetshire/report.pdf")

    assert found["leadership"] == "good"
    assert reading.problems == ()


def test_not_judged_is_no_grade_and_no_problem(made):
    made.sif_grades["adoption"] = "Not judged"
    pages = made.sif_pages(made.sif_grades)[:2] + made.sif_pages(made.sif_grades)[3:]

    reading, inspection, _ = made.outcome_of(pages, "80999_borsetshire/report.pdf")

    adoption = next(judgement for judgement in inspection.judgements if judgement.aspect == "adoption")
    assert (adoption.grade, adoption.grade_status, adoption.printed) == (None, "not_judged", "Not judged")
    assert reading.problems == ()


def test_straight_and_curly_apostrophes(made):
    pages = [page.replace("’", "'") for page in made.sif_pages(made.sif_grades)]

    reading, _, found = made.outcome_of(pages, "80999_borsetshire/report.pdf")

    assert found["overall"] == "requires_improvement"
    assert reading.problems == ()


def test_table_that_goes_on_overleaf(made):
    rows = "\n".join(f"{made.sif_labels[aspect]} {made.sif_grades[aspect]}" for aspect in made.sif_labels)
    first, rest = rows.split("\n2.2")
    pages = made.sif_pages(made.sif_grades, rows=first)
    pages.insert(1, "2\n2.2" + rest)

    reading, inspection, found = made.outcome_of(pages, "80999_borsetshire/report.pdf")

    assert (found["care_leavers"], found["leadership"]) == ("inadequate", "good")
    assert {j.aspect: j.page for j in inspection.judgements}["care_leavers"] == 2
    assert reading.problems == ()
