"""The headings of Ofsted's reports, what the text below each of them is, and whom its passages are about."""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.reading.structure.paragraphs import Layout, Part, paragraphs
from inspections.reading.structure.passages import Passages
from inspections.reading.structure.passages import passages as passages_of
from inspections.terms import About

_BOARD_NAMED = re.compile(r"\b(?:lscb|safeguarding children(?:'s)? board)\b")
_PARTNERSHIP = re.compile(r"\b(?:partnerships?|partners|partner agencies|agencies)\b")


_BOARD = r"(?:[Ll]ocal [Ss]afeguarding [Cc]hildren(?:[’']s)? [Bb]oard(?: \(LSCB\))?|LSCB)"
# Facts about the area, rules of inspecting and addresses: nothing inspectors found.
_SKIPPED = (
    r"(?:Child protection in this area|Children looked after in this area|Children living in this area"
    r"|Information about this local authority area|Information about the local authority area"
    r"|Local leadership|Other Ofsted inspections|Previous Ofsted inspections"
    r"|Other information about this area|Service information"
    r"|What the (?:local authority |LSCB )?inspection judge?ments mean[^\n]*"
    r"|The inspection judgements and what they"
    r"|Record of main findings|The inspection team|Any complaints about the inspection[^\n]*"
    r"|The Office for Standards in Education[^\n]*|Piccadilly Gate)"
)
_ABOUT_INSPECTION = (
    r"(?:About this inspection|Information about this inspection"
    r"|Information about the inspection and the review)"
)
_RECOMMENDS = (
    r"(?:Recommendations?|What [Nn]eeds to [Ii]mprove|Areas? for (?:priority )?(?:improvement|action)"
    r"|Priority (?:and|for) immediate action|Immediately|Within (?:three|six|twelve|3|6|12) months"
    r"|What does the (?:local authority|LSCB|[Bb]oard) need to improve)[?:]*"
)
_ABOUT_BOARD = (
    rf"(?:(?:Section \d: )?[Tt]he (?:effectiveness of the )?{_BOARD}"
    r"(?: (?:is|requires|are)(?: (?:good|inadequate|outstanding|improvement[^\n]*))?)?"
    r"|Section \d: The effectiveness of the [Ll]ocal [Ss]afeguarding[^\n]*"
    rf"|Inspection findings [-–] [Tt]he {_BOARD}|Inspection judge?ments? about the {_BOARD}"
    rf"|Key strengths and weaknesses of the {_BOARD}|The {_BOARD}[’']s strengths)"
)
# What follows these is about the council again: in the first SIF reports the board's summary comes early.
_ABOUT_COUNCIL = (
    r"(?:The local authority|The local authority(?:[’']s strengths| has the following strengths)"
    r"|The experiences? and progress of(?: children| care leavers)?[^\n.]*|The impact of leaders on[^\n.]*"
    r"|Leadership, management and(?: governance)?[^\n.]*"
    r"|Inspection judge?ments? about the [Ll]ocal [Aa]uthority"
    r"|Summary for children and young people|Section \d: [Tt]he [Ll]ocal [Aa]uthority[^\n]*"
    r"|Overall effectiveness[^\n.]*|Capacity to improve[^\n.]*"
    r"|Outcomes for looked after children[^\n.]*|Quality of provision[^\n.]*"
    r"|Leadership and management[^\n.]*)"
)
_FINDS = (
    r"(?:Inspection findings|Summary of (?:key )?findings|Executive summary"
    r"|Progress since the last inspection|Key judge?ment[^\n]*"
    r"|What is working well|Summary)"
)
_CONTENTS = r"Contents"
# One heading fills its line; a footnote's number may follow. Lines of the contents end in a page number.
_HEADING = (
    rf"(?P<heading>{_CONTENTS}|{_SKIPPED}|{_ABOUT_INSPECTION}|{_RECOMMENDS}|{_ABOUT_BOARD}|{_ABOUT_COUNCIL}|{_FINDS})"
    r"\d?[ ]*(?=\n|\Z)"
)

_IS_SKIPPED, _IS_ABOUT_INSPECTION, _IS_RECOMMENDING, _IS_ABOUT_BOARD, _IS_ABOUT_COUNCIL = (
    re.compile(pattern)
    for pattern in (_SKIPPED, _ABOUT_INSPECTION, _RECOMMENDS, _ABOUT_BOARD, _ABOUT_COUNCIL)
)


def _part_after(part: Part, heading: str, page: int) -> Part:
    """The part a heading opens; it stays about the board, or the council, until a heading says otherwise."""
    kept = Part(body=part.body)
    if heading == _CONTENTS:
        return replace(kept, skipped=True, fills_page=True)
    if _IS_SKIPPED.fullmatch(heading):
        return replace(kept, skipped=True, fills_page="ments mean" in heading)
    if _IS_ABOUT_INSPECTION.fullmatch(heading):
        return replace(kept, about_inspection=True)
    kept = replace(kept, recommends=_IS_RECOMMENDING.fullmatch(heading) is not None)
    if _IS_ABOUT_BOARD.fullmatch(heading) or heading.startswith("What does the LSCB"):
        return replace(kept, body=About.BOARD) if page > 1 else kept  # on page 1 it is a row of the table
    if _IS_ABOUT_COUNCIL.fullmatch(heading) or heading.startswith("What does the local authority"):
        return replace(kept, body=None)
    return kept


_LAYOUT = Layout(_HEADING, _part_after)


def passages(pages: list[str], *, board: bool = False) -> Passages:
    """``board``: the whole report is a review of a safeguarding board, whatever its headings say."""
    return passages_of(paragraphs(pages, _LAYOUT, Part()), _about_board if board else _about)


def _about_board(opening: str) -> About:
    return About.BOARD


def _about(opening: str) -> About:
    if _BOARD_NAMED.search(opening):
        return About.BOARD
    return About.PARTNERSHIP if _PARTNERSHIP.search(opening) else About.COUNCIL
