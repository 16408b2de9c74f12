"""The line that opens a page: what changed between two inspections, and what a tally is a tally of."""

import pytest

from tests import factories as make
from tests.worded import picture

pytestmark = pytest.mark.usefixtures("reference")


def inspected(framework, ended, grade):
    found = make.inspection(make.authority("kent"), framework, ended=ended)
    make.judgement(found, "overall", f"ofsted:{grade}")


def test_an_answer_that_joins_two_frameworks_says_so():
    inspected("ofsted-sif", "2017-03-24", "good")
    inspected("ofsted-ilacs-2018", "2022-05-20", "outstanding")
    found = picture(make.authority("kent"))

    assert found.answer == (
        "Ofsted judged children’s services outstanding overall in May 2022, "
        "after good in 2017 under another framework (SIF, now ILACS)."
    )
    assert found.title.endswith("good in 2017, outstanding in 2022 (framework changed: SIF, then ILACS)")


def test_editions_of_one_rulebook_are_no_other_framework():
    inspected("ofsted-ilacs-2018", "2019-03-22", "good")
    inspected("ofsted-ilacs-2023", "2023-05-19", "good")
    found = picture(make.authority("kent"))

    assert found.answer == "Ofsted judged children’s services good overall in May 2023, as in 2019."
    assert "framework" not in found.title


def test_a_tally_of_a_review_is_named_as_one_and_a_later_inspection_stands_beside_it():
    force = make.force("kent")
    review = make.inspection(force, "hmicfrs-ncpi-2014", "post_inspection_review", ended="2019-03-15")
    make.case_review(review, "missing-children", cases=9, good=1, requires_improvement=2, inadequate=6)

    alone = picture(force)
    make.inspection(force, "hmicfrs-ncpi-2014", "reinspection", ended="2021-05-14")
    later = picture(force)

    assert "looked at in its post-inspection review of 2019 (Kent Police, whole force)" in alone.answer
    assert alone.title.endswith("of 9 missing children cases, post-inspection review, 2019")
    assert "later" not in alone.answer + alone.title
    assert later.answer.endswith("6 were inadequate; later, as far as held here: re-inspection, May 2021.")
    assert later.title.endswith("2019; later, as far as held here: re-inspection, May 2021")


def test_topics_graded_instead_of_cases_have_their_later_word_too():
    force = make.force("kent")
    make.inspection(force, "hmicfrs-ncpi-2024", ended="2024-06-14", overall_words="Three of five topics good")
    make.inspection(force, "hmicfrs-ncpi-2024", "progress_review", ended="2025-06-13")

    assert picture(force).answer.endswith(
        "three of five topics good; later, as far as held here: progress review, June 2025."
    )
