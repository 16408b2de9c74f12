"""Which council: the title's words, the folder's number, and what happens when they differ."""

import pytest

from inspections.reading.readers.ofsted_report import places
from inspections.reading.structure.place_names import disagree


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Inspection of Borsetshire local authority \nchildren’s services", "Borsetshire"),
        ("Inspection of Borset City Council\nlocal authority children's services", "Borset City Council"),
        ("Inspection of Borset, Amm \nand Hassett children’s services", "Borset, Amm and Hassett"),
        ("1\nBorsetshire\nInspection of children’s social care services", "Borsetshire"),
        ("Borset Children’s Services\nInspection of children’s social care services", "Borset"),
        ("Borset County Council children's services\nInspection of children’s services",
         "Borset County Council"),
        ("Children’s Services\nInspection of children’s social care services", ""),
        ("Inspection of children’s services in Borsetshire", "Borsetshire"),
        (
            "Inspection of Borset City local authority children’s services\n11 July 2022\n"
            "Inspection of Borset City local \nauthority children’s services",
            "Borset City",
        ),
        ("1\nRoyal Borough of Borset upon \nAmm Council\nRe-inspection of services for children in need",
         "Royal Borough of Borset upon Amm Council"),
        (
            "Inspection of services for children in need of help and \nprotection, children looked after and "
            "care leavers\nBorset Council",
            "Borset Council",
        ),
        ("Inspection of looked after children \nservices\nBorset Council", "Borset Council"),
        ("Inspection of Borset Children and \nFamilies Trust", "Borset"),
        ("Inspection of Borset Children’s Services Trust", "Borset"),
        ("Inspection of Borset Children First", "Borset"),
        (
            "Borset Borough Council and Borset \nChildren’s Services Trust\n"
            "Inspection of services for children in need of help",
            "Borset Borough Council",
        ),
        (
            "Borset Safeguarding\nChildren Board\n"
            "Inspection of the effectiveness of the local safeguarding\nchildren board",
            "Borset",
        ),
    ],
)  # fmt: skip
def test_name_in_the_title(title, name):
    assert places.printed_place(f"{title}\nInspection dates: 4 to 15 March 2019\nMore words") == name


def test_number_comes_from_the_folder(made):
    _, inspection, _ = made.outcome_of(made.ilacs_pages(made.ilacs_grades))

    place = inspection.places[0]
    assert (place.raw, place.code, place.kind, place.scope) == (
        "Borsetshire",
        "80999",
        "authority",
        "authority",
    )


def test_without_a_folder_there_is_no_number(made):
    reading, inspection, _ = made.outcome_of(made.ilacs_pages(made.ilacs_grades), "report.pdf")

    assert inspection.places[0].code == ""
    assert reading.problems == ()


@pytest.mark.parametrize("folder", ["80998_felpersham", "80998_north borsetshire"])
def test_folder_of_another_council(made, folder):
    reading, _, _ = made.outcome_of(made.ilacs_pages(made.ilacs_grades), f"{folder}/report.pdf")

    (problem,) = reading.problems
    assert (problem.severity, problem.field, problem.value) == ("blocking", "place", "Borsetshire")
    assert problem.other == folder.split("_")[1]


@pytest.mark.parametrize(
    ("printed", "folder"),
    [
        ("County Borset", "borset"),
        ("Borset City Council", "borset"),
        ("City of London", "london corporation"),
        ("Newborset", "newborset upon amm"),
        ("Borset and Amm", "borset & amm"),
        ("Borset-on-Sea Borough Council", "borset-on-sea"),
    ],
)
def test_two_ways_of_naming_one_council(printed, folder):
    assert not disagree(printed, folder)


def test_lead_inspector_is_kept_nowhere(made):
    reading, _, _ = made.outcome_of(made.ilacs_pages(made.ilacs_grades))

    assert "A Person" not in reading.model_dump_json()


@pytest.mark.parametrize(
    "title",
    [
        "Inspection of looked after children \nservices\nBorset Council\nReporting inspector A Person HMI",
        "Inspection of children’s social care services",
        "1\nCouncil\nInspection of children’s social care services",
    ],
)
def test_title_that_names_no_council_or_more_than_one(title):
    assert places.printed_place(f"{title}\nInspection dates: 4 to 15 March 2019") == ""


def test_without_a_printed_name_the_report_waits(made):
    pages = made.ilacs_pages(made.ilacs_grades, title="Inspection of children’s social care services")

    reading, inspection, _ = made.outcome_of(pages)

    assert inspection.places[0].raw == "borsetshire"
    assert [(problem.severity, problem.field) for problem in reading.problems] == [("blocking", "place")]
