"""How much of the evidence there is to see: a number is never more than what stands in the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspections.definitions.loader import definitions
from inspections.domain.evidence_level import evidence, level_of_counts, themes_above
from inspections.terms import Completeness, Confidence, EvidenceLevel

shown = st.sampled_from([level for level in EvidenceLevel if level not in ("not_mentioned", "not_read")])
seen = st.dictionaries(shown, st.sets(st.sampled_from(Confidence), min_size=1))


@pytest.mark.parametrize("completeness", Completeness)
@pytest.mark.parametrize("cases", [None, 0, 9])
def test_only_a_full_split_shows_counts_and_grades(completeness, cases):
    level = level_of_counts(completeness, cases)
    assert (level == EvidenceLevel.COUNTS_AND_GRADES) is (completeness == Completeness.FULL_SPLIT)


@pytest.mark.parametrize(("cases", "level"), [(None, "words_only"), (0, "counts_only"), (5, "counts_only")])
def test_an_observation_counts_where_the_cases_looked_at_are_given(cases, level):
    assert level_of_counts("observed", cases) == level


@given(seen, st.booleans())
def test_the_most_that_is_seen_is_the_level(facts, searched):
    found = evidence(facts, searched=searched)
    order = list(EvidenceLevel)
    if facts:
        assert found.level == min(facts, key=order.index)
    else:
        assert found.level == ("not_mentioned" if searched else "not_read")


@given(seen, st.booleans())
def test_what_was_read_nowhere_is_not_called_read(facts, searched):
    found = evidence(facts, searched=searched)
    if facts:
        assert (found.basis == "read") is (Confidence.READ in facts[found.level])
    assert (found.basis == "") is (found.level == EvidenceLevel.NOT_READ)


@given(seen, shown, st.sampled_from(Confidence), st.booleans())
def test_one_fact_more_never_lowers_the_level(facts, level, confidence, searched):
    order = list(EvidenceLevel)
    more = facts | {level: facts.get(level, set()) | {confidence}}
    before, after = (evidence(one, searched=searched).level for one in (facts, more))
    assert order.index(after) <= order.index(before)


def test_themes_above_each_theme():
    parents = {code: theme.parent for code, theme in definitions().themes.items()}
    above = themes_above(parents)
    assert above["indecent-images"] == ("child-exploitation",)
    assert above["return-interviews"] == ("missing-children",)
    assert above["referrals"] == ()


@given(st.dictionaries(st.sampled_from("abcde"), st.sampled_from("abcde")))
def test_a_circle_of_themes_ends(circle):
    parents = dict.fromkeys("abcde") | circle
    assert all(len(line) == len(set(line)) for line in themes_above(parents).values())
