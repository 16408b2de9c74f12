"""The headings of HMICFRS's child protection reports: the theme each names, and what stands below it.

Headings as the contents lists give them ("Case file analysis", "Breakdown of case file audit results by area
of child protection"). What stands below the headings of the breakdown has not been seen as HMICFRS lays it
out, so any heading there may name an area of child protection.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from inspections.reading.language.police_forces import forces_in
from inspections.reading.language.text import plain
from inspections.reading.language.themes.matching import themes_of
from inspections.reading.structure import paragraphs


@dataclass(frozen=True)
class Part(paragraphs.Part):
    """``heading``: the nearest one, as printed; ``theme``: the code it names, if any. ``audit``: the case
    file analysis; ``breakdown``: its part by area of child protection. ``force_assessed``: what stands here
    is the force's own assessment. ``earlier``: it repeats an earlier report's words."""

    heading: str = ""
    theme: str | None = None
    audit: bool = False
    breakdown: bool = False
    force_assessed: bool = False
    earlier: bool = False


# The areas of child protection as the police name them; the first that fits is meant. The rules of
# ``themes`` are for prose: they want "missing children", not "missing and absent".
_AREAS = tuple(
    (re.compile(pattern), theme)
    for pattern, theme in (
        (r"\b(?:other than|non|not(?: involving)?)[ -]domestic", "referrals"),
        (r"\bdomestic (?:abuse|violence)", "domestic-abuse"),
        (r"\b(?:section|s\.?) ?47\b|\bchild protection (?:enquir|inquir)", "section-47"),
        (r"\b(?:section|s\.?) ?46\b|\bplace of safety|\bpolice protection|\bprotect(?:ion|ive) powers"
         r"|\bpowers? of protection", "police-protection"),
        (r"\bindecent|\bimager?y?\b|\bimages\b", "indecent-images"),
        (r"\bonline\b|\binternet\b", "online-exploitation"),
        (r"\bdetention\b|\bdetained\b|\bcustody\b", "police-detention"),
        (r"\bsex(?:ual)? offender|\bregistered offender|\bperson being managed|\bpose a risk",
         "sex-offender-management"),
        (r"\bstrategy (?:discussion|meeting)", "strategy-discussions"),
        (r"\breturn (?:home )?interview", "return-interviews"),
        (r"\b(?:missing|absent)\b(?! (?:from )?(?:education|school))", "missing-children"),
        (r"\bcriminal(?:ly)? exploit|\bcounty lines", "child-criminal-exploitation"),
        (r"\bsexual(?:ly)? exploit|\bcse\b", "child-sexual-exploitation"),
        (r"\bexploit", "child-exploitation"),
        (r"\breferrals?\b", "referrals"),
        (r"\bdisabled\b|\bdisabilit", "disabled-children"),
    )
)  # fmt: skip
_BOTH_EXPLOITED = re.compile(r"\bsexual(?:ly)?(?: and| or|,) criminal|\bcriminal(?:ly)?(?: and| or|,) sexual")
_ALL = re.compile(
    r"(?:grand |overall )?totals?|overall|all(?: child protection)?(?: case)?(?: cases| files)?(?: total)?"
    r"|(?:total )?(?:number of )?(?:child protection |audited |case )?(?:cases|files)(?: audited| examined)?"
)
_AUDIT = re.compile(
    r"case (?:file )?(?:analysis|audit|review|assess|examin)|case[ -]file|results? of (?:the )?case"
    r"|cases (?:we )?examined"
)
_BREAKDOWN = re.compile(r"\bbreakdown\b|by area of child protection")
_RECOMMENDS = re.compile(
    r"(?:next steps and )?recommendations?\b|(?:causes? of concern|areas? for improvement)\b|immediately\b"
    r"|within (?:\w+) (?:weeks?|months?)\b|with immediate effect"
)
_EARLIER = re.compile(
    r"\b(?:from|in|of) (?:the |our |its )?(?:(?:19|20)\d\d|previous|earlier|last|initial|first|original)\b"
    r"|\b(?:previous|earlier|original|(?:19|20)\d\d) (?:inspection|recommendations?|report)"
)
_FORCE_ASSESSED = re.compile(
    r"\bself[ -]assess|\bassessed by (?:the )?force|\bforce(?:['’]s)? (?:own )?assess"
)
_SKIPPED = re.compile(
    r"(?:table of )?contents|on this page|in this (?:report|section)|.*\b(?:methodology|criteria)\b.*"
    r"|definitions?\b.*|glossary|get (?:this|the) document|related (?:content|documents?|publications)"
    r"|share this.*|cookies.*|contact(?: us)?|pdf.*|how we grade.*"
)
_ABOUT_INSPECTION = re.compile(
    r"(?:about|background to|introduction to) (?:this|the|our) (?:inspection|review|report)|the inspection"
    r"|introduction"
)
_NUMBERED = re.compile(r"^(?:\d{1,2}\.){1,3}\s*|^\d{1,2}\s+(?=[A-Z])")
# Words of rank and calling beside a name, as over a foreword: no heading to cite.
_RANK = re.compile(
    r"\b(?:inspectors? of|hm inspector|hmi\b|chief (?:constable|inspector|superintendent|officer)"
    r"|commissioner|superintendent|sergeant|constable|sir|dame|lord|lady|mrs?|ms|dr|cbe|obe|qpm)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z]\.?)?(?: [A-Z][\w’'-]+){1,2}(?:,? (?:[A-Z]{2,4}))?")
_KNOWN = re.compile(
    r"\b(?:child\w*|police|force|case|contact|assess\w*|investigat\w*|decision\w*|trusted|adult|leadership|manage\w*"
    r"|governance|detention|response|risk\w*|partner\w*|summary|findings?|recommend\w*|conclusion|report|inspection"
    r"|review|context|protect\w*|help|care|vulnerab\w*|constabulary|next|steps?|progress|training|performance)\b"
)  # fmt: skip
_LONGEST = 80  # topic and place are both part of a row's key


def area_of(words: str) -> str | None:
    """The theme a heading, a caption or a row's label names; None where it names none, or two."""
    plainly = plain(words)
    if _BOTH_EXPLOITED.search(plainly) and "exploit" in plainly:
        return "child-exploitation"
    for pattern, theme in _AREAS:
        if pattern.search(plainly):
            return theme
    named = themes_of(words)
    return named[0] if len(named) == 1 else None


def is_breakdown(heading: str) -> bool:
    """Whether a heading is that of the breakdown itself, not of an area in it."""
    return _BREAKDOWN.search(plain(heading)) is not None


def means_all(label: str) -> bool:
    """Whether a row's label is that of the sum over all areas."""
    return _ALL.fullmatch(plain(label).strip(" :.")) is not None


def citable(heading: str) -> str:
    """The heading without its number; empty where it is the force's name or may be a person's."""
    words = _NUMBERED.sub("", heading).strip(" :–-")
    if _RANK.search(words) or any(named.printed == words for named in forces_in(words)):
        return ""
    if _NAME.fullmatch(words) and area_of(words) is None and not _KNOWN.search(plain(words)):
        return ""
    return words[:_LONGEST]


def part_below(above: Part, heading: str) -> Part:
    """What stands below a heading; ``above``: what stood below the heading it belongs under."""
    bare = _NUMBERED.sub("", heading).strip()
    plainly = plain(bare).strip(" :.")
    breakdown = above.breakdown or _BREAKDOWN.search(plainly) is not None
    earlier = _EARLIER.search(plainly) is not None
    recommends = _RECOMMENDS.match(plainly) is not None or (above.recommends and not above.audit)
    return replace(
        above,
        section=citable(heading) or above.section,
        heading=citable(heading),
        theme=area_of(bare) or (above.theme if not breakdown else None),
        audit=above.audit or breakdown or _AUDIT.search(plainly) is not None,
        breakdown=breakdown,
        recommends=recommends,
        earlier=earlier or above.earlier,
        skipped=_SKIPPED.fullmatch(plainly) is not None,
        about_inspection=_ABOUT_INSPECTION.fullmatch(plainly) is not None,
        force_assessed=_FORCE_ASSESSED.search(plainly) is not None or above.force_assessed,
    )
