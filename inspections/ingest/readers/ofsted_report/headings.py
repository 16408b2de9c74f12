"""The headings of Ofsted's reports, and what the text below each of them is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Part:
    """``recommends``: a list of what has to improve. ``board``: about the safeguarding board."""

    board: bool = False
    recommends: bool = False
    skipped: bool = False
    is_contents: bool = False


_BOARD = r"(?:[Ll]ocal [Ss]afeguarding [Cc]hildren(?:[’']s)? [Bb]oard(?: \(LSCB\))?|LSCB)"
# Facts about the area, rules of inspecting and addresses: nothing inspectors found.
_SKIPPED = (
    r"(?:Child protection in this area|Children looked after in this area|Children living in this area"
    r"|Information about this local authority area|Information about the local authority area"
    r"|Local leadership|Other Ofsted inspections|Previous Ofsted inspections"
    r"|Other information about this area|Service information|About this inspection"
    r"|Information about this inspection|Information about the inspection and the review"
    r"|What the inspection judge?ments mean[^\n]*|The inspection judgements and what they"
    r"|Record of main findings|The inspection team|Any complaints about the inspection[^\n]*"
    r"|The Office for Standards in Education[^\n]*|Piccadilly Gate)"
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
_FINDS = (
    r"(?:Inspection findings|Summary of findings|Executive summary|The local authority"
    r"|The local authority(?:[’']s strengths| has the following strengths)"
    r"|The experiences? and progress of(?: children| care leavers)?[^\n.]*|The impact of leaders on[^\n.]*"
    r"|Leadership, management and(?: governance)?[^\n.]*"
    r"|Inspection judge?ments? about the [Ll]ocal [Aa]uthority"
    r"|Summary for children and young people|Progress since the last inspection|Key judge?ment[^\n]*"
    r"|Section \d: the local authority|Overall effectiveness[^\n.]*|Capacity to improve[^\n.]*"
    r"|Outcomes for looked after children[^\n.]*|Quality of provision[^\n.]*|Leadership and management[^\n.]*"
    r"|What is working well|Summary)"
)
_CONTENTS = r"Contents"
# One heading fills its line; a footnote's number may follow. Lines of the contents end in a page number.
HEADING = rf"(?P<heading>{_CONTENTS}|{_SKIPPED}|{_RECOMMENDS}|{_ABOUT_BOARD}|{_FINDS})\d?[ ]*(?=\n|\Z)"

_IS_SKIPPED, _IS_RECOMMENDING, _IS_ABOUT_BOARD = (
    re.compile(pattern) for pattern in (_SKIPPED, _RECOMMENDS, _ABOUT_BOARD)
)


def part_after(part: Part, heading: str) -> Part:
    """The part a heading opens. What is about the board stays so: its section comes last."""
    if heading == _CONTENTS:
        return replace(part, recommends=False, skipped=True, is_contents=True)
    if _IS_SKIPPED.fullmatch(heading):
        return replace(part, recommends=False, skipped=True, is_contents=False)
    board = part.board or (_IS_ABOUT_BOARD.fullmatch(heading) is not None)
    recommends = _IS_RECOMMENDING.fullmatch(heading) is not None
    return Part(board=board or "LSCB need" in heading, recommends=recommends)
