"""What a result says in words: its lane, its subject, what was found, and what a mark of it carries."""

from __future__ import annotations

from dashboard.series.results import Blanks, LaneKind, Quotation, Result, Status
from dashboard.series.values import Cases, Judgement, Visit
from dashboard.wording.cases import Tally, cases_label, sample_words, tally_of, with_stated
from dashboard.wording.certainty import STAR, in_brackets
from dashboard.wording.grades import judgement_words, remark_words, why_unreadable
from dashboard.wording.sentences import capital, listed, small
from dashboard.wording.whose import joint_words
from inspections.terms import GradeStatus

NOT_COMPARABLE = "not comparable with another cycle"
DISCLOSED = "Disclosed later to the Inquiry"
_STATUS = {
    Status.NOT_GIVEN: "not given",
    Status.NOT_GRADED: "not graded",
    Status.NONE_CHOSEN: "none of the aspects chosen",
    Status.WITH_IN_CARE: "judged with in care",
    Status.NO_OVERALL: "aspects only, no overall grade",
    Status.TOPICS_NOT_GIVEN: "which topic has which grade: not given",
    Status.GRADES_NOT_GIVEN: "grades not given",
    Status.CASES_NOT_GIVEN: "numbers of cases not given",
    Status.THEME_NOT_GIVEN: "cases of the theme chosen not given",
    Status.AUDIT_NOT_GIVEN: "Own audit, result not given",
    Status.REMARKS: "Inquiry: remarks on these inspections, no grades",
}
# More letters than this beside a mark would be a paragraph in the picture.
LONG = 90
# What is no visit of its own, but speaks of others or of the body itself.
SPOKEN = (Status.AUDIT_NOT_GIVEN, Status.REMARKS, Status.DISCLOSURE)


def kind_words(visit: Visit) -> str:
    """ "Focused visit"."""
    return capital(visit.kind_name)


def kind_with_topic(visit: Visit) -> str:
    """ "Focused visit: the front door"."""
    return kind_words(visit) + (f": {visit.topic}" if visit.topic else "")


def subject_words(result: Result) -> str:
    """What was judged or looked at, as a row of the table names it."""
    visit, lane, found = result.visit, result.lane, result.found
    programme, quoted = visit.programme, isinstance(result.found, Quotation)
    match lane.kind:
        case LaneKind.ASPECT | LaneKind.TOPIC:
            return result.aspect
        case LaneKind.TOPICS:
            return "Five topics, in words" if quoted else "Five topics"
        case LaneKind.PEEL if result.aspect:
            return f"{programme.name}: {small(result.aspect)}"
        case LaneKind.PEEL:
            return f"{programme.name}, in words" if quoted else programme.name
        case LaneKind.JOINT:
            return "Joint inspection"
        case LaneKind.AUDIT if isinstance(found, Cases):
            return f"Own audit of {small(found.name)}" + (f", {lane.name}" if lane.name else "")
        case LaneKind.DISCLOSED if isinstance(found, Cases):
            return DISCLOSED
        case LaneKind.CASES if isinstance(found, Cases):
            return cases_label(found) + sample_words(found)
        case LaneKind.PROGRAMME if aspect := own_aspect(result):
            return f"{programme.name}: {aspect}"
        case LaneKind.PROGRAMME if isinstance(found, Judgement):
            return programme.name
        case LaneKind.AUDIT | LaneKind.DISCLOSED | LaneKind.INQUIRY:
            return kind_words(visit)
    # A visit without grades was about its topic, else there is only its kind.
    return capital(visit.topic) or kind_words(visit)


def own_aspect(result: Result) -> str:
    """The aspect where the subject is named after its programme; empty where the programme says it all."""
    if isinstance(result.found, Blanks):
        return listed(small(name) for name in result.found.names)
    return small(result.aspect) if len(result.visit.programme.aspects) > 1 else ""


def tally_words(result: Result) -> Tally:
    """Of a result that is cases looked at. Raises TypeError for another."""
    if not isinstance(result.found, Cases):
        raise TypeError(f"no cases: {result.found}")
    tally = tally_of(result.found, one_authority=result.one_authority)
    # What was disclosed later is never drawn.
    return Tally((), tally.words, tally.words) if result.lane.kind == LaneKind.DISCLOSED else tally


def result_words(result: Result) -> str:
    """What was found, in full, as table and CSV say it."""
    found, visit = result.found, result.visit
    leaves_blanks = visit.programme.leaves_blanks
    match found:
        case Judgement():
            return judgement_words(found, leaves_blanks=leaves_blanks)
        case Cases():
            tally = tally_words(result)
            return with_stated(found, tally) if result.lane.block.force else tally.words
        case Blanks():
            return f"not given: {why_unreadable(found.first, leaves_blanks=leaves_blanks)}"
    return mark_words(result) if says_certainty(result) else _said(found)


def says_certainty(result: Result) -> bool:
    """Whether its words say how certain it is; where not, that stands beside them."""
    return isinstance(result.found, Judgement | Cases) or result.found in SPOKEN


def mark_words(result: Result) -> str:
    """What was found, with its subject, for the reader who points at a mark."""
    found, programme = result.found, result.visit.programme
    peel = result.lane.kind == LaneKind.PEEL
    if isinstance(found, Cases):
        return tally_words(result).words
    if isinstance(found, Blanks):
        return result_words(result)
    if isinstance(found, Judgement):
        named = f"{programme.name}, {small(result.aspect)}" if peel else subject_words(result)
        said = f"{found.grade.label}{remark_words(found)}" if found.grade else _ungraded(found)
        words = f"{named}: {said}"
    elif peel:
        words = f"{programme.name}: {_said(found)}"
    else:
        words = _full_words(result, found)
    words += f"; {NOT_COMPARABLE}" if peel else ""
    graded = isinstance(found, Judgement) and found.grade
    return words if graded else words + in_brackets(result.certainty)


def beside_words(result: Result) -> str:
    """What stands next to a mark; a star where it is not certain and nothing else says so. May be empty."""
    found, peel = result.found, result.lane.kind == LaneKind.PEEL
    if isinstance(found, Blanks):
        return ""
    if isinstance(found, Cases):
        return tally_words(result).beside
    cycle = result.visit.programme.name
    if isinstance(found, Judgement) and found.grade:
        if peel:
            # A grade changed later, or told otherwise elsewhere: both are seen.
            others = "".join(f"; another source: {grade.label}" for grade, _source in found.others)
            return cycle.removeprefix("PEEL ") + others
        return f"one service with {listed(result.shared_with)}" if result.shared_with else ""
    if isinstance(found, Judgement):
        words = f"{cycle.removeprefix('PEEL ')}: {_ungraded(found)}" if peel else _ungraded(found)
    elif result.lane.kind == LaneKind.JOINT:
        # A deep dive is what sets it apart from the others; the hover and the table have the topic in full.
        topic = _topic(result.visit).rpartition("deep dive: ")[2]
        about = f"about {joint_words(result.visit.whose)}"
        words = capital(f"{topic}; {about}" if topic else about)
    elif found == Status.NOT_GRADED or found == Status.NONE_CHOSEN:
        words = f"{kind_words(result.visit)}, not graded"
    elif peel:
        said = _said(found)
        words = f"{cycle}: {said if len(said) < LONG else 'grades counted in words, see the table'}"
    elif found == Status.NOT_GIVEN:
        words = _said(found)
    else:
        words = _full_words(result, found)
    return words + STAR if result.certainty != "high" and words != _STATUS[Status.NOT_GIVEN] else words


def _said(found: Status | Quotation) -> str:
    return found.words if isinstance(found, Quotation) else _STATUS[found]


def _full_words(result: Result, found: Status | Quotation) -> str:
    """What it was, where the words of the status alone would not tell."""
    visit, lane = result.visit, result.lane
    kind = kind_words(visit)
    match found:
        case Status.NOT_GIVEN:
            return f"{result.aspect}: not given"
        case Status.CASES_NOT_GIVEN | Status.THEME_NOT_GIVEN:
            return f"{kind}; {_STATUS[found]}"
        case Status.NONE_CHOSEN:
            return f"{kind}: {_STATUS[found]}"
        case Status.NOT_GRADED if lane.kind == LaneKind.JOINT:
            topic = _topic(visit)
            police = f" with {visit.whose.police}" if visit.whose.police else ""
            about = f"about {joint_words(visit.whose)}"
            return f"Joint inspection{f' of {topic}' if topic else ''}{police}, not graded; {about}"
        case Status.NOT_GRADED if lane.kind == LaneKind.VISITS and visit.topic:
            return f"{kind_with_topic(visit)}; not graded"
        case Status.NOT_GRADED | Status.DISCLOSURE:
            return f"{kind}, not graded"
    return _said(found)


def _topic(visit: Visit) -> str:
    """ "exploitation and missing children": within a sentence; what begins with two capitals is a name."""
    return visit.topic if visit.topic[:2].isupper() else small(visit.topic)


def is_hollow(judgement: Judgement) -> bool:
    """Not graded, or not judged: nothing was withheld."""
    return judgement.grade_status in (GradeStatus.NOT_GRADED, GradeStatus.NOT_JUDGED)


def _ungraded(judgement: Judgement) -> str:
    status = GradeStatus(judgement.grade_status).label
    return status if is_hollow(judgement) else f"not given ({status})"
