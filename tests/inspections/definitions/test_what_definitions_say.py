"""What readers, forms and the database ask of the definitions, without a database."""

import csv
import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspections.definitions.loader import definitions
from inspections.transfer.load import bundle_folders

TODAY = ("outstanding", "good", "requires_improvement", "inadequate")
BEFORE_NOV_2013 = ("outstanding", "good", "adequate", "inadequate")


@pytest.mark.parametrize(
    ("framework", "grades"),
    [
        ("ofsted-slac", BEFORE_NOV_2013),
        ("ofsted-lac-2013", BEFORE_NOV_2013),
        ("ofsted-sif", TODAY),
        ("ofsted-ilacs-2026", TODAY),
        ("hmicfrs-ncpi-2014", ()),
    ],
)
def test_an_aspect_is_graded_in_the_words_of_its_time(framework, grades):
    assert definitions().grades_of(framework) == grades


def test_only_what_later_statistics_restate_has_words_of_two_times():
    restated = {code for code in definitions().frameworks if definitions().grades_of(code, restated=True)}

    assert restated == {"ofsted-slac", "ofsted-cpi", "ofsted-lac-2013"}
    for code in restated:
        assert definitions().grades_of(code, restated=True) == TODAY


@given(st.none() | st.integers(1990, 2100))
def test_cases_were_graded_adequate_until_2015(year):
    grades = definitions().case_grades_of("hmicfrs-ncpi-2014", year)

    assert ("adequate" in grades) is (year is None or year < 2016)
    assert "outstanding" not in grades


def test_no_case_was_graded_where_the_topics_are():
    assert definitions().case_grades_of("hmicfrs-ncpi-2024", 2025) == ()


@given(
    st.dates(dt.date(2009, 1, 1), dt.date(2030, 12, 31)), st.sampled_from(["ilacs", "sif", "ncpi", "slac"])
)
def test_no_day_has_two_editions_of_one_programme(day, family):
    editions = [
        one for one in definitions().frameworks.values() if one.family == family and one.holds_on(day)
    ]
    assert editions == [edition for edition in [definitions().edition_on(family, day)] if edition]


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        ("2017-12-31", None),
        ("2018-01-01", "ofsted-ilacs-2018"),
        ("2023-01-15", "ofsted-ilacs-2018"),
        ("2023-01-16", "ofsted-ilacs-2023"),
        ("2026-04-26", "ofsted-ilacs-2023"),
        ("2026-04-27", "ofsted-ilacs-2026"),
    ],
)
def test_ilacs_changed_on_these_days(day, edition):
    found = definitions().edition_on("ilacs", dt.date.fromisoformat(day))
    assert (found.code if found else None) == edition


def test_looked_after_children_inspections_of_2013_judged_five_things():
    """Safeguarding is not among them: see the last page of any of these reports."""
    assert tuple(definitions().frameworks["ofsted-lac-2013"].aspects) == (
        "overall",
        "outcomes_lac",
        "quality_of_provision",
        "leadership",
        "capacity_to_improve",
    )


def test_every_ofsted_inspection_on_record_began_while_its_framework_was_in_force():
    began = []
    for folder in bundle_folders():
        path = folder / "inspections.csv"
        for row in csv.DictReader(path.open(encoding="utf-8")) if path.exists() else ():
            if row["framework"].startswith("ofsted"):
                days = [stated.get("fieldwork_start") for stated in json.loads(row["dates_stated"] or "[]")]
                began += [(row["framework"], dt.date.fromisoformat(day)) for day in days if day]

    outside = [(code, day) for code, day in began if not definitions().frameworks[code].holds_on(day)]
    assert len(began) > 400
    assert outside == []
    assert max(day for code, day in began if code == "ofsted-sif") == dt.date(2018, 6, 11)
