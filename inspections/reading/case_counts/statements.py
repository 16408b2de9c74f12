"""What one sentence says of graded cases, fact by fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from inspections.reading.case_counts import vocabulary as v
from inspections.reading.case_counts.assessors import looked_at
from inspections.reading.case_counts.items import Item, Which, items_of
from inspections.reading.case_counts.links import linked
from inspections.reading.case_counts.tokens import Sentence, Token

_WORDS_OBSERVED = 14
_WORDS_ASIDE = 4
_LEAST_OBSERVED = 2
_COMPARING = frozenset({"compared", "comparison", "from", "against", "up", "down", "than"})
_WE_LOOKED = v.listed("we inspectors hmic hmicfrs it that were which looked at by us")
_ENDS_OBSERVATION = frozenset(".;:()[]!?")


class Fact(NamedTuple):
    """``number`` cases of ``grade``; a grade of ``""`` is one not named (a percentage as before).

    ``total``: so many cases in all; ``looked``: it is said that somebody assessed them; ``again``: the words
    say that the tally goes on ("the remaining 12"); ``firm``: number and grade stand right beside each other;
    ``trailing``: no count of a grade follows in this sentence.
    """

    kind: Literal["total", "part", "percent", "stated", "observed"]
    start: int
    end: int
    number: float = 0
    grade: str = ""
    of: int | None = None
    noun: bool = False
    looked: bool = False
    which: Which = ""
    again: bool = False
    firm: bool = False
    trailing: bool = False
    words: str = ""
    words_at: tuple[int, int] = (0, 0)


def facts_in(sentence: Sentence) -> list[Fact]:
    """In reading order."""
    items = items_of(sentence)
    if not items:
        return []
    pairs = linked(sentence, items)
    found, paired = _in_lists(sentence, items)
    if found:
        pairs = []
    paired |= {place for pair in pairs for place in pair[:2]}
    for number, grade, firm in pairs:
        fact = _of_pair(sentence, items[number], items[grade])
        found += [fact._replace(firm=firm)] if fact else []
    graded = bool(found)
    for place, item in enumerate(items):
        if place not in paired:
            known = next((whole for whole in items[:place] if whole.total_like and whole.noun), None)
            fact = _of_number(sentence, item, known, graded=graded)
            found += [fact] if fact else []
            graded = bool(found)
    found.sort(key=lambda fact: fact.start)
    last = max((fact.start for fact in found if fact.kind == "part"), default=0)
    return [fact._replace(trailing=fact.start > last) for fact in found]


def _of_pair(sentence: Sentence, number: Item, grade: Item) -> Fact | None:
    whose = Fact("part", *_span(sentence, number, grade), of=number.total, noun=number.noun)
    # The grade a number stands for: all that is below good is one, good with another is none.
    code = grade.grades[0] if len(set(grade.grades)) == 1 else "" if v.GOOD in grade.grades else v.BELOW_GOOD
    if any(token.text in ("not", "never") for token in sentence[number.last + 1 : grade.first]):
        code = v.BELOW_GOOD if code == v.GOOD else ""
    if number.kind == "fraction":
        named = " or ".join(v.GRADE_WORDS[each] for each in ([code] if code else grade.grades))
        return whose._replace(kind="stated", words=f"{number.text} {named}")
    if not code:
        return None
    if number.kind == "percent":
        words = "" if code == v.GOOD else f"{number.value:g} per cent {v.GRADE_WORDS[code]}"
        return whose._replace(kind="percent", number=number.value, grade=code, words=words)
    which = number.which if number.partitive else ""
    return whose._replace(number=number.value, grade=code, which=which, again=number.again)


def _of_number(sentence: Sentence, item: Item, known: Item | None, *, graded: bool) -> Fact | None:
    """What a number without a grade says. ``known``: the whole that the sentence has named before it."""
    fact = Fact("total", sentence[item.first].start, sentence[item.last].end, item.value, noun=item.noun)
    after = item.last + 1
    if item.kind == "percent":
        # “only 29 per cent.”, “only 29 per cent were.”, “compared with 29 per cent in January 2017”
        elliptic = sentence.ends(after + (sentence.text(after) in ("were", "was")))
        if not elliptic and sentence.text(after) in ("in", "at", "during"):
            before = sentence[max(0, item.first - 4) : item.first]
            elliptic = any(token.text in _COMPARING for token in before)
        return fact._replace(kind="percent", of=item.total) if item.partitive or elliptic else None
    if item.kind != "number" or item.approximate:
        return None
    if known and not item.noun and item.total is None and sentence.text(item.first - 1) == "in":
        item.noun, item.total = True, int(known.value)  # “of the 48 case files, in 12 the force had not …”
    if item.total is not None or (item.partitive and item.noun):
        what = _observed_what(sentence, item) if item.noun else []
        if what:
            noun, words_at = sentence[item.last], (what[0].start, what[-1].end)
            looked = (  # not all the cases that there are
                noun.text not in ("case", "cases")
                or noun.end - noun.start > len(noun.text)  # “case file reviews”
                or sentence.text(item.first - 1) in ("in", "for")
                or looked_at(sentence, item.first, item.last)
            )
            return fact._replace(kind="observed", noun=False, of=item.total, looked=looked, words_at=words_at)
        return None if item.total is None else fact._replace(number=item.total, noun=item.noun)
    rest = sentence.text(after) in v.REST and (sentence.ends(after + 1) or sentence.text(after + 1) == "of")
    named = item.noun or item.total_like
    remaining = sentence.text(item.first - 1) == "remaining" and graded and sentence.ends(after)
    if rest or (remaining and not named):
        return fact._replace(kind="part", grade=v.BELOW_GOOD, noun=False, words="rest")
    if not named:
        return None
    near = {token.text for token in sentence[max(0, item.first - 3) : item.last + 4]}
    words = ("total" if near & {"total", "all"} else "of") if item.total_like else ""
    looked = looked_at(sentence, item.first, item.last)
    return fact._replace(looked=looked, which=item.which, words=words)


def _observed_what(sentence: Sentence, item: Item) -> list[Token]:
    """The words after “in 12 of the 48 cases”, or those before it where it ends the clause."""
    at = item.last + 1
    if sentence.text(at) in ("that", "which"):
        at += 1
    if any(token.text in v.LOOKED or token.text == "looked" for token in sentence[at : at + 2]):
        while sentence.text(at) in v.LOOKED or sentence.text(at) in _WE_LOOKED:
            at += 1
    after = _clause(sentence[at:])
    if 1 < len(after) <= _WORDS_ASIDE and after[0].text in _WE_LOOKED:
        at = sentence.index(after[-1]) + 1  # “12 of the 48 cases we carried out, …”
        after = _clause(sentence[at:]) if sentence.text(at) == "," else []
    if len(after) >= _LEAST_OBSERVED:
        return after
    before = _clause(reversed(sentence[: item.first]))[::-1]
    while before and before[-1].text in ("in", "for", "only", "just"):
        before.pop()
    if len(before) > 1 and before[0].text in _WE_LOOKED and before[1].text == "found":
        before = before[3 if before[2:] and before[2].text == "that" else 2 :]
    return before if len(before) >= _LEAST_OBSERVED else []


def _clause(tokens: Iterable[Token]) -> list[Token]:
    words: list[Token] = []
    for token in tokens:
        if token.text in _ENDS_OBSERVATION or (token.text == "," and words):
            break
        if token.text != ",":
            words.append(token)
        if len(words) == _WORDS_OBSERVED:
            break
    return words


def _in_lists(sentence: Sentence, items: Sequence[Item]) -> tuple[list[Fact], set[int]]:
    """“good, requiring improvement and inadequate in 10, 18 and 10 cases respectively”, “good/… : 10/18/10”.

    The facts, and the places of the items they are made of.
    """
    for at, item in enumerate(items):
        many = len(item.grades)
        if many < 3 or many != len(set(item.grades)):
            continue
        for places in (range(at + 1, at + 1 + many), range(at - many, at)):
            numbers = [items[place] for place in places if 0 <= place < len(items)]
            if len(numbers) < many or any(one.kind != "number" or one.total is not None for one in numbers):
                continue
            gaps = [
                {token.text for token in sentence[one.last + 1 : other.first]}
                for one, other in pairwise(numbers)
            ]
            respectively = any(token.text == "respectively" for token in sentence[numbers[-1].last :])
            listed = respectively and all(gap <= {",", "and"} for gap in gaps)
            if listed or all(gap == {"/"} for gap in gaps):
                facts = [
                    Fact("part", *_span(sentence, number, item), number.value, grade, noun=number.noun)
                    for number, grade in zip(numbers, item.grades, strict=True)
                ]
                return facts, {at, *places}
    return [], set()


def _span(sentence: Sentence, one: Item, other: Item) -> tuple[int, int]:
    first, last = (one, other) if one.first < other.first else (other, one)
    return sentence[first.first].start, sentence[last.last].end
