"""What a Welsh document is, and of which council, by the words on its first page.

Written without a real report at hand: what a title does not say plainly becomes a problem.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from inspections.reading.documents.html import Page
from inspections.reading.language.text import plain, squeezed
from inspections.reading.structure.place_names import disagree, named, telling
from inspections.reading.structure.report import first_page

_HEAD = 3000
_CIW = re.compile(r"\bCare Inspectorate Wales\b|\bCIW\b")
_CIW_SITE = re.compile(r"https?://(?:www\.)?careinspectorate\.wales/", re.IGNORECASE)
_WELSH = re.compile(r"\bArolygiaeth Gofal Cymru\b|\bAGC\b")
_JICPA = re.compile(
    r"\bjoint (?:(?:inspectorate )?reviews?|inspections?) of child protection arrangements\b|\bJICPA\b",
    re.IGNORECASE,
)
_KINDS = (
    ("full", re.compile(r"\b(?:performance evaluation|risk[ -]based) inspections?\b", re.IGNORECASE)),
    ("focused_visit", re.compile(r"\bassurance checks?\b", re.IGNORECASE)),
    ("monitoring_visit", re.compile(r"\bimprovement checks?\b", re.IGNORECASE)),
    (
        "full",
        re.compile(
            r"\binspection of (?:local authority )?(?:children[’']?s|social) (?:social )?services\b",
            re.IGNORECASE,
        ),
    ),
)
_OTHER_TITLE = re.compile(
    r"^[ ]*(?:joint targeted area|area send |peel\b|national child protection|judge?ment grade)",
    re.IGNORECASE | re.MULTILINE,
)
_ADULTS = re.compile(r"\badult", re.IGNORECASE)
_CHILDREN = re.compile(r"\bchild", re.IGNORECASE)
_RESPONSE = re.compile(
    r"\bmulti-agency responses? to (?P<topic>[^.;]{3,200}?)(?: (?:in|across) (?=(?:the )?[A-Z])|[.;])"
)
# A capital word that opens the next line or sentence, or is a month, is no part of a name.
_UPPER = (
    r"(?!(?:This|These|It|We|The|Between|From|In|On|Dear|Care|Published|Date|Report|Joint|Inspection"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"[A-Z][\w’'-]{1,30}"
)
_IN_PLACE = re.compile(
    rf"(?i:\b(?:arrangements|\(?JICPA\)?|neglect)[ ]?(?: in| :|:| –)[ ](?:the )?)"
    rf"(?P<name>{_UPPER}(?: (?:{_UPPER}|of|and|y)){{0,6}})"
)
_SMALL = frozenset(("of", "and", "y", "the", "&"))
# What may stand right before a council's name without being part of it.
_NOT_A_NAME = re.compile(
    r"(?:arrangements|assurance|care|check|children(?:'?s)?'?|ciw|council|dear|director|evaluation|improvement|inspection"
    r"|inspectorate|jicpa|joint|performance|protection|report|review|services|social|visit|wales|adults?'?s?"
    r"|this|our|we|welsh|head|a|an|in)"
)
_MOST_COUNCILS = 40


class Title(NamedTuple):
    """``framework``: ciw or jicpa; "" for a document that is refused, for the reason ``refusal``.

    ``places``: every council the first page names, each once.
    """

    framework: str
    kind: str = ""
    places: tuple[str, ...] = ()
    topic: str = ""
    refusal: str = ""


def title_of(pages: list[str]) -> Title | None:
    """None where the document is none of these Welsh inspections of an authority."""
    page = first_page(pages)[:_HEAD]
    head = squeezed(page)
    if _OTHER_TITLE.search(page):
        return None
    joint = _JICPA.search(head)
    if joint:
        response = _RESPONSE.search(head)
        topic = response["topic"].strip(" ,‘’'“”")[:200] if response else ""
        return Title("jicpa", "joint", _places(page, head), topic)
    if not _CIW.search(head):
        if _WELSH.search(head):
            return Title("", refusal="This is the Welsh text of a report; only the English one is read here.")
        return None
    found = [(said.start(), kind, said) for kind, pattern in _KINDS if (said := pattern.search(head))]
    if not found:
        return None
    at, kind, said = min(found, key=lambda one: one[0])
    around = head[max(0, at - 100) : said.end() + 150]
    if _ADULTS.search(around) and not _CHILDREN.search(head):
        return Title(
            "", refusal="This inspection looked at services for adults only; nothing is taken from it."
        )
    return Title("ciw", kind, _places(page, head))


def is_own_page(page: Page) -> bool:
    """Whether a web page is such a report itself, by its headline: not one that writes of it."""
    headline = next((block.text for block in page.blocks if block.kind == "heading"), "")
    own = _CIW.search(page.title) or _CIW_SITE.match(page.url)
    said = _JICPA.search(headline) or any(pattern.search(headline) for _, pattern in _KINDS)
    return bool(own and said and _places(headline, headline))


def _places(page: str, head: str) -> tuple[str, ...]:
    """ "Borset County Borough Council", on one line or over the end of one and the next; where none is named,
    what stands after "arrangements in"."""
    names: list[str] = []
    before: list[str] = []
    for line in page.split("\n"):
        words = line.split()
        for place, word in enumerate(words):
            if word.strip(".,:;()’'s") != "Council" or len(names) >= _MOST_COUNCILS:
                continue
            name = _back_from(words[:place])
            if len(name) == place and (not telling(" ".join(name)) or name[0].lower() in _SMALL):
                name = [*_back_from(before), *name]
            while name and name[0].lower() in _SMALL:
                del name[0]
            if telling(" ".join(name)):
                names.append(" ".join([*name, "Council"]))
        before = words
    if not names and (inside := _IN_PLACE.search(head)):
        names = [named(inside["name"])]
    kept: list[str] = []
    for council in names:
        if all(disagree(council, other) for other in kept):
            kept.append(council)
    return tuple(kept)


def _back_from(words: list[str]) -> list[str]:
    """The words of a name that end a line of words: back to one that cannot be part of it."""
    name: list[str] = []
    for word in reversed(words):
        plainly = plain(word)
        if word[-1] in ".,:;)–-" or _NOT_A_NAME.fullmatch(plainly):
            break
        if plainly not in _SMALL and not word[0].isupper():
            break
        name.insert(0, word)
    return name
