"""A passage as sentences of tokens: numbers, percentages, fractions, grades, cases, words and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from inspections.reading.case_counts import vocabulary as v
from inspections.reading.language.numbers import TENS, UNITS, ZEROS, in_figures, in_words
from inspections.reading.language.printed_dates import MONTHS
from inspections.reading.language.text import lowered

Kind = Literal["number", "percent", "fraction", "grade", "noun", "word", "sign", "hyphen"]

_ONE_FOR_ONE = str.maketrans("‘’‚′“”„″\u00a0\u2007\u202f\u2009–—−‐‑•·▪●∙…", "''''\"\"\"\"    -----;;;;;,")
_RAW = re.compile(r"\d+(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|[^\W\d_]+(?:'[^\W\d_]+)?|[^\w\s]|_")
_END = re.compile(r"[.!?]['\")\]]{0,4}(?=\s|$)")
_TOLD = re.compile(r"good|adequate|improvement|case|file|record|audit|per ?-?cent|%")
_NUMBERED = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twe|thirt|fift|fort|hundred"
    r"|no\b|none|zero|nil|not one|not a single|neither|half|quarter|third|fifth|tenth"
    r"|most|majority|minority|all|rest|remain)"
)
_ABBREVIATIONS = ("e.g", "i.e", " no", " vs", " para", " approx", " st", "etc")
_LONGEST = 4000  # no sentence is longer; a text without full stops is read in pieces
_FRACTIONS = {"half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths"}
_FRACTIONS |= {"most", "majority", "minority", "rest", "remainder"}
_BEFORE_FRACTION = v.listed(
    "a an the over under more less fewer than at least up to just well almost nearly about around only two "
    "three four nine one - vast slightly"
)
_TELLING = v.listed(
    "good adequate inadequate in less worse lower below not short fell fall falling no neither a all "
    "hundred ri"
) | frozenset({"remaining", "-", *v.REQUIRING, *v.IMPROVEMENTS, *v.CASES, *_FRACTIONS, *UNITS, *TENS, *ZEROS})
_PERCENT_SIGNS = (["%"], ["percent"], ["per", "cent"], ["per", "-", "cent"])
_YEARS = range(1900, 2100)
_PADDING = [("", -1, -1)] * 10  # words are looked for so far before and behind a place


class Token(NamedTuple):
    """``text``: the word; of a grade its code, of a fraction all its words. ``value``: of a number."""

    kind: Kind
    text: str
    start: int
    end: int
    value: float = 0


class Sentence(list[Token]):
    """The tokens of one sentence. A place outside it has no text, and ends it."""

    def text(self, at: int) -> str:
        return self[at].text if 0 <= at < len(self) else ""

    def is_number(self, at: int) -> bool:
        return 0 <= at < len(self) and self[at].kind == "number"

    def ends(self, at: int) -> bool:
        """Whether a clause ends before this place."""
        return at >= len(self) or self[at].kind == "sign"


def plain(text: str) -> str:
    """Small letters, straight quotes and dashes, every character in its place."""
    return lowered(text).translate(_ONE_FOR_ONE)


def sentences(plainly: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends."""
    ends = []
    for found in _END.finditer(plainly):
        dot = found.start()
        before = plainly[max(0, dot - 7) : dot]
        if plainly[dot] != "." or not before.endswith((".", *_ABBREVIATIONS)):
            ends.append(found.end())
    for begin, end in zip([0, *ends], [*ends, len(plainly)], strict=True):
        for start in range(begin, end, _LONGEST):
            yield start, min(end, start + _LONGEST)


def tells(plainly: str, begin: int, end: int) -> bool:
    """A quick no for most sentences: it takes a number, and a grade, cases or a percentage."""
    return _TOLD.search(plainly, begin, end) is not None and _NUMBERED.search(plainly, begin, end) is not None


def sentence_of(plainly: str, begin: int, end: int) -> Sentence:
    return _Lexer(plainly, begin, end).sentence()


class _Lexer:
    def __init__(self, plainly: str, begin: int, end: int) -> None:
        raw = [(found[0], *found.span()) for found in _RAW.finditer(plainly, begin, end)]
        self._raw = [*_PADDING, *raw, *_PADDING]
        self._words = [word for word, _, _ in self._raw]

    def sentence(self) -> Sentence:
        found = Sentence()
        at, end = len(_PADDING), len(self._raw) - len(_PADDING)
        while at < end:
            word, start, stop = self._raw[at]
            if word not in _TELLING and not word[0].isdigit():
                found.append(Token("word" if word[0].isalpha() else "sign", word, start, stop))
                at += 1
                continue
            kind, text, taken, value = self._next(at)
            if kind == "fraction":
                while found and found[-1].text in _BEFORE_FRACTION and found[-1].kind != "sign":
                    before = found.pop()
                    text, start = f"{before.text} {text}", before.start
                text = text.replace(" - ", "-").removeprefix("the ")
            found.append(Token(kind, text, start, self._raw[at + taken - 1][2], value))
            at += taken
        return found

    def _next(self, at: int) -> tuple[Kind, str, int, float]:
        """Kind and text of the token that begins here, how many words it takes, and its value."""
        words, word = self._words, self._words[at]
        if grade := self._grade(at):
            return "grade", *grade, 0
        if number := self._number(at):
            return number
        if word in v.CASES:
            taken = 1
            while word in ("case", "cases") and words[at + taken] in v.AFTER_CASE:
                taken += 1
            if word not in ("case", "cases") or words[at + taken] not in v.NOT_CASES:
                return "noun", word, taken, 0
        after = words[at + 1 : at + 4]
        if word == "all":
            all_of_them = after[0] in ("were", "was", "cases") or after[1:] == ["the", "cases"]
            if all_of_them or after == ["the", "cases", ""]:
                return "fraction", word, 1, 0
        if word in _FRACTIONS or (word == "remaining" and after[0] == "cases"):
            return "fraction", word, 1, 0
        if word == "-" and self._adjacent(at) and self._adjacent(at + 1) and after[0][:1].isalpha():
            return "hyphen", word, 1, 0
        return "word" if word[0].isalnum() else "sign", word, 1, 0

    def _adjacent(self, at: int) -> bool:
        """No space before this word."""
        return self._raw[at - 1][2] == self._raw[at][1]

    # -- numbers

    def _number(self, at: int) -> tuple[Kind, str, int, float] | None:
        words, word = self._words, self._words[at]
        value: float | None
        if word[0].isdigit():
            value, taken = in_figures(word), 1
        elif word == "not" and words[at + 1] == "one":
            value, taken = 0, 2
        elif word == "not" and words[at + 1 : at + 3] == ["a", "single"]:
            value, taken = 0, 3
        elif word in ("no", "neither") and self._none_of_it(at + 1):
            value, taken = 0, 1
        elif word == "neither" and words[at + 1] == "of":
            value, taken = 0, 1  # what it is of stands in the words after it, as with “none of”
        elif spelled := self._spelled(at):
            value, taken = spelled
        else:
            return None
        behind = at + taken
        signs = next((len(s) for s in _PERCENT_SIGNS if words[behind : behind + len(s)] == s), 0)
        if signs:
            if value is None and len(word) < 10 and word.replace(".", "", 1).isdecimal():
                value = float(word)
            if value is None or value > 100:
                return "word", word, taken + signs, 0
            return "percent", word, taken + signs, float(value)
        if value is None or self._is_something_else(at, taken, value):
            return "word", word, taken, 0
        return "number", word, taken, value

    def _spelled(self, at: int) -> tuple[int, int] | None:
        words = self._words
        if words[at] == "hundred" and words[at - 1] in ("the", "these", "those", "same", "all"):
            value, taken = in_words(["a", *words[at : at + 5]], 0) or (100, 2)
            return value, taken - 1
        return in_words(words, at)

    def _none_of_it(self, at: int) -> bool:
        """“no child protection cases”, “no inadequate cases”; not “no longer”."""
        for step, word in enumerate(self._words[at : at + 4]):
            if word in v.CASES:
                return True
            if not word.isalpha() or (word in v.NOT_DESCRIBING and not (step == 0 and word == "of")):
                return False
        return False

    def _is_something_else(self, at: int, taken: int, value: float) -> bool:
        """A year, a date, an age, a money sum, an ordinal, or the number of a page or a section."""
        words = self._words
        before, after = words[at - 1], words[at + taken]
        figures = words[at][0].isdigit()
        if before == "[" and after == "]":
            return True  # a footnote
        if before in v.REFERENCES or (figures and (after in MONTHS or before in MONTHS.keys() - {"may"})):
            return True
        if after in v.AGES_AND_TIMES or (after == "-" and words[at + taken + 1] in v.AGES_AND_TIMES):
            return True
        if not figures:
            return False
        year = value in _YEARS and "," not in words[at]
        return (
            year
            or before in ("£", "$", "€", "#")
            or (before == "may" and after.isdigit())
            or (self._adjacent(at) and (before.isalnum() or before == ":"))
            or (self._adjacent(at + taken) and after.isalpha())
            or (before in ("/", "-") and self._adjacent(at) and in_figures(words[at - 2]) in _YEARS)
        )

    # -- grades

    def _grade(self, at: int) -> tuple[str, int] | None:
        """The code of the grade named here, and how many words name it."""
        words, word = self._words, self._words[at]
        if word in v.ONE_WORD_GRADES:
            return (word, 1) if self._stands_alone(at, at + 1) else None
        if word in v.REQUIRING:
            after = at + (3 if words[at + 1] in ("-", "'", '"') else 2)
            if words[after - 1] in v.IMPROVEMENTS:
                judges = self._stands_alone(at, after) and self._judges(after)
                return (v.IMPROVEMENT, after - at) if judges else None
        if word == "ri":
            return v.IMPROVEMENT, 1
        if word in v.IMPROVEMENTS and words[at + 1] in ("required", "needed"):
            return v.IMPROVEMENT, 2
        if words[at : at + 4] == ["in", "need", "of", "improvement"]:
            return v.IMPROVEMENT, 4
        if word in ("fell", "fall", "falling") and words[at + 1] in ("below", "short"):
            return v.BELOW_GOOD, 2
        if (words[at + 1] == "than" and word in ("less", "worse", "lower")) or (
            words[at + 1] == "of" and word == "short"
        ):
            good = at + 2
        elif word in ("below", "not"):
            good = at + 1
        else:
            return None
        while words[good] in ("'", '"'):
            good += 1
        if words[good] == v.GOOD:
            return v.BELOW_GOOD, good + 1 - at
        ended = words[at - 1] in ("were", "was") and words[at + 1] in ("", ".", ";", ")")
        return (v.BELOW_GOOD, 1) if word == "not" and ended else None

    def _judges(self, after: int) -> bool:
        """A grade, not “required improvement in how risk is recorded”."""
        if self._words[after] not in ("in", "to", "on", "of", "around"):
            return True
        for at, word in enumerate(self._words[after + 1 : after + 6], after + 1):
            if word[:1].isdigit() or word in _FRACTIONS or word in v.CASES or self._spelled(at):
                return True
            if word not in v.AFTER_GRADE_GLUE and word not in _BEFORE_FRACTION:
                return False
        return False

    def _stands_alone(self, at: int, after: int) -> bool:
        """Not an adjective before a noun: “good practice”."""
        word = self._words[after]
        if self._words[at - 1] in ("'", '"') and word in ("'", '"'):
            return True
        return (
            not word[:1].isalpha()
            or word in v.AFTER_GRADE
            or word in v.CASES
            or word in v.REQUIRING
            or word in v.ONE_WORD_GRADES
            or in_words(self._words, after) is not None
        )
