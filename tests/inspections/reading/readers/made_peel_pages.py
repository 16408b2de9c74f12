"""Made-up pages in the shape of PEEL assessments. Layout not verified: the order of the wordings is a guess.

The forces are real, since places have to be found; every grade, date and sentence here is made up.
"""

from inspections.reading.documents.source import Source
from inspections.reading.readers import hmicfrs_peel

SITE = "https://inspectorate.test/hmicfrs"


def page(*body, title="Gwent 2018/19 - HMICFRS", heading="Gwent 2018/19", url="", head="", opening=None):
    """One saved page; ``body`` are pieces of HTML. ``opening`` names the force and the inspectorate."""
    if opening is None:
        opening = (
            "This is HMICFRS’s made-up PEEL (police effectiveness, efficiency and legitimacy) assessment of "
            "Gwent Police."
        )
    link = f'<link rel="canonical" href="{url}">' if url else ""
    top = f"<h1>{heading}</h1>" if heading else ""
    lead = f"<p>{opening}</p>" if opening else ""
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title>{link}{head}</head>"
        f"<body><nav><a href='/'>PEEL 2016</a></nav>{top}{lead}{''.join(body)}</body></html>"
    )


def five_tiers(*body, **more):
    """The same for 2021/22."""
    values = {
        "title": "PEEL 2021/22: An inspection of Gwent Police - HMICFRS",
        "heading": "PEEL 2021/22 Gwent Police",
        "opening": "Our inspection assessed how good Gwent Police is in several made-up areas.",
    }
    return page(*body, **(values | more))


def source(html, name="page.html"):
    return Source(name, html.encode())


def read(html):
    return hmicfrs_peel.read(source(html))


def inspection(html):
    [only] = read(html).inspections
    return only


def grades(html):
    """Grade by aspect, None where a status stands for it; of the one inspection on the page."""
    return {row.aspect: row.grade for row in inspection(html).judgements}


def statuses(html):
    return {row.aspect: row.grade_status for row in inspection(html).judgements}


def problems(html, severity=None):
    found = read(html).problems
    return [problem for problem in found if severity in (None, problem.severity)]


def blocking(html):
    return [problem.field for problem in problems(html, "blocking")]


def paragraphs(*sentences):
    return "".join(f"<p>{sentence}</p>" for sentence in sentences)


def items(*sentences):
    return "<ul>" + "".join(f"<li>{sentence}</li>" for sentence in sentences) + "</ul>"


def table(*rows):
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
