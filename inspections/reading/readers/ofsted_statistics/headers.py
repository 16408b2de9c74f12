"""What a column means, by the words of its header; where it stands decides nothing.

The vocabulary is reviewed by hand: a header is either all known words or it is unknown and is named in a
problem. Guessing from a part of it would read "previous overall effectiveness" as the grade of today.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Group = tuple[str, str, str]
Role = Literal["name", "code", "start", "end", "published", "kind", "theme", "grade", "known"]


@dataclass(frozen=True)
class Meaning:
    """What the cells of a column say.

    ``programme`` and ``kind`` are given where the header itself names them (tables with a group of columns
    per programme); ``part`` parts two groups of one programme and kind that have a date each.
    """

    role: Role
    aspect: str = ""
    programme: str = ""
    kind: str = ""
    part: str = ""

    @property
    def group(self) -> Group:
        return self.programme, self.kind, self.part


NAME, CODE, KNOWN = Meaning("name"), Meaning("code"), Meaning("known")

_PLAIN: dict[Role, str] = {
    "name": """local authority name; local authority; la name; authority name; name of local authority;
        name of authority; local authority la name; la; authority""",
    "code": """local authority area code; area code; local authority code; la code; ons code; gss code;
        ons area code; local authority ons code; local authority gss code; local authority urn; la urn""",
    "start": """inspection date; inspection visit date; visit date; inspection start date; start date;
        date of inspection; date of inspection visit; inspection visit start date; first day of inspection;
        inspection or visit date""",
    "end": """inspection end date; end date; last day of inspection; inspection visit end date""",
    "published": """publication date; inspection publication date; date published; date of publication;
        report publication date; inspection visit publication date; first publication date""",
    "kind": """inspection visit type; inspection type; type of inspection; visit type; event type;
        inspection or visit type; inspection event type; type of inspection or visit""",
    "theme": "visit theme; theme; theme of visit; focus of visit; visit focus; focused visit theme",
    # Columns that are known and give nothing an inspection holds.
    "known": """web link; weblink; link; link to report; region; ofsted region; la region;
        government office region; la authority type; authority type; local authority type;
        local authority status; la status;
        local authority region; ofsted region name""",
}
_ASPECTS: dict[str, str] = {
    "overall": "overall effectiveness; overall judgement; overall",
    "impact_of_leaders": """impact of leaders; impact of leaders on practice;
        impact of leaders on social work practice;
        impact of leaders on social work practice with children and families""",
    "help_protection": """experiences and progress of children who need help and protection;
        children who need help and protection; help and protection""",
    "in_care_and_care_leavers": """experiences and progress of children in care and care leavers;
        children in care and care leavers""",
    "in_care": "experiences and progress of children in care; children in care",
    "care_leavers": "experiences and progress of care leavers; care leavers",
}
_SIF_ASPECTS: dict[str, str] = {
    "overall": _ASPECTS["overall"],
    "help_protection": _ASPECTS["help_protection"],
    "looked_after": "children looked after and achieving permanence; children looked after",
    "adoption": "cla sub adoption performance; adoption performance; adoption",
    "care_leavers": "cla sub experiences and progress of care leavers; " + _ASPECTS["care_leavers"],
    "leadership": "leadership management and governance; leadership management governance",
}
# What makes a table one about providers or about the country, never about an authority's inspections.
_FOREIGN = frozenset(("provision type", "sector", "places", "period", "period as at", "organisation name"))


def _phrases(words: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in words.split(";"))


def _grades(
    aspects: dict[str, str], programme: str = "", kind: str = "", part: str = ""
) -> dict[str, Meaning]:
    return {
        phrase: Meaning("grade", aspect, programme, kind, part)
        for aspect, words in aspects.items()
        for phrase in _phrases(words)
    }


@dataclass(frozen=True)
class _Programme:
    """Headers that begin with a programme's name, and what the rest of them may say."""

    begins: re.Pattern[str]
    rest: dict[str, Meaning]


def _programme(
    begins: str, code: str, kind: str, aspects: dict[str, str], *, part: str = "", typed: bool = False
) -> _Programme:
    rest = _grades(aspects, code, kind, part)
    for phrase in ("publication date", "inspection publication date", "sif publication date"):
        rest[phrase] = Meaning("published", "", code, kind, part)
    for phrase in ("inspection date", "inspection start date"):
        rest[phrase] = Meaning("start", "", code, kind, part)
    if typed:
        rest["inspection type"] = Meaning("kind", "", code, kind, part)
    return _Programme(re.compile(begins), rest)


_SLAC = r"^(?:safeguarding and looked after children slac|slac) "
_SIF = r"^(?:single inspection of la childrens services sif )?"
_OVERALL = {"overall": "overall effectiveness; overall judgement"}
# The first that fits decides, so a re-inspection stands before the inspection it repeats.
_PROGRAMMES = (
    _programme(
        _SLAC + "re inspection (?:of )?(?:services )?(?:for )?safeguarding ", "slac", "reinspection",
        {"safeguarding": "overall effectiveness"}, part="safeguarding",
    ),
    _programme(
        _SLAC
        + "re inspection (?:of )?(?:services )?(?:for )?(?:children looked after|looked after children) ",
        "slac", "reinspection", {"looked_after": "overall effectiveness"}, part="looked_after",
    ),
    _programme(
        _SLAC, "slac", "full",
        {
            "safeguarding": "safeguarding overall effectiveness",
            "looked_after": "looked after children overall effectiveness",
        },
    ),
    _programme(
        r"^(?:child protection re inspections? cpri|cpri) ", "cpi", "reinspection", _OVERALL,
    ),
    _programme(r"^(?:child protection inspections? cpi|cpi) ", "cpi", "full", _OVERALL),
    _programme(r"^(?:targeted looked after children tlac|tlac) ", "lac", "full", _OVERALL),
    _programme(_SIF + "sif re inspection ", "sif", "reinspection", _SIF_ASPECTS),
    _programme(_SIF + "first sif ", "sif", "full", _SIF_ASPECTS),
    # The board's review has no date of its own here; it was mostly published with the first SIF inspection.
    _programme(r"^lscb ", "sif", "full", {"lscb": "overall effectiveness; overall judgement"}),
    _programme(r"^ilacs framework ", "ilacs", "", _ASPECTS, typed=True),
)  # fmt: skip


_PLAIN_HEADERS = {
    **{phrase: Meaning(role) for role, words in _PLAIN.items() for phrase in _phrases(words)},
    **_grades(_ASPECTS),
}
_NOTE = re.compile(r"\[[^\]]*\]")
_APOSTROPHES = re.compile(r"['’‘]")
_NOT_WORDS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=4096)
def plain_words(header: str) -> str:
    """Lower case, "&" as "and", "OE" as what it stands for, no punctuation, notes or articles."""
    words = _APOSTROPHES.sub("", _NOTE.sub(" ", header.lower()).replace("&", " and "))
    words = f" {_NOT_WORDS.sub(' ', words).strip()} "
    words = words.replace(" overall effectiveness oe ", " overall effectiveness ")
    words = words.replace(" overall judgement oe ", " overall judgement ")
    words = words.replace(" oe ", " overall effectiveness ").replace(" judgment ", " judgement ")
    for article in (" the ", " an "):
        words = words.replace(article, " ")
    return " ".join(words.split())


def meaning(header: str) -> Meaning | None:
    """What the column says; None where its header is not in the vocabulary."""
    words = plain_words(header)
    if words in _PLAIN_HEADERS:
        return _PLAIN_HEADERS[words]
    for programme in _PROGRAMMES:
        found = programme.begins.match(words)
        if found and (known := programme.rest.get(words[found.end() :].strip())):
            return known
    return None


def is_foreign(header: str) -> bool:
    """Whether only a table of providers, or a series for the country, has such a column."""
    return plain_words(header) in _FOREIGN
