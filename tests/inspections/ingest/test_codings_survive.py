"""What people coded stays on its own sentence, whatever the next reading finds around it."""

import importlib
import random

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspections.models import Coding, Finding, IngestRun, Inspection, Problem, SourceDocument
from inspections.reading.records import FindingRecord

pytestmark = pytest.mark.usefixtures("reference")

SEEN = "Children who go missing from home are offered a talk with somebody they trust within three days."
LATE = "When a child runs away from a children’s home, the police are sometimes told only the next morning."
DRAFT = "Managers read every plan for a missing child before it is agreed, and sign it."


def passage(words, locator="page 3", **more):
    return FindingRecord(
        **({"theme": "missing-children", "about": "council"} | more), passage=words, locator=locator
    )


@pytest.fixture
def read(stored, record):
    """Read a document with these passages, all printed on one page unless they say otherwise."""

    def read(*passages, **more):
        findings = tuple(one if isinstance(one, FindingRecord) else passage(one) for one in passages)
        line = stored(record(findings=findings, **more))
        assert line["status"] == "stored", line
        return line

    return read


def code(words, stance="concern", role="first_reader"):
    return Finding.objects.get(passage=words).codings.create(role=role, stance=stance, at="2026-01-05")


def state_of(coding):
    row = Finding.objects.get(codings=coding)
    return row.passage, row.review_status


def test_a_passage_added_above_a_coded_one_does_not_take_its_coding(read):
    read(LATE)
    coding = code(LATE)

    read(SEEN, LATE)

    assert state_of(coding) == (LATE, "published")
    assert not Finding.objects.get(passage=SEEN).codings.exists()


def test_a_sentence_that_changed_a_little_keeps_its_coding_and_reviewers_are_told(read):
    read(SEEN, LATE)
    coding, changed = code(LATE), LATE.replace("sometimes", "often")

    read(SEEN, DRAFT, changed)

    assert state_of(coding) == (changed, "published")
    problem = Problem.objects.get(field="coding")
    assert (problem.severity, problem.state) == ("note", "open")
    assert LATE in problem.value
    assert changed in problem.value


def test_a_sentence_that_vanished_keeps_its_coding_as_superseded_and_is_not_shown(read):
    read(SEEN, LATE)
    coding = code(LATE)

    line = read(SEEN, DRAFT)

    assert state_of(coding) == (LATE, "superseded")
    assert line["findings"] == 2
    assert set(Finding.objects.published().values_list("passage", flat=True)) == {SEEN, DRAFT}
    assert "not found in the document any more" in Problem.objects.get(field="coding").message


def test_a_sentence_that_nobody_coded_goes_when_it_vanishes(read):
    read(SEEN, LATE)

    read(SEEN)

    assert list(Finding.objects.values_list("passage", flat=True)) == [SEEN]


def test_a_sentence_that_comes_back_is_current_again_with_its_coding(read):
    read(SEEN, LATE)
    coding = code(LATE)
    read(SEEN)

    read(LATE, SEEN)

    assert state_of(coding) == (LATE, "published")


def test_line_breaks_hyphens_and_curly_quotes_change_no_passage(read):
    read(LATE)
    coding, printed = code(LATE), LATE.replace("’", "'").replace("sometimes", "some-\ntimes").upper()

    read(printed)

    assert state_of(coding) == (printed, "published")
    assert not Problem.objects.exists()


def test_the_same_words_about_somebody_else_are_another_passage(read):
    read(passage(SEEN), passage(SEEN, about="police"))
    council, police = Finding.objects.get(about="council"), Finding.objects.get(about="police")
    coding = police.codings.create(role="first_reader", stance="concern", at="2026-01-05")

    read(passage(SEEN, about="police"), passage(DRAFT), passage(SEEN))

    assert Finding.objects.get(codings=coding).about == "police"
    assert set(Finding.objects.filter(passage=SEEN).values_list("pk", flat=True)) == {council.pk, police.pk}


def test_of_two_sentences_alike_the_coded_one_is_not_the_one_that_goes(read):
    read(SEEN, SEEN)
    first, second = Finding.objects.order_by("pk")
    coding = second.codings.create(role="first_reader", stance="concern", at="2026-01-05")

    read(SEEN)

    assert state_of(coding) == (SEEN, "published")
    assert not Finding.objects.filter(pk=first.pk).exists()


def test_a_document_that_turns_out_to_be_about_another_place_takes_its_codings_along(read):
    read(SEEN, LATE)
    coding, lost = code(LATE), code(SEEN)

    read(LATE, place="Knowsley")

    [inspection] = Inspection.objects.all()
    assert [area.slug for area in inspection.areas.all()] == ["knowsley"]
    assert {row.inspection for row in Finding.objects.all()} == {inspection}
    assert state_of(coding) == (LATE, "published")
    assert state_of(lost) == (SEEN, "superseded")


def test_nothing_that_a_coding_hangs_on_can_be_deleted(read):
    read(LATE)
    code(LATE)

    for model in (Finding, Inspection, SourceDocument):
        with pytest.raises(ProtectedError), transaction.atomic():
            model.objects.all().delete()
    IngestRun.objects.all().delete()

    assert Coding.objects.get().finding.passage == LATE


@pytest.mark.django_db(transaction=True)
def test_the_database_itself_refuses_to_lose_what_a_coding_hangs_on(read):
    read(LATE)
    coding = code(LATE)

    for table, pk in (("finding", coding.finding_id), ("inspection", coding.finding.inspection_id)):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM inspections_{table} WHERE id = %s", [pk])  # noqa: S608

    assert Coding.objects.get().finding.passage == LATE


def test_a_reading_after_its_runs_were_deleted_still_finds_its_passages(read):
    read(SEEN, LATE)
    coding = code(LATE)
    IngestRun.objects.all().delete()

    read(DRAFT, LATE)

    assert state_of(coding) == (LATE, "published")
    assert set(Finding.objects.values_list("passage", flat=True)) == {DRAFT, LATE}


def test_a_passage_loaded_without_its_words_is_known_by_its_place_where_one_stands_there(read):
    read(passage(SEEN, "para 3"), passage(LATE, "page 4"), passage(DRAFT, "page 4"))
    Finding.objects.update(run=None)
    sure, doubtful = code(SEEN), code(LATE)
    Finding.objects.update(passage="")

    read(passage(SEEN, "para 3"), passage(LATE, "page 4"), passage(DRAFT, "page 4"))

    assert state_of(sure) == (SEEN, "published")
    assert state_of(doubtful) == ("", "superseded")
    assert sorted(Finding.objects.published().values_list("passage", flat=True)) == sorted(
        [SEEN, LATE, DRAFT]
    )


def test_rows_keyed_by_place_are_carried_over_with_their_codings(read):
    read(SEEN, LATE)
    coding, keys = code(LATE), set(Finding.objects.values_list("key", flat=True))
    for number, row in enumerate(Finding.objects.order_by("pk"), start=1):
        place = "page 3" if number == 1 else f"page 3/{number}"
        row.key = f"{row.inspection.key}/passage/missing-children/{place}@{row.source.key}"
        row.save()
    bundled = Finding.objects.create(
        key="of-tables/passage/missing-children/page 3@of-tables", source=SourceDocument.objects.get(),
        inspection=Inspection.objects.get(), kind="statement", theme_id="missing-children", about="council",
        confidence="read",
    )  # fmt: skip

    migration = importlib.import_module("inspections.migrations.0006_passages_known_by_their_words")
    migration.by_words(apps, None)

    read_rows = Finding.objects.filter(run__isnull=False)
    assert set(read_rows.values_list("key", flat=True)) == keys
    bundled.refresh_from_db()
    assert bundled.key == "of-tables/passage/missing-children/page 3@of-tables"
    assert state_of(coding) == (LATE, "published")


def test_who_coded_what_is_remembered(read):
    read(LATE)
    coding = code(LATE, "concern")
    coding.stance = "mixed"
    coding.save()

    assert list(coding.history.values_list("stance", flat=True)) == ["mixed", "concern"]


WORDS = [
    a + b for a in "bdfgklmnprst" for b in ("ar", "en", "il", "om", "ut", "ash", "eck", "int", "old", "unk")
]
KINDS = ("add", "drop", "move", "change", "change", "code", "code")
EDITS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 99), st.integers(0, 99)), min_size=10, max_size=10
)


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(start=st.integers(1, 5), edits=EDITS)
def test_random_edits_keep_every_coding_on_its_sentence_or_superseded(read, start, edits):
    """500 edits in all, each followed by a reading. A sentence is known here by its number."""
    with transaction.atomic():
        document = [(number, sentence(number)) for number in range(start)]
        codings = {}
        read(*(words for _, words in document))
        for kind, one, other in edits:
            place = one % len(document) if document else 0
            if kind == "code" and document and document[place][0] not in codings:
                codings[document[place][0]] = code(document[place][1])
            apply(document, kind, place, other)
            read(*(words for _, words in document))
            now = dict(document)
            assert sorted(Finding.objects.published().values_list("passage", flat=True)) == sorted(
                now.values()
            )
            for number, coding in codings.items():
                words, status = state_of(coding)
                assert status == ("published" if number in now else "superseded")
                assert number not in now or words == now[number]
        transaction.set_rollback(True)


def sentence(number):
    return " ".join(["missing", "children", *random.Random(number).sample(WORDS, 10)])  # noqa: S311


def apply(document, kind, place, other):
    if kind == "add":
        number = 1000 * (other + 1) + len(document)
        if number not in dict(document):
            document.insert(place, (number, sentence(number)))
    elif not document:
        return
    elif kind == "drop":
        document.pop(place)
    elif kind == "move":
        document.insert(other % len(document), document.pop(place))
    elif kind == "change":
        number, words = document[place]
        changed = words.split()
        changed[other % len(changed)] = WORDS[other % len(WORDS)]
        document[place] = (number, " ".join(changed))
