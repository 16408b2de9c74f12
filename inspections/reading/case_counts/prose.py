"""Tallies in running prose: facts of neighbouring sentences put together."""

from __future__ import annotations

from inspections.reading.case_counts import vocabulary as v
from inspections.reading.case_counts.assessors import last_assessor, set_of
from inspections.reading.case_counts.builder import Builder
from inspections.reading.case_counts.statements import Fact, facts_in
from inspections.reading.case_counts.tally import Tally
from inspections.reading.case_counts.times import times_in
from inspections.reading.case_counts.tokens import plain, sentences, tells, tokens_of

_SENTENCES_BETWEEN = 3
_MOST_READ = 250_000  # letters of sentences with numbers of cases in one text; a report has a tenth of it
_LONGEST_WORDS = 200
_RIGHT_BEHIND = 12  # letters: “15 per cent in May 2017”
_MOST = 500  # tallies in one text: no report has a tenth of it


def tallies_in(text: str) -> list[Tally]:
    """Every tally of a passage, in reading order; one may span several of its sentences."""
    return _tallies(text, of_cases=False)


def tallies_of_cases(text: str) -> list[Tally]:
    """The same where it is known from elsewhere that cases are counted: the items of a list."""
    return _tallies(text, of_cases=True)


def _tallies(text: str, *, of_cases: bool) -> list[Tally]:
    plainly = plain(text)
    reading = _Reading(plainly, text, of_cases=of_cases)
    read = 0
    for number, (begin, end) in enumerate(sentences(plainly)):
        if not tells(plainly, begin, end) and not reading.awaits(number):
            continue
        read += end - begin
        for fact in facts_in(tokens_of(plainly, begin, end)):
            reading.take(fact, number, begin, end)
        if len(reading.found) >= _MOST or read > _MOST_READ:
            break
    return _told_apart(_unrepeated(reading.finished()), plainly, text)


class _Reading:
    """Takes facts in reading order; a tally is open until a fact no longer fits it."""

    def __init__(self, plainly: str, text: str, *, of_cases: bool) -> None:
        self._plainly = plainly
        self._text = text
        self._of_cases = of_cases
        self.found: list[Tally] = []
        self._open: Builder | None = None
        self._last_end = 0

    def awaits(self, sentence: int) -> bool:
        """A sentence that names no grade may still go on with a tally."""
        return self._open is not None and sentence - self._open.sentence <= 1

    def finished(self) -> list[Tally]:
        self._close()
        return self.found

    def take(self, fact: Fact, sentence: int, begin: int, end: int) -> None:
        if fact.kind == "observed":
            self._observe(fact, begin, end)
            return
        if fact.kind == "percent" and not fact.grade and not self._had_percent(sentence):
            return
        if fact.kind == "total":
            self._total(fact, sentence, begin)
        else:
            beside = False
            if not self._belongs(fact, sentence):
                beside = fact.firm and self._open is not None and self._open.is_beside(fact, sentence)
                self._close()
            if fact.of is not None:
                self._total(fact._replace(number=fact.of, looked=True), sentence, begin)
            if self._open is None:
                self._open = Builder.at(fact, begin, sentence)
                self._open.noun = beside
            self._put(self._open, fact)
            self._open.weak = self._open.weak and self._open.begin != begin
        if self._open is not None:
            self._open.grow(fact, sentence, end)

    def _had_percent(self, sentence: int) -> bool:
        """“In January 2017, only 29 per cent” says of what only after a sentence that did."""
        tally = self._open
        return tally is not None and tally.percent is not None and sentence - tally.sentence <= 1

    def _put(self, tally: Builder, fact: Fact) -> None:
        if fact.kind == "part":
            tally.put(fact.grade, int(fact.number))
        elif fact.kind == "stated":
            tally.stated.append(fact.words)
        else:
            tally.percents += 1
            if fact.grade in (v.GOOD, ""):
                tally.percent = fact.number
            else:
                tally.stated.append(fact.words)

    def _total(self, fact: Fact, sentence: int, begin: int) -> None:
        number = int(fact.number)
        tally = self._open
        if tally is not None and fact.which and fact.trailing and tally.lacks_total(sentence):
            tally.total, tally.which = number, fact.which  # “… and ten inadequate in the same 33 cases”
            return
        again = tally is not None and fact.which in ("", tally.which)
        if tally is not None and again and self._same_whole(tally, number, fact, sentence):
            tally.looked, tally.weak = tally.looked or fact.looked, tally.weak and not fact.looked
            return
        if tally is not None:
            self._close()
        self._open = Builder.at(fact, begin, sentence)
        self._open.total, self._open.looked, self._open.which = number, fact.looked, fact.which
        self._open.weak = not (fact.looked or fact.which or fact.words)

    def _same_whole(self, tally: Builder, number: int, fact: Fact, sentence: int) -> bool:
        if tally.total == number:
            near = sentence - tally.sentence <= _SENTENCES_BETWEEN
            return near and (fact.kind == "part" or tally.sentence == sentence or not tally.full)
        if tally.total is None and tally.graded and not tally.sum:
            tally.total = number  # “No case was good. Eleven of the 21 cases …”
            return True
        if (
            tally.total is None
            and tally.graded
            and sentence - tally.sentence == 1
            and (fact.words == "total" or (tally.whole and tally.sum == number))
        ):
            tally.total = number  # “… Total: 90 cases.”
            return True
        if tally.sentence != sentence:
            return False
        if tally.total is None:
            tally.total = number
            return True
        if tally.told:
            return False
        if fact.looked and not tally.looked:
            return False  # “of 300 cases it holds we examined 30”
        tally.others.append(number)
        return True

    def _belongs(self, fact: Fact, sentence: int) -> bool:
        tally = self._open
        if tally is None:
            return True
        if sentence - tally.sentence > _SENTENCES_BETWEEN:
            return False
        if fact.kind == "part":
            if tally.has(fact.grade):
                return tally.number(fact.grade) == fact.number
            near = tally.sentence == sentence or (fact.again and sentence - tally.sentence == 1)
            return near or not tally.full
        if fact.kind == "percent" and fact.grade in (v.GOOD, ""):
            return tally.percent is None and (tally.sentence == sentence or not tally.percents)
        return tally.sentence == sentence or not tally.told

    def _observe(self, fact: Fact, begin: int, end: int) -> None:
        if fact.of is None and (self._open is None or fact.number < 2):
            return
        known = self._open is not None and self._open.total == fact.of
        if fact.of is not None and (fact.number > fact.of or not (fact.looked or known)):
            return
        assessor = last_assessor(self._plainly, begin, end) or "inspectors"
        self.found.append(
            Tally(
                start=fact.start,
                end=fact.end,
                assessor=assessor,
                cases=fact.of,
                cases_basis="printed" if fact.of is not None else None,
                observed=int(fact.number),
                observed_what=" ".join(self._text[slice(*fact.words_at)].split())[:_LONGEST_WORDS],
                completeness="observed",
            )
        )

    def _close(self) -> None:
        tally, self._open = self._open, None
        if tally is None:
            return
        begin = max(tally.begin, self._last_end)
        named = last_assessor(self._plainly, begin, tally.first_end or tally.sentence_end)
        assessor = named or last_assessor(self._plainly, begin, tally.sentence_end) or "inspectors"
        before = self.found[-1].sample if self.found else ""
        sample = set_of(self._plainly, begin, tally.end, assessor, tally.which, before)
        tally.noun = tally.noun or self._of_cases
        settled = tally.tally(self._plainly, assessor, sample)
        if settled is not None:
            self.found.append(settled)
            self._last_end = tally.end


def _unrepeated(tallies: list[Tally]) -> list[Tally]:
    """A bare total of the same cases as a tally or an observation says nothing more."""
    told = {(tally.assessor, tally.cases) for tally in tallies if tally.completeness != "total_only"}
    return sorted(
        (
            tally
            for tally in tallies
            if tally.completeness != "total_only" or tally.stated or (tally.assessor, tally.cases) not in told
        ),
        key=lambda tally: tally.start,
    )


def _told_apart(tallies: list[Tally], plainly: str, text: str) -> list[Tally]:
    """Two tallies of one assessor that nothing keeps apart are told apart by their time, the first last."""
    taken: dict[tuple[str, str], list[int]] = {}
    for place, tally in enumerate(tallies):
        if tally.completeness != "observed":
            taken.setdefault((tally.assessor, tally.sample), []).append(place)
    for (_, sample), places in taken.items():
        if sample or len(places) < 2:
            continue
        times = {place: _time_of(tallies, place, plainly, text) for place in places}
        named = places[1:] if all(times[place] for place in places[1:]) else places
        for place in named:
            tallies[place] = tallies[place].model_copy(update={"sample": times[place]})
    return tallies


def _time_of(tallies: list[Tally], place: int, plainly: str, text: str) -> str:
    """The time named in the tally's own sentence, the nearest before it rather than one behind it."""
    tally = tallies[place]
    first = tallies[place - 1].end if place else 0
    last = tallies[place + 1].start if place + 1 < len(tallies) else len(plainly)
    begin = max(first, tally.start - 300, plainly.rfind(". ", first, tally.start))
    end = plainly.find(".", tally.end, min(last, tally.end + 120))
    times = times_in(plainly, text, begin, end if end >= 0 else min(last, tally.end + 120))
    behind = [words for at, words in times if tally.end <= at < tally.end + _RIGHT_BEHIND]
    before = [words for at, words in times if at < tally.start and _apart(plainly, first, at, place)]
    inside = [words for at, words in times if at >= tally.start]
    return (behind[:1] or before[-1:] or inside[:1] or [""])[0]


def _apart(plainly: str, end: int, at: int, place: int) -> bool:
    """Whether a time is not that of the tally before, which it would follow at once."""
    return not place or at > end + _RIGHT_BEHIND or any(sign in plainly[end:at] for sign in ".;:(")
