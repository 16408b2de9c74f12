"""What kind of inspection a page reports on, under which rulebook, and what it is called."""

import pytest

from tests.inspections.reading.readers import made_police_pages as made

WORDS = made.p("Officers spoke to children kindly and wrote down what they had said.")


def inspection(**page):
    return made.read(made.page(WORDS, **page)).inspections[0]


@pytest.mark.parametrize(
    ("title", "kind", "framework"),
    [
        ("Dorset Police: national child protection inspection", "full", "hmicfrs-ncpi-2014"),
        ("Dorset Police: national child protection re-inspection", "reinspection", "hmicfrs-ncpi-2014"),
        (
            "Dorset: national child protection inspection – post-inspection review",
            "post_inspection_review",
            "hmicfrs-ncpi-2014",
        ),
        (
            "Metropolitan Police Service: child protection, second quarterly update",
            "quarterly_update",
            "hmicfrs-ncpi-2014",
        ),
        ("In harm’s way: how the police keep children safe", "thematic", "hmicfrs-ncpi-2014"),
        (
            "The Metropolitan Police Service’s handling of the sexual and criminal exploitation of children",
            "commissioned",
            "hmicfrs-exploitation",
        ),
    ],
)
def test_the_title_says_the_kind(title, kind, framework):
    found = inspection(title=title)

    assert (found.inspectorate, found.kind, found.framework) == ("hmicfrs", kind, framework)


@pytest.mark.parametrize(
    ("fieldwork", "framework"),
    [
        ("Fieldwork: 8–19 January 2024", "hmicfrs-ncpi-2014"),
        ("Fieldwork: 5–16 February 2024", "hmicfrs-ncpi-2024"),
    ],
)
def test_the_rulebook_changes_in_february_2024(fieldwork, framework):
    assert made.read(made.page(made.p(fieldwork))).inspections[0].framework == framework


@pytest.mark.parametrize(
    ("printed", "publisher"), [("June 2017", "HMIC"), ("August 2017", "HMICFRS"), ("nothing", "HMICFRS")]
)
def test_the_inspectorate_changed_its_name_in_july_2017(printed, publisher):
    assert made.read(made.page(made.p(printed), WORDS)).publisher == publisher


def test_a_page_keeps_its_title_and_address():
    address = "https://hmicfrs.justiceinspectorates.gov.uk/dorset-national-child-protection-inspection/"
    reading = made.read(
        made.page(WORDS, title="Dorset Police: national child protection inspection", url=address)
    )

    assert (reading.kind, reading.url) == ("page", address)
    assert reading.title == "Dorset Police: national child protection inspection"


def test_a_title_that_names_an_officer_is_not_kept():
    title = "Letter to Chief Constable A Person: national child protection inspection of Dorset Police"

    assert (
        made.read(made.page(WORDS, title=title)).title
        == "National child protection inspection: Dorset Police"
    )
