"""The same visit, told of by several sources, is one inspection; two visits are two."""

import datetime as dt

import pytest

from inspections.models import Inspection, InspectionSource, Judgement, Problem
from inspections.reading.records import DateSpan, PlaceRecord

pytestmark = pytest.mark.usefixtures("reference")
A, B, C = "a" * 64, "b" * 64, "c" * 64
NO_DATES = DateSpan()


def how_many(stored, *records):
    for number, record in enumerate(records):
        stored(record, sha256="abcdef"[number] * 64)
    return Inspection.objects.count()


def test_equal_last_days_are_one(stored, record, span):
    """Ofsted prints the first day of the on-site week or of the first call, depending on the year."""
    one = record(fieldwork=span("2019-03-04", "2019-03-15"))
    other = record(fieldwork=span("2019-03-15", "2019-03-15"))

    assert how_many(stored, one, other) == 1


def test_overlapping_spans_are_one(stored, record, span):
    one = record(fieldwork=span("2019-03-04", "2019-03-15"))
    other = record(fieldwork=span("2019-03-11", "2019-03-22"))

    assert how_many(stored, one, other) == 1


def test_spans_a_day_apart_are_two(stored, record, span):
    one = record(fieldwork=span("2019-03-04", "2019-03-15"))
    other = record(fieldwork=span("2019-03-16", "2019-03-22"))

    assert how_many(stored, one, other) == 2


@pytest.mark.parametrize(("day", "expected"), [("2019-04-23", 1), ("2019-04-24", 2)])
def test_where_only_publication_is_known_three_days_are_near(stored, record, span, day, expected):
    one = record(published=span("2019-04-20"))
    other = record(fieldwork=NO_DATES, published=span(day))

    assert how_many(stored, one, other) == expected


@pytest.mark.parametrize(
    ("days", "leaders", "expected"),
    [("2019-04-25", "good", 1), ("2019-04-25", "inadequate", 2), ("2019-05-06", "good", 2)],
)
def test_publications_further_apart_are_one_only_where_all_grades_agree(
    stored, record, span, judged, days, leaders, expected
):
    grades = {"overall": "good", "help_protection": "good"}
    one = record(published=span("2019-04-20"), judgements=judged(impact_of_leaders="good", **grades))
    other = record(
        fieldwork=NO_DATES, published=span(days), judgements=judged(impact_of_leaders=leaders, **grades)
    )

    assert how_many(stored, one, other) == expected


def test_a_full_inspection_and_a_focused_visit_are_two(stored, record):
    assert how_many(stored, record(), record(kind="focused_visit", judgements=())) == 2


def test_full_short_and_re_inspection_are_names_for_one(stored, record):
    """Only the statistics call an ILACS inspection short."""
    assert how_many(stored, record(kind="full"), record(kind="short")) == 1


def test_two_programmes_in_one_month_are_two(stored, record, judged):
    sif = record(framework="ofsted-sif", judgements=judged(overall="good"))

    assert how_many(stored, record(), sif) == 2


def test_two_editions_of_one_programme_are_one(stored, record):
    assert how_many(stored, record(), record(framework="ofsted-ilacs-2023")) == 1


def test_two_places_are_two(stored, record):
    assert how_many(stored, record(place="Halton"), record(place="Knowsley")) == 2


def test_both_places_of_one_inspection_are_needed(stored, record):
    """One service for two authorities is not the service of one of them."""
    both = record(
        places=tuple(
            PlaceRecord(raw=name, kind="authority", scope="authority") for name in ("Halton", "Knowsley")
        )
    )

    assert how_many(stored, record(), both) == 2
    assert how_many(stored, record(), both, both) == 2
    assert {area.slug for area in Inspection.objects.get(key__contains="+").areas.all()} == {
        "halton",
        "knowsley",
    }


def test_two_that_may_be_meant_are_a_persons_to_decide(stored, record, span):
    stored(record(fieldwork=span("2019-03-04", "2019-03-08")), sha256=A)
    stored(record(fieldwork=span("2019-03-18", "2019-03-22")), sha256=B)

    line = stored(record(fieldwork=span("2019-03-04", "2019-03-22")), sha256=C)

    assert line["status"] == "needs_review"
    [problem] = line["problems"]
    assert problem["field"] == "inspection"
    assert "2019-03-08" in problem["message"]
    assert "2019-03-22" in problem["message"]
    assert Inspection.objects.published().count() == 2


def test_reading_it_again_makes_no_fourth(stored, record, span):
    stored(record(fieldwork=span("2019-03-04", "2019-03-08")), sha256=A)
    stored(record(fieldwork=span("2019-03-18", "2019-03-22")), sha256=B)
    stored(record(fieldwork=span("2019-03-04", "2019-03-22")), sha256=C)
    keys = set(Inspection.objects.values_list("pk", "key"))

    line = stored(record(fieldwork=span("2019-03-04", "2019-03-22")), sha256=C)

    assert line["status"] == "needs_review"
    assert set(Inspection.objects.values_list("pk", "key")) == keys


@pytest.mark.shared
def test_the_report_on_st_helens_joins_what_the_inquiry_said_of_it(bundle, shared, ingest):
    """Fieldwork 23 September to 4 October 2019 as printed on page 1 of the report."""
    quoted = InspectionSource.objects.filter(
        inspection__areas__slug="st-helens",
        inspection__framework="ofsted-ilacs-2018",
        inspection__kind="full",
        source__kind="inquiry",
    )
    before = quoted.get()
    count = Inspection.objects.count()
    [path] = (shared / "reports" / "ofsted").glob("*st helens/*november 2019.pdf")

    status, [line] = ingest(path)

    assert (status, line["status"]) == (0, "stored")
    assert Inspection.objects.count() == count
    inspection = Inspection.objects.get(pk=before.inspection_id)
    assert inspection.fieldwork_end == dt.date(2019, 10, 4)
    decider = inspection.inspection_sources.get(decides=True)
    assert decider.source.sha256 == line["sha256"]
    after = quoted.get()
    assert (after.pk, after.fieldwork_stated, after.decides) == (before.pk, before.fieldwork_stated, False)
    overall = Judgement.objects.standing().get(inspection=inspection, aspect="overall")
    assert (overall.grade.code, overall.source.sha256) == ("inadequate", line["sha256"])
    assert not Problem.objects.filter(inspection=inspection, severity="blocking").exists()


@pytest.fixture
def cycle(record, judged):
    """A page of one PEEL cycle about Cheshire's force; most give no date, or only when they were changed."""

    def build(framework="hmicfrs-peel-2017", **more):
        values = {
            "inspectorate": "hmicfrs",
            "framework": framework,
            "places": (PlaceRecord(raw="Cheshire", kind="force", scope="whole_force"),),
            "fieldwork": NO_DATES,
            "judgements": judged(effectiveness="good"),
        }
        return record(**(values | more))

    return build


def test_the_pages_of_one_peel_cycle_are_one_inspection(stored, cycle, span):
    dated = cycle(published=span("2018-03-22"))
    changed_later = cycle(published=span("2018-11-08"))

    assert how_many(stored, cycle(), dated, changed_later) == 1


def test_two_peel_cycles_are_two(stored, cycle):
    assert how_many(stored, cycle(), cycle("hmicfrs-peel-2016")) == 2


def test_a_visit_and_a_revisit_of_one_cycle_are_two(stored, cycle, span):
    first = cycle("hmicfrs-peel-2021", fieldwork=span("2021-05-01", "2021-05-31"))
    second = cycle("hmicfrs-peel-2021", kind="reinspection", fieldwork=span("2022-05-01", "2022-05-31"))

    assert how_many(stored, first, second) == 2


def test_a_page_without_a_date_of_its_own_waits_beside_an_inspection_it_may_be(stored, cycle, span):
    review = {"framework": "hmicfrs-ncpi-2014", "kind": "post_inspection_review", "judgements": ()}
    moved = span("2022-09-08", basis="unknown")
    stored(cycle(fieldwork=span("2019-10-01", "2019-10-31"), **review), sha256=A)
    line = stored(cycle(published=moved, **review), sha256=B)

    assert line["status"] == "needs_review"
    assert [problem["field"] for problem in line["problems"]] == ["published"]
    assert "2019-10-31" in line["problems"][0]["message"]
    assert Inspection.objects.published().count() == 1


def test_the_only_page_of_its_kind_needs_no_date(stored, cycle, span):
    review = {"framework": "hmicfrs-ncpi-2014", "kind": "post_inspection_review", "judgements": ()}
    line = stored(cycle(published=span("2022-09-08", basis="unknown"), **review), sha256=A)

    assert line["status"] == "stored"


def test_first_days_a_day_apart_in_two_lists_are_one_with_both_dates_and_a_conflict(stored, record):
    """As the lists of two releases give Cumbria in September 2022: the first day alone, 20 and 21."""
    for number, day in enumerate((dt.date(2022, 9, 20), dt.date(2022, 9, 21))):
        fieldwork = DateSpan(raw=f"{day:%d/%m/%Y}", start=day, basis="statistics")
        stored(record(fieldwork=fieldwork), sha256="ab"[number] * 64, kind="statistics")

    inspection = Inspection.objects.get()
    stated = inspection.inspection_sources.order_by("fieldwork_start")
    assert [row.fieldwork_start.day for row in stated] == [20, 21]
    assert inspection.fieldwork_start in (dt.date(2022, 9, 20), dt.date(2022, 9, 21))
    problem = Problem.objects.get(inspection=inspection)
    assert (problem.severity, problem.field) == ("conflict", "fieldwork")
    assert {problem.kept, problem.other} == {"from 2022-09-20", "from 2022-09-21"}


@pytest.mark.shared
def test_one_inspection_dated_a_day_apart_on_two_sheets_is_one_with_a_conflict(ingest, shared):
    status, [line] = ingest(shared / "cases" / "one_day_apart_two_sheets.xlsx")

    assert (status, line["status"], line["inspections"]) == (0, "stored", 1)
    assert Inspection.objects.published().count() == 1
    [problem] = [one for one in line["problems"] if one["severity"] == "conflict"]
    assert {"2022-09-20", "2022-09-21"} <= set(problem["value"].replace("(", " ").split())


@pytest.mark.parametrize("order", [("report", "list"), ("list", "report")])
def test_a_list_that_takes_an_inspection_for_one_of_the_next_edition_adds_no_aspect_of_it(
    stored, record, span, judged, order
):
    """Inspected in December under the edition of 2018, published when that of 2023 was in force."""
    out = span("2023-02-01")
    told = {
        "report": record(
            fieldwork=span("2022-12-05", "2022-12-16"),
            published=out,
            judgements=judged(overall="good", in_care_and_care_leavers="good"),
        ),
        "list": record(
            framework="ofsted-ilacs-2023",
            fieldwork=NO_DATES,
            published=out,
            judgements=judged(overall="good", in_care="good"),
        ),
    }
    lines = {by: stored(told[by], sha256=by[0].replace("r", "a").replace("l", "b") * 64, kind="statistics")
             for by in order}  # fmt: skip

    inspection = Inspection.objects.get()
    assert inspection.framework_id == "ofsted-ilacs-2018"
    assert sorted(inspection.judgements.values_list("aspect", flat=True)) == [
        "in_care_and_care_leavers",
        "overall",
        "overall",
    ]
    assert {line["status"] for line in lines.values()} == {"stored"}
    if order[0] == "report":
        [problem] = lines["list"]["problems"]
        assert (problem["severity"], problem["field"], lines["list"]["judgements"]) == ("note", "in_care", 1)
