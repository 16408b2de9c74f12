"""Made-up reports in the shape of Ofsted's: the rows, titles and headings are theirs, the prose is ours."""

import pytest

from inspections.reading.readers.ofsted_report import read_pages
from tests.made_pdf import new_pdf

ILACS_LABELS = {
    "impact_of_leaders": "The impact of leaders on social work \npractice with children and families",
    "help_protection": "The experiences and progress of \nchildren who need help and protection",
    "in_care_and_care_leavers": "The experiences and progress of \nchildren in care and care leavers",
    "in_care": "The experiences and progress of \nchildren in care",
    "care_leavers": "The experiences and progress of care \nleavers",
    "overall": "Overall effectiveness",
}
SIF_LABELS = {
    "help_protection": "1. Children who need help and protection",
    "looked_after": "2. Children looked after and achieving \npermanence",
    "adoption": "2.1 Adoption performance",
    "care_leavers": "2.2 Experiences and progress of care leavers",
    "leadership": "3. Leadership, management and governance",
}
SIF_TITLE = (
    "nspection of services for children in need of help and \n"
    "protection, children looked after and care leavers"
)
BOARD_TITLE = "and\nReview of the effectiveness of the Local Safeguarding Children \nBoard1"


def table(grades, labels):
    return "\n".join(f"{labels[aspect]}\n{grade}" for aspect, grade in grades.items())


def ilacs_pages(
    grades,
    *,
    title="Inspection of Borsetshire local authority \nchildren’s services",
    dates="Inspection dates: 4 to 15 March 2019",
    rows=None,
    headings=None,
):
    """Page 1 with the table, page 2 with the headings that repeat the grades (``headings`` replaces some)."""
    told = {aspect: grade for aspect, grade in grades.items() if aspect != "overall"} | (headings or {})
    first = "\n".join(
        [
            title,
            dates,
            "Lead inspector: A Person, His Majesty’s Inspector",
            "Judgement Grade",
            rows if rows is not None else table(grades, ILACS_LABELS),
            "Families in this made-up county told us what they thought of their workers.",
            "Nobody here was real, and no child was asked anything at all.",
        ]
    )
    body = "\n".join(
        f"{ILACS_LABELS[aspect]}: {grade.lower()}\nSome made-up words follow the heading here."
        for aspect, grade in told.items()
    )
    return [first, body]


def sif_pages(
    grades,
    *,
    name="Borsetshire County Council",
    sentence="Children’s services in Borsetshire require improvement to \nbe good",
    dates="Inspection date: 12 January 2015 – 5 February 2015",
    published="Report published: 20 March 2015",
    letter="I",
    board="requires improvement",
    rows=None,
):
    """``letter`` "I" or "Re-i" opens the title; without ``board`` the report reviews no board."""
    lines = [name, letter + SIF_TITLE]
    lines += [BOARD_TITLE] if board else []
    lines += [dates, published, sentence, rows if rows is not None else table(grades, SIF_LABELS)]
    lines += [" ", "1 A made-up footnote about made-up powers, long enough to be one."]
    pages = ["1\n" + "\n".join(line for line in lines if line)]
    pages.append(
        "2\nKey judgement\nJudgement grade\nLeadership, management and \ngovernance\n" + grades["leadership"]
    )
    pages.append(
        f"3\nThe graded judgement for adoption performance is that it is {grades['adoption'].lower()}"
    )
    if board:
        pages.append(f"4\nThe Local Safeguarding Children Board {board}\nExecutive summary\nOur own words.")
    return pages


def lac_pages(grades):
    labels = {
        "overall": "Overall effectiveness",
        "capacity_to_improve": "Capacity to improve",
        "outcomes_lac": "Outcomes for looked after children \nand young people",
        "quality_of_provision": "Quality of provision",
        "leadership": "Leadership and management",
    }
    first = "\n".join(
        [
            "Inspection of looked after children \nservices",
            "Borsetshire County Council",
            "Inspection dates: 8 – 12 July 2013",
            "Reporting inspector A Person HMI",
            "Age group: All",
            "Published: 16 August 2013",
        ]
    )
    contents = "Contents\nOverall effectiveness 4\nCapacity to improve 4\nQuality of provision 15"
    heading = f"Quality of provision\nGrade 4 ({grades['quality_of_provision'].lower()})\n1. Made-up words."
    last = "Record of main findings\nServices for looked after children\n" + table(grades, labels)
    return [first, contents, heading, last]


def as_pdf(pages):
    """The pages as a PDF, a line of text for each line. Core fonts have no curly quotes: straight ones."""
    pdf = new_pdf()
    pdf.set_auto_page_break(False)
    pdf.set_font("Helvetica", size=11)
    for page in pages:
        pdf.add_page()
        for line in page.replace("’", "'").replace("–", "-").split("\n"):
            pdf.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def outcome_of(pages, name="80999_borsetshire/children's services inspection - 20 april 2019.pdf"):
    """The reading, its one inspection, and {aspect: grade, "not_judged" or "unreadable"}."""
    reading = read_pages(pages, name)
    inspection = reading.inspections[0]
    return reading, inspection, {j.aspect: j.grade or j.grade_status for j in inspection.judgements}


MIXED_2018 = {
    "impact_of_leaders": "Good",
    "help_protection": "Requires improvement to be good",
    "in_care_and_care_leavers": "Good",
    "overall": "Inadequate",
}


@pytest.fixture
def made():
    """Everything above, for tests to build on."""
    import types

    return types.SimpleNamespace(
        ilacs_pages=ilacs_pages,
        sif_pages=sif_pages,
        lac_pages=lac_pages,
        as_pdf=as_pdf,
        outcome_of=outcome_of,
        ilacs_grades=dict(MIXED_2018),
        sif_grades={
            "help_protection": "Good",
            "looked_after": "Requires improvement",
            "adoption": "Outstanding",
            "care_leavers": "Inadequate",
            "leadership": "Good",
        },
        ilacs_labels=ILACS_LABELS,
        sif_labels=SIF_LABELS,
    )


@pytest.fixture
def report(made):
    """The bytes of an ILACS report on a real place; ``grades`` replaces some of those it gives."""

    def build(place="Halton", dates="Inspection dates: 4 to 15 March 2019", grades=None, **more):
        pages = made.ilacs_pages(
            made.ilacs_grades | (grades or {}),
            title=f"Inspection of {place} local authority \nchildren’s services",
            dates=dates,
            **more,
        )
        return made.as_pdf(pages)

    return build
