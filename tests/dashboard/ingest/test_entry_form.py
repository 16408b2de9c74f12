"""An inspection typed in by hand: what the form refuses at its field, and what becomes of what it takes."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser

from dashboard.pages.ingest.table_columns import columns
from inspections.models import CaseReview, Finding, IngestRun, Judgement, Problem

pytestmark = pytest.mark.usefixtures("reference")

ENTRY = "/ingest/entry/"
TALLY = {
    "theme": "missing-children", "cases": "12", "good": "3", "requires_improvement": "4", "inadequate": "5",
    "locator": "page 9",
}  # fmt: skip
INSPECTION = {
    "framework": "hmicfrs-ncpi-2014",
    "kind": "full",
    "fieldwork_first": "2017-03-06",
    "fieldwork_last": "17/03/2017",
    "published_first": "2017-08-01",
    "source_title": "A made-up report",
    "source_url": "https://example.org/report",
    "source_kind": "page",
    "confidence": "read",
    "certainty": "medium",
}


def posted(
    *, places=("Cumbria Constabulary (police force)",), case_reviews=(), judgements=(), findings=(), **more
):
    data = INSPECTION | more
    rows = {
        "places": [{"place": place} for place in places],
        "case_reviews": [{"assessor": "inspectors"} | row for row in case_reviews],
        "judgements": judgements,
        "findings": [{"kind": "statement"} | row for row in findings],
    }
    for name, parts in rows.items():
        data |= {f"{name}-TOTAL_FORMS": len(parts), f"{name}-INITIAL_FORMS": 0}
        for number, part in enumerate(parts):
            data |= {f"{name}-{number}-{field}": value for field, value in part.items()}
    return data


@pytest.fixture
def send(staff, sent):
    def post(**more):
        return staff.post(ENTRY, posted(**more))

    return post


def page_of(response):
    """As a reader sees it, whatever its status."""
    html = LexborHTMLParser(response.content.decode())
    return SimpleNamespace(html=html, words=" ".join(html.body.text(separator=" ").split()))


def errors(response):
    page = page_of(response)
    return [link.text(strip=True) for link in page.html.css(".govuk-error-summary a")]


def test_the_page_asks_for_an_inspection_with_one_tally(staff, read):
    page = read(ENTRY)

    assert len(page.html.css("form[data-entry] > div[data-parts=case_reviews] > fieldset")) == 1
    options = [option.attributes["value"] for option in page.html.css("#known-places option")]
    assert "Durham Constabulary (police force)" in options
    assert "County Durham (authority)" in options


def test_only_reviewers_see_it(client, reference):
    for address in (ENTRY, "/ingest/template.csv"):
        assert client.get(address).status_code == 302
    assert client.post(ENTRY, posted(case_reviews=[TALLY])).status_code == 302
    assert not IngestRun.objects.exists()


def test_what_is_typed_goes_the_way_of_an_uploaded_file(send, work, reviewer, staff):
    response = send(case_reviews=[TALLY])

    run = IngestRun.objects.get()
    assert response["Location"] == reverse("ingest-run", args=[run.pk])
    assert run.result == "queued"
    kept = json.loads(Path(run.path).read_text())
    assert (kept["crosscheck_entry"], kept["places"]) == (1, ["force:cumbria"])
    assert kept["typed"]["by"] == reviewer.username

    work()

    run.refresh_from_db()
    assert (run.result, run.reader) == ("stored", "typed_entry")
    row = CaseReview.objects.published().get()
    assert (row.cases, row.good, row.completeness, row.certainty) == (12, 3, "full_split", "medium")
    assert (row.source.title, row.source.url) == ("A made-up report", "https://example.org/report")
    assert str(row.inspection.fieldwork_end) == "2017-03-17"
    assert not Problem.objects.exists()


def test_the_page_of_the_run_shows_the_tally_and_who_typed_it(send, work, staff, read):
    send(case_reviews=[TALLY])
    work()

    page = read(reverse("ingest-run", args=[IngestRun.objects.get().pk]))

    assert "Typed in by reviewer" in page.words
    assert "Missing children" in page.words
    assert "3 good" in page.words
    assert "No inspection is on record from this file" not in page.words


def test_sent_twice_it_is_unchanged(send, work):
    for _ in range(2):
        send(case_reviews=[TALLY])
        work()

    assert list(IngestRun.objects.order_by("pk").values_list("result", flat=True)) == ["stored", "unchanged"]


def test_parts_that_do_not_sum_are_refused_at_their_field_and_stay_typed(send):
    response = send(case_reviews=[TALLY, TALLY | {"cases": "33", "good": "9", "inadequate": "21"}])

    assert response.status_code == 200
    assert errors(response) == ["Tally 2, Cases looked at: 9 + 4 + 21 = 34, not 33"]
    page = page_of(response)
    field = page.html.css_first("#id_case_reviews-1-cases")
    assert (field.attributes["value"], field.attributes["aria-invalid"]) == ("33", "true")
    assert page.html.css_first(f"#{field.attributes['aria-describedby']}").text(strip=True).endswith("not 33")
    assert not IngestRun.objects.exists()


def test_printed_so_they_are_kept_with_their_problem(send, work):
    send(case_reviews=[TALLY | {"cases": "33", "good": "9", "inadequate": "21", "as_printed": "on"}])
    work()

    row = CaseReview.objects.published().get()
    assert (row.cases, row.good, row.inadequate, row.completeness) == (33, 9, 21, "inconsistent")
    problem = Problem.objects.get()
    assert (problem.severity, problem.message) == ("conflict", "9 + 4 + 21 = 34, not 33; kept as printed")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"framework": ""}, "Inspectorate and framework: This field is required."),
        ({"certainty": ""}, "How certain they are: This field is required."),
        ({"source_title": ""}, "Title: This field is required."),
        ({"source_url": "javascript:alert(1)"}, "Address: This is no address"),
        ({"places": [""]}, "Place 1, Authority or police force: Name the authority"),
        ({"places": ["Durham"]}, "Did you mean"),
        ({"places": ["Atlantis"]}, "names no place on this site"),
        ({"fieldwork_last": "2017-02-30"}, "Last day: There is no such day"),
        ({"published_first": "2017-01-01"}, "Published on: Published before the fieldwork ended"),
        ({"case_reviews": [TALLY | {"locator": ""}]}, "Tally 1, Where it stands: This field is required."),
        ({"case_reviews": [TALLY | {"good": "some"}]}, "Tally 1, Good: A whole number is expected"),
        ({"case_reviews": [TALLY | {"good": "-1"}]}, "Tally 1, Good:"),
        ({"case_reviews": [TALLY | {"theme": ""}]}, "Tally 1, Theme: Choose a theme"),
        ({"case_reviews": [TALLY | {"percent_good": "120"}]}, "percentage lies between 0 and 100"),
        ({"case_reviews": [TALLY | {"as_printed": "on"}]}, "do add up"),
        (
            {"judgements": [{"aspect": "help_protection", "grade": "good", "locator": "page 1"}]},
            "Judgement 1, Aspect: National child protection inspections, 2014 to 2023 does not judge this",
        ),
        (
            {"findings": [{"summary": "Words.", "theme": "referrals", "locator": "page 2"}]},
            "Finding 1, About whom",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_field(send, changes, said):
    response = send(**({"case_reviews": [TALLY]} | changes))

    assert response.status_code == 200
    assert any(said in words for words in errors(response)), errors(response)
    assert not IngestRun.objects.exists()


def test_an_inspection_of_nothing_is_refused(send):
    response = send()

    assert response.status_code == 200
    assert "Type at least one tally, judgement or finding" in page_of(response).words


def test_a_row_is_added_without_javascript_and_nothing_is_called_wrong(staff):
    response = staff.post(ENTRY, posted(case_reviews=[TALLY], source_title="") | {"add": "case_reviews"})

    page = page_of(response)
    assert response.status_code == 200
    assert len(page.html.css("div[data-parts=case_reviews] > fieldset")) == 2
    assert page.html.css_first("#id_case_reviews-0-cases").attributes["value"] == "12"
    assert page.html.css(".govuk-error-message, .govuk-error-summary") == []


@pytest.mark.parametrize("number", ["", "x", "99999999", "-1"])
def test_a_tampered_number_of_rows_harms_nothing(staff, number):
    data = posted(case_reviews=[TALLY]) | {"case_reviews-TOTAL_FORMS": number}

    assert page_of(staff.post(ENTRY, data)).html.css_first("form[data-entry]")
    assert not IngestRun.objects.exists()
    added = staff.post(ENTRY, data | {"add": "case_reviews"})
    assert added.status_code == 200
    assert len(page_of(added).html.css("div[data-parts=case_reviews] > fieldset")) <= 60


def test_judgements_and_findings_go_in_too(send, work):
    send(
        framework="hmicfrs-ncpi-2024",
        fieldwork_first="2024-05",
        fieldwork_last="",
        published_first="2024-09",
        judgements=[{"aspect": "investigation", "grade": "adequate", "locator": "summary"}],
        findings=[
            {
                "kind": "recommendation", "theme": "police-detention", "about": "police",
                "summary": "Review detentions.", "due": "within three months", "locator": "page 3",
            }
        ],
    )  # fmt: skip
    work()

    assert Judgement.objects.published().get().grade_id == "peel-five:adequate"
    assert Finding.objects.published().get().due == "within three months"
    assert not Problem.objects.exists()


def test_places_are_found_by_any_name_they_go_by(send):
    send(places=["Cumbria Constabulary", "authority:st-helens", "Knowsley"], case_reviews=[TALLY])

    kept = json.loads(Path(IngestRun.objects.get().path).read_text())
    assert kept["places"] == ["force:cumbria", "authority:st-helens", "authority:knowsley"]


def test_the_empty_table_has_its_columns_and_the_example_is_a_right_row(staff, read, taken_in):
    header = staff.get("/ingest/template.csv").content.decode().strip()
    example = {column.name: column.example for column in columns()}
    assert header.split(",") == list(example)
    page = read(ENTRY)
    assert [
        cell.text(strip=True) for cell in page.html.css("#columns ~ .table-region tbody th code")
    ] == list(example)

    run = taken_in(f"{header}\n{','.join(example.values())}\n".encode(), "police.csv")

    assert (run.result, run.counts["case_reviews"]) == ("stored", 1)
    assert not Problem.objects.exists()


def test_an_empty_table_sent_back_is_no_success(taken_in, staff):
    assert taken_in(staff.get("/ingest/template.csv").content, "police.csv").result == "needs_review"
