"""Numbers, grades, dates and readings, compared with the seed itself and not with our own tables."""

from __future__ import annotations

import datetime as dt

from inspections.transfer.columns import Row

Carriers = dict[str, list[tuple[str, str, Row]]]

NUMBERS = {
    "n_total": "cases",
    "n_good": "good",
    "n_requires_improvement": "requires_improvement",
    "n_inadequate": "inadequate",
    "n_below_good": "below_good",
    "pct_good": "percent_good",
}
ASPECTS = {"overall effectiveness": "overall", "children who need help and protection": "help_protection"}


def _of(carriers: Carriers, fact_id: str, table: str) -> list[Row]:
    return [row for folder, name, row in carriers[fact_id] if name == table and folder == "case_study"]


def test_each_number_is_the_one_of_the_seed(carriers: Carriers, seed_facts: list[dict[str, str]]) -> None:
    compared = 0
    for fact in seed_facts:
        expected = {ours: fact[theirs] for theirs, ours in NUMBERS.items()}
        if not any(expected.values()):
            continue
        (review,) = _of(carriers, fact["fact_id"], "case_reviews")
        for field, value in expected.items():
            assert getattr(review, field) == (float(value) if value else None), (fact["fact_id"], field)
            compared += bool(value)

    assert compared == 20  # 18, 1, 10, 2, 28, 2; 9 1 2 6 8; 16 twice; 38 36; 19 6 8 5 13


def test_no_case_review_of_the_chapter_carries_a_number_the_seed_lacks(
    rows: dict[tuple[str, str], list[Row]], seed_facts: list[dict[str, str]]
) -> None:
    numbered = {row["fact_id"] for row in seed_facts if any(row[name] for name in NUMBERS)}

    for review in rows["case_study", "case_reviews"]:
        if not set(review.fact_ids.split(";")) & numbered:
            assert all(getattr(review, field) is None for field in NUMBERS.values()), review.key
        assert review.adequate is None


def test_each_grade_is_the_one_of_the_seed(carriers: Carriers, seed_facts: list[dict[str, str]]) -> None:
    graded = [fact for fact in seed_facts if fact["grade"]]

    found = {
        fact["fact_id"]: [(row.aspect, row.grade) for row in _of(carriers, fact["fact_id"], "judgements")]
        for fact in graded
    }

    assert found == {
        fact["fact_id"]: [(ASPECTS[fact["judgement_area"]], fact["grade"].replace(" ", "_"))]
        for fact in graded
    }


def test_no_span_is_narrower_or_other_than_the_seed_says(
    carriers: Carriers, seed_facts: list[dict[str, str]]
) -> None:
    checked = 0
    for fact in seed_facts:
        span = tuple(dt.date.fromisoformat(fact[name]) for name in ("date_from", "date_to") if fact[name])
        for row in _of(carriers, fact["fact_id"], "inspections"):
            for stated in row.dates_stated:
                if fact["fact_id"] not in stated.fact_ids.split(";"):
                    continue
                for first, last in (
                    (stated.fieldwork_start, stated.fieldwork_end),
                    (stated.published_from, stated.published_to),
                ):
                    assert (first, last) in ((None, None), span), (fact["fact_id"], row.key)
                # A disclosure is undated: the seed's date is that of the visit it speaks of.
                own = span and row.kind != "disclosure"
                words = stated.fieldwork_stated + stated.published_stated
                assert words == (fact["date_as_stated"] if own else ""), (fact["fact_id"], row.key)
                checked += 1

    assert checked >= 15


def test_a_passage_is_coded_as_the_inquiry_read_it(
    carriers: Carriers, seed_facts: list[dict[str, str]]
) -> None:
    allowed = {
        "positive": [{"strength"}, {"qualified_strength"}],
        "negative": [{"concern"}],
        "": [set()],
    }
    for fact in seed_facts:
        for finding in _of(carriers, fact["fact_id"], "findings"):
            stances = {coding.stance.value for coding in finding.codings}
            assert stances in allowed[fact["polarity"]], fact["fact_id"]
            assert {coding.role.value for coding in finding.codings} <= {"inquiry"}
