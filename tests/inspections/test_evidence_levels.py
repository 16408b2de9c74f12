"""How much of the evidence behind a finding is there to see, from published facts alone."""

import datetime as dt

import pytest

from inspections.models import CaseReview, Finding, Inspection, InspectionSource, SourceDocument
from inspections.transfer.evidence_levels import DisclosedLater, EvidenceLevels

pytestmark = pytest.mark.django_db

SPLIT = {"cases": 9, "cases_basis": "printed", "good": 1, "requires_improvement": 2, "inadequate": 6}


@pytest.fixture
def place(reference):
    """Adds facts to one inspection: ``reviewed``, ``said``, ``searched``; ``level`` asks for its level."""

    class Place:
        def __init__(self):
            self.source = SourceDocument.objects.create(key="report", kind="report", title="A made report")
            self.inspection = self.another("made")

        def another(self, key, **more):
            values = {"framework_id": "ofsted-sif", "kind": "full", "review_status": "published"} | more
            return Inspection.objects.create(key=key, **values)

        def searched(self, review_status="published"):
            InspectionSource.objects.create(
                inspection=self.inspection,
                source=self.source,
                fieldwork_end=dt.date(2017, 2, 16),
                themes_read=True,
                confidence="read",
                review_status=review_status,
            )

        def reviewed(self, theme="missing-children", completeness="total_only", **more):
            values = {
                "key": f"review-{CaseReview.objects.count()}",
                "inspection": self.inspection,
                "source": self.source,
                "theme_id": theme,
                "assessor": "inspectors",
                "completeness": completeness,
                "disclosure": "in_report",
                "confidence": "read",
                "review_status": "published",
            }
            return CaseReview.objects.create(**(values | more))

        def said(self, theme="missing-children", **more):
            values = {
                "key": f"finding-{Finding.objects.count()}",
                "inspection": self.inspection,
                "source": self.source,
                "kind": "statement",
                "theme_id": theme,
                "about": "council",
                "confidence": "read",
                "review_status": "published",
            }
            return Finding.objects.create(**(values | more))

        def level(self, theme="missing-children", inspection=None):
            asked = inspection or self.inspection
            return EvidenceLevels([asked]).level(asked.pk, theme)

        def disclosed(self, theme):
            return DisclosedLater([self.inspection]).of(self.inspection.pk, theme)

    return Place()


@pytest.mark.parametrize(
    ("completeness", "numbers", "level"),
    [
        ("full_split", SPLIT, "counts_and_grades"),
        ("merged", {"cases": 38, "cases_basis": "printed", "below_good": 36}, "counts_partly_graded"),
        ("partial", {"cases": 8, "cases_basis": "printed", "good": 3}, "counts_partly_graded"),
        ("inconsistent", SPLIT | {"good": 4}, "counts_partly_graded"),
        ("total_only", {"cases": 18, "cases_basis": "printed"}, "counts_only"),
        ("proportion_only", {"stated": "just over half"}, "counts_only"),
        ("observed", {"cases": 5, "cases_basis": "printed", "observed": 4}, "counts_only"),
        ("observed", {"observed": 7, "observed_what": "cases handed back"}, "words_only"),
        ("stated_only", {"stated": "cases reviewed, number not given"}, "words_only"),
    ],
)
def test_the_level_is_what_the_numbers_show(place, completeness, numbers, level):
    place.searched()
    place.said()
    place.reviewed(completeness=completeness, **numbers)

    assert place.level() == (level, "read")


def test_the_fullest_of_several_tallies_counts(place):
    place.reviewed(completeness="total_only", cases=20, cases_basis="printed")
    place.reviewed(completeness="full_split", **SPLIT)

    assert place.level().level == "counts_and_grades"


def test_words_without_numbers_are_words_only(place):
    place.searched()
    place.said()

    assert place.level() == ("words_only", "read")


def test_a_report_searched_in_vain_does_not_mention_the_theme(place):
    place.searched()
    place.said("referrals")

    assert place.level() == ("not_mentioned", "read")


def test_a_report_not_searched_is_not_read(place):
    place.said("referrals")

    assert place.level() == ("not_read", "")


def test_what_is_known_through_another_source_has_the_basis_quoted(place):
    place.reviewed(completeness="full_split", confidence="quoted", **SPLIT)

    assert place.level() == ("counts_and_grades", "quoted")


def test_a_fact_read_here_beside_a_quoted_one_makes_the_basis_read(place):
    place.said(confidence="quoted")
    place.said(confidence="read")

    assert place.level() == ("words_only", "read")


def test_the_basis_is_that_of_the_level_not_of_lesser_facts(place):
    place.searched()
    place.said(confidence="read")
    place.reviewed(completeness="full_split", confidence="quoted", **SPLIT)

    assert place.level() == ("counts_and_grades", "quoted")


@pytest.mark.parametrize("status", ["proposed", "needs_review"])
def test_only_published_facts_count(place, status):
    place.searched(review_status=status)
    place.said(review_status=status)
    place.reviewed(cases=17, cases_basis="printed", review_status="needs_review")

    assert place.level() == ("not_read", "")


@pytest.mark.parametrize(
    ("completeness", "numbers"),
    [("observed", {"cases": 17, "cases_basis": "printed"}), ("proportion_only", {}), ("stated_only", {})],
)
def test_where_a_number_waits_for_a_person_nobody_may_say_words_only(place, completeness, numbers):
    place.searched()
    place.said("child-sexual-exploitation")
    waiting = place.reviewed("child-sexual-exploitation", completeness, review_status="proposed", **numbers)

    assert place.level("child-sexual-exploitation") == ("not_yet_checked", "read")
    assert place.level("child-exploitation").level == "words_only"  # a count of a kind is none of the whole
    assert place.level("missing-children").level == "not_mentioned"

    waiting.review_status = "rejected"
    waiting.save()
    assert place.level("child-sexual-exploitation").level == "words_only"


def test_a_number_that_waits_takes_nothing_from_one_that_is_confirmed(place):
    place.reviewed(cases=17, cases_basis="printed")
    place.reviewed(completeness="stated_only", review_status="proposed")

    assert place.level() == ("counts_only", "read")


def test_counts_are_not_inherited_but_words_on_a_kind_are_words_on_the_whole(place):
    place.searched()
    place.reviewed("child-sexual-exploitation", cases=18, cases_basis="printed")

    assert place.level("child-sexual-exploitation").level == "counts_only"
    assert place.level("child-exploitation").level == "words_only"
    assert place.level("child-criminal-exploitation").level == "not_mentioned"


def test_a_report_that_states_no_kind_does_not_mention_the_kinds(place):
    place.searched()
    place.said("child-exploitation")
    place.reviewed("child-exploitation", cases=40, cases_basis="printed")

    assert place.level("child-exploitation").level == "counts_only"
    assert place.level("child-sexual-exploitation").level == "not_mentioned"


def test_what_was_disclosed_later_stands_beside_the_level_and_never_changes_it(place):
    place.searched()
    place.said("child-exploitation")
    disclosure = place.another("disclosure", framework_id="inquiry", kind="disclosure")
    disclosure.about.add(place.inspection)
    row = place.reviewed(
        "child-sexual-exploitation",
        inspection=disclosure,
        cases=18,
        cases_basis="printed",
        disclosure="to_inquiry",
        confidence="quoted",
    )

    assert place.level("child-exploitation") == ("words_only", "read")
    assert place.level("child-sexual-exploitation") == ("not_mentioned", "read")
    assert place.disclosed("child-sexual-exploitation") == [row]
    assert place.disclosed("child-exploitation") == [row]
    assert place.disclosed("missing-children") == []


def test_a_disclosure_is_no_count_in_a_report_even_on_the_same_inspection(place):
    place.reviewed(cases=10, cases_basis="printed", disclosure="own_publication")

    assert place.level().level == "not_read"
    assert len(place.disclosed("missing-children")) == 1


def test_many_inspections_and_themes_take_as_many_queries_as_one(place, django_assert_num_queries):
    others = [place.another(f"other-{number}") for number in range(30)]
    for other in others:
        place.said(inspection=other)
    with django_assert_num_queries(4):
        levels = EvidenceLevels([place.inspection, *others])
        found = {levels.level(other.pk, "missing-children").level for other in others}
    with django_assert_num_queries(3):
        later = DisclosedLater(others)
        assert [later.of(other.pk, "missing-children") for other in others] == [[]] * 30

    assert found == {"words_only"}


def test_facts_of_other_inspections_do_not_count(place):
    other = place.another("other")
    place.said(inspection=other)

    assert place.level().level == "not_read"
    assert place.level(inspection=other).level == "words_only"
