"""The file the form writes: its parts under the same rules as the rows of a table."""

import json

import pytest

from inspections.models import CaseReview, Finding, Judgement, SourceDocument
from inspections.reading import readers
from inspections.reading.documents.source import Source, UnreadableSource

TALLY = {
    "theme": "missing-children", "cases": 12, "good": 3, "requires_improvement": 4, "inadequate": 5,
    "locator": "page 9",
}  # fmt: skip
ENTRY = {
    "crosscheck_entry": 1,
    "typed": {"by": "keeper", "on": "2026-01-02"},
    "places": ["force:cumbria"],
    "framework": "hmicfrs-ncpi-2014",
    "kind": "full",
    "fieldwork_first": "2017-03",
    "published_first": "2017-08-01",
    "source": {"title": "A made-up report", "url": "https://example.org/report", "kind": "page"},
    "confidence": "read",
    "certainty": "medium",
    "case_reviews": [TALLY],
}


def source(**changes):
    return Source("entry.json", json.dumps(ENTRY | changes).encode())


def read(**changes):
    reader = readers.reader_for(source(**changes))
    assert reader.NAME == "typed_entry"
    return reader.read(source(**changes))


def said(reading, severity="blocking"):
    return [(p.where, p.field, p.message) for p in reading.problems if p.severity == severity]


def test_an_entry_is_an_inspection_with_what_was_typed():
    reading = read()

    [inspection] = reading.inspections
    assert (inspection.places[0].decided, inspection.places[0].scope) == ("force:cumbria", "whole_force")
    assert (str(inspection.fieldwork.start), str(inspection.fieldwork.end)) == ("2017-03-01", "2017-03-31")
    assert (inspection.published.raw, inspection.published.basis) == ("2017-08-01", "printed")
    assert (str(inspection.published.start), str(inspection.published.end)) == ("2017-08-01", "2017-08-01")
    assert (inspection.cited.url, inspection.cited.kind) == ("https://example.org/report", "page")
    [tally] = inspection.case_reviews
    assert (tally.cases, tally.completeness, tally.certainty) == (12, "full_split", "medium")
    assert reading.problems == ()


def test_parts_that_do_not_sum_block_unless_they_are_so_in_print():
    wrong = TALLY | {"cases": 33, "good": 9, "requires_improvement": 8, "inadequate": 17}

    refused, kept = read(case_reviews=[wrong, TALLY]), read(case_reviews=[wrong | {"as_printed": True}])

    assert said(refused) == [("tally 1, page 9", "cases", "9 + 8 + 17 = 34, not 33")]
    assert [row.cases for row in refused.inspections[0].case_reviews] == [12]
    assert said(kept, "conflict") == [
        ("tally 1, page 9", "cases", "9 + 8 + 17 = 34, not 33; kept as printed")
    ]
    assert kept.inspections[0].case_reviews[0].completeness == "inconsistent"


def test_a_total_of_ours_says_so():
    [tally] = read(case_reviews=[TALLY | {"cases": None, "summed": True}]).inspections[0].case_reviews

    assert (tally.cases, tally.cases_basis, tally.completeness) == (12, "summed", "full_split")


def test_a_judgement_is_one_of_its_framework():
    right = {"aspect": "investigation", "grade": "adequate", "locator": "summary"}
    wrong = {"aspect": "help_protection", "grade": "good", "locator": "summary"}

    reading = read(framework="hmicfrs-ncpi-2024", case_reviews=[], judgements=[right, wrong])

    assert [row.aspect for row in reading.inspections[0].judgements] == ["investigation"]
    assert said(reading) == [
        (
            "judgement 2, summary",
            "aspect",
            "National child protection inspections, from February 2024 does not judge this",
        )
    ]


def test_a_finding_keeps_its_stance():
    finding = {
        "kind": "recommendation", "theme": "police-detention", "about": "police",
        "due": "within three months",
        "summary": "Review every detention of a child.", "stance": "concern", "locator": "page 30",
    }  # fmt: skip

    [row] = read(findings=[finding]).inspections[0].findings

    assert (row.kind, row.due, row.stance, row.about) == (
        "recommendation",
        "within three months",
        "concern",
        "police",
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"places": []}, "places"),
        ({"case_reviews": [TALLY | {"cases": -1}]}, "case_reviews.0.cases"),
        ({"case_reviews": [{"theme": "referrals", "cases": 1}]}, "case_reviews.0.locator"),
        ({"certainty": ""}, "certainty"),
        ({"certanty": "high"}, "certanty"),
        ({"crosscheck_entry": 2}, "crosscheck_entry"),
    ],
)
def test_a_file_that_is_not_as_the_form_writes_it_is_refused_by_field(changes, field):
    with pytest.raises(UnreadableSource) as refused:
        read(**changes)

    assert refused.value.field == field


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"framework": "ncpi"}, "framework"),
        ({"kind": "big"}, "kind"),
        ({"places": ["cumbria"]}, "places"),
        ({"fieldwork_last": "2017-09-01"}, "published_first"),
        ({"source": ENTRY["source"] | {"url": "javascript:alert(1)"}}, "source"),
    ],
)
def test_what_is_wrong_with_the_inspection_is_named(changes, field):
    reading = read(**changes)

    assert reading.inspections == ()
    assert [at for _, at, _ in said(reading)] == [field]


@pytest.mark.parametrize(
    "data", [b'{"crosscheck_entry": 1', b'{"crosscheck_entry": 1, "places": ' + b"[" * 100_000]
)
def test_a_broken_file_is_refused(data):
    with pytest.raises(UnreadableSource):
        readers.by_name("typed_entry").read(Source("entry.json", data))


def test_it_is_stored_under_the_source_it_names(reference, tmp_path, ingest):
    path = tmp_path / "entry.json"
    finding = {"about": "police", "topic": "culture", "summary": "Officers listened.", "locator": "page 3"}
    path.write_bytes(source(findings=[finding]).data)

    status, [line] = ingest(path)

    assert (status, line["status"], line["problems"]) == (0, "stored", [])
    row = CaseReview.objects.published().get()
    assert (row.source.url, row.locator, row.certainty) == ("https://example.org/report", "page 9", "medium")
    assert Finding.objects.published().get().summary == "Officers listened."
    assert not Judgement.objects.exists()
    assert not SourceDocument.objects.filter(title__contains="keeper").exists()
