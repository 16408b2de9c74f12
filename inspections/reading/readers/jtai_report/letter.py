"""The letter of a joint inspection: what its title says, and what stands below each of its headings."""

from __future__ import annotations

import re
from typing import NamedTuple

from inspections.reading.language.printed_dates import MONTH
from inspections.reading.language.text import squeezed
from inspections.reading.structure.paragraphs import sectioned
from inspections.reading.structure.place_names import disagree, named
from inspections.terms import About

# A case study tells of one child, under a changed name; it is nobody's finding about a place.
_SKIPPED = (
    r"(?:(?:Case|Practice) [Ss]tud(?:y|ies)[^\n]{0,100}"
    r"|Next [Ss]teps|Background|Context"
    r"|(?:About|Information about) (?:this|the) (?:joint )?(?:inspection|letter|report)"
    r"|(?:About|Information about) (?:the|this) (?:local )?(?:area|partnership)"
    r"|The Office for Standards in Education[^\n]*|Piccadilly Gate|Annex(?: \w)?|Contents)"
)
# As cited, and how they are printed.
_SECTIONS = (
    ("Key strengths", r"(?:Key [Ss]trengths|Summary of (?:key )?strengths)"),
    ("Strengths", r"Strengths"),
    ("Areas for priority action", r"(?:Multi-agency )?[Aa]reas? for (?:immediate )?priority actions?"),
    ("Areas for improvement", r"(?:Key )?[Aa]reas? for (?:further )?improvements?"),
    ("What needs to improve", r"What needs to improve"),
    ("Headline findings", r"(?:Headline|Key) [Ff]indings|Summary(?: of (?:key )?findings)?"),
    ("Main findings", r"(?:Main [Ff]indings|(?:Inspection )?[Ff]indings)"),
)
_POLICE = r"(?:The )?(?:[Pp]olice|[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:Police|Constabulary))(?: service)?"
_COUNCIL = r"(?:Children[’']s (?:social care|services)|(?:The )?[Ll]ocal authority|The [Cc]ouncil)"
_SEVERAL = (
    r"(?:Health(?: services?| agencies)?|Education|Schools|(?:National )?[Pp]robation(?: services?)?"
    r"|Youth offending (?:team|service)|Youth justice(?: service)?|(?:The )?[Pp]artnership(?: working)?"
    r"|Leadership(?: and management)?(?: of [^\n]{1,60})?|Multi-agency [^\n]{1,60})"
)
LAYOUT = sectioned(
    _SECTIONS,
    skipped=_SKIPPED,
    to_do=("Areas for priority action", "What needs to improve"),
    # Below stand names and offices only.
    closes="Yours (?:sincerely|faithfully)",
    bodies=((_POLICE, About.POLICE), (_COUNCIL, About.COUNCIL), (_SEVERAL, None)),
)
_JTAI = r"(?:Joint|JOINT)\s{1,3}(?i:targeted\s{1,3}area\s{1,3}inspection)(?!\w)(?:\s{1,3}\(JTAI\))?"
_TITLE = re.compile(rf"^[ ]*(?:Report\s(?:of|on)\s(?:a|the)\s)?{_JTAI}", re.MULTILINE)
_TITLE_SAYS = re.compile(_JTAI)
# The first of all these in a document is its title.
_OTHER_TITLE = re.compile(
    r"^[ ]*(?:re-?)?(?:inspection of |focus(?:s)?ed visit (?:to|of)|monitoring visit (?:to|of)"
    r"|judge?ment grade|inspection dates?\b|area send |national child protection inspection|peel\b)",
    re.IGNORECASE | re.MULTILINE,
)
_SAYS_SO = re.compile(
    r"\bthis (?:letter|report|joint|inspection)\b|\bundertook\b|\bcarried out\b|\bmulti-agency response\b",
    re.IGNORECASE,
)
# A long address block may push the title to the second page.
_PAGES = 2
_NEAR = 3000
_TITLE_LINES = 7
_ENDS_TITLE = re.compile(
    r"[ ]*(?:(?:Between|From|This|These|On|Following|Dear|During|We|The|Ofsted|Published|Date)\b"
    r"|Inspection dates?\b|\d{1,2} [A-Z][a-z]+ \d{4}|" + LAYOUT.heading + ")"
)  # fmt: skip
_IN = re.compile(rf"\bin (?:the )?(?=[A-Z])(?!(?i:{MONTH}) \d)")
_OF = re.compile(r"(?:^|\bof )(?:the )?(?=[A-Z])|[:–-] ?(?:the )?(?=[A-Z])")
_NOT_IN_NAME = r"(?!(?:Between|This|From|Ofsted|Following|Dear|Multi|Joint|Published)\b)"
# The words of a place's name, however many; a comma only within a title ("Borset, Felpersham and Penny").
_WORD = rf"{_NOT_IN_NAME}[A-Z][\w’'-]{{1,30}}"
_SMALL = "and|&|of|upon|on|with|the|local|authority|council|area"
_NAME = rf"(?:St\.? )?{_WORD}(?:%s (?:{_WORD}|{_SMALL})){{0,11}}"
_TITLE_NAME = re.compile(_NAME % ",?")
_SENTENCE_NAME = re.compile(_NAME % "")
_NOT_THE_NAME = re.compile(
    r"(?:\s(?:and|&|of|upon|on|with|the|area|local area))+$"
    r"|\s(?:local\s)?(?:safeguarding|partnership)\b.*$",
    re.IGNORECASE,
)
_RESPONSE = re.compile(r"\bresponses? to (?P<what>(?:\bSt\. |[^.:;]){3,400})")
_DEEP_DIVE = re.compile(
    r"\bdeep[ -]dive[’'”\"]? (?:inspection )?(?:(?:focus(?:ed|ing)?|theme) )?"
    r"(?:on|of|into|at|considering|was) (?:the (?:multi-agency )?responses? to )?(?P<topic>[^.;]{4,300})",
    re.IGNORECASE,
)
# Sentences that say how the inspection was done find nothing.
_SCOPE = re.compile(
    r"\bdeep[ -]dive\b|\bundertook\b|\bthis letter\b|\bthis (?:joint )?inspection (?:took|was|included)\b"
    r"|\bJTAI\b|\breferred to as\b|\bwas carried out by\b",
    re.IGNORECASE,
)
_A_HEADING = re.compile(r"\n[ ]*" + LAYOUT.heading)
_SCOPE_WITHIN = 2500
_LONGEST_TOPIC = 200


class Title(NamedTuple):
    """``page``: counted from 0, and where on it the findings begin. ``place`` and ``topic`` may be empty.

    ``other_place``: what the first sentences name, where that cannot be the same place.
    """

    page: int
    findings_from: int
    place: str
    other_place: str
    topic: str
    refusal: str = ""


def title_of(pages: list[str]) -> Title | None:
    """None where the document is no letter of a joint targeted area inspection."""
    at = _title_at(pages)
    if at is None:
        return None
    number, begin = at
    lines = pages[number][begin:].split("\n")
    kept = lines[:1]
    for line in lines[1:_TITLE_LINES]:
        if _ENDS_TITLE.match(line) or not line.strip():
            break
        kept.append(line)
    ends = begin + sum(len(line) + 1 for line in kept)
    below = pages[number][ends : ends + _SCOPE_WITHIN]
    printed = _TITLE_SAYS.sub("", squeezed(" ".join(kept)), count=1).strip()
    opening = squeezed(below)
    # The place follows the last "in" before a name; without one, the title says what the inspection is "of".
    opened = list(_IN.finditer(printed))
    before_place = opened[-1] if opened else _OF.search(printed)
    in_title = _name(_TITLE_NAME, printed[before_place.end() :]) if before_place else ""
    response = _response(opening)
    in_letter = _name(_SENTENCE_NAME, response[1]) if response else ""
    heading = _A_HEADING.search(below)
    before_heading = below[: heading.start()] if heading else below
    scope_ends = [before_heading.find(".", scope.end()) + 1 for scope in _SCOPE.finditer(before_heading)]
    return Title(
        page=number,
        findings_from=ends + max(scope_ends, default=0),
        place=in_title or in_letter,
        other_place=in_letter if in_title and disagree(in_title, in_letter) else "",
        topic=_topic(_response(printed) or response, opening),
    )


def _title_at(pages: list[str]) -> tuple[int, int] | None:
    """The page (from 0) and the position of the title, where it is that of such a letter."""
    for number, page in enumerate(pages[:_PAGES]):
        title, other = _TITLE.search(page), _OTHER_TITLE.search(page)
        if other and (title is None or other.start() < title.start()):
            return None
        if title:
            near = (
                page[title.start() : title.start() + _NEAR] + "".join(pages[number + 1 : number + 2])[:_NEAR]
            )
            return (number, title.start()) if _SAYS_SO.search(near) else None
    return None


def _response(words: str) -> tuple[str, str] | None:
    """What they respond to and where, of "the response to domestic abuse in Borset"; the latter may be
    empty."""
    response = _RESPONSE.search(words)
    if response is None:
        return None
    opened = list(_IN.finditer(response["what"]))
    if not opened:
        return response["what"], ""
    return response["what"][: opened[-1].start()], response["what"][opened[-1].end() :]


def _name(pattern: re.Pattern[str], words: str) -> str:
    found = pattern.match(words)
    return named(_NOT_THE_NAME.sub("", named(found.group(0)))) if found else ""


def _topic(response: tuple[str, str] | None, opening: str) -> str:
    """What the inspection looked at, as printed: "Domestic abuse; deep dive: children who ..."."""
    topic = response[0].strip(" ,‘’'“”") if response else ""
    if dive := _DEEP_DIVE.search(opening):
        looked_at = dive["topic"].strip(" ,‘’'“”")
        topic = f"{topic}; deep dive: {looked_at}" if topic else looked_at
    topic = topic[:1].upper() + topic[1:]
    if len(topic) <= _LONGEST_TOPIC:
        return topic
    return topic[: topic.rfind(" ", 0, _LONGEST_TOPIC)] + "…"
