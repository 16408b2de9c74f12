"""Tallies in running prose: facts of neighbouring sentences put together."""

from __future__ import annotations

import re

from inspections.reading.case_counts.assessors import last_assessor, set_of
from inspections.reading.case_counts.open_tally import OpenTally
from inspections.reading.case_counts.statements import Fact, facts_in
from inspections.reading.case_counts.tally import Tally
from inspections.reading.case_counts.tokens import plain, sentence_of, sentences, tells
from inspections.reading.language.printed_dates import MONTH
from inspections.reading.language.text import squeezed
from inspections.terms import Assessor, CasesBasis, Completeness

_MOST_READ = 250_000  # letters of sentences with numbers of cases in one text; a report has a tenth of it
_LONGEST_WORDS = 200
_RIGHT_BEHIND = 12  # letters: “15 per cent in May 2017”
_MOST = 500  # tallies in one text: no report has a tenth of it
_TIME = re.compile(rf"\b(?:(?:{MONTH}|spring|summer|autumn|winter)(?: of)? )?(?:19|20)\d\d\b")


def tallies_in(text: str, *, of_cases: bool = False) -> list[Tally]:
    """Every tally of a passage, in reading order; one may span several of its sentences.

    ``of_cases``: it is known from elsewhere that cases are counted, as in the items of a list.
    """
    plainly = plain(text)
    reading = _Reading(plainly, text, of_cases=of_cases)
    read = 0
    for number, (begin, end) in enumerate(sentences(plainly)):
        if not tells(plainly, begin, end) and not reading.goes_on(number):
            continue
        read += end - begin
        for fact in facts_in(sentence_of(plainly, begin, end)):
            reading.take(fact, number, begin, end)
        if len(reading.tallies) >= _MOST or read > _MOST_READ:
            break
    reading.close()
    # A bare total of the same cases as a tally or an observation says nothing more.
    graded = {(one.assessor, one.cases) for one in reading.tallies if one.completeness != "total_only"}
    tallies = [
        tally
        for tally in reading.tallies
        if tally.completeness != "total_only" or tally.stated or (tally.assessor, tally.cases) not in graded
    ]
    return _named_by_time(sorted(tallies, key=lambda tally: tally.start), plainly, text)


class _Reading:
    """Takes facts in reading order; a tally is open until a fact no longer fits it."""

    def __init__(self, plainly: str, text: str, *, of_cases: bool) -> None:
        self._plainly = plainly
        self._text = text
        self._of_cases = of_cases
        self.tallies: list[Tally] = []
        self._open: OpenTally | None = None
        self._last_end = 0

    def goes_on(self, sentence: int) -> bool:
        """A sentence that names no grade may still go on with a tally."""
        return self._open is not None and sentence - self._open.sentence <= 1

    def take(self, fact: Fact, sentence: int, begin: int, end: int) -> None:
        tally = self._open
        if fact.kind == "observed":
            self._observe(fact, begin, end)
            return
        # “In January 2017, only 29 per cent” says of what only after a sentence that did.
        has_percent = tally is not None and tally.percent is not None and self.goes_on(sentence)
        if fact.kind == "percent" and not fact.grade and not has_percent:
            return
        if fact.kind == "total":
            self._total(fact, int(fact.number), sentence, begin)
        else:
            beside = False
            if tally is not None and not tally.takes(fact, sentence):
                # The same grade by another: “we rated 9 of the 33 cases good, the force had rated 17 good”.
                here = tally.sentence == sentence and tally.total is not None
                beside = fact.firm and here and fact.kind == "part" and fact.grade in tally.grades
                self.close()
            if fact.of is not None:
                self._total(fact._replace(looked=True), fact.of, sentence, begin)
            if self._open is None:
                self._open = OpenTally(begin, sentence, fact.start, fact.end)
                self._open.noun = beside
            self._open.put(fact)
            self._open.weak = self._open.weak and self._open.begin != begin
        if self._open is not None:
            self._open.grow(fact, sentence, end)

    def _total(self, fact: Fact, number: int, sentence: int, begin: int) -> None:
        tally = self._open
        if tally is not None:
            lacks = tally.grades and tally.total is None and tally.sentence == sentence
            if fact.which and fact.trailing and lacks:
                tally.total, tally.which = number, fact.which  # “… and ten inadequate in the same 33 cases”
                return
            if fact.which in ("", tally.which) and tally.takes_total(number, fact, sentence):
                tally.looked, tally.weak = tally.looked or fact.looked, tally.weak and not fact.looked
                return
            self.close()
        self._open = OpenTally(begin, sentence, fact.start, fact.end)
        self._open.total, self._open.looked, self._open.which = number, fact.looked, fact.which
        self._open.weak = not (fact.looked or fact.which or fact.words)

    def _observe(self, fact: Fact, begin: int, end: int) -> None:
        if fact.of is None and (self._open is None or fact.number < 2):
            return
        known = self._open is not None and self._open.total == fact.of
        if fact.of is not None and (fact.number > fact.of or not (fact.looked or known)):
            return
        self.tallies.append(
            Tally(
                start=fact.start,
                end=fact.end,
                assessor=last_assessor(self._plainly, begin, end) or Assessor.INSPECTORS,
                cases=fact.of,
                cases_basis=CasesBasis.PRINTED if fact.of is not None else None,
                observed=int(fact.number),
                observed_what=squeezed(self._text[slice(*fact.words_at)])[:_LONGEST_WORDS],
                completeness=Completeness.OBSERVED,
            )
        )

    def close(self) -> None:
        """Whatever is open is a tally now, or nothing."""
        tally, self._open = self._open, None
        if tally is None:
            return
        begin = max(tally.begin, self._last_end)
        named = last_assessor(self._plainly, begin, tally.first_end or tally.sentence_end)
        assessor = named or last_assessor(self._plainly, begin, tally.sentence_end) or Assessor.INSPECTORS
        before = self.tallies[-1].sample if self.tallies else ""
        sample = set_of(self._plainly, begin, tally.end, assessor, tally.which, before)
        tally.noun = tally.noun or self._of_cases
        closed = tally.tally(self._plainly, assessor, sample)
        if closed is not None:
            self.tallies.append(closed)
            self._last_end = tally.end


def _named_by_time(tallies: list[Tally], plainly: str, text: str) -> list[Tally]:
    """Two tallies of one assessor that nothing keeps apart are told apart by their time, the first last."""
    unnamed: dict[str, list[int]] = {}
    for place, tally in enumerate(tallies):
        if tally.completeness != "observed" and not tally.sample:
            unnamed.setdefault(tally.assessor, []).append(place)
    for places in unnamed.values():
        if len(places) > 1:
            times = {place: _time_of(tallies, place, plainly, text) for place in places}
            for place in places[1:] if all(times[place] for place in places[1:]) else places:
                tallies[place] = tallies[place].model_copy(update={"sample": times[place]})
    return tallies


def _time_of(tallies: list[Tally], place: int, plainly: str, text: str) -> str:
    """The time named in the tally's own sentence, the nearest before it rather than one behind it."""
    tally = tallies[place]
    first = tallies[place - 1].end if place else 0
    last = tallies[place + 1].start if place + 1 < len(tallies) else len(plainly)
    last = min(last, tally.end + 120)
    begin = max(first, tally.start - 300, plainly.rfind(". ", first, tally.start))
    end = plainly.find(".", tally.end, last)
    behind, before, inside = [], [], []
    for found in _TIME.finditer(plainly, begin, end if end >= 0 else last):
        at, words = found.start(), squeezed(text[slice(*found.span())])
        if at >= tally.start:
            inside.append(words)
            behind += [words] if tally.end <= at < tally.end + _RIGHT_BEHIND else []
        elif not place or at > first + _RIGHT_BEHIND or any(sign in plainly[first:at] for sign in ".;:("):
            before.append(words)  # else it is the time of the tally before, which it follows at once
    return (behind[:1] or before[-1:] or inside[:1] or [""])[0]
