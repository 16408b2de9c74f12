"""A typed-in file tells of what stands in other documents: its facts belong to those, its rows to it."""

import pytest
from django.contrib.auth.models import User

from inspections.ingest import pipeline
from inspections.models import (
    CaseReview,
    Finding,
    IngestRun,
    Inspection,
    InspectionSource,
    Problem,
    SourceDocument,
)
from inspections.reading.records import (
    CaseReviewRecord,
    CitedSource,
    FindingRecord,
    PlaceRecord,
    ProblemRecord,
    TableRead,
)
from inspections.review import problems as decisions

pytestmark = pytest.mark.django_db

PAGE = CitedSource(
    key="https://inspectors.example/halton-review/",
    kind="page",
    title="Halton review",
    publisher="HMICFRS",
    url="https://inspectors.example/halton-review/",
)
PAPER = CitedSource(key="The Halton Paper, 3 May 2019", kind="press", title="The Halton Paper, 3 May 2019")


@pytest.fixture
def tally():
    def build(**more):
        values = {
            "theme": "all-cases",
            "cases": 30,
            "cases_basis": "printed",
            "good": 12,
            "requires_improvement": 4,
            "inadequate": 14,
            "completeness": "full_split",
            "locator": "row 2",
            "certainty": "medium",
        }
        return CaseReviewRecord(**(values | more))

    return build


@pytest.fixture
def review(record, span, tally):
    """A post-inspection review of Cheshire's force, as one cited source tells it."""

    def build(cited, *, fieldwork=None, **more):
        return record(
            inspectorate="hmicfrs",
            framework="hmicfrs-ncpi-2014",
            kind="post_inspection_review",
            places=(PlaceRecord(raw="Cheshire", kind="force", scope="whole_force"),),
            fieldwork=fieldwork or span("2019-03-04", "2019-03-15"),
            judgements=(),
            case_reviews=(tally(**more),),
            cited=cited,
            confidence="press" if cited and cited.kind == "press" else "read",
            certainty="medium",
        )

    return build


def test_a_figure_belongs_to_the_page_it_was_seen_in(reference, stored, review):
    line = stored(review(PAGE), kind="dataset", name="police.csv")

    row = CaseReview.objects.select_related("source").get()
    assert line["status"] == "stored"
    assert (row.source.url, row.source.kind, row.source.sha256) == (PAGE.url, "page", "")
    assert (row.confidence, row.certainty, row.locator) == ("read", "medium", "row 2")
    assert row.run.document.path == "police.csv"
    stated = InspectionSource.objects.get()
    assert (stated.source, stated.certainty) == (row.source, "medium")


def test_a_source_on_record_is_used_again(reference, stored, review):
    known = SourceDocument.objects.create(key="halton-page", kind="page", title="Known", url=PAGE.url)
    stored(review(PAGE), kind="dataset")
    stored(review(PAGE.model_copy(update={"key": "halton-page", "url": ""})), kind="dataset", sha256="b" * 64)

    assert set(CaseReview.objects.values_list("source", flat=True)) == {known.pk}
    assert CaseReview.objects.count() == 1  # the same tally from the same source, told twice


def test_two_sources_of_one_inspection_stand_side_by_side(reference, stored, review):
    line = stored(review(PAGE), review(PAPER, inadequate=13, cases=29), kind="dataset")

    assert Inspection.objects.count() == 1
    assert (line["inspections"], line["case_reviews"]) == (1, 2)
    told = CaseReview.objects.order_by("cases").values_list("cases", "confidence")
    assert list(told) == [(29, "press"), (30, "read")]


def test_the_dates_of_the_site_s_own_tables_are_not_changed(reference, stored, review, span):
    stored(review(PAGE), kind="dataset")
    InspectionSource.objects.update(run=None)
    stored(review(PAGE, fieldwork=span("2019-03-04", "2019-03-14")), kind="dataset", sha256="b" * 64)

    assert str(InspectionSource.objects.get().fieldwork_end) == "2019-03-15"


def test_a_number_the_site_s_own_tables_give_otherwise_is_a_conflict_and_stays(reference, stored, review):
    stored(review(PAGE), kind="dataset")
    CaseReview.objects.update(run=None)
    line = stored(review(PAGE, good=11, inadequate=15), kind="dataset", sha256="b" * 64)

    assert line["status"] == "stored"
    assert (CaseReview.objects.get().good, CaseReview.objects.get().inadequate) == (12, 14)
    said = Problem.objects.order_by("field").values_list("severity", "field", "kept", "other", "where")
    assert list(said) == [
        ("conflict", "good", "12", "11", "row 2"),
        ("conflict", "inadequate", "14", "15", "row 2"),
    ]


def test_reading_the_file_again_drops_only_what_it_brought(reference, stored, review, record):
    stored(review(PAGE), review(PAPER, sample="further set"), kind="dataset")
    stored(record(), sha256="c" * 64)
    stored(review(PAGE), kind="dataset")

    assert list(CaseReview.objects.values_list("source__title", flat=True)) == ["Halton review"]
    assert Inspection.objects.count() == 2


def test_what_waits_for_review_is_published_with_its_file(reference, stored, review):
    doubt = ProblemRecord(severity="blocking", where="row 3", field="source", message="row 3 has no source")
    line = stored(review(PAGE), problems=(doubt,), kind="dataset")
    assert line["status"] == "needs_review"
    assert not CaseReview.objects.published().exists()

    decisions.accept(Problem.objects.get().pk, user=User.objects.create_user("reviewer"))
    assert CaseReview.objects.published().count() == 1
    assert Inspection.objects.get().review_status == "published"


def test_a_typed_finding_keeps_its_words_and_stance(reference, stored, review):
    said = FindingRecord(
        theme="missing-children",
        about="police",
        summary="Risk is judged too late.",
        due="immediately",
        stance="concern",
        locator="para 4",
    )
    one = review(PAGE).model_copy(update={"findings": (said,)})
    for _ in range(2):
        stored(one, kind="dataset")

    row = Finding.objects.get()
    assert (row.summary, row.due, row.passage) == ("Risk is judged too late.", "immediately", "")
    assert list(row.codings.values_list("role", "stance")) == [("first_reader", "concern")]


def test_a_force_s_own_marks_do_not_replace_the_inspectors(reference, stored, review, tally):
    one = review(PAGE).model_copy(
        update={"case_reviews": (tally(), tally(assessor="force", good=20, inadequate=6))}
    )
    stored(one, kind="dataset")

    told = CaseReview.objects.order_by("assessor").values_list("assessor", "good")
    assert list(told) == [("force", 20), ("inspectors", 12)]


def test_one_row_of_a_table_with_no_known_place_does_not_hold_up_the_others(reference, stored, record):
    line = stored(
        record(locator="row 2"),
        record(place="Nowhere and Elsewhere", locator="row 3"),
        kind="dataset",
    )

    assert (line["status"], line["inspections"]) == ("stored", 1)
    [problem] = line["problems"]
    assert (problem["severity"], problem["where"], problem["value"]) == (
        "note",
        "row 3",
        "Nowhere and Elsewhere",
    )
    assert "not stored" in problem["message"]


def test_a_national_report_needs_no_place(reference, stored, record, tally):
    one = record(kind="thematic", framework="hmicfrs-ncpi-2014", places=(), judgements=())
    line = stored(one.model_copy(update={"case_reviews": (tally(),)}))

    assert (line["status"], line["case_reviews"]) == ("stored", 1)
    assert not Inspection.objects.get().areas.exists()


def test_a_row_that_was_not_stored_is_counted_as_named(reference, stored, record):
    rows = TableRead(where="rows", rows=3, stored=2, merged=1, named=0)
    stored(
        record(locator="row 2"),
        record(place="Nowhere and Elsewhere", locator="row 3"),
        tables=(rows,),
        kind="dataset",
    )

    [told] = IngestRun.objects.get().counts["tables"]
    assert told == {"where": "rows", "rows": 3, "stored": 1, "merged": 1, "named": 1}


TYPED = (
    "area_kind,area_slug,framework,kind,theme,cases,completeness,fieldwork_end,source,certainty,locator\n"
    "{kind},{area},hmicfrs-ncpi-2014,full,missing-children,9,total_only,2019-05-17,Our report,high,page 4\n"
)


@pytest.mark.parametrize(
    ("kind", "area", "found"),
    [
        ("force", "cleveland", "force:cleveland"),
        ("force", "Cleveland Police", "force:cleveland"),
        ("Police force", "devon & cornwall", "force:devon-and-cornwall"),
        ("force", "force:cleveland", "force:cleveland"),
        ("force", "tvp", "force:thames-valley"),  # like an address, and none
    ],
)
def test_a_typed_row_names_its_area_by_its_address_or_by_any_name(reference, tmp_path, kind, area, found):
    path = tmp_path / "typed.csv"
    path.write_text(TYPED.format(kind=kind, area=area), encoding="utf-8")

    [run] = pipeline.ingest([pipeline.Incoming(path, "typed.csv")])

    assert run.result == "stored"
    assert [area.reference for area in Inspection.objects.published().get().areas.all()] == [found]


def test_a_typed_name_that_nobody_goes_by_waits_for_a_person(reference, tmp_path):
    path = tmp_path / "typed.csv"
    path.write_text(TYPED.format(kind="force", area="Borsetshire Police"), encoding="utf-8")

    [run] = pipeline.ingest([pipeline.Incoming(path, "typed.csv")])

    assert run.result == "needs_review"
    assert Problem.objects.get(severity="blocking").value == "Borsetshire Police"
