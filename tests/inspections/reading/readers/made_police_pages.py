"""Made-up pages in the shape of HMICFRS's: titles and chapter headings are theirs, every sentence is ours.

How HMICFRS lays out the figures below "Breakdown of case file audit results by area of child protection" has
not been seen: ``columns``, ``grades_down`` and ``listed`` are three guesses. **Layout not verified.**
"""

from html import escape

from inspections.reading.documents.source import Source
from inspections.reading.readers import hmicfrs_report
from tests.made_reports import as_pdf

REVIEW = "national child protection inspection post-inspection review"
FULL = "national child protection inspection"
ANALYSIS = "Case file analysis"
RESULTS = "Results of case file reviews"
BREAKDOWN = "Breakdown of case file audit results by area of child protection"
GRADES = ("Good", "Requires improvement", "Inadequate")


def page(*body, force="Lincolnshire Police", what=FULL, title=None, url="", heading=None):
    """A page as a browser saves it; ``body``: pieces of HTML. ``title``: another than force and what."""
    named = f"{force}: {what}" if title is None else title
    saved = f"<!-- saved from url=({len(url):04d}){url} -->" if url else ""
    shown = "" if heading == "" else f"<h1>{escape(heading or named)}</h1>"
    words = "\n".join(body)
    return (
        f"<!doctype html>{saved}<html><head><meta charset='utf-8'><title>{escape(named)} - HMICFRS</title>"
        f"</head><body><nav>Home</nav><main>{shown}{words}</main><footer>Us</footer></body></html>"
    ).encode()


def p(words):
    return f"<p>{escape(words)}</p>"


def h(level, words):
    return f"<h{level}>{escape(words)}</h{level}>"


def ul(*items):
    return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"


def table(*rows):
    """The first row is the header."""
    return (
        "<table>" + "".join(_row(row, "td" if place else "th") for place, row in enumerate(rows)) + "</table>"
    )


def _row(cells, tag):
    return "<tr>" + "".join(f"<{tag}>{escape(str(cell))}</{tag}>" for cell in cells) + "</tr>"


def columns(*areas):
    """Layout not verified: one table, an area in each row: ``("Missing children", 1, 2, 6)``."""
    return table(("Area of child protection", *GRADES), *areas)


def grades_down(*counts):
    """Layout not verified: a table below each area's heading, a grade in each row."""
    return table(("Grade", "Number of cases"), *zip(GRADES, counts, strict=True))


def listed(*counts):
    """Layout not verified: a list below each area's heading, a grade in each item."""
    return ul(*(f"{grade}: {count}" for grade, count in zip(GRADES, counts, strict=True)))


def read(data, name="page.html"):
    return hmicfrs_report.read(Source(name, data))


def read_pdf(*pages):
    return hmicfrs_report.read(Source("report.pdf", as_pdf(pages)))


def tallies(reading):
    """Facts by (theme or topic, assessor, sample): the cases, then good to inadequate."""
    return {
        (one.theme or one.topic, one.assessor, one.sample): (
            one.cases,
            one.good,
            one.adequate,
            one.requires_improvement,
            one.inadequate,
        )
        for one in reading.inspections[0].case_reviews
        if not one.proposed
    }


def by_theme(reading):
    """The same by theme or topic alone."""
    return {theme: numbers for (theme, _, _), numbers in tallies(reading).items()}


def problems(reading, severity=None):
    """[(severity, field, message)]."""
    return [
        (one.severity, one.field, one.message)
        for one in reading.problems
        if severity is None or one.severity == severity
    ]
