"""A passage as sentences of tokens: numbers, percentages, fractions, grades, cases, words and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from inspections.reading.case_counts import vocabulary as v
from inspections.reading.language.numbers import TENS, UNITS, ZEROS, in_figures, in_words
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
_YEARS = range(1900, 2100)


class Token(NamedTuple):
    """``text``: the word; of a grade its code, of a fraction all its words. ``value``: of a number."""

    kind: Kind
    text: str
    start: int
    end: int
    value: float = 0


def plain(text: str) -> str:
    """Small letters, straight quotes and dashes, every character in its place."""
    return lowered(text).translate(_ONE_FOR_ONE)


def sentences(plainly: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends."""
    begin = 0
    for found in _END.finditer(plainly):
        dot = found.start()
        if plainly[dot] == "." and (
            plainly[dot - 1 : dot] == "." or plainly[max(0, dot - 7) : dot].endswith(_ABBREVIATIONS)
        ):
            continue
        yield from _pieces(begin, found.end())
        begin = found.end()
    yield from _pieces(begin, len(plainly))


def _pieces(begin: int, end: int) -> Iterator[tuple[int, int]]:
    for start in range(begin, end, _LONGEST):
        yield start, min(end, start + _LONGEST)


def tells(plainly: str, begin: int, end: int) -> bool:
    """A quick no for most sentences: it takes a number, and a grade, cases or a percentage."""
    return _TOLD.search(plainly, begin, end) is not None and _NUMBERED.search(plainly, begin, end) is not None


def tokens_of(plainly: str, begin: int, end: int) -> list[Token]:
    raw = [(found[0], *found.span()) for found in _RAW.finditer(plainly, begin, end)]
    return _Lexer(raw).tokens()


class _Lexer:
    def __init__(self, raw: list[tuple[str, int, int]]) -> None:
        self._raw = raw
        self._words = [word for word, _, _ in raw]

    def tokens(self) -> list[Token]:
        found: list[Token] = []
        at = 0
        while at < len(self._raw):
            word, start, end = self._raw[at]
            if word not in _TELLING and not word[0].isdigit():
                found.append(Token("word" if word[0].isalpha() else "sign", word, start, end))
                at += 1
                continue
            token, taken = self._next(at, found)
            if token.kind == "fraction":
                while found and found[-1].text in _BEFORE_FRACTION and found[-1].kind != "sign":
                    before = found.pop()
                    token = token._replace(text=f"{before.text} {token.text}", start=before.start)
                token = token._replace(text=token.text.replace(" - ", "-").removeprefix("the "))
            found.append(token)
            at += taken
        return found

    def _word(self, at: int) -> str:
        return self._words[at] if 0 <= at < len(self._words) else ""

    def _token(self, kind: Kind, text: str, at: int, taken: int, value: float = 0) -> tuple[Token, int]:
        return Token(kind, text, self._raw[at][1], self._raw[at + taken - 1][2], value), taken

    def _next(self, at: int, before: list[Token]) -> tuple[Token, int]:
        word = self._words[at]
        if grade := self._grade(at):
            return self._token("grade", grade[0], at, grade[1])
        if number := self._number(at):
            return number
        if word in v.CASES and (taken := self._cases(at)):
            return self._token("noun", word, at, taken)
        if word == "all" and self._all_of_them(at + 1):
            return self._token("fraction", word, at, 1)
        if word in _FRACTIONS or (word == "remaining" and self._word(at + 1) == "cases"):
            return self._token("fraction", word, at, 1)
        if word == "-" and self._joins(at):
            return self._token("hyphen", word, at, 1)
        return self._token("word" if word[0].isalnum() else "sign", word, at, 1)

    def _all_of_them(self, at: int) -> bool:
        rest = self._words[at : at + 3]
        return rest[:1] in (["were"], ["was"]) or rest[:1] == ["cases"] or rest[-2:] == ["the", "cases"]

    def _joins(self, at: int) -> bool:
        return self._adjacent(at) and self._adjacent(at + 1) and self._word(at + 1)[:1].isalpha()

    def _adjacent(self, at: int) -> bool:
        """No space before this word."""
        return 0 < at < len(self._raw) and self._raw[at - 1][2] == self._raw[at][1]

    # -- what is counted

    def _cases(self, at: int) -> int:
        taken = 1
        if self._words[at] in ("case", "cases"):
            while self._word(at + taken) in v.AFTER_CASE:
                taken += 1
            if self._word(at + taken) in v.NOT_CASES:
                return 0
        return taken

    # -- numbers

    def _number(self, at: int) -> tuple[Token, int] | None:
        word = self._words[at]
        if word[0].isdigit():
            value: float | None = in_figures(word)
            taken = 1
        elif word == "not" and self._word(at + 1) == "one":
            value, taken = 0, 2
        elif word == "not" and self._words[at + 1 : at + 3] == ["a", "single"]:
            value, taken = 0, 3
        elif word in ("no", "neither") and self._none_of_it(at + 1):
            value, taken = 0, 1
        elif word == "neither" and self._word(at + 1) == "of":
            value, taken = 0, 1  # what it is of is told by the words after it, as with “none of”
        elif spelled := self._spelled(at):
            value, taken = spelled
        else:
            return None
        signs = self._percent(at + taken)
        if signs:
            percent = float(value) if value is not None else _decimal(word)
            if percent is None or percent > 100:
                return self._token("word", word, at, taken + signs)
            return self._token("percent", word, at, taken + signs, percent)
        if value is None or self._is_something_else(at, taken, value):
            return self._token("word", word, at, taken)
        return self._token("number", word, at, taken, value)

    def _spelled(self, at: int) -> tuple[int, int] | None:
        if self._word(at) == "hundred" and self._word(at - 1) in ("the", "these", "those", "same", "all"):
            value, taken = in_words(["a", *self._words[at : at + 5]], 0) or (100, 2)
            return value, taken - 1
        return in_words(self._words, at) if at < len(self._words) else None

    def _none_of_it(self, at: int) -> bool:
        """“no child protection cases”, “no inadequate cases”; not “no longer”."""
        for step in range(4):
            word = self._word(at + step)
            if word in v.CASES:
                return True
            if not word.isalpha() or (word in v.NOT_DESCRIBING and not (step == 0 and word == "of")):
                return False
        return False

    def _percent(self, at: int) -> int:
        word = self._word(at)
        if word in ("%", "percent"):
            return 1
        if word == "per" and self._word(at + 1) == "cent":
            return 2
        return 3 if self._words[at : at + 3] == ["per", "-", "cent"] else 0

    def _is_something_else(self, at: int, taken: int, value: float) -> bool:
        """A year, a date, an age, a money sum, an ordinal, or the number of a page or a section."""
        before, after = self._word(at - 1), self._word(at + taken)
        figures = self._words[at][0].isdigit()
        if before == "[" and after == "]":
            return True  # a footnote
        if before in v.REFERENCES or (figures and (after in v.MONTHS or before in v.MONTHS - {"may"})):
            return True
        if after in v.AGES_AND_TIMES or (after == "-" and self._word(at + taken + 1) in v.AGES_AND_TIMES):
            return True
        if not figures:
            return False
        year = value in _YEARS and "," not in self._words[at]
        return (
            year
            or before in ("£", "$", "€", "#")
            or (before == "may" and after.isdigit())
            or (self._adjacent(at) and (before.isalnum() or before == ":"))
            or (self._adjacent(at + taken) and after.isalpha())
            or (before in ("/", "-") and self._adjacent(at) and in_figures(self._word(at - 2)) in _YEARS)
        )

    # -- grades

    def _grade(self, at: int) -> tuple[str, int] | None:
        """The code of the grade named here, and how many words name it."""
        word = self._words[at]
        if word in (v.GOOD, v.ADEQUATE, v.INADEQUATE):
            return (word, 1) if self._stands_alone(at, at + 1) else None
        if word in v.REQUIRING:
            step = 2 if self._word(at + 1) in ("-", "'", '"') else 1
            if self._word(at + step) in v.IMPROVEMENTS:
                judges = self._stands_alone(at, at + step + 1) and self._judges(at + step + 1)
                return (v.IMPROVEMENT, step + 1) if judges else None
        if word == "ri":
            return v.IMPROVEMENT, 1
        if word in v.IMPROVEMENTS and self._word(at + 1) in ("required", "needed"):
            return v.IMPROVEMENT, 2
        if word == "in" and self._words[at + 1 : at + 4] == ["need", "of", "improvement"]:
            return v.IMPROVEMENT, 4
        return self._below_good(at)

    def _judges(self, after: int) -> bool:
        """A grade, not “required improvement in how risk is recorded”."""
        if self._word(after) not in ("in", "to", "on", "of", "around"):
            return True
        for at in range(after + 1, after + 6):
            word = self._word(at)
            if word[:1].isdigit() or word in _FRACTIONS or word in v.CASES or self._spelled(at):
                return True
            if word not in v.AFTER_GRADE_GLUE and word not in _BEFORE_FRACTION:
                return False
        return False

    def _below_good(self, at: int) -> tuple[str, int] | None:
        word = self._words[at]
        if word in ("less", "worse", "lower") and self._word(at + 1) == "than":
            step = 2
        elif word in ("below", "not") or (word == "short" and self._word(at + 1) == "of"):
            step = 2 if word == "short" else 1
        elif word in ("fell", "fall", "falling") and self._word(at + 1) in ("below", "short"):
            return v.BELOW_GOOD, 2
        else:
            return None
        while self._word(at + step) in ("'", '"'):
            step += 1
        if self._word(at + step) == v.GOOD:
            return v.BELOW_GOOD, step + 1
        if (
            word == "not"
            and self._word(at - 1) in ("were", "was")
            and self._word(at + 1) in ("", ".", ";", ")")
        ):
            return v.BELOW_GOOD, 1
        return None

    def _stands_alone(self, at: int, after: int) -> bool:
        """Not an adjective before a noun: “good practice”."""
        word = self._word(after)
        if self._word(at - 1) in ("'", '"') and word in ("'", '"'):
            return True
        return (
            not word[:1].isalpha()
            or word in v.AFTER_GRADE
            or word in v.CASES
            or word in v.REQUIRING
            or word in (v.GOOD, v.ADEQUATE, v.INADEQUATE)
            or in_words(self._words, after) is not None
        )


def _decimal(word: str) -> float | None:
    return float(word) if len(word) < 10 and word.replace(".", "", 1).isdecimal() else None
