"""Codings and what they hang on, exported and loaded again."""

import pytest

from inspections.models import Coding, Finding, Inspection, Problem, SourceDocument
from inspections.reading.records import FindingRecord
from inspections.transfer.load import load_tables

pytestmark = pytest.mark.usefixtures("reference")

SEEN = FindingRecord(
    theme="missing-children", about="council", locator="page 3",
    passage="Children who go missing from home are offered a talk with somebody they trust in three days.",
)  # fmt: skip
LATE = SEEN.model_copy(
    update={"passage": "When a child runs away from a home, the police are told only the next morning."}
)


def code(stance="concern", role="first_reader"):
    return Finding.objects.get(passage=LATE.passage).codings.create(role=role, stance=stance, at="2026-01-05")


def test_superseded_rows_are_exported_and_come_back_and_no_coder_is_named(
    stored, record, exported, django_user_model
):
    stored(record(findings=(SEEN, LATE)))
    coding = code()
    coding.user = django_user_model.objects.create_user("somebody-who-codes")
    coding.save()
    stored(record(findings=(SEEN,)))
    before, folder = exported("before")
    for model in (Coding, Finding, Problem, Inspection, SourceDocument):
        model.objects.all().delete()

    load_tables([folder])

    after, _ = exported("after")
    assert after == before
    assert "superseded" in before["findings"]
    assert "somebody-who-codes" not in "".join(before.values())
    assert Coding.objects.get().finding.review_status == "superseded"


def test_codings_from_another_site_come_to_the_passage_read_here(stored, record, exported):
    stored(record(findings=(SEEN, LATE)))
    code("strength", "second_reader")
    _, folder = exported("elsewhere")
    Coding.objects.all().delete()
    Finding.objects.filter(passage=LATE.passage).update(key="made/passage/missing-children/page 3/2@made")

    load_tables([folder])

    assert Finding.objects.count() == 2
    assert Finding.objects.get(passage=LATE.passage).codings.get().stance == "strength"
