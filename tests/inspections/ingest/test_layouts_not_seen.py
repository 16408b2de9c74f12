"""What was read of a layout nobody had seen waits, as proposed, until a person confirms it."""

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from inspections.ingest import pipeline
from inspections.models import (
    CaseReview,
    Finding,
    IngestRun,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
)
from inspections.reading import readers
from inspections.reading.records import CaseReviewRecord, FindingRecord, Reading
from inspections.review import problems, proposals
from tests.inspections.reading.readers import made_police_pages as made_pages

pytestmark = pytest.mark.usefixtures("reference")

PASSAGE = FindingRecord(theme="missing-children", about="council", passage="Made-up words.", locator="page 2")
TABLE = CaseReviewRecord(theme="referrals", cases=12, cases_basis="printed", completeness="total_only")
PROSE = CaseReviewRecord(
    proposed=True, theme="missing-children", cases=4, cases_basis="printed", completeness="total_only",
    sample="in page 2", locator="page 2", certainty="medium",
)  # fmt: skip
FACTS = (Judgement, Finding, InspectionSource, Inspection)


@pytest.fixture
def reviewer():
    return User.objects.create_user("reviewer")


@pytest.fixture
def read(tmp_path, record):
    def read(version=1, **more):
        values = {"findings": (PASSAGE,), "case_reviews": (TABLE, PROSE)} | more
        reading = Reading(
            reader="ofsted_report", version=version, kind="report", title="A made report", publisher="Ofsted",
            layouts_seen=False, inspections=(record(**values),),
        )  # fmt: skip
        incoming = pipeline.Incoming(tmp_path / "made.pdf", "made.pdf")
        return pipeline.finish(
            pipeline.Taken(incoming, "a" * 64, 0.1, reading=reading), pipeline.new_run(incoming)
        )

    return read


def statuses():
    return {row.review_status for model in FACTS for row in model.objects.all()}


def tallies():
    return dict(CaseReview.objects.values_list("cases", "review_status"))


def test_everything_is_proposed_and_nothing_shown(read):
    run = read()

    assert run.result == "needs_review"
    assert statuses() == {"proposed"}
    assert tallies() == {12: "proposed", 4: "proposed"}
    assert not any(
        model.objects.published().exists() for model in (Judgement, Finding, CaseReview, Inspection)
    )
    assert Problem.objects.get().field == "layout"


def test_a_person_confirms_it_and_it_is_shown(read, reviewer):
    run = read()

    problems.confirm_reading(run.document, user=reviewer)

    assert statuses() == {"published"}
    # A number found in a sentence still waits for a decision of its own.
    assert tallies() == {12: "published", 4: "proposed"}
    assert Problem.objects.get().decisions.get().made_by == reviewer
    with pytest.raises(problems.NotPossible):
        problems.confirm_reading(run.document, user=reviewer)


def test_confirmed_once_it_stays_so_when_the_file_is_read_again(read, reviewer):
    problems.confirm_reading(read().document, user=reviewer)

    assert read().result == "stored"
    assert statuses() == {"published"}


def test_another_version_of_the_reader_asks_again(read, reviewer):
    problems.confirm_reading(read().document, user=reviewer)

    assert read(version=2).result == "needs_review"
    assert statuses() == {"proposed"}


def test_rejected_it_is_not_shown(read, reviewer):
    read()

    problems.reject(Problem.objects.get().pk, user=reviewer, note="It reads the wrong table.")

    assert not any(
        model.objects.published().exists() for model in (Judgement, Finding, CaseReview, Inspection)
    )


def test_confirming_waits_for_what_else_blocks_the_document(read, reviewer, judged):
    run = read(judgements=judged(overall="good", adoption="good"))

    problems.confirm_reading(run.document, user=reviewer)

    assert statuses() == {"proposed"}
    problems.accept(Problem.objects.get(field="adoption").pk, user=reviewer)
    assert statuses() == {"published"}


def test_a_table_of_it_is_confirmed_with_the_rest_and_not_one_by_one(read):
    read()

    assert [row.cases for row in proposals.proposed()] == [4]


def test_facts_typed_from_the_same_document_keep_their_standing(read):
    read()
    Problem.objects.all().delete()
    InspectionSource.objects.update(run=None, review_status="published")
    Judgement.objects.update(run=None, review_status="published", stands=True)

    read()

    assert Inspection.objects.published().exists()
    assert Judgement.objects.standing().count() == 2


def test_another_source_of_the_same_inspection_keeps_its_standing(stored, read, record):
    stored(record(), sha256="b" * 64)

    read()

    assert Inspection.objects.get().review_status == "published"
    assert set(Judgement.objects.published().values_list("source__sha256", flat=True)) == {"b" * 64}


def test_which_readers_have_not_seen_their_layouts():
    unseen = {one.NAME for one in readers.all_readers() if not getattr(one, "LAYOUTS_SEEN", True)}

    assert unseen == {"hmicfrs_report", "hmicfrs_peel", "welsh_joint"}


def test_a_dry_run_says_the_same(tmp_path, capsys):
    path = tmp_path / "page.html"
    path.write_bytes(
        made_pages.page(made_pages.p("Fieldwork: 3–14 June 2019"), made_pages.p("November 2019"))
    )
    IngestRun.objects.all().delete()

    call_command("ingest", str(path), "--dry-run", "--json")

    assert '"status": "needs_review"' in capsys.readouterr().out
    assert not SourceDocument.objects.exists()


def test_what_nobody_gave_a_status_waits():
    assert {model().review_status for model in (Judgement, CaseReview, Finding, Inspection)} == {
        "needs_review"
    }
