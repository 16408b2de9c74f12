"""A problem from the real pipeline, decided on its page, and what the public then sees."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from inspections.models import Decision, IngestRun, Inspection, Judgement, Problem

pytestmark = pytest.mark.usefixtures("reference")

CERTAIN = {
    "impact_of_leaders": "good",
    "in_care_and_care_leavers": "good",
    "overall": "inadequate",
}


def address(problem):
    return reverse("ingest-problem", args=[problem.pk])


def decide(client, problem, decision, **fields):
    return client.post(address(problem), {"decision": decision} | fields)


def correct(client, problem, grade="inadequate", reason="Both pages were looked at.", **more):
    fields = {"correct-grade": grade, "correct-reason": reason, "correct-page": ""} | more
    return decide(client, problem, "correct", **fields)


def grades():
    return dict(Judgement.objects.standing().values_list("aspect_id", "grade__code"))


@pytest.fixture
def doubtful(report, taken_in):
    """Page 1 gives one grade for help and protection, page 2 another; everything else is certain."""
    run = taken_in(report(headings={"help_protection": "Good"}))
    assert run.result == "needs_review"
    return Problem.objects.get()


@pytest.fixture
def missing(report, taken_in):
    """The words beside the overall grade are none, so none was found."""
    taken_in(report(grades={"overall": "Rather splendid"}))
    return Problem.objects.get()


def test_before_a_decision_nothing_is_public(doubtful):
    assert not Inspection.objects.published().exists()
    assert grades() == {}


def test_the_problem_shows_value_both_pages_and_the_scale_of_the_framework(doubtful, staff, read):
    page = read(address(doubtful))

    assert "Page 1 says “Requires improvement to be good”, page 2 says “good”." in page.words
    options = [option.text() for option in page.html.css("select[name=correct-grade] option")]
    assert options == [
        "Choose a grade", "outstanding", "good", "requires improvement to be good", "inadequate",
        "Not judged in this inspection",
    ]  # fmt: skip
    picture = page.html.css_first("main img")
    assert picture.attributes["src"] == reverse("ingest-page", args=[doubtful.source_id, 1])


def test_a_correction_publishes_the_document_with_the_corrected_grade(doubtful, staff, reviewer):
    assert correct(staff, doubtful).status_code == 302

    assert grades() == CERTAIN | {"help_protection": "inadequate"}
    corrected = Judgement.objects.get(aspect="help_protection")
    assert (corrected.review_status, corrected.printed) == ("corrected", "Requires improvement to be good")
    assert corrected.certainty == "high"
    assert Judgement.objects.filter(review_status="published").count() == 3
    decision = Decision.objects.get()
    assert (decision.made_by, decision.value) == (reviewer, "inadequate")
    assert IngestRun.objects.get().result == "stored"


def test_who_decided_and_when_is_kept_and_shown_to_reviewers(doubtful, staff, reviewer, read):
    correct(staff, doubtful)

    said = doubtful.decisions.get()
    assert (said.outcome, said.made_by, said.reason) == (
        "corrected", reviewer, "Both pages were looked at.",
    )  # fmt: skip
    assert "by reviewer. Reason: Both pages were looked at." in read(address(doubtful)).words


def test_the_public_page_names_the_reviewer_by_role_only(doubtful, staff, client, read):
    correct(staff, doubtful)
    client.logout()

    page = read(Inspection.objects.get().get_absolute_url())

    day = Decision.objects.get().made_on
    assert f"corrected on {day.day} {day:%B %Y} by a reviewer" in page.words
    assert "reviewer." not in page.html.css_first("header").text()
    assert User.objects.get().get_username() not in page.words.replace("by a reviewer", "")


def test_a_correction_survives_reading_the_file_again(doubtful, staff, work):
    correct(staff, doubtful)

    response = staff.post(reverse("ingest-again", args=[IngestRun.objects.get().pk]))
    work()

    again = IngestRun.objects.first()
    assert response["Location"] == reverse("ingest-run", args=[again.pk])
    assert (again.again, again.result) == (True, "stored")
    assert grades() == CERTAIN | {"help_protection": "inadequate"}
    assert [(row.pk, row.state) for row in Problem.objects.all()] == [(doubtful.pk, "corrected")]


def test_accepting_shows_that_the_grade_could_not_be_read(doubtful, staff, read):
    assert decide(staff, doubtful, "accept", note="It is printed so.").status_code == 302

    assert grades() == CERTAIN | {"help_protection": None}
    assert Judgement.objects.get(aspect="help_protection").grade_status == "unreadable"


@pytest.mark.parametrize("times_read_again", [0, 1])
def test_a_rejected_row_is_not_used_however_often_it_is_read(doubtful, staff, work, times_read_again):
    assert decide(staff, doubtful, "reject", note="No grade at all.").status_code == 302

    for _ in range(times_read_again):
        staff.post(reverse("ingest-again", args=[IngestRun.objects.first().pk]))
        work()

    assert grades() == CERTAIN
    assert IngestRun.objects.first().result == "stored"


def test_a_grade_that_was_not_found_is_supplied_with_its_page_and_survives(missing, staff, work):
    refused = correct(staff, missing)
    assert refused.status_code == 400
    assert "say on which page" in refused.content.decode()

    assert correct(staff, missing, **{"correct-page": "2"}).status_code == 302
    staff.post(reverse("ingest-again", args=[IngestRun.objects.first().pk]))
    work()

    supplied = Judgement.objects.get(aspect="overall")
    assert (supplied.grade.code, supplied.page, supplied.review_status) == ("inadequate", 2, "corrected")
    assert supplied.stands
    assert IngestRun.objects.first().result == "stored"


def test_two_blocking_problems_publish_only_when_both_are_decided(report, taken_in, staff):
    taken_in(report(headings={"help_protection": "Good", "impact_of_leaders": "Inadequate"}))
    first, second = Problem.objects.order_by("pk")

    correct(staff, first)
    assert grades() == {}
    correct(staff, second, grade="not_judged")

    assert grades() == {
        "in_care_and_care_leavers": "good", "overall": "inadequate",
        first.field: "inadequate", second.field: None,
    }  # fmt: skip


def test_the_second_reviewer_is_told_and_decides_nothing(doubtful, staff):
    correct(staff, doubtful)

    late = correct(staff, doubtful, grade="good")

    assert late.status_code == 409
    assert "Somebody else decided about this first: it is corrected already." in late.content.decode()
    assert Decision.objects.count() == 1
    assert grades()["help_protection"] == "inadequate"


@pytest.mark.parametrize(
    ("decision", "fields"),
    [
        ("correct", {"correct-grade": "splendid", "correct-reason": "x"}),
        ("correct", {"correct-grade": "", "correct-reason": "x"}),
        ("correct", {"correct-grade": "good", "correct-reason": ""}),
        ("correct", {"correct-grade": "good", "correct-reason": "x", "correct-page": "99"}),
        ("correct", {"correct-grade": "good", "correct-reason": "x", "correct-page": "two"}),
        ("correct", {"correct-grade": "good", "correct-reason": "x", "correct-page": "9" * 30}),
        ("correct", {"correct-grade": "good", "correct-reason": "x" * 501}),
        ("accept", {"note": ""}),
        ("reject", {"note": "x" * 101}),
        ("burn", {"note": "x"}),
        ("", {}),
    ],
)
def test_odd_input_is_answered_with_words_and_decides_nothing(doubtful, staff, decision, fields):
    response = decide(staff, doubtful, decision, **fields)

    assert response.status_code == 400
    doubtful.refresh_from_db()
    assert (doubtful.state, Decision.objects.count()) == ("open", 0)


@pytest.mark.parametrize("page", ["0", "99999", "-1", "two", "9" * 40, "²"])
def test_an_odd_page_number_shows_a_page_that_there_is(doubtful, staff, page):
    response = staff.get(address(doubtful), {"page": page})

    assert response.status_code == 200
    assert "of 2" in response.content.decode()
