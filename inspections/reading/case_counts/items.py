"""The numbers and the grades of one sentence, each with the words that belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from inspections.reading.case_counts import vocabulary as v
from inspections.reading.case_counts.tokens import Sentence

_MOST_DESCRIBING = 7
_MOST_BETWEEN_GRADES = 8
# Of which set of cases: “the same 33 cases”, “a further 12”.
Which = Literal["", "same", "further"]
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
    which: Which = ""
    approximate: bool = False
    again: bool = False
    grades: tuple[str, ...] = ()


def items_of(sentence: Sentence) -> list[Item]:
    """In reading order. Numbers that count anything but cases are left out."""
    found: list[Item] = []
    at = 0
    while at < len(sentence):
        kind = sentence[at].kind
        item: Item | None = None
        if kind == "grade":
            item = _grades(sentence, at)
        elif kind in ("number", "percent", "fraction"):
            item = _counted(sentence, at)
        at = item.last + 1 if item else at + 1
        if item and found and _says_again(sentence, found[-1], item):
            before = found[-1]
            same = before.value == item.value and item.value
            if same or (before.kind == "number" and item.kind != "number"):
                continue
            found.pop()
        if item:
            found.append(item)
    return found


def _grades(sentence: Sentence, at: int) -> Item:
    """One grade, or several that share a number: “either requiring improvement or inadequate”."""
    grades, joint, last = [sentence[at].text], "", at
    item = Item("grade", at, at, grades=tuple(grades))
    for position in range(at + 1, len(sentence)):
        token = sentence[position]
        if position - last > _MOST_BETWEEN_GRADES:
            break
        if token.kind == "grade":
            if not joint:
                break
            grades.append(token.text)
            if joint != ",":
                item.grades, item.last = tuple(grades), position
            joint, last = "", position
        elif token.text in ("or", "/", "and", ","):
            joint = token.text if joint in ("", ",", "and") else joint
        elif token.text not in _QUOTES and (token.kind != "word" or token.text not in v.RATING):
            break
    return item


def _says_again(sentence: Sentence, before: Item, item: Item) -> bool:
    """“nine (9)”, “12 cases (35 per cent)”, “12, or 35 per cent,”, “35 per cent (12)”, “most (12 of 34)”."""
    if before.kind == "grade" or item.kind == "grade":
        return False
    gap, after = sentence[before.last + 1 : item.first], sentence[item.last + 1 : item.last + 2]
    if item.kind == "fraction":  # “28 cases – more than a third – were”
        signs = [token.kind for token in (*gap, *after)] == ["sign", "sign"]
        return before.kind == "number" and signs and len(gap) == 1
    if before.kind == item.kind == "percent":
        return False
    words = [token.text for token in gap]
    if words == ["("] and sentence.text(item.last + 1) == ")":
        return before.kind != item.kind or before.value == item.value
    return words == [",", "or"] and before.kind == "number" and item.kind == "percent"


def _counted(sentence: Sentence, at: int) -> Item | None:
    """A number with its cases; None where it counts anything else."""
    token = sentence[at]
    item = Item(token.kind, at, at, token.value, token.text)  # type: ignore[arg-type]
    behind = at + 1
    beside = ["%" if token.kind == "percent" else token.text for token in sentence[behind : at + 4]]
    if beside == ["(", "%", ")"] and sentence.text(at + 4) in ("of", "out"):
        behind = at + 4
    after = sentence.text(behind)
    if after == "in" and token.kind == "number" and sentence.is_number(at + 2):
        item.kind, item.text = "fraction", f"{token.text} in {sentence[at + 2].text}"
        item.noun, item.last = True, _noun_phrase(sentence, at + 3) or at + 2
        return item  # “one in five cases”
    whole = _after_of(sentence, behind)
    if whole and sentence.text(whole) in ("which", "whom") and sentence.is_number(whole + 1):
        whole = 0  # “34, of which 12 were good”
    known = _is_part_of(sentence, item, whole) if whole else _is_number_of_cases(sentence, item)
    if not known and token.kind == "fraction" and not whole:
        known = _is_part_of(sentence, item, at + 1)
    if known:
        _look_back(sentence, item)
    return item if known else None


def _after_of(sentence: Sentence, at: int) -> int:
    """The place after “of” or “out of”; 0 where neither stands here."""
    if sentence.text(at) == "of":
        return at + 1
    return at + 2 if sentence.text(at) == "out" and sentence.text(at + 1) == "of" else 0


def _is_part_of(sentence: Sentence, item: Item, at: int) -> bool:
    """“of the 34 child protection cases”, “of these”, “of 21”; False for parts of anything else."""
    item.partitive = True
    pointing = False
    while (word := sentence.text(at)) in v.DETERMINERS:
        item.which = "same" if word == "same" else item.which
        pointing = word in v.POINTING
        at += 1
    numbered = sentence.is_number(at)
    end = _noun_phrase(sentence, at + numbered)
    if end is None and not ((numbered or pointing) and _stands_bare(sentence, at + numbered)):
        return False
    item.noun, item.last = end is not None, end if end is not None else at - 1 + numbered
    if numbered:
        item.total = int(sentence[at].value)
    return True


def _is_number_of_cases(sentence: Sentence, item: Item) -> bool:
    """“34 child protection cases”, “nine cases of 21”, or a number alone."""
    after = sentence.text(item.first + 1)
    end = _noun_phrase(sentence, item.first + 1)
    if end is None:
        item.total_like = after == "total"
        after_in = sentence.text(item.first - 1) == "in" and after in v.STARTS_CLAUSE
        return item.total_like or after_in or _stands_bare(sentence, item.first + 1)
    item.noun, item.last = True, end
    at = whole = _after_of(sentence, end + 1)
    while whole and sentence.text(at) in v.DETERMINERS:
        at += 1
    if whole and sentence.is_number(at) and sentence.text(at - 1) not in ("which", "whom"):
        further = _noun_phrase(sentence, at + 1)
        clause = _stands_bare(sentence, at + 1) or sentence.text(at + 1) in v.STARTS_CLAUSE
        if further is not None or clause:
            item.partitive, item.total, item.last = True, int(sentence[at].value), further or at
    return True


def _noun_phrase(sentence: Sentence, at: int) -> int | None:
    """Where the cases stand that are counted here: after a few describing words, or at once."""
    for position, token in enumerate(sentence[at : at + _MOST_DESCRIBING], at):
        word = token.text
        if token.kind == "noun":
            return position
        if word in _QUOTES or token.kind == "hyphen":
            continue
        if token.kind != "word" or (word in v.NOT_DESCRIBING and word not in ("assessed", "using")):
            return None
        if word.endswith(("ed", "ing")) and word not in v.DESCRIBING_ING_ED and len(word) >= 5:
            return None
    return None


def _stands_bare(sentence: Sentence, at: int) -> bool:
    """Whether a number may stand for cases though what follows does not name them."""
    word = sentence.text(at)
    if word == "out":
        return False  # “out of” something that is no case
    ended = sentence.ends(at) or sentence[at].kind == "grade"
    return ended or word in v.AFTER_BARE or word in v.REST


def _look_back(sentence: Sentence, item: Item) -> None:
    """What the words before a number make of it: “of the same 33 cases”, “a total of 81”, “over 30”."""
    at = item.first - 1
    while (word := sentence.text(at)) in v.BEFORE_NUMBER:
        item.again = item.again or word in v.AGAIN
        if word == "same":
            item.which = "same"
        elif word in ("further", "additional", "another"):
            item.which = "further"
        at -= 1
    before = sentence.text(at)
    beside = item.noun or at == item.first - 1 or sentence.text(at + 1) == "the"
    if before == "of" and not item.partitive and beside:
        item.total_like = True
    if before in (":", "=", "-", "(") and sentence.ends(item.last + 1):
        # “Cases: 52” and “Total cases: 52”, not “Of 45 cases: 12”
        head = at - 1
        named = head >= 0 and (sentence[head].kind == "noun" or sentence[head].text == "total")
        while head > 0 and at - head < _MOST_DESCRIBING and sentence[head - 1].kind == "word":
            head -= 1
        item.total_like = item.total_like or (named and (head == 0 or sentence[head - 1].kind == "sign"))
    if sentence.text(item.last + 1) == "=" or sentence.text(item.last + 2) in ("total", "all"):
        item.total_like = True
    between = before == "and" and sentence.is_number(at - 1) and sentence.text(at - 2) == "between"
    item.approximate = item.kind == "number" and (before in v.APPROXIMATE or between)
