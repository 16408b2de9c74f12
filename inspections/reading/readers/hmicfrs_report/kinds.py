"""What kind of HMICFRS document this is, by its title, its headings and its opening words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from inspections.reading.documents.source import Source
from inspections.reading.language.police_forces import forces_in
from inspections.reading.language.text import squeezed
from inspections.reading.structure.report import first_page

Kind = Literal[
    "full", "reinspection", "post_inspection_review", "quarterly_update", "thematic", "commissioned"
]

_DASH = r"[\s_–-]{1,3}"
_SUBJECT = re.compile(
    rf"\bnational{_DASH}child{_DASH}protection\b|\bchild{_DASH}protection{_DASH}(?:post{_DASH}|re{_DASH}?)?inspection"
    rf"|\bpost{_DASH}inspection{_DASH}review\b.{{0,80}}\bchild{_DASH}protection"
    rf"|\bintegrated{_DASH}vulnerability{_DASH}(?:post{_DASH})?inspection"
    rf"|\b(?:quarterly|quarter)\b.{{0,80}}\bchild{_DASH}protection|\bchild{_DASH}protection\b.{{0,80}}\bquarter",
    re.IGNORECASE,
)
_EXPLOITATION = re.compile(
    rf"\bhandling{_DASH}of{_DASH}(?:the{_DASH})?(?:child{_DASH})?sexual{_DASH}and{_DASH}criminal{_DASH}exploitation",
    re.IGNORECASE,
)
_IN_HARMS_WAY = re.compile(r"\bin harm[’']?s way\b", re.IGNORECASE)
_THEMATIC = re.compile(r"\bthematic\b|\bin harm[’']?s way\b|\bnational overview\b", re.IGNORECASE)
_REVIEW = re.compile(
    rf"\bpost{_DASH}inspection\b|\brevisit\b|\bfollow{_DASH}up (?:review|inspection)", re.IGNORECASE
)
_REINSPECTION = re.compile(rf"\bre{_DASH}?inspection\b", re.IGNORECASE)
_QUARTERLY = re.compile(r"\bquarter(?:ly)?\b", re.IGNORECASE)
# Other inspections, and pages that explain or announce this one.
_ANOTHER = re.compile(
    rf"\bpeel\b|\bjoint{_DASH}targeted{_DASH}area|\bjtai\b|\bofsted\b|\barea{_DASH}send\b|\bmethodology\b"
    rf"|\bassessment{_DASH}criteria\b|\bterms{_DASH}of{_DASH}reference\b|\bguidance\b|\bconsultation\b|\bnews\b"
    rf"|\bhow{_DASH}we{_DASH}inspect\b|\bresponse to (?:the )?(?:hmic|report)",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\bthis (?:is (?:a|the|our) )?(?:national )?(?:child protection )?(?:post[- ]inspection )?"
    r"(?:report|review|(?:re-?)?inspection|update)\b"
    r"|\b(?:we|hmic(?:frs)?|inspectors) (?:\w+ ){0,3}"
    r"(?:inspected|examined|audited|assessed|reviewed|carried out|conducted)\b"
    r"|\bour (?:re-?)?(?:inspection|review)\b",
    re.IGNORECASE,
)
_FORCE = re.compile(r"\b(?:police|constabulary)\b", re.IGNORECASE)
_PROGRAMME = re.compile(r"\binspections\b|\bprogramme\b", re.IGNORECASE)
_SITE = re.compile(
    r"\s+[-–—|·]\s+(?:HMICFRS|HMIC|His Majesty[’']s Inspectorate\b.*|Her Majesty[’']s Inspectorate\b.*)\s*$",
    re.IGNORECASE,
)
_OPENING = 600
_COVER_LINES = 12
_FIRST_LINES = 20
_FIRST_HEADINGS = 3


@dataclass(frozen=True)
class Opening:
    """How a document introduces itself.

    ``titles``: the page's title, its first headings and its address, or the cover's lines. ``words``: what
    the text opens with. ``title``: a page's, without the site's name. ``cover``: the first lines as they are.
    ``url``: a page's address.
    """

    title: str
    titles: tuple[str, ...]
    words: str
    cover: tuple[str, ...]
    url: str = ""

    @property
    def title_words(self) -> str:
        return " / ".join(self.titles)


def opening_of(source: Source) -> Opening | None:
    """None for a file that is neither a web page nor a PDF. Raises UnreadableSource."""
    if source.kind == "html":
        page = source.page
        # The page's own heading first: a website may set others above it.
        headings = [block for block in page.blocks if block.kind == "heading"]
        headings.sort(key=lambda heading: heading.level > 1)
        names = [heading.text for heading in headings[:_FIRST_HEADINGS]]
        said = [block.text for block in page.blocks[:60] if block.kind in ("paragraph", "item")]
        shown = _SITE.sub("", page.title) or (names[0] if names else "")
        titles = (page.title, *names, page.url.rstrip("/").rpartition("/")[2][:200])
        cover = tuple(block.text for block in page.blocks[:_FIRST_LINES] if block.kind != "row")
        words = " ".join(said)[:_OPENING]
        return Opening(shown[:300], tuple(title[:300] for title in titles), words, cover, page.url)
    if source.kind != "pdf":
        return None
    lines = [squeezed(line) for line in first_page(source.pages).split("\n") if line.strip()]
    if not lines:
        return None
    short = [line[:200] for line in lines]
    title = " ".join(short[:_COVER_LINES])
    text = " ".join([title, *short[_COVER_LINES:], *source.pages[1:3]])
    return Opening("", (title,), squeezed(text)[:_OPENING], tuple(lines[:_FIRST_LINES]))


def kind_of(opening: Opening | None) -> Kind | None:
    """The kind of inspection a document reports on; None where it is no such report."""
    if opening is None:
        return None
    titles = opening.title_words
    if _ANOTHER.search(" / ".join((*opening.titles[:2], *opening.titles[-1:]))):
        return None
    if _EXPLOITATION.search(titles):
        return "post_inspection_review" if _REVIEW.search(titles) else "commissioned"
    if _IN_HARMS_WAY.search(titles) or (_SUBJECT.search(titles) and _THEMATIC.search(titles)):
        return "thematic"
    words = opening.words
    if not _SUBJECT.search(titles) and not _SUBJECT.search(words):
        return None
    named = forces_in(titles) or forces_in(words, with_police=True)
    of_itself = _SELF.search(words) is not None
    if _SUBJECT.search(titles):
        # A report on a force, though no table know it; not the page of the whole programme.
        of_a_force = named or _FORCE.search(titles) or (of_itself and not _PROGRAMME.search(titles))
        return _by_words(titles, words) if of_a_force else None
    # Where the title does not say, only words that speak of the document itself count.
    by_words = named and of_itself and not _ANOTHER.search(words)
    return _by_words(titles, words) if by_words else None


def framework_of(opening: Opening, *, recent: bool) -> str:
    """``recent``: it is of the time since February 2024. One commission on exploitation, of the Metropolitan
    Police, has a framework of its own, its revisit too."""
    if _EXPLOITATION.search(opening.title_words):
        return "hmicfrs-exploitation"
    return "hmicfrs-ncpi-2024" if recent else "hmicfrs-ncpi-2014"


def _by_words(titles: str, words: str) -> Kind:
    for text in (titles, words if not _SUBJECT.search(titles) else ""):
        if _QUARTERLY.search(text):
            return "quarterly_update"
        if _REVIEW.search(text):
            return "post_inspection_review"
        if _REINSPECTION.search(text):
            return "reinspection"
    return "full"
