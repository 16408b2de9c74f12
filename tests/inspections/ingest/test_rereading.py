"""Reading a document again replaces its own rows and nothing else."""

import pytest

from inspections.models import (
    Decision,
    Finding,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
)
from inspections.reading.records import FindingRecord, JudgementRecord, ProblemRecord

pytestmark = pytest.mark.usefixtures("reference")


def grades():
    return dict(Judgement.objects.standing().values_list("aspect_id", "grade__code"))


def test_rows_that_are_read_again_keep_their_ids(stored, record):
    stored(record())
    before = list(Judgement.objects.values_list("pk", "key"))

    stored(record())

    assert list(Judgement.objects.values_list("pk", "key")) == before


def test_a_grade_read_differently_replaces_the_one_before(stored, record, judged):
    stored(record(judgements=judged(overall="good")))

    stored(record(judgements=judged(overall="inadequate")))

    assert grades() == {"overall": "inadequate"}


def test_what_is_not_found_any_more_goes(stored, record, judged):
    stored(record(judgements=judged(overall="good", help_protection="good")))

    stored(record(judgements=judged(overall="good")))

    assert grades() == {"overall": "good"}


def test_another_place_than_at_first_takes_the_inspection_along(stored, record):
    stored(record(place="Halton"))

    stored(record(place="Knowsley"))

    [inspection] = Inspection.objects.all()
    assert [area.slug for area in inspection.areas.all()] == ["knowsley"]
    assert InspectionSource.objects.count() == 1


def test_another_document_of_the_same_inspection_keeps_its_rows(stored, record, judged):
    stored(record(judgements=judged(overall="good", help_protection="good")), sha256="a" * 64)
    stored(record(judgements=judged(overall="good")), sha256="b" * 64)

    stored(record(judgements=judged(help_protection="good")), sha256="a" * 64)

    assert Inspection.objects.count() == 1
    assert set(Judgement.objects.values_list("source__sha256", "aspect_id")) == {
        ("a" * 64, "help_protection"),
        ("b" * 64, "overall"),
    }


def test_rows_typed_from_the_same_document_survive(stored, record, judged):
    stored(record(judgements=judged(overall="good")))
    inspection, document = Inspection.objects.get(), SourceDocument.objects.get()
    Finding.objects.create(
        key="typed", inspection=inspection, source=document, kind="statement", about="council",
        confidence="read", summary="Made-up words about made-up work.",
    )  # fmt: skip
    Judgement.objects.create(
        key="typed", inspection=inspection, source=document, aspect_id="in_care_and_care_leavers",
        grade_status="not_judged", confidence="read",
    )  # fmt: skip

    stored(record(judgements=judged(overall="good")))

    assert Finding.objects.filter(key="typed").exists()
    assert Judgement.objects.filter(key="typed").exists()


@pytest.mark.parametrize("again", [1, 2])
def test_a_typed_grade_and_a_read_one_from_the_same_page_that_differ_are_a_persons_to_decide(
    stored, record, judged, again
):
    """The tables of the site were reviewed, a reading was not: neither replaces the other quietly."""
    stored(record(judgements=judged(overall="good")))
    Judgement.objects.update(run=None)

    for _ in range(again):
        line = stored(record(judgements=judged(overall="inadequate")))

    assert line["status"] == "needs_review"
    problem = Problem.objects.get()
    assert (problem.field, problem.kept, problem.other) == ("overall", "ofsted:good", "ofsted:inadequate")
    assert grades() == {"overall": "good"}


def test_a_typed_grade_that_the_reading_confirms_stays_as_it_is(stored, record, judged):
    stored(record(judgements=judged(overall="good")))
    Judgement.objects.update(run=None, key="typed", fact_ids="C12")

    line = stored(record(judgements=judged(overall="good")))

    assert (line["status"], line["judgements"]) == ("stored", 1)
    assert list(Judgement.objects.values_list("key", "fact_ids", "run")) == [("typed", "C12", None)]


def test_a_correction_holds_after_reading_again(stored, record, judged):
    stored(record(judgements=judged(overall="good")))
    Decision.objects.create(
        inspection=Inspection.objects.get(), aspect_id="overall", field="grade", value="inadequate",
        reason="Page 1 was misread.",
    )  # fmt: skip

    stored(record(judgements=judged(overall="good")))

    assert grades() == {"overall": "inadequate"}
    assert Judgement.objects.get().review_status == "corrected"


def test_a_correction_to_a_word_that_is_no_grade_changes_nothing_and_is_named(stored, record, judged):
    stored(record(judgements=judged(overall="good")))
    Decision.objects.create(
        inspection=Inspection.objects.get(), aspect_id="overall", field="grade", value="splendid", reason="-"
    )

    stored(record(judgements=judged(overall="good")))

    assert grades() == {"overall": "good"}
    problem = Problem.objects.get()
    assert (problem.field, problem.kept, problem.other) == ("overall", "good", "splendid")


def test_a_correction_of_an_old_inspection_uses_the_scale_of_its_time(stored, record, span, judged):
    """Both scales of 2009 to 2012 have “good”; only Ofsted's later statistics used the restated one."""
    old = record(
        framework="ofsted-slac",
        fieldwork=span("2011-03-07", "2011-03-18"),
        judgements=judged(safeguarding="adequate"),
    )
    stored(old)
    Decision.objects.create(
        inspection=Inspection.objects.get(), aspect_id="safeguarding", field="grade", value="good", reason="-"
    )

    stored(old)

    assert Judgement.objects.get().grade_id == "ofsted-to-2013:good"


NOTE = ProblemRecord(severity="note", where="page 2", field="overall", value="x", message="odd words")
OTHER = ProblemRecord(severity="note", where="page 9", field="overall", value="y", message="other words")


def test_open_problems_are_replaced(stored, record):
    stored(record(), problems=(NOTE,))

    stored(record(), problems=(OTHER,))

    assert [problem.where for problem in Problem.objects.all()] == ["page 9"]


def test_problems_people_decided_about_stay_decided(stored, record):
    stored(record(), problems=(NOTE,))
    Problem.objects.update(state="dismissed")

    line = stored(record(), problems=(OTHER, NOTE))

    assert dict(Problem.objects.values_list("where", "state")) == {"page 2": "dismissed", "page 9": "open"}
    assert {problem["where"] for problem in line["problems"]} == {"page 2", "page 9"}


def test_a_decision_is_not_taken_for_one_about_other_words(stored, record):
    stored(record(), problems=(NOTE,))
    Problem.objects.update(state="accepted")

    stored(record(), problems=(OTHER,))

    assert dict(Problem.objects.values_list("where", "state")) == {"page 2": "accepted", "page 9": "open"}


def test_doubt_after_certainty_takes_the_report_out_of_sight(stored, record, judged):
    stored(record())

    doubt = ProblemRecord(severity="blocking", where="page 1", field="overall", message="two grades")
    stored(record(), problems=(doubt,))

    assert not Inspection.objects.published().exists()
    assert not Judgement.objects.standing().exists()


def test_certainty_after_doubt_shows_it(stored, record):
    doubt = ProblemRecord(severity="blocking", where="page 1", field="overall", message="two grades")
    stored(record(), problems=(doubt,))

    stored(record())

    assert Inspection.objects.published().count() == 1
    assert grades() == {"overall": "good", "help_protection": "good"}
    assert not Problem.objects.exists()


def test_a_reading_that_fails_leaves_the_one_before(stored, record):
    """A page number below nothing is refused by the database."""
    stored(record())
    odd = JudgementRecord(aspect="impact_of_leaders", grade="good", printed="Good", page=-1)

    line = stored(record(place="Knowsley", judgements=(odd,)))

    assert line["status"] == "rejected"
    assert grades() == {"overall": "good", "help_protection": "good"}
    assert Inspection.objects.get().areas.get().slug == "halton"


def test_passages_keep_their_ids_and_so_their_codings(stored, record):
    passage = FindingRecord(theme="missing-children", about="council", passage="Words.", locator="para 3")
    stored(record(findings=(passage,)))
    before = Finding.objects.get().pk
    Finding.objects.get().codings.create(role="first_reader", stance="concern", at="2026-01-05")

    stored(record(findings=(passage.model_copy(update={"passage": "Words, mended."}),)))

    after = Finding.objects.get()
    assert (after.pk, after.passage) == (before, "Words, mended.")
    assert after.codings.get().stance == "concern"
