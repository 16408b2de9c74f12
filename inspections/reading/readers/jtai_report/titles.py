"""What the title of a joint inspection's letter says: that it is one, of which place, and looking at what."""

from __future__ import annotations

import re
from typing import NamedTuple

from inspections.reading.documents.folder_name import disagree
from inspections.reading.language.text import squeezed
from inspections.reading.readers.jtai_report.sections import HEADING
from inspections.reading.structure.letters import named

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
    r"|Inspection dates?\b|\d{1,2} [A-Z][a-z]+ \d{4}|" + HEADING + ")"
)  # fmt: skip
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
_IN = re.compile(rf"\bin (?:the )?(?=[A-Z])(?!{_MONTH} \d)")
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
_RESPONSE = re.compile(r"\bresponses? to (?P<said>(?:\bSt\. |[^.:;]){3,400})")
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
_A_HEADING = re.compile(r"\n[ ]*" + HEADING)
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


def is_jtai(pages: list[str]) -> bool:
    return _found(pages) is not None


def title_of(pages: list[str]) -> Title | None:
    """None where the document is no letter of a joint targeted area inspection."""
    found = _found(pages)
    if found is None:
        return None
    number, begin = found
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
    titled, told = _place_in_title(printed), _place_in_sentence(opening)
    return Title(
        page=number,
        findings_from=ends + _scope_ends(below),
        place=titled or told,
        other_place=told if titled and disagree(titled, told) else "",
        topic=_topic(printed, opening),
    )


def _found(pages: list[str]) -> tuple[int, int] | None:
    for number, page in enumerate(pages[:_PAGES]):
        title, other = _TITLE.search(page), _OTHER_TITLE.search(page)
        if other and (title is None or other.start() < title.start()):
            return None
        if title:
            around = (
                page[title.start() : title.start() + _NEAR] + "".join(pages[number + 1 : number + 2])[:_NEAR]
            )
            return (number, title.start()) if _SAYS_SO.search(around) else None
    return None


def _place_in_title(printed: str) -> str:
    """After the last "in" that a name follows; without one, what the inspection is "of"."""
    opened = list(_IN.finditer(printed))
    begin = opened[-1] if opened else _OF.search(printed)
    return _name(_TITLE_NAME, printed[begin.end() :]) if begin else ""


def _place_in_sentence(opening: str) -> str:
    response = _RESPONSE.search(opening)
    opened = list(_IN.finditer(response["said"])) if response else []
    return _name(_SENTENCE_NAME, response["said"][opened[-1].end() :]) if response and opened else ""


def _name(pattern: re.Pattern[str], words: str) -> str:
    found = pattern.match(words)
    return named(_NOT_THE_NAME.sub("", named(found.group(0)))) if found else ""


def _topic(printed: str, opening: str) -> str:
    """What the inspection looked at, as printed: "Domestic abuse; deep dive: children who ..."."""
    response = _RESPONSE.search(printed) or _RESPONSE.search(opening)
    topic = ""
    if response:
        opened = list(_IN.finditer(response["said"]))
        topic = response["said"][: opened[-1].start() if opened else None].strip(" ,‘’'“”")
    if dive := _DEEP_DIVE.search(opening):
        looked_at = dive["topic"].strip(" ,‘’'“”")
        topic = f"{topic}; deep dive: {looked_at}" if topic else looked_at
    topic = topic[:1].upper() + topic[1:]
    if len(topic) <= _LONGEST_TOPIC:
        return topic
    return topic[: topic.rfind(" ", 0, _LONGEST_TOPIC)] + "…"


def _scope_ends(below: str) -> int:
    heading = _A_HEADING.search(below)
    below = below[: heading.start()] if heading else below
    ends = [below.find(".", said.end()) + 1 for said in _SCOPE.finditer(below)]
    return max(ends, default=0)
