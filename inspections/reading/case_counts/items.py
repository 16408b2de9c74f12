"""The numbers and the grades of one sentence, each with the words that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from inspections.reading.case_counts import vocabulary as v
from inspections.reading.case_counts.tokens import Token

_MOST_DESCRIBING = 7
_QUOTES = ("'", '"')


@dataclass
class Item:
    """Tokens ``first`` to ``last``.

    A number: ``value``, ``noun`` (of cases), ``total`` ("12 of the 34 cases"), ``total_like`` ("of 33
    cases"), ``which`` set of cases, ``again`` ("another 41"). A grade: one or several ``grades``.
    """

    kind: Literal["number", "percent", "fraction", "grade"]
    first: int
    last: int
    value: float = 0
    text: str = ""
    noun: bool = False
    partitive: bool = False
    total: int | None = None
    total_like: bool = False
    which: Literal["", "same", "further"] = ""
    approximate: bool = False
    again: bool = False
    grades: tuple[str, ...] = ()
    joined_by_and: bool = False


def items_of(tokens: Sequence[Token]) -> list[Item]:
    """In reading order. Numbers that count anything but cases are left out."""
    found: list[Item] = []
    at = 0
    while at < len(tokens):
        kind = tokens[at].kind
        item: Item | None = None
        if kind == "grade":
            item = _grades(tokens, at)
        elif kind in ("number", "percent", "fraction"):
            item = _counted(tokens, at)
            if item and found and _says_again(tokens, found[-1], item):
                if (found[-1].kind == "number" and item.kind != "number") or found[
                    -1
                ].value == item.value != 0:
                    at = item.last + 1
                    continue
                found.pop()
        if item:
            found.append(item)
        at = item.last + 1 if item else at + 1
    return found


def _says_again(tokens: Sequence[Token], before: Item, item: Item) -> bool:
    """“nine (9)”, “12 cases (35 per cent)”, “12, or 35 per cent,”, “35 per cent (12)”, “most (12 of 34)”."""
    if before.kind == "grade" or item.kind == "grade":
        return False
    if item.kind == "fraction":
        return before.kind == "number" and _in_passing(tokens, before, item)
    if (before.kind, item.kind) == ("percent", "percent"):
        return False
    gap = [token.text for token in tokens[before.last + 1 : item.first]]
    after = tokens[item.last + 1].text if item.last + 1 < len(tokens) else ""
    if gap == ["("] and after == ")":
        return before.kind != item.kind or before.value == item.value
    return gap == [",", "or"] and before.kind == "number" and item.kind == "percent"


def _in_passing(tokens: Sequence[Token], before: Item, item: Item) -> bool:
    """“28 cases – more than a third – were”."""
    first, last = tokens[before.last + 1], tokens[item.last + 1 : item.last + 2]
    return (
        item.first - before.last == 2 and first.kind == "sign" and any(token.kind == "sign" for token in last)
    )


# -- numbers


def _counted(tokens: Sequence[Token], at: int) -> Item | None:
    token = tokens[at]
    item = Item(token.kind, at, at, token.value, token.text)  # type: ignore[arg-type]
    beside = [token.text if token.kind != "percent" else "%" for token in tokens[at + 1 : at + 4]]
    skipped = 3 if beside == ["(", "%", ")"] and _text(tokens, at + 4) in ("of", "out") else 0
    after = _text(tokens, at + 1 + skipped)
    if after == "in" and token.kind == "number" and _is_number(tokens, at + 2):
        item.kind, item.text = "fraction", f"{token.text} in {tokens[at + 2].text}"
        item.noun, item.last = True, _noun_phrase(tokens, at + 3) or at + 2
        return item  # “one in five cases”
    of = 1 if after == "of" else 2 if after == "out" and _text(tokens, at + 2 + skipped) == "of" else 0
    of += skipped if of else 0
    if of and _text(tokens, at + 1 + of) in ("which", "whom") and _is_number(tokens, at + 2 + of):
        of = 0  # “34, of which 12 were good”
    known = _part_of(tokens, item, at + 1 + of) if of else _simple(tokens, item)
    if not known and token.kind == "fraction" and not of:
        known = _part_of(tokens, item, at + 1)
    if not known:
        return None
    _look_back(tokens, item)
    return item


def _part_of(tokens: Sequence[Token], item: Item, at: int) -> bool:
    """“of the 34 child protection cases”, “of these”, “of 21”; False for parts of anything else."""
    item.partitive = True
    pointing = False
    while _text(tokens, at) in v.DETERMINERS:
        if _text(tokens, at) == "same":
            item.which = "same"
        pointing = _text(tokens, at) in v.POINTING
        at += 1
    if at < len(tokens) and tokens[at].kind == "number":
        end = _noun_phrase(tokens, at + 1)
        if end is None and not _bare(tokens, at + 1):
            return False
        item.total, item.noun, item.last = int(tokens[at].value), end is not None, end if end else at
        return True
    end = _noun_phrase(tokens, at)
    if end is None and not (pointing and _bare(tokens, at)):
        return False
    item.noun, item.last = end is not None, end if end is not None else at - 1
    return True


def _simple(tokens: Sequence[Token], item: Item) -> bool:
    """“34 child protection cases”, “nine cases of 21”, or a number alone."""
    end = _noun_phrase(tokens, item.first + 1)
    if end is None:
        if _text(tokens, item.first + 1) == "total":
            item.total_like = True
            return True
        after_in = _text(tokens, item.first - 1) == "in" and _text(tokens, item.first + 1) in v.STARTS_CLAUSE
        return after_in or _bare(tokens, item.first + 1)
    item.noun, item.last = True, end
    of = 1 if _text(tokens, end + 1) == "of" else 2 if _text(tokens, end + 2) == "of" else 0
    if of == 2 and _text(tokens, end + 1) != "out":
        of = 0
    at = end + 1 + of
    while of and _text(tokens, at) in v.DETERMINERS:
        at += 1
    if (
        of
        and at < len(tokens)
        and tokens[at].kind == "number"
        and _text(tokens, at - 1) not in ("which", "whom")
    ):
        further = _noun_phrase(tokens, at + 1)
        if further is not None or _bare(tokens, at + 1) or _text(tokens, at + 1) in v.STARTS_CLAUSE:
            item.partitive, item.total, item.last = True, int(tokens[at].value), further or at
    return True


def _noun_phrase(tokens: Sequence[Token], at: int) -> int | None:
    """Where the cases stand that are counted here: after a few describing words, or at once."""
    for position in range(at, min(at + _MOST_DESCRIBING, len(tokens))):
        token = tokens[position]
        if token.kind == "noun":
            return position
        if token.text in _QUOTES or token.kind == "hyphen":
            continue
        if token.kind != "word" or not _describes(token.text):
            return None
    return None


def _describes(word: str) -> bool:
    if word in v.NOT_DESCRIBING and word not in ("assessed", "using"):
        return False
    return not word.endswith(("ed", "ing")) or word in v.DESCRIBING_ING_ED or len(word) < 5


def _bare(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens):
        return True
    token = tokens[at]
    if token.text == "out":
        return False  # “out of” something that is no case
    return token.kind in ("sign", "grade") or token.text in v.AFTER_BARE or token.text in v.REST


def _look_back(tokens: Sequence[Token], item: Item) -> None:
    """What the words before a number make of it: “of the same 33 cases”, “a total of 81”, “over 30”."""
    at = item.first - 1
    while at >= 0 and tokens[at].text in v.BEFORE_NUMBER:
        item.again = item.again or tokens[at].text in v.AGAIN
        if tokens[at].text == "same":
            item.which = "same"
        elif tokens[at].text in ("further", "additional", "another"):
            item.which = "further"
        at -= 1
    before = _text(tokens, at)
    if (
        before == "of"
        and not item.partitive
        and (item.noun or at == item.first - 1 or _text(tokens, at + 1) == "the")
    ):
        item.total_like = True
    if before in (":", "=", "-", "(") and _heads(tokens, at - 1) and _ended(tokens, item.last + 1):
        item.total_like = True  # “Cases: 52”
    if _text(tokens, item.last + 1) == "=" or _text(tokens, item.last + 2) in ("total", "all"):
        item.total_like = True
    between = before == "and" and _is_number(tokens, at - 1) and _text(tokens, at - 2) == "between"
    item.approximate = item.kind == "number" and (before in v.APPROXIMATE or between)


def _heads(tokens: Sequence[Token], at: int) -> bool:
    """“cases” or “total” of “Cases: 52”, not of “Of 45 cases: 12”."""
    named = at >= 0 and (tokens[at].kind == "noun" or tokens[at].text == "total")
    before = at - 1
    while before >= 0 and at - before < _MOST_DESCRIBING and tokens[before].kind == "word":
        before -= 1
    return named and (before < 0 or tokens[before].kind == "sign")


def _ended(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].kind == "sign"


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "number"


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


# -- grades


def _grades(tokens: Sequence[Token], at: int) -> Item:
    """One grade, or several that share a number: “either requiring improvement or inadequate”."""
    grades, last = [tokens[at].text], at
    item = Item("grade", at, at, grades=(tokens[at].text,))
    position = at
    while (following := _next_grade(tokens, position)) is not None:
        position, joint = following
        grades.append(tokens[position].text)
        if joint != ",":
            last = position
            item.grades, item.last, item.joined_by_and = tuple(grades), last, joint == "and"
    return item


def _next_grade(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """The grade after this one with nothing but a joining word between, and that word."""
    joint = ""
    for position in range(at + 1, min(at + 9, len(tokens))):
        token = tokens[position]
        if token.kind == "grade":
            return (position, joint) if joint else None
        if token.text in ("or", "/", "and", ","):
            joint = token.text if joint in ("", ",", "and") else joint
        elif token.text not in _QUOTES and (token.kind != "word" or token.text not in v.RATING):
            return None
    return None
