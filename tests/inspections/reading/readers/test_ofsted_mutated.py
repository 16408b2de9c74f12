"""Real pages, changed by a seed: what a person would still read alike reads alike; the rest is a problem."""

import random
import re
from pathlib import Path

import pytest

from inspections.reading.documents.source import Source
from inspections.reading.readers.ofsted_report import read_pages

REPORTS = Path(__file__).resolve().parents[4].parent / "shared" / "reports" / "ofsted"
GRADE = r"(?:Outstanding|Good|Inadequate|Requires? improvement(?:\s+to\s+be\s+good)?)(?=[ ]*$)"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not REPORTS.is_dir(), reason="no ../shared/reports beside the checkout"),
]


@pytest.fixture(scope="module")
def reports():
    """{name: pages} of every third report."""
    sources = [
        Source(str(path.relative_to(REPORTS)), path.read_bytes())
        for path in sorted(REPORTS.rglob("*.pdf"))[::3]
    ]
    pages = {source.name: source.pages for source in sources if source.kind == "pdf"}
    assert len(pages) > 30
    return pages


def at_grades(page, change):
    return re.sub(GRADE, lambda found: change(found.group(0)), page, flags=re.MULTILINE | re.IGNORECASE)


def split_grades(page, chance):
    return at_grades(page, lambda grade: re.sub(" ", lambda _: chance.choice([" ", "\n"]), grade))


def full_stops(page, chance):
    return at_grades(page, lambda grade: grade + chance.choice([".", ". ", "1", ".2"]))


def letter_case(page, chance):
    return at_grades(page, lambda grade: chance.choice([grade.upper(), grade.lower(), grade.title()]))


def without_to_be_good(page, chance):
    return re.sub(r"\s+to\s+be\s+good(?=[ ]*$)", "", page, flags=re.MULTILINE)


def joined_lines(page, chance):
    return re.sub(r"[ ]*\n(?=" + GRADE + ")", " ", page, flags=re.MULTILINE)


def swapped_lines(page, chance):
    lines = page.split("\n")
    at = chance.randrange(min(len(lines), 24) - 1)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    return "\n".join(lines)


def lost_line(page, chance):
    lines = page.split("\n")
    del lines[chance.randrange(min(len(lines), 24))]
    return "\n".join(lines)


def line_from_elsewhere(page, chance):
    lines = page.split("\n")
    lines.insert(chance.randrange(5, min(len(lines), 22)), "Inspection of Elsewhere children’s services")
    return "\n".join(lines)


def outcome(pages, name):
    reading = read_pages(pages, name)
    inspection = reading.inspections[0]
    values = {
        judgement.aspect: judgement.grade or judgement.grade_status for judgement in inspection.judgements
    }
    values["fieldwork"] = (inspection.fieldwork.start, inspection.fieldwork.end)
    doubted = {problem.field for problem in reading.problems if problem.severity == "blocking"}
    return values, doubted


@pytest.mark.parametrize("mutate", [split_grades, full_stops, letter_case, without_to_be_good, joined_lines])
def test_harmless_changes_change_nothing(reports, mutate):
    chance = random.Random(7)  # noqa: S311 - chance, not secrecy

    for name, pages in reports.items():
        assert outcome([mutate(pages[0], chance), *pages[1:]], name) == outcome(pages, name), name


@pytest.mark.parametrize("mutate", [swapped_lines, lost_line, line_from_elsewhere])
def test_harmful_changes_are_never_silent(reports, mutate):
    chance = random.Random(11)  # noqa: S311 - chance, not secrecy

    for name, pages in reports.items():
        truth, _ = outcome(pages, name)
        values, doubted = outcome([mutate(pages[0], chance), *pages[1:]], name)
        assert values == truth or doubted, name
        wrong = {
            aspect
            for aspect, value in values.items()
            if aspect in truth and value not in (truth[aspect], "unreadable") and aspect not in doubted
        }
        assert not wrong, (name, wrong)
