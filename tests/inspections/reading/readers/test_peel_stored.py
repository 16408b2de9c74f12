"""PEEL pages through the whole pipeline: scale and aspects are held to, cycles stay apart."""

import json

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from inspections.models import Inspection, Judgement, SourceDocument
from inspections.review import problems
from tests.inspections.reading.readers.made_peel_pages import five_tiers, page

pytestmark = pytest.mark.django_db

ADEQUATE = "<h2>Protecting vulnerable people</h2><p>Adequate</p><h2>Investigating crime</h2><p>Good</p>"


@pytest.fixture
def ingested(reference, tmp_path, capsys):
    """The lines of these pages, read again after a reviewer has confirmed what was read of each: nobody had
    seen their layout. The question that was answered so is left out."""

    def ingest(**pages):
        for name, html in pages.items():
            (tmp_path / f"{name}.html").write_text(html)
        call_command("ingest", str(tmp_path), "--json")
        assert {json.loads(line)["status"] for line in capsys.readouterr().out.splitlines()} == {
            "needs_review"
        }
        reviewer = User.objects.create_user("reviewer")
        for document in SourceDocument.objects.all():
            if problems.unconfirmed(document):
                problems.confirm_reading(document, user=reviewer)
        call_command("ingest", str(tmp_path), "--again", "--json")
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        for line in lines:
            line["problems"] = [one for one in line["problems"] if one["field"] != "layout"]
        return {line["file"]: line for line in lines}

    return ingest


def test_adequate_is_no_grade_before_2021(ingested):
    line = ingested(old=page(ADEQUATE))["old.html"]
    assert (line["reader"], line["status"], line["judgements"]) == ("hmicfrs_peel", "needs_review", 1)
    [problem] = line["problems"]
    assert (problem["severity"], problem["field"], problem["value"]) == (
        "blocking", "protecting_vulnerable_people", "Adequate",
    )  # fmt: skip
    assert "scale" in problem["message"]


def test_adequate_is_one_from_2021(ingested):
    line = ingested(new=five_tiers(ADEQUATE))["new.html"]
    assert (line["status"], line["judgements"], line["problems"]) == ("stored", 2, [])


def test_cycles_are_inspections_of_their_own(ingested):
    good = "<h2>Investigating crime</h2><p>Good</p>"
    ingested(
        one=page(good, title="PEEL 2016 – Gwent", heading=""),
        two=page(good, title="PEEL 2018/19 – Gwent", heading=""),
        three=five_tiers(good),
    )
    assert set(Inspection.objects.values_list("framework_id", flat=True)) == {
        "hmicfrs-peel-2016", "hmicfrs-peel-2018", "hmicfrs-peel-2021",
    }  # fmt: skip
    assert set(Judgement.objects.values_list("grade__scale_id", flat=True)) == {"peel-four", "peel-five"}


def test_two_dates_are_two_inspections(ingested):
    words = "In March 2021 we judged the force to be adequate. In June 2022 we judged it to be good."
    line = ingested(both=five_tiers(f"<h2>Preventing crime</h2><p>{words}</p>"))["both.html"]
    assert (line["status"], line["inspections"], line["judgements"]) == ("stored", 2, 2)
    assert set(Inspection.objects.values_list("kind", flat=True)) == {"full", "reinspection"}


def test_carried_over_and_not_graded_are_stored_as_such(ingested):
    html = page(
        "<h2>Efficiency</h2><p>Not yet graded</p>",
        "<h2>Planning for the future</h2><p>Good</p><p>Our 2016 judgment has been carried over.</p>",
    )
    assert ingested(one=html)["one.html"]["status"] == "stored"
    rows = Judgement.objects.order_by("aspect_id").values_list("aspect_id", "grade_status", "grade__code")
    assert list(rows) == [
        ("efficiency", "not_graded", None),
        ("planning_for_the_future", "carried_over", "good"),
    ]


def test_without_force_or_cycle_nothing_is_shown(ingested):
    good = "<h2>Investigating crime</h2><p>Good</p>"
    lines = ingested(
        no_force=page(good, title="PEEL 2016", heading="", opening="HMICFRS."),
        no_cycle=page(good, title="PEEL – Gwent", heading=""),
    )
    assert {line["status"] for line in lines.values()} == {"needs_review"}
    assert not Judgement.objects.exists()
