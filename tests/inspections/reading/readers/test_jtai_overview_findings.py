"""What the summaries say: kept as printed, each under its own heading, none coded."""

import pytest

from tests.inspections.reading.readers.made_jtai import NONE, about, read, row

CALM = "Agencies meet each week and share what they know."


def findings(**cells):
    [inspection] = read(row(**cells)).inspections
    return inspection.findings


@pytest.mark.parametrize(
    ("column", "letter", "topic", "kind"),
    [
        ("summary_priority_action", "G", "areas for priority action", "recommendation"),
        ("summary_improvement", "H", "areas for improvement", "statement"),
        ("summary_key_strengths", "I", "strengths", "statement"),
        ("summary_headline_findings", "J", "headline findings", "statement"),
        ("summary_needs_to_improve", "K", "what needs to improve", "statement"),
    ],
)
def test_each_summary_is_a_finding_about_the_partnership(column, letter, topic, kind):
    [finding] = findings(**{column: CALM})

    assert (finding.topic, finding.kind, finding.about) == (topic, kind, "partnership")
    assert finding.passage == CALM
    assert finding.locator == f"made_overview row 2 column {letter} ({column})"
    assert finding.stance is None


@pytest.mark.parametrize("words", [NONE, NONE.upper(), "", "None", "nan", None])
def test_a_summary_that_is_not_there_says_nothing(words):
    assert findings(summary_key_strengths=words) == ()


def test_a_theme_is_given_where_the_words_speak_of_one_alone():
    one = "Children who go missing from care are offered a talk with somebody they trust."
    two = f"{one} Domestic abuse is recognised by school nurses."

    assert [finding.theme for finding in findings(summary_improvement=one)] == ["missing-children"]
    assert [finding.theme for finding in findings(summary_improvement=two)] == [None]
    assert [finding.theme for finding in findings(summary_improvement=CALM)] == [None]


def test_words_of_another_heading_are_kept_as_printed():
    words = f"What needs to improve {CALM}"

    [finding] = findings(summary_headline_findings=words)

    assert (finding.passage, finding.topic) == (words, "headline findings")


def test_a_cell_saying_that_there_is_no_priority_action_recommends_nothing():
    words = f"There are no areas for priority action Areas for improvement {CALM}"
    reading = read(row(summary_priority_action=words))

    [finding] = reading.inspections[0].findings
    assert (finding.kind, finding.passage) == ("statement", words)
    [problem] = about(reading, "areas for priority action")
    assert (problem.severity, problem.where) == ("note", "made_overview row 2 column G")


def test_case_studies_of_single_children_are_not_read():
    told = "A family that inspectors met told of a year of help."
    reading = read(row(case_study_title="Case study: help", summary_case_study=told))

    assert told not in reading.model_dump_json()
    assert any("summary_case_study" in problem.value for problem in about(reading, "columns"))


def test_what_is_not_summarised_is_not_thereby_absent_from_the_report():
    assert read(row(summary_key_strengths=CALM)).inspections[0].themes_read is False


def test_a_cell_of_any_length_is_cut_and_named():
    reading = read(row(summary_key_strengths="Agencies meet. " * 1000))

    assert len(reading.inspections[0].findings[0].passage) == 6000
    assert [problem.where for problem in about(reading, "strengths")] == ["made_overview row 2 column I"]


@pytest.mark.parametrize(
    ("theme", "topic"),
    [
        ("Domestic abuse in halton between 5 and 9 march 2018.", "Domestic abuse"),
        ("Domestic abuse in the london borough of halton.", "Domestic abuse"),
        ("Neglect in schools in halton city council", "Neglect in schools"),
        ("Neglect in schools", "Neglect in schools"),
        ("Neglect in halton borough for older children.", "Neglect in halton borough for older children"),
        (NONE, ""),
        ("Neglect " * 60, ("Neglect " * 25).strip()),
    ],
)  # fmt: skip
def test_the_topic_is_the_themes_own_words(theme, topic):
    [inspection] = read(row(inspection_theme=theme)).inspections

    assert inspection.topic == topic
