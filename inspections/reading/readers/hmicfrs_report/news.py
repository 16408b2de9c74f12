"""News of a report is not the report: it is second hand, and belongs to the inspection it tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import SplitResult, urlsplit

from inspections.reading.language.dates import span_at_start
from inspections.reading.problems import blocking
from inspections.reading.readers.hmicfrs_report.kinds import Opening
from inspections.reading.records import DateSpan, ProblemRecord
from inspections.terms import Confidence

_ARCHIVE = re.compile(
    r"^https?://(?:web\.archive\.org/web|webarchive\.nationalarchives\.gov\.uk(?:/ukgwa)?)/[^/]*/",
    re.IGNORECASE,
)
_NEWS = re.compile(r"/(?:news|press|media|blogs?|statements?)(?:[/_-]|$)", re.IGNORECASE)
_SOON = r"(?:today|yesterday|(?:this|last) week)"
_ANNOUNCES = re.compile(
    rf"\b{_SOON}\b.{{0,30}}\b(?:publish|releas)|\b(?:publish|releas)\w*\b.{{0,30}}\b{_SOON}\b", re.IGNORECASE
)
_INSPECTORATES = "justiceinspectorates.gov.uk"
_PUBLIC = (".gov.uk", ".police.uk")
_INSPECTION = re.compile(
    r"\b(?:(?:re-?)?inspect(?:ion|ed)|fieldwork|examined|visited)\b[^.;]{0,60}?\b(?=(?:in|on|between|from) )",
    re.IGNORECASE,
)
_FAR = 4000
_LONGEST_DATE = 60


def confidence_in(opening: Opening) -> Confidence:
    """Read, where this is the report on the inspectorate's own site, or a file that names no site; press,
    where a newspaper tells of it; else quoted: the inspectorate's news, another body's page, a copy."""
    address = _address(opening)
    host = address.hostname or ""
    if not (_NEWS.search(address.path) or _ANNOUNCES.search(opening.words)):
        return Confidence.QUOTED if host and not host.endswith(_INSPECTORATES) else Confidence.READ
    return Confidence.QUOTED if not host or host.endswith(_PUBLIC) else Confidence.PRESS


def publisher_in(opening: Opening) -> str:
    """The name of the site, where that is not the inspectorate's; else empty."""
    host = _address(opening).hostname or ""
    return "" if host.endswith(_INSPECTORATES) else host.removeprefix("www.")[:120]


def _address(opening: Opening) -> SplitResult:
    return urlsplit(_ARCHIVE.sub("", opening.url))


def fieldwork_in(texts: Sequence[str]) -> DateSpan:
    """The first date given for an inspection: "has published the report of an inspection in June 2015"."""
    for text in texts:
        for said in _INSPECTION.finditer(text[:_FAR]):
            if span := span_at_start(text[said.end() : said.end() + _LONGEST_DATE]):
                return span
    return DateSpan()


def doubt(fieldwork: DateSpan) -> ProblemRecord | None:
    """Without a date of the inspection nothing joins its news to it: a second one would be invented."""
    if fieldwork.start or fieldwork.end:
        return None
    message = (
        "This is news of a report, not the report, and it does not say when inspectors were there: which "
        "inspection it tells of cannot be told. Nothing of it is shown."
    )
    return blocking("document", "inspection", "", message)
