"""What an Ofsted document is, by the words on its first page."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from inspections.reading.language.text import squeezed

Family = Literal["sif", "lscb", "lac", "ilacs", ""]
_HEAD = 2500


class Kind(NamedTuple):
    """``family`` is empty for a document that gives no grades; ``refusal`` then says what it is."""

    family: Family
    refusal: str = ""


_NOT_GRADED = "Only inspection reports with grades are read here; nothing was taken from it."
_UNGRADED = (
    (
        re.compile(r"focus(?:s)?ed visit (?:to|of|at)\b|^\W*ofsted focus(?:s)?ed visit", re.I | re.M),
        "This is a letter about a focused visit, a kind of visit without grades. " + _NOT_GRADED,
    ),
    (
        re.compile(r"monitoring visit (?:to|of|at)\b|(?:first|second|third|\w+th) monitoring visit", re.I),
        "This is a letter about a monitoring visit, a kind of visit without grades. " + _NOT_GRADED,
    ),
    (
        re.compile(
            r"inspection of (?:the )?(?:local authority )?arrangements for the protection of children", re.I
        ),
        "This is a report of the 2012-13 “arrangements for the protection of children” programme, "
        "whose grades this site does not read from reports.",
    ),
    (
        re.compile(r"inspection of safeguarding and (?:looked after children|services for)", re.I),
        "This is a report of the 2009-12 “safeguarding and looked after children” programme, "
        "whose grades this site does not read from reports.",
    ),
)
_SIF = re.compile(
    r"services for children in need of help and protection|children looked after and care leavers"
    r"|\b1\. children who need help and protection",
    re.I,
)
_LSCB = re.compile(
    r"(?:review|inspection) of the effectiveness of the (?:\w+ ){0,4}safeguarding children board", re.I
)
_LAC = re.compile(r"inspection of (?:services for )?looked after children", re.I)
_ILACS = re.compile(r"inspection of (?:.{2,120}? )?children[’']?s[’']? (?:social care )?services", re.I)
_TITLED = re.compile(r"\binspection of ", re.I)
_SOMEONE_ELSES = re.compile(
    r"joint targeted area|area send|special educational needs|joint inspection|independent fostering"
    r"|voluntary adoption|children[’']s home\b|secure training",
    re.I,
)
# It inspects what Ofsted inspects in England, in the same words.
_WALES = re.compile(
    r"care inspectorate wales|care and social services inspectorate wales|arolygiaeth gofal", re.I
)
_IMPACT = re.compile(r"impact of leaders on (?:social work )?practice|experiences? and progress of", re.I)
_TABLE = re.compile(r"\bjudge?ment grade\b", re.I)
_DATED = re.compile(r"inspection date", re.I)


def kind_of(pages: list[str]) -> Kind | None:
    """None where the document is none of Ofsted's reports on a local authority's children's services."""
    head = squeezed(" ".join(pages[:1])[:_HEAD])
    if not head and len(pages) > 1:
        head = squeezed(pages[1][:_HEAD])
    dated = _DATED.search(head)
    title = head[: dated.end()] if dated else head
    if _WALES.search(head[:600]):
        return None
    if _SIF.search(title) or (_LSCB.search(title) and _SIF.search(head)):
        return Kind("sif")
    if _LSCB.search(title):
        return Kind("lscb")
    if _LAC.search(title):
        return Kind("lac")
    if _SOMEONE_ELSES.search(title[:600]):
        return None
    # Any two of title, date line and table make it a full report; what the third would say is then missing.
    signs = [_TITLED.search(title[:600]), dated, _TABLE.search(head)]
    if _IMPACT.search(head) and sum(sign is not None for sign in signs) >= 2:
        return Kind("ilacs")
    for pattern, refusal in _UNGRADED:
        if pattern.search(title[:900]):
            return Kind("", refusal)
    if dated and _ILACS.search(title):
        return Kind("ilacs")
    return None


def reviews_board(title_page: str) -> bool:
    """Whether the title says that the safeguarding board was reviewed too."""
    head = squeezed(title_page[:_HEAD])
    dated = _DATED.search(head)
    return _LSCB.search(head[: dated.start()] if dated else head) is not None
