"""Sources, and where in them a fact stands, in words. Exports keep the locator as it is stored."""

from __future__ import annotations

import re

from dashboard.series.values import Citation
from dashboard.wording.certainty import HOW_SEEN

LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."

# "LA_inspections_2009-2022 row 17": a sheet or a file, a row in it, and maybe a column with its heading.
_ROW_OF = re.compile(r"(\S{1,80}) row (\d{1,7})(?: column ([A-Z]{1,3})(?: \((\w{1,80})\))?)?")
_SHEET = re.compile(r"sheet (\S{1,80})")


def locator_words(locator: str) -> str:
    """ "row 17 of “LA inspections 2009-2022”"; what is words already stays: "para 12", "page 3"."""
    return "; ".join(_in_words(part) for part in locator.split("; ")) if locator else ""


def _in_words(part: str) -> str:
    if sheet := _SHEET.fullmatch(part):
        return f"sheet “{sheet[1].replace('_', ' ')}”"
    found = _ROW_OF.fullmatch(part)
    if not found:
        return part
    name = found[1].removesuffix(".csv").replace("_", " ")
    heading = (
        f"column “{found[4].replace('_', ' ')}”" if found[4] else f"column {found[3]}" if found[3] else ""
    )
    return f"{', '.join(part for part in (f'row {found[2]}', heading) if part)} of “{name}”"


def row_of(locator: str) -> str:
    """What the cells of one row share: "row 7" of "row 7 column P: empty"."""
    return locator.partition(" column ")[0]


def source_words(citation: Citation | None) -> str:
    """The title of a source, after how it was seen if not read here."""
    if citation is None:
        return "source not given"
    if citation.confidence == "read":
        return citation.title
    seen = HOW_SEEN[citation.confidence]
    return f"{seen}{':' if citation.confidence == 'press' else ''} {citation.title}"


def cited_words(citation: Citation | None) -> str:
    """A source in a few words: "Ofsted report", "as quoted by the Inquiry (IICSA)".

    Of the press: "as reported by the press: St Helens Star".
    """
    if citation is None:
        return "source not given"
    publisher = citation.publisher or citation.title
    words = {
        "report": f"{publisher} report",
        "statistics": f"{publisher} statistics",
        "inquiry": "the Inquiry (IICSA)",
        "page": f"{publisher} web page",
        # Its title is read out and stands in full on the inspection's page.
        "dataset": f"{citation.publisher} data" if citation.publisher else "a data set",
    }.get(citation.kind, publisher)
    if citation.confidence == "quoted":
        return f"{HOW_SEEN['quoted']} {words}"
    return f"{HOW_SEEN['press']}: {words}" if citation.confidence == "press" else words
