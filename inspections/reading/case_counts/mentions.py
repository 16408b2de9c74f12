"""Numbers and proportions of cases that inspectors looked at, as prose gives them. Pure text.

Strict on purpose: what is counted has to be cases (or files, records, assessments, plans) *and* be said to
have been seen, sampled, tracked or reviewed by inspectors. How many children there are, how many visits were
on time and what a council's own audit found are other numbers. Everything found is a proposal for a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from inspections.reading.language.numbers import SPELLED_OUT, number_of
from inspections.reading.language.themes.matching import POPULATIONS, ThemeWord
from inspections.reading.language.themes.rules import windows
from inspections.reading.records import Certainty
from inspections.terms import Completeness

_NUMBER = rf"(?:\d{{1,3}}|{SPELLED_OUT})"
_THE = r"(?:the |these |those |all |all the )?"
_CASES = r"(?:cases|case files|files|case records|records(?: of \w+ \w+)?|assessments|plans)"
_THINGS = re.compile(rf"\b{_CASES}\b")
_NOUN = rf"(?:(?!of\b|in\b|and\b|were\b)[\w'-]+ ){{0,4}}?{_CASES}"
# These words alone mean that inspectors looked; of the others it has to be said.
_LOOKED = r"(?:(?:dip[- ])?sampled|tracked|looked at|seen)"
_BY_INSPECTORS = r"(?:by inspectors|(?:for|during|in|as part of) (?:the|this) (?:re-?)?inspection)"
_SEEN = (
    rf"(?:that were |which were |that inspectors |inspectors )?(?:{_LOOKED}"
    rf"|(?:reviewed|examined|audited|considered|evaluated|read|scrutinised|inspected)(?= {_BY_INSPECTORS}))"
    r"(?! (?:by (?!inspectors)|within|alone|at home|regularly|weekly|monthly|every))"
)
_OF_SEEN = re.compile(rf" of {_THE}(?:(?P<all>{_NUMBER}) )?{_NOUN} {_SEEN}")
_FRACTION = re.compile(r"\b(?:half|thirds?|quarters?|fifths?|\d{1,3}(?:\.\d+)?%|\d{1,3} per ?cent)")
_HOW = re.compile(
    r"(?:\b(?:just|well|only|almost|nearly|about|around|approximately|more than|fewer than|less than|over"
    r"|under|at least|up to) ){0,3}(?:\b(?:a|one|two|three|four)[- ])?$"
)
# A page number may have run into the sentence before “of”: it is nobody's count.
_PAGE_NUMBER = re.compile(r"(?: \d{1,3})?(?= of )")
_OF = re.compile(
    rf"\b(?P<some>{_NUMBER})(?: (?:children's )?(?:cases|files|plans|assessments))?,? (?:out )?of {_THE}"
    rf"(?P<all>{_NUMBER}) (?:(?:{_NOUN} )?{_SEEN}|{_NOUN} {_BY_INSPECTORS})"
)
# “In three out of five cases”: counted only in a sentence that says what inspectors found.
_OUT_OF = re.compile(
    rf"\b(?P<some>{_NUMBER}) out of {_THE}(?P<all>{_NUMBER}) (?:children's )?(?:cases|case files|files)\b"
)
_IN_BRACKETS = re.compile(rf"\((?P<some>{_NUMBER}) (?:out )?of (?P<all>{_NUMBER})\)")
_BEFORE_BRACKETS = re.compile(rf"\b{_CASES} {_SEEN}(?: {_BY_INSPECTORS})? $")
_INSPECTORS_LOOKED = re.compile(
    r"\binspectors (?:\w+ ){0,2}(?:sampled|reviewed|tracked|looked at|examined|audited|scrutinised|evaluated)"
    rf" (?:a (?:sample|total) of )?(?P<all>{_NUMBER}) (?:[\w'-]+ ){{0,2}}?{_CASES}\b"
)
_REVIEW_OF = re.compile(
    rf"\b(?:review|tracking|scrutiny) of (?P<all>{_NUMBER}) case files (?:for children|and)\b"
)
_SOME_SEEN = re.compile(
    rf"\b(?P<some>(?!one\b){_NUMBER}) (?:children's )?(?:cases|case files|files) (?P<were>were )?{_SEEN}"
)
# What the council or the board found in an audit of its own is not what inspectors found.
_OTHERS = re.compile(
    r"\b(?:local authority's|its|their|council's|board's|lscb's?|multi-agency|own)(?: own)?"
    r" (?:\w+ )?audits?\b"
)
_SIGNS = ("seen", "sampled", "tracked", "looked at", "inspect", "case files")
# How far before and after a sign the words of a count may stand.
_BEFORE, _AFTER = 130, 80
_FAR = 700
_MOST = 50  # no passage of a real report has more than three


class Count(NamedTuple):
    """Where the words stand, and what they give. ``cases`` looked at; ``observed``: in how many of them."""

    start: int
    end: int
    completeness: Completeness
    cases: int | None = None
    observed: int | None = None
    certainty: Certainty = Certainty.MEDIUM


def counts_in(plainly: str) -> list[Count]:
    """Every count or proportion of cases looked at, in reading order.

    ``plainly`` is a passage as ``text.plain`` gives it.
    """
    found: list[Count] = []
    # A quick no for most of a report. Spelled out: this is asked of every paragraph.
    if not ("cases" in plainly or "files" in plainly or "plans" in plainly or "assessments" in plainly):
        return found
    for begin, end in windows(plainly, _SIGNS, _BEFORE, _AFTER):
        for count in _readings(plainly, begin, end):
            if not any(count.start < other.end and other.start < count.end for other in found):
                found.append(count)
            if len(found) >= _MOST:
                return sorted(found)
    return sorted(found)


def _readings(plainly: str, begin: int, end: int) -> Iterator[Count]:
    """Counts between two places; the surer reading of the same words comes first."""
    window = plainly[begin:end]
    if " of " in window:
        for fraction in _FRACTION.finditer(plainly, begin, end):
            page_number = _PAGE_NUMBER.match(plainly, fraction.end())
            match = _OF_SEEN.match(plainly, page_number.end()) if page_number else None
            how = _HOW.search(plainly[max(0, fraction.start() - 60) : fraction.start()])
            if match and how and not _is_of_others(match, plainly):
                total = number_of(match["all"])
                span = fraction.start() - len(how[0]), match.end()
                yield Count(
                    *span, Completeness.TOTAL_ONLY if total else Completeness.PROPORTION_ONLY, cases=total
                )
        for pattern in (_OF, _IN_BRACKETS, _OUT_OF):
            for match in pattern.finditer(plainly, begin, end):
                some, total = number_of(match["some"]), number_of(match["all"])
                if some is not None and total and some <= total and _is_of_cases_seen(match, plainly):
                    certainty: Certainty = Certainty.LOW if pattern is _OUT_OF else Certainty.MEDIUM
                    yield Count(*match.span(), Completeness.OBSERVED, total, some, certainty)
    for pattern in (_INSPECTORS_LOOKED, _REVIEW_OF):
        for match in pattern.finditer(plainly, begin, end):
            yield Count(*match.span(), Completeness.TOTAL_ONLY, cases=number_of(match["all"]))
    if "cases" in window or "files" in window:
        for match in _SOME_SEEN.finditer(plainly, begin, end):
            if match["were"]:
                yield Count(*match.span(), Completeness.TOTAL_ONLY, cases=number_of(match["some"]))
            elif not _is_of_others(match, plainly):
                yield Count(*match.span(), Completeness.STATED_ONLY, certainty=Certainty.LOW)


def _is_of_cases_seen(match: re.Match[str], plainly: str) -> bool:
    """Whether “six of the seven” are cases, and inspectors saw them."""
    if _is_of_others(match, plainly):
        return False
    if match.re is _IN_BRACKETS:
        return bool(_BEFORE_BRACKETS.search(plainly[max(0, match.start() - 80) : match.start()]))
    sentence = _sentence_of(match, plainly)
    return bool(_THINGS.search(sentence)) if match.re is _OF else "inspector" in sentence


def theme_of(
    count: Count, words: list[ThemeWord], plainly: str, begin: int, end: int
) -> tuple[str | None, str]:
    """The theme the cases are of and the words that say so; None where no word of a theme is near.

    The nearest word in the sentence (``begin`` to ``end``) decides, a word for the children before a word for
    what was done for them; without one, the nearest word for children before it in the passage. A return
    interview is held with a child who was missing: where both are named, the cases are missing children's.
    """
    near = [word for word in words if begin <= word.start < end]
    near = [word for word in near if word.theme in POPULATIONS] or near
    near = near or [word for word in words if word.theme in POPULATIONS and 0 <= begin - word.end < _FAR]
    if not near:
        return None, ""
    nearest = min(near, key=lambda word: max(word.start - count.end, count.start - word.end))
    if nearest.theme == "return-interviews":
        nearest = next((word for word in words if word.theme == "missing-children"), nearest)
    return nearest.theme, plainly[nearest.start : nearest.end]


def _sentence_of(match: re.Match[str], plainly: str) -> str:
    first = max(0, match.start() - _FAR)
    begin = max(plainly.rfind(". ", first, match.start()), first)
    end = plainly.find(". ", match.end(), match.end() + _FAR)
    return plainly[begin : end if end >= 0 else match.end() + _FAR]


def _is_of_others(match: re.Match[str], plainly: str) -> bool:
    return _OTHERS.search(_sentence_of(match, plainly)) is not None
