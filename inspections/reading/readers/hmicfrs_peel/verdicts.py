"""Grades given in a sentence, a list item or a label: "The extent to which the force is ... is good."

A pattern has to fit a sentence from its first word to its last, so "is not yet good at", "was good at" and
"requires improvement plans" fit none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from inspections.reading.language.grade_words import (
    GRADE,
    IMPROVE,
    ONE_WORD,
    VERDICT,
    unquoted,
    without_end,
)
from inspections.reading.language.police_forces import forces_in
from inspections.reading.language.printed_dates import MONTH
from inspections.reading.readers.hmicfrs_peel.page import Page


class Verdict(NamedTuple):
    """``aspect`` is None where the sentence leaves it to its heading; ``month``: when it was judged."""

    aspect: str | None
    words: str
    month: str = ""


_SUBJECT = (
    r"(?:(?:overall|in general|however),? )?"
    r"(?P<subject>(?<=, )it|(?:the )?(?:police )?(?:force|constabulary|service)"
    r"|(?:the )?[a-z]+(?:[ -][a-z]+){0,6} (?:police service|police|constabulary))"
)
_GENERIC = re.compile(r"(?:the )?(?:police )?(?:force|constabulary|service)|it")
_JUDGED = (
    r"(?:(?:is|remains)(?: also| generally)?"
    r"|(?:is|has been) (?:judged|graded|assessed|rated) (?:to be|as(?: being)?|to(?= require)))"
)
_EXTENT = re.compile(
    rf"the extent to which {_SUBJECT} (?P<what>[^.;:]{{5,120}}?)"
    rf"(?: ?:| (?:is|are):?(?: (?:judged|graded|assessed) (?:to be|as))?)? (?P<verdict>{VERDICT})"
)
_WITH_WHICH = re.compile(
    rf"(?P<what>the (?:effectiveness|efficiency|legitimacy) with which {_SUBJECT} [^.;:]{{5,80}}?)"
    rf"(?: (?:is|are)(?: (?:judged|graded|assessed) (?:to be|as))?)? (?P<verdict>{VERDICT})"
)
_AT = re.compile(
    rf"{_SUBJECT} (?:{_JUDGED} (?P<verdict>{GRADE})|(?:also )?(?P<improve>requires improvement))"
    r" (?:in respect of|at|in|for) (?P<what>[^.;:]{5,160})"
)
_APPROACH = re.compile(
    rf"{_SUBJECT}'s? (?P<what>[^.;:]{{5,120}}?) (?:{_JUDGED} (?P<verdict>{GRADE})"
    rf"|(?P<improve>requires? improvement))"
)
_ITEM_AT = re.compile(
    rf"(?:(?:it )?is )?(?P<verdict>{ONE_WORD}|requires improvement) (?:at|in) (?P<what>[^.;:]{{5,160}})"
)
_LABEL_FIRST = re.compile(rf"(?P<what>[^|]{{5,180}}?)(?: ?[:–—-] ?| is | )(?P<verdict>{VERDICT})")
_GRADE_FIRST = re.compile(rf"(?P<verdict>{GRADE}) ?[:–—-] ?(?P<what>[^|]{{5,300}})")
_WHEN = re.compile(
    rf"in (?P<month>{MONTH} 20\d\d),? (?:we|inspectors|our inspectors|hmicfrs) (?:judged|graded"
    rf"|assessed|found)"
    rf" (?:(?P<it>it)|{_SUBJECT})(?: as| to be| was)? (?P<verdict>{ONE_WORD}|{IMPROVE})"
    r"(?: (?:at|in) (?P<what>[^.;:]{5,160}))?"
)
_ANOTHER_GRADE = re.compile(rf"(?:,? and|,) (?={GRADE} (?:at|in) )")
_SENTENCE_END = re.compile(r"(?<=[.;!])\s+")
_LONGEST = 4000
_GRADE_IN_IT = re.compile(VERDICT)


def verdicts_in(text: str, page: Page, *, item: bool = False) -> Iterator[Verdict]:
    """What the sentences of one block say. ``item``: in a list, the force may be named above it."""
    if len(text) > _LONGEST or not _GRADE_IN_IT.search(unquoted(text)):
        return
    for sentence in _SENTENCE_END.split(text):
        words = without_end(unquoted(sentence))
        if _GRADE_IN_IT.search(words):
            yield from _of_sentence(words, page, item)


def verdicts_of_label(text: str, page: Page) -> list[Verdict]:
    """ "Preventing crime: good", "Outstanding: preventing crime", "Protecting vulnerable people Good"."""
    words = without_end(unquoted(text))
    if len(words) > _LONGEST or not _GRADE_IN_IT.search(words) or page.aspect(words):
        return []
    if (found := _LABEL_FIRST.fullmatch(words)) and (aspect := page.aspect(found["what"])):
        return [Verdict(aspect, found["verdict"])]
    if found := _GRADE_FIRST.fullmatch(words):
        return _listed(found["what"], found["verdict"], page)
    return []


def _listed(what: str, verdict: str, page: Page) -> list[Verdict]:
    """One aspect, or several that are all known: half of a list is not read."""
    for parts in ([what], what.split(";"), re.split(r",| and at | and (?=[a-z]+ing )", what)):
        aspects = [page.aspect(without_end(part)) for part in parts]
        if all(aspects):
            return [Verdict(aspect, verdict) for aspect in aspects]
    return []


def _of_sentence(words: str, page: Page, item: bool) -> Iterator[Verdict]:
    if found := _WHEN.fullmatch(words):
        aspect = page.aspect(found["what"]) if found["what"] else None
        if (aspect or not found["what"]) and (found["it"] or _speaks_of(found["subject"], page.force)):
            yield Verdict(aspect, found["verdict"], found["month"])
        return
    for pattern in (_EXTENT, _WITH_WHICH, _AT, _APPROACH):
        found = pattern.fullmatch(words)
        if found and _speaks_of(found["subject"], page.force):
            said = _listed(found["what"], found["verdict"] or found["improve"], page)
            yield from said
            if said:
                return
    if item and (found := _ITEM_AT.fullmatch(words)):
        yield from _listed(found["what"], found["verdict"], page)
        return
    first, *others = _ANOTHER_GRADE.split(words)
    said = list(_of_sentence(first, page, item)) if others else []
    # "The force is good at ..., good at ... and requires improvement at ...": half of a list is not read.
    for clause in others if said else []:
        found = _ITEM_AT.fullmatch(clause)
        known = _listed(found["what"], found["verdict"], page) if found else []
        if not known:
            return
        said += known
    yield from said


def _speaks_of(subject: str, force: str) -> bool:
    """Whether a sentence about ``subject`` ("the force", "durham constabulary") is about this force."""
    named = [one.short_name for one in forces_in(subject, initials=False)]
    return named == [force] or _GENERIC.fullmatch(subject) is not None
