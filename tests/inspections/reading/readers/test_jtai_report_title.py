"""The title of a JTAI letter: of which place, and what was looked at, however its lines are broken."""

import pytest

from inspections.reading.readers.jtai_report import read_pages
from tests.made_joint_reports import jtai_pages

FOLDER = "80999_borsetshire/joint area child protection inspection - 1 may 2019.pdf"


def read(name="letter.pdf", **more):
    reading = read_pages(jtai_pages(**more), name)
    return reading, reading.inspections[0]


def fields(reading):
    return [(problem.severity, problem.field) for problem in reading.problems]


def test_what_every_letter_is():
    reading, inspection = read(FOLDER)

    assert (inspection.inspectorate, inspection.framework, inspection.kind) == ("joint", "jtai", "joint")
    assert [place.model_dump() for place in inspection.places] == [
        {
            "raw": "Borsetshire", "kind": "authority", "code": "80999", "scope": "authority", "decided": "",
        }
    ]  # fmt: skip
    assert inspection.judgements == ()
    assert inspection.themes_read
    assert reading.title == "Joint targeted area inspection: Borsetshire"
    assert reading.problems == ()


@pytest.mark.parametrize(
    "place",
    [
        "Borsetshire",
        "Borset City Council",
        "Borset1",
        "the London Borough of Felpersham",
        "the Royal Borough of Felpersham and Penny",
        "Felpersham upon Am City Council",
        "Felpersham-on-Am",
        "Lower Felpersham, Ambridge and Penny",
        "the Isle of Penny",
        "St. Hassetts",
        "North East Borsetshire",
        "the Wirral",
    ],
)
@pytest.mark.parametrize("title", ["response", "bare", "services"])
def test_the_place(place, title):
    titles = {
        "response": "Joint targeted area inspection of the response to abuse and\nneglect in {place} ",
        "bare": "Joint targeted area inspection of {place}",
        "services": "Joint targeted area inspection (JTAI) of services for children in {place}",
    }

    reading, inspection = read(place=place, title=titles[title])

    expected = place.removeprefix("the ").removesuffix("1")
    assert inspection.places[0].raw == expected
    assert reading.problems == ()


@pytest.mark.parametrize(
    "topic",
    [
        "child criminal exploitation",
        "serious youth violence",
        "sexual abuse in the family environment",
        "children’s mental health",
        "domestic abuse",
        "the initial identification of need and risk",
        "children in need of help in their homes",
        "harm to children in NHS wards",
    ],
)
@pytest.mark.parametrize("titled", [True, False])
def test_what_was_looked_at(topic, titled):
    title = {} if titled else {"title": "Joint targeted area inspection of {place}"}

    _, inspection = read(topic=topic, **title)

    assert inspection.topic == topic[:1].upper() + topic[1:]  # as every topic of a visit is written
    assert inspection.places[0].raw == "Borsetshire"


def test_a_title_over_many_lines():
    title = "Joint targeted area inspection of\nthe response to\nsexual abuse in the\nfamily in {place}\n"

    _, inspection = read(title=title, place="South Borsetshire")

    assert inspection.topic == "Sexual abuse in the family"
    assert read(title=title.replace("area inspection", "area \ninspection"))[1].topic == inspection.topic
    assert inspection.places[0].raw == "South Borsetshire"


def test_a_deep_dive_is_told_with_the_topic():
    opening = "The inspection included a ‘deep dive’ focus on the response to children who\nrun from home."

    _, inspection = read(opening=opening)

    assert inspection.topic == "Domestic abuse; deep dive: children who run from home"


def test_a_topic_is_never_longer_than_the_site_keeps():
    _, inspection = read(
        topic="made-up harm and " * 11 + "neglect", opening="A deep dive on " + "many words " * 20
    )

    assert 150 < len(inspection.topic) <= 200


def test_a_place_told_by_the_first_sentence_alone():
    _, inspection = read(title="Joint targeted area inspection of the multi-agency response to {topic}")

    assert inspection.places[0].raw == "Borsetshire"


def test_a_letter_that_names_no_place():
    reading, _ = read(
        title="Joint targeted area inspection", days="This inspection took place from 4 to 8 March 2019."
    )

    assert ("blocking", "place") in fields(reading)


def test_a_letter_that_names_one_place_in_its_title_and_another_below():
    days = "Between 4 and 8 March 2019 we inspected the multi-agency response to neglect in Felpersham."

    reading, _ = read(days=days)

    assert fields(reading) == [("blocking", "place")]


def test_a_letter_in_the_folder_of_another_council():
    reading, _ = read(FOLDER.replace("borsetshire", "felpersham"))

    assert fields(reading) == [("blocking", "place")]


@pytest.mark.parametrize("place", ["Borsetshire and Felpersham", "Borsetshire, Felpersham"])
def test_two_authorities_are_not_made_one_by_the_folder_of_one(place):
    reading, inspection = read(FOLDER, place=place)

    assert fields(reading) == [("blocking", "place")]
    assert inspection.places[0].code == ""


def test_one_authority_of_several_names_is_one():
    name = FOLDER.replace("borsetshire", "borset, felpersham & penny")

    reading, inspection = read(name, place="Borset, Felpersham and Penny")

    assert reading.problems == ()
    assert inspection.places[0].code == "80999"
