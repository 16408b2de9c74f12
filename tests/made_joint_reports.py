"""Made-up letters and reports of joint inspections: titles and headings are theirs, the prose is ours."""

from __future__ import annotations

JTAI_DAYS = (
    "Between 4 and 8 March 2019, made-up inspectors (MUI) of several kinds\nundertook, together, a joint "
    "inspection of the multi-agency response to {topic} in\n{place}."
)
ADDRESS = (
    "A Person, Director of Children’s Services, Borsetshire County Council\n"
    "Another Person, Executive lead with responsibility for sexual exploitation\n"
    "A Third Person, Chief Constable of Borsetshire Police"
)
JTAI_TITLE = "Joint targeted area inspection of the multi-agency response to {topic} in\n{place}"


def jtai_pages(
    *,
    place="Borsetshire",
    topic="domestic abuse",
    title=JTAI_TITLE,
    days=JTAI_DAYS,
    date="1 May 2019",
    address=ADDRESS,
    opening="Made-up partners in this made-up place mean well.",
    body="Key strengths\n\uf0b7 A made-up strength.",
):
    """Page 1 is the letter's head and opening, page 2 its body, page 3 its close."""
    said = {"topic": topic, "place": place}
    head = [date, address, "Dear local partnership", title.format(**said), days.format(**said)]
    scope = "This letter to everyone outlines made-up findings."
    close = (
        "Next steps\nSomebody should write to us about missing children.\nYours sincerely\nOfsted\nA Person"
    )
    return ["\n".join(line for line in [*head, scope, opening] if line), body, close]


def send_pages(
    *,
    place="Borsetshire",
    title="Area SEND inspection of {place} \nLocal Area Partnership",
    dates="Inspection dates: 15 January 2024 to 19 January 2024",
    outcome="In this place, plans typically lead to positive experiences and outcomes for the\nyoung.",
    body="",
):
    first = [
        "Local Area Partnership report" if title.startswith("Area SEND inspection") else "",
        title.format(place=place),
        dates,
        "Dates of previous inspection: 1 July 2019 to 5 July 2019",
        f"Inspection outcome\n{outcome}" if outcome else "",
        "The next visit of this made-up kind may come one day.",
        "Information about the local area partnership",
        "There are inconsistent experiences of buses here, and 12 children went missing on one.",
    ]
    findings = [
        "What is it like to be a child or young person with SEND in this area?",
        "Made-up children wait for a mental health assessment by CAMHS.",
        "What is the area partnership doing that is effective?",
        "\u25fc The voice of the child is heard in made-up plans.",
        "What does the area partnership need to do better?",
        "\u25fc Disabled children wait for too long in this made-up place.",
        "Areas for improvement",
        "Leaders must see to it that made-up assessments and plans for disabled children\nare better.",
        body,
    ]
    last = "Local area partnership details\nLocal Authority Board\nA Person, who looks for missing children"
    return ["\n".join(line for line in first if line), "\n".join(line for line in findings if line), last]


def ciw_pages(
    *,
    name="Felpersham County Borough Council",
    what="Report of a Performance Evaluation Inspection of Children’s Services",
    dates="Date of inspection: 4 - 8 July 2022",
    published="Date of publication: 12 September 2022",
    body="Key findings\nWhen children go missing, made-up workers look for them.",
):
    """Layout not verified: no real report of this kind was at hand."""
    return ["\n".join(["Care Inspectorate Wales", what, name, dates, published]), body]


def jicpa_pages(
    *,
    place="Felpersham",
    days="We carried out this joint inspection between 12 and 16 June 2023.",
    date="18 September 2023",
    body="Areas for improvement\n\uf0b7 Police officers share made-up intelligence on missing children late.",
):
    """Layout not verified: no real report of this kind was at hand."""
    head = [
        date,
        "Dear colleagues",
        f"Joint Inspection of Child Protection Arrangements (JICPA) in {place}",
        f"This is about the multi-agency response to abuse and neglect of children in {place}.",
        days,
        "Care Inspectorate Wales led it with Estyn, HIW and HMICFRS.",
    ]
    return ["\n".join(head), body]


def without_bullets(pages):
    """For a PDF in a core font, which has none of these marks."""
    return [page.replace("\uf0b7", "-").replace("\u25fc", "-") for page in pages]
