"""Passages and counts in the real reports beside the checkout: places known from the design, and counts
of reports made here by simpler means than the reader's.
"""

import csv
import re
from pathlib import Path

import pytest

from inspections.reading.documents.pdf import bare_pages, clean_pages
from inspections.reading.documents.source import UnreadableSource
from inspections.reading.readers.ofsted_report import read_pages

REPORTS = Path(__file__).resolve().parents[4].parent / "shared" / "reports"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not REPORTS.is_dir(), reason="no ../shared/reports beside the checkout"),
]

EXPLOITATION = {
    "child-exploitation",
    "child-sexual-exploitation",
    "child-criminal-exploitation",
    "online-exploitation",
    "indecent-images",
}
NAME = "children's services inspection - "
DURHAM_2019 = f"80465_durham/{NAME}21 october 2019.pdf"
ST_HELENS_2015 = f"80560_st helens/{NAME}20 january 2015.pdf"
ST_HELENS_2019 = f"80560_st helens/{NAME}04 november 2019.pdf"
WARWICKSHIRE_2017 = f"80576_warwickshire/{NAME}14 july 2017.pdf"
TOWER_HAMLETS_2017 = f"80516_tower hamlets/{NAME}07 april 2017.pdf"
SURREY_JUNE_2015 = f"80567_surrey/{NAME}03 june 2015.pdf"


class Reports:
    """``text``: each report's words on one line; ``read``: what the reader made of it."""

    def __init__(self):
        self.text, self.read, self.formats = {}, {}, {}
        with (REPORTS / "ofsted_gold_reports.csv").open(encoding="utf-8", newline="") as file:
            self.formats = {row["path"]: row["format"] for row in csv.DictReader(file)}
        for path in self.formats:
            try:
                pages = clean_pages(bare_pages((REPORTS / "ofsted" / path).read_bytes()))
            except UnreadableSource:
                continue
            self.text[path] = " ".join(" ".join(pages).split())
            self.read[path] = read_pages(pages, path).inspections[0]

    def places(self, path, theme):
        return {one.locator for one in self.read[path].findings if one.theme == theme}

    def speaking_of(self, themes):
        return {
            path
            for path, one in self.read.items()
            if any(finding.theme in themes for finding in one.findings)
        }

    def counts(self, path):
        return {
            (one.theme, one.locator, one.cases, one.observed, one.completeness)
            for one in self.read[path].case_reviews
        }


@pytest.fixture(scope="module")
def reports():
    return Reports()


@pytest.mark.parametrize(
    ("path", "theme", "places"),
    [
        (DURHAM_2019, "missing-children", {"para 14"}),
        (DURHAM_2019, "child-exploitation", {"para 14"}),
        (ST_HELENS_2019, "child-exploitation", {"para 13", "para 29"}),
        (WARWICKSHIRE_2017, "child-sexual-exploitation", {"para 28", "para 53"}),
        (TOWER_HAMLETS_2017, "missing-children", {"para 25"}),
        (TOWER_HAMLETS_2017, "child-sexual-exploitation", {"para 85"}),
        (ST_HELENS_2015, "child-sexual-exploitation", {"para 78"}),
    ],
)
def test_paragraphs_known_to_speak_of_a_theme_are_found(reports, path, theme, places):
    assert places <= reports.places(path, theme)


def test_as_many_reports_speak_of_exploitation_as_use_the_word(reports):
    by_word = {
        path for path, text in reports.text.items() if re.search(r"exploitation|exploited|\bCSE\b", text)
    }

    assert len(by_word) == 125
    assert reports.speaking_of(EXPLOITATION) == by_word


def test_as_many_reports_speak_of_missing_children_as_say_missing_of_more_than_school_and_records(reports):
    """Missing education and papers missing from records are struck out first; what is left is counted."""
    struck_out = re.compile(r"missing (?:from |in and from )?(?:education|school)|missing from records", re.I)
    by_word = {path for path, text in reports.text.items() if "missing" in struck_out.sub("", text)}

    assert len(by_word) == 129
    assert reports.speaking_of({"missing-children"}) == by_word


def test_most_ilacs_reports_name_no_kind_of_exploitation(reports):
    """Of 321 ILACS reports about 205 do (64 in 100); of those at hand about as many."""
    ilacs = {path for path in reports.read if reports.formats[path].startswith("ILACS")}
    kinds = reports.speaking_of(EXPLOITATION - {"child-exploitation"})
    no_kind = (ilacs & reports.speaking_of({"child-exploitation"})) - kinds

    assert 0.5 < len(no_kind) / len(ilacs) < 0.75


def test_every_report_was_searched_and_no_passage_is_empty_or_lost(reports):
    for path, inspection in reports.read.items():
        assert inspection.themes_read
        for finding in inspection.findings:
            # without running headers and footnotes, a passage is a piece of the report's own text
            assert finding.passage[:40] in reports.text[path], (path, finding.locator)
            assert finding.page


@pytest.mark.parametrize(
    ("path", "count"),
    [
        (SURREY_JUNE_2015, ("child-sexual-exploitation", "para 56", 17, 13, "observed")),
        (SURREY_JUNE_2015, ("child-sexual-exploitation", "page 3", 17, 13, "observed")),
        (ST_HELENS_2015, ("child-sexual-exploitation", "para 78", 5, 4, "observed")),
        (TOWER_HAMLETS_2017, ("missing-children", "para 25", None, None, "proportion_only")),
    ],
)
def test_the_counts_known_to_stand_in_these_reports_are_proposed(reports, path, count):
    assert count in reports.counts(path)


def test_oldham_s_eight_files_are_proposed_as_looked_at(reports):
    path = next(path for path in reports.read if path.startswith("80535_oldham"))

    assert ("child-sexual-exploitation", "para 43", 8, None, "total_only") in reports.counts(path)


def test_cases_referred_back_are_not_proposed_as_looked_at(reports):
    assert {theme for theme, *_ in reports.counts(TOWER_HAMLETS_2017)} == {"missing-children"}


def test_no_ilacs_report_gets_a_count_for_any_theme(reports):
    ilacs = [path for path in reports.read if reports.formats[path].startswith("ILACS")]

    assert len(ilacs) == 84
    assert {path for path in ilacs if reports.counts(path)} == set()


def test_every_count_found_is_a_proposal_and_none_is_certain(reports):
    found = [one for inspection in reports.read.values() for one in inspection.case_reviews]

    assert 15 <= len(found) <= 40
    assert all(one.proposed and one.certainty != "high" for one in found)
