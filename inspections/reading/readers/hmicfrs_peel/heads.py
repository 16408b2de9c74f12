"""What the head of a document says: whether it is a PEEL assessment, of which force, of which cycle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from inspections.reading.documents.source import Source
from inspections.reading.language.dates import span_alone
from inspections.reading.language.grade_words import unquoted
from inspections.reading.language.police_forces import any_force, forces_in, mentions
from inspections.reading.language.text import squeezed
from inspections.reading.problems import blocking
from inspections.reading.readers.hmicfrs_peel.cycles import cycles_in
from inspections.reading.records import ProblemRecord

_FIRST_BLOCKS = 30
_TITLE_PAGE = 1500
_AFTER_TITLE = re.compile(r"©|\bisbn\b|^\W*hmic(?:frs)? 20\d\d|^\W*contents\b", re.IGNORECASE)
_BODY = r"(?: and isle of wight)?(?:'s)?(?: police service| police| constabulary)?"
_TITLED = re.compile(
    r"^peel\b|\bpeel (?:assessment|inspection|report)?s?:? ?20\d\d|\bpeel: police\b"
    r"|\bpolice (?:effectiveness|efficiency|legitimacy)\b[^.]{0,40}\b20\d\d"
)
_ADDRESS = re.compile(
    r"/peel-(?:assessments/peel-20\d\d[\d-]*|reports)/(?P<force>[a-z][a-z-]+?)(?:-20\d\d[\d-]*)?(?:[/?#]|$)"
)
_OPENING = re.compile(
    r"^this is (?:the|hmic)[^.]{0,80}\bpeel\b[^.]{0,80}\bassessment of (?P<force>[^.]{3,60})"
)
_OPENING_2015 = re.compile(
    r"^this is hmic[^.]{0,40}\bassessment of the effectiveness, efficiency and legitimacy with "
    r"which (?P<force>[^.]{3,60}?)"
    r" (?:keeps|reduces)\b"
)
_EXTENT = re.compile(
    r"the extent to which [^.]{3,60} (?:is (?:effective|efficient|legitimate) at"
    r"|operates efficiently|treats the)"
)
_INSPECTION_OF = re.compile(
    r"\b(?:an )?inspection of (?P<force>[^.\n]{3,60}?(?:police service|police|constabulary))\b"
)
_SOMETHING_ELSE = re.compile(
    r"\bchild protection\b|\bpress releases?\b|\bhow we inspect\b|\bwhat is peel\b"
    r"|\bassessment framework\b|\bspotlight\b"
    r"|\bnational overview\b|\bstate of policing\b|\bevaluation of\b|\brespon(?:se|ses|ds)\b"
    r"|\breacts?\b|\bstatement\b"
    r"|\bnews\b|\bjoint\b|\bfire and rescue\b.{0,20}\bassessment\b|\boverview of the grades\b|\bmethodology\b"
)
_POLICING = re.compile(r"peel|police|constabulary|hmic", re.IGNORECASE)
_INSPECTORATE = re.compile(
    r"\bhmic(?:frs)?\b|justiceinspectorates|\binspectorate of constabulary\b|\binspector of constabulary\b"
)


@dataclass(frozen=True)
class Head:
    """``titles``: the title and the headings or lines that stand as one; ``opening``: the first paragraphs.

    ``force`` is a short name, ``place`` the words that name it; both empty where none or several are named.
    """

    title: str
    url: str
    titles: tuple[str, ...]
    opening: tuple[str, ...]
    headings: tuple[str, ...]
    from_inspectorate: bool

    @cached_property
    def forces(self) -> tuple[str, ...]:
        address = _ADDRESS.search(self.url.lower())
        naming = [*self.titles, *self._assessed(), *([address["force"]] if address else [])]
        named = [force.short_name for words in naming for force in forces_in(words, initials=False)]
        return tuple(dict.fromkeys(named))

    @property
    def force(self) -> str:
        return self.forces[0] if len(self.forces) == 1 else ""

    @property
    def place(self) -> str:
        if len(self.forces) > 1:
            return " and ".join(self.forces)
        if not self.forces:
            return next(self._assessed(), "").strip()
        bodies = (
            force.printed
            for words in (*self.titles, *self.opening)
            for force in mentions(words.replace("&", "and"), with_police=True, initials=False)
        )
        return next(bodies, self.force)

    @property
    def cycles(self) -> frozenset[int]:
        first = cycles_in(self.url).union(*(cycles_in(title) for title in self.titles))
        return first or frozenset[int]().union(
            *(cycles_in(heading) for heading in self.headings if unquoted(heading).startswith("peel"))
        )

    @property
    def cycle(self) -> int | None:
        return next(iter(self.cycles)) if len(self.cycles) == 1 else None

    def problems(self) -> Iterator[ProblemRecord]:
        """Why force or cycle cannot be told."""
        if len(self.forces) != 1:
            named = ", ".join(self.forces)
            message = (
                f"Title, address and opening name several forces: {named}."
                if named
                else "Neither title nor address names one of the 43 police forces."
            )
            yield blocking("title", "place", named or self.title, message)
        if self.cycle is None:
            named = ", ".join(str(cycle) for cycle in sorted(self.cycles))
            message = (
                f"Title and address name several PEEL cycles ({named}); each is a framework of its own."
                if named
                else "Neither title, address nor headings name a PEEL cycle; each is a framework of its own."
            )
            yield blocking("title", "framework", named or self.title, message)

    def _assessed(self) -> Iterator[str]:
        for words in self.opening:
            for pattern in (_OPENING, _OPENING_2015):
                if found := pattern.search(unquoted(words)):
                    yield found["force"]
        for title in self.titles:
            if found := _INSPECTION_OF.search(unquoted(title)):
                yield found["force"]


def head_of(source: Source) -> Head | None:
    """None for what is neither a web page nor a PDF that opens with words of policing."""
    if source.kind == "html":
        page = source.page
        headings = [block for block in page.blocks if block.kind == "heading"]
        top = min((block.level for block in headings), default=1)
        titles = [page.title, *[block.text for block in headings if block.level == top][:1]]
        opening = [block for block in page.blocks[:_FIRST_BLOCKS] if block.kind in ("paragraph", "item")]
        said = unquoted(" ".join([page.title, page.url, *(block.text for block in page.blocks[:200])]))
        return Head(
            title=next(filter(None, titles), ""),
            url=page.url,
            titles=tuple(dict.fromkeys(filter(None, titles))),
            opening=tuple(block.text[:600] for block in opening),
            headings=tuple(block.text for block in headings),
            from_inspectorate=_INSPECTORATE.search(said) is not None,
        )
    if source.kind != "pdf":
        return None
    first = next((page for page in source.pages[:3] if page.strip()), "")[:_TITLE_PAGE]
    if _POLICING.search(first) is None:
        return None
    lines = [line for line in first.split("\n") if line.strip()]
    # The title ends where the month and the year of the copyright begin.
    of_title = takewhile(lambda line: not (_AFTER_TITLE.search(line) or span_alone(line)), lines)
    title = squeezed(" ".join(of_title))
    return Head(title, "", (title,), (), (), _INSPECTORATE.search(unquoted(first)) is not None)


def is_assessment(head: Head) -> bool:
    """By title, address or opening words; a page that only mentions PEEL is none.

    Others write of PEEL too. A title alone has to name force and cycle, or the inspectorate has to be named.
    """
    titles = [unquoted(title) for title in head.titles]
    if any(_SOMETHING_ELSE.search(title) for title in titles):
        return False
    opening = [unquoted(words) for words in head.opening]
    if any(_OPENING.search(words) or _OPENING_2015.search(words) for words in opening):
        return True
    if _ADDRESS.search(head.url.lower()):
        return True
    whole = bool(head.forces) and bool(head.cycles)
    # "Durham PEEL", "West Mercia Police – PEEL".
    after_force = re.compile(rf"\b{any_force()}{_BODY}:? ?[–—-]? ?peel\b")
    titled = any(_TITLED.search(title) or after_force.search(title) for title in titles)
    return (titled and (whole or head.from_inspectorate)) or (whole and any(map(_EXTENT.match, opening)))
