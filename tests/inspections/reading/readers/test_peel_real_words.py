"""The wordings, addresses and facts seen on real pages, each wrapped in a made page of its own."""

import csv
import re

import pytest

from inspections.reading.readers.hmicfrs_peel.cycles import cycles_in
from tests.inspections.reading.readers.made_peel_pages import grades, inspection, page, problems, statuses

pytestmark = pytest.mark.shared


def section_e(shared):
    text = (shared / "data/police/hmicfrs_wording.md").read_text()
    return re.findall(r"“([^”]+)”|\"([^\"]+)\"", text.split("## E.")[1].split("## F.")[0])


def test_every_wording_gives_what_it_says(shared):
    said = ["".join(pair) for pair in section_e(shared)]
    assert len(said) == 5
    extent, carried, not_graded, never_compared, two_dates = said
    question = "<h3>How effective is the force at tackling serious and organised crime?</h3>"

    assert grades(page(f"<p>{extent}</p>")) == {"effectiveness": "outstanding"}
    assert statuses(page(question, f"<p>{carried}</p><p>Good</p>")) == {
        "tackling_serious_organised_crime": "carried_over"
    }
    pillar = "<p>The extent to which the force is efficient at keeping people safe and reducing crime "
    assert statuses(page(f"{pillar}{not_graded}.</p>")) == {"efficiency": "not_graded"}
    assert grades(page(question, "<p>Good</p>", f"<p>{never_compared}</p>")) == {
        "tackling_serious_organised_crime": "good"
    }
    blocked = problems(page(question, "<p>Good</p>", f"<p>{two_dates}</p>"), "blocking")
    assert len(blocked) == 1


def test_every_fact_can_be_read_from_a_page_at_its_address(shared):
    with (shared / "data/police/peel.csv").open(newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] != "summary"]
    assert len(rows) > 30
    for row in rows:
        later = "stated on" in row["grade_basis"] or "stated in" in row["notes"]  # by a page of another cycle
        official = "/peel-assessments/" in row["source"] and not later
        heading = f"PEEL {row['cycle']} – {row['force']}"
        html = page(
            f"<h2>{row['item']}</h2><p>{row['grade']}</p>",
            title=row["force"] if official else heading,
            heading=row["force"] if official else heading,
            opening="HMICFRS.",
            url=row["source"] if official else "",
        )
        one = inspection(html)
        assert one.places[0].raw == row["force"], row
        assert {one.framework} == {f"hmicfrs-peel-{cycle}" for cycle in cycles_in(row["cycle"])}, row
        assert [judged.grade for judged in one.judgements] == [row["grade"].replace(" ", "_")], row
        assert problems(html) == [], row
