"""A place or a date that could not be read, put right by a reviewer, with the real pipeline."""

import datetime as dt

import pytest
from django.urls import reverse

from areas.models import Area
from inspections.models import Decision, IngestRun, Inspection, InspectionSource, Judgement, Problem

pytestmark = pytest.mark.usefixtures("reference")

BACKWARDS = "Inspection dates: 15 March 2019 to 4 March 2019"


def decide(client, problem, decision="correct", **fields):
    return client.post(reverse("ingest-problem", args=[problem.pk]), {"decision": decision} | fields)


def area_form(slug, reason="The report is about this place."):
    area = Area.objects.get(kind="authority", slug=slug)
    return {"correct-area": area.pk, "correct-reason": reason}


def dates_form(start, end, reason="Page 1 says so."):
    return {"correct-start": start, "correct-end": end, "correct-reason": reason}


def read_again(client, work):
    client.post(reverse("ingest-again", args=[IngestRun.objects.first().pk]))
    work()
    return IngestRun.objects.first()


@pytest.fixture
def nowhere(report, taken_in):
    """A report on a place that does not exist: nothing of it could be stored as an inspection."""
    run = taken_in(report(place="Borsetshire"))
    assert (run.result, Inspection.objects.count()) == ("needs_review", 0)
    return Problem.objects.get(field="area")


@pytest.fixture
def backwards(report, taken_in):
    taken_in(report(dates=BACKWARDS))
    for problem in Problem.objects.order_by("-pk")[1:]:
        problem.state = "accepted"
        problem.save()
    return Problem.objects.get(state="open")


class TestPlace:
    def test_naming_the_place_reads_the_file_again_and_stores_the_inspection(self, nowhere, staff, work):
        response = decide(staff, nowhere, **area_form("halton"))
        assert response.status_code == 302
        work()

        run = IngestRun.objects.first()
        assert (run.again, run.result) == (True, "stored")
        inspection = Inspection.objects.published().get()
        assert [area.slug for area in inspection.areas.all()] == ["halton"]
        assert Judgement.objects.standing().get(aspect="overall").grade.code == "inadequate"
        nowhere.refresh_from_db()
        assert (nowhere.state, nowhere.kept) == ("corrected", "authority:halton")

    def test_the_place_holds_when_the_file_is_read_once_more(self, nowhere, staff, work):
        decide(staff, nowhere, **area_form("halton"))
        work()

        assert read_again(staff, work).result == "stored"

        assert Inspection.objects.published().get().areas.get().slug == "halton"
        assert Problem.objects.get(pk=nowhere.pk).state == "corrected"

    def test_a_grade_corrected_before_the_place_goes_along(self, report, taken_in, staff, work):
        """The file's name says another council than its title, and one grade is torn."""
        name = "80999_knowsley/report.pdf"
        run = taken_in(report(headings={"help_protection": "Good"}))
        Problem.objects.create(
            key="made", run=run, source=run.document, source_file=name, severity="blocking",
            where="page 1", field="place", value="Halton", message="the folder says “Knowsley”",
        )  # fmt: skip
        torn = Problem.objects.get(field="help_protection")
        decide(staff, torn, **{"correct-grade": "good", "correct-reason": "x"})

        decide(staff, Problem.objects.get(key="made"), **area_form("knowsley"))
        work()

        assert Inspection.objects.published().get().areas.get().slug == "knowsley"
        assert Judgement.objects.standing().get(aspect="help_protection").grade.code == "good"
        assert Decision.objects.get(field="grade").inspection == Inspection.objects.get()
        assert Decision.objects.get(field="area").value == "authority:knowsley"

    def test_a_place_that_did_not_exist_then_is_asked_for_again(self, nowhere, staff, work):
        """Cumberland began in April 2023; the report is of 2019."""
        decide(staff, nowhere, **area_form("cumberland"))
        work()

        assert not Inspection.objects.exists()
        problem = Problem.objects.get(state="open")
        assert "did not exist on 2019-03-15" in problem.message

    def test_without_the_file_nothing_is_decided(self, nowhere, staff):
        IngestRun.objects.update(path="/nowhere/at/all.pdf")

        response = decide(staff, nowhere, **area_form("halton"))

        assert response.status_code == 400
        assert "Upload it again" in response.content.decode()
        nowhere.refresh_from_db()
        assert nowhere.state == "open"

    def test_rejecting_the_place_leaves_nothing_to_publish(self, nowhere, staff):
        decide(staff, nowhere, "reject", note="No such place.")

        assert not Inspection.objects.exists()
        assert IngestRun.objects.get().result == "rejected"

    @pytest.mark.parametrize("area", ["", "0", "999999999", "halton", "9" * 40])
    def test_an_unknown_place_is_a_fault_of_the_form(self, nowhere, staff, area):
        response = decide(staff, nowhere, **{"correct-area": area, "correct-reason": "x"})

        assert response.status_code == 400
        nowhere.refresh_from_db()
        assert nowhere.state == "open"


class TestDates:
    def test_corrected_days_stand_and_hold_after_reading_again(self, backwards, staff, work):
        assert decide(staff, backwards, **dates_form("2019-03-04", "2019-03-15")).status_code == 302

        for _ in range(2):
            inspection = Inspection.objects.published().get()
            assert (inspection.fieldwork_start, inspection.fieldwork_end) == (
                dt.date(2019, 3, 4), dt.date(2019, 3, 15),
            )  # fmt: skip
            assert inspection.review_status == "corrected"
            assert "15 March 2019" in InspectionSource.objects.get().fieldwork_stated
            assert read_again(staff, work).result == "stored"

    def test_days_far_from_those_read_make_no_second_inspection(self, backwards, staff, work):
        decide(staff, backwards, **dates_form("2018-06-04", "2018-06-15"))

        read_again(staff, work)

        assert Inspection.objects.get().fieldwork_end == dt.date(2018, 6, 15)

    def test_rejected_days_are_not_given(self, backwards, staff, work):
        decide(staff, backwards, "reject", note="Neither can be right.")
        read_again(staff, work)

        inspection = Inspection.objects.published().get()
        assert (inspection.fieldwork_start, inspection.fieldwork_end) == (None, None)

    def test_days_of_an_inspection_on_record_merge_the_two(self, report, taken_in, staff, work):
        """The same visit, known from another file with other bytes, whose days could be read."""
        misprinted = "Inspection dates: 15 June 2018 to 4 June 2018"
        taken_in(report())
        taken_in(report(dates=misprinted), "other.pdf")
        first, *others = Problem.objects.filter(state="open", field="fieldwork")
        for problem in others:
            decide(staff, problem, "accept", note="see the other")
        assert Inspection.objects.count() == 2

        decide(staff, first, **dates_form("2019-03-04", "2019-03-15"))
        work()

        inspection = Inspection.objects.published().get()
        assert inspection.inspection_sources.count() == 2

    @pytest.mark.parametrize(
        ("start", "end"),
        [
            ("soon", "2019-03-15"),
            ("", ""),
            ("2019-03-15", "2019-03-04"),
            ("0001-01-01", "2019-03-04"),
            ("2019-03-04", "9999-12-31"),
            ("2019-02-30", "2019-03-04"),
        ],
    )
    def test_days_that_cannot_be_are_faults_of_the_form(self, backwards, staff, start, end):
        assert decide(staff, backwards, **dates_form(start, end)).status_code == 400

        assert not Decision.objects.exists()
        backwards.refresh_from_db()
        assert backwards.state == "open"
