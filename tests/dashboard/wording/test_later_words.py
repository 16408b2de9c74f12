"""The later word: an earlier result never stands alone where a later inspection of the same body is held."""

import datetime as dt

import pytest

from dashboard.series.visits import later_of
from dashboard.wording.later import later_words, no_later_words, with_later
from inspections.models import Finding, Inspection, SourceDocument
from inspections.place_facts import held_beside, later_held
from tests import factories as make

pytestmark = pytest.mark.usefixtures("reference")


@pytest.fixture
def police():
    """Inspections of Kent Police by kind and end of fieldwork, with what they say on a theme, if anything."""
    force = make.force("kent")
    source = SourceDocument.objects.create(key="made", kind="page", title="A made page")

    def build(kind="full", ended=None, framework="hmicfrs-ncpi-2014", follows=None, says=()):
        row = make.inspection(force, framework, kind=kind, ended=ended)
        Inspection.objects.filter(pk=row.pk).update(follows=follows)
        for number, (theme, summary) in enumerate(says):
            Finding.objects.create(
                key=f"{row.key}/{number}", inspection=row, source=source, kind="statement", about="police",
                theme_id=theme, topic="" if theme else "in general", summary=summary, confidence="read",
                review_status="published",
            )  # fmt: skip
        return row

    return build


def said_of(row, theme="", **how):
    return later_words(later_of(row, held_beside([row])), theme, **how)


def test_the_review_is_named_with_what_it_says_on_the_same_theme(police):
    first = police(ended="2018-05-04")
    police(
        "post_inspection_review",
        "2019-08-30",
        follows=first,
        says=[("missing-children", "Cases are dealt with better."), (None, "Custody is a concern.")],
    )

    review = "post-inspection review, August 2019"
    assert said_of(first, "missing-children") == f"{review} (cases are dealt with better)"
    assert said_of(first) == f"{review} (cases are dealt with better; custody is a concern)"
    assert said_of(first, briefly=True) == review


def test_the_newest_follow_up_and_the_newest_of_all_are_named_and_the_others_counted(police):
    first = police(ended="2018-05-04")
    police("quarterly_update", "2018-09-30", follows=first)
    police("post_inspection_review", "2019-08-30", follows=first)
    police(ended="2024-06-14")

    assert said_of(first) == "post-inspection review, August 2019, full inspection, June 2024 and 1 other"


def test_a_follow_up_without_a_date_is_later_and_another_undated_one_is_not(police):
    first = police(ended="2018-05-04")
    police("post_inspection_review", follows=first)
    police("progress_review")

    assert said_of(first) == "post-inspection review, date not given"


def test_what_is_earlier_or_of_another_programme_is_no_later_word(police):
    police(ended="2014-05-04")
    newest = police(ended="2018-05-04")
    peel = police(framework="hmicfrs-peel-2023")

    assert said_of(newest) == ""
    assert with_later("6 of 9", later_of(newest, held_beside([newest]))) == "6 of 9"
    assert later_held(newest, held_beside([newest])) == [peel]  # listed as later all the same


def test_a_cycle_is_later_only_if_it_began_later(police):
    within = police(ended="2017-05-04")
    police(framework="hmicfrs-peel-2017")
    after = police(framework="hmicfrs-peel-2018")

    assert later_held(within, held_beside([within])) == [after]


def test_another_place_and_another_inspectorate_say_nothing_of_this_one(police):
    first = police(ended="2018-05-04")
    make.inspection(make.force("essex"), "hmicfrs-ncpi-2014", ended="2019-05-04")
    make.inspection(make.authority("kent"), "ofsted-ilacs-2018", ended="2019-05-04")

    assert later_held(first, Inspection.objects.all()) == []


def test_where_none_is_held_that_is_all_that_is_said():
    nothing = "This site holds no later inspection of Kent by Ofsted, and does not hold all of them."

    assert no_later_words("Ofsted", "Kent", None) == nothing
    assert "by Joint" not in no_later_words("Joint inspection", "Kent", None)
    assert no_later_words("Ofsted", "Kent", dt.date(2025, 3, 31)).startswith(
        "No follow-up to it is on record"
    )
