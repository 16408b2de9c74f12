"""What one sentence says of graded cases, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from inspections.reading.case_counts import vocabulary as v
from inspections.reading.case_counts.items import Item, items_of
from inspections.reading.case_counts.links import linked
from inspections.reading.case_counts.looking import looked_at
from inspections.reading.case_counts.tokens import Token

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
    which: Literal["", "same", "further"] = ""
    again: bool = False
    firm: bool = False
    trailing: bool = False
    words: str = ""
    words_at: tuple[int, int] = (0, 0)


def facts_in(tokens: Sequence[Token]) -> list[Fact]:
    """In reading order."""
    items = items_of(tokens)
    if not items:
        return []
    pairs = linked(tokens, items)
    found, paired = _lists(tokens, items)
    if found:
        pairs = []
    paired |= {place for pair in pairs for place in pair[:2]}
    for number, grade, firm in pairs:
        found.extend(fact._replace(firm=firm) for fact in _of_pair(tokens, items[number], items[grade]))
    for place, item in enumerate(items):
        if place not in paired:
            known = next((whole for whole in items[:place] if whole.total_like and whole.noun), None)
            found.extend(_of_number(tokens, item, known, graded=bool(found)))
    found.sort(key=lambda fact: fact.start)
    last = max((fact.start for fact in found if fact.kind == "part"), default=0)
    return [fact._replace(trailing=fact.start > last) for fact in found]


def _of_pair(tokens: Sequence[Token], number: Item, grade: Item) -> Iterator[Fact]:
    span = _span(tokens, number, grade)
    code = _shared(grade)
    if any(token.text in ("not", "never") for token in tokens[number.last + 1 : grade.first]):
        code = v.BELOW_GOOD if code == v.GOOD else ""
    if number.kind == "fraction":
        named = v.SPOKEN[code] if code else " or ".join(v.SPOKEN[each] for each in grade.grades)
        yield Fact("stated", *span, words=f"{number.text} {named}", of=number.total, noun=number.noun)
    elif number.kind == "percent":
        named = "" if code == v.GOOD else v.SPOKEN.get(code, "")
        if code:
            words = f"{_figure(number.value)} per cent {named}" if named else ""
            yield Fact("percent", *span, number.value, code, of=number.total, noun=number.noun, words=words)
    elif code:
        which = number.which if number.partitive else ""
        yield Fact(
            "part",
            *span,
            number.value,
            code,
            of=number.total,
            noun=number.noun,
            which=which,
            again=number.again,
        )


def _shared(grade: Item) -> str:
    """The grade a number stands for; all that is below good is one, good with another is none."""
    if len(set(grade.grades)) == 1:
        return grade.grades[0]
    return "" if v.GOOD in grade.grades else v.BELOW_GOOD


def _of_number(tokens: Sequence[Token], item: Item, known: Item | None, *, graded: bool) -> Iterator[Fact]:
    span = tokens[item.first].start, tokens[item.last].end
    if item.kind == "percent":
        if item.partitive or _elliptic(tokens, item):
            yield Fact("percent", *span, item.value, of=item.total, noun=item.noun)
        return
    if item.kind != "number" or item.approximate:
        return
    if known and not item.noun and item.total is None and _text(tokens, item.first - 1) == "in":
        item.noun, item.total = True, int(known.value)  # “of the 48 case files, in 12 the force had not …”
    if item.total is not None or (item.partitive and item.noun):
        what = _observed_what(tokens, item)
        if what and item.noun:
            looked = _seen(tokens, item)
            words_at = what[0].start, what[-1].end
            yield Fact("observed", *span, item.value, of=item.total, looked=looked, words_at=words_at)
        elif item.total is not None:
            yield Fact("total", *span, item.total, noun=item.noun)
    elif _text(tokens, item.last + 1) in v.REST and (
        _ends(tokens, item.last + 2) or _text(tokens, item.last + 2) == "of"
    ):
        yield Fact("part", *span, item.value, v.BELOW_GOOD, words="rest")
    elif item.noun or item.total_like:
        looked = looked_at(tokens, item.first, item.last)
        near = {token.text for token in tokens[max(0, item.first - 3) : item.last + 4]}
        words = "total" if item.total_like and near & {"total", "all"} else "of" if item.total_like else ""
        yield Fact("total", *span, item.value, noun=item.noun, looked=looked, which=item.which, words=words)
    elif _text(tokens, item.first - 1) == "remaining" and graded and _ends(tokens, item.last + 1):
        yield Fact("part", *span, item.value, v.BELOW_GOOD, words="rest")


def _elliptic(tokens: Sequence[Token], item: Item) -> bool:
    """“only 29 per cent.”, “only 29 per cent were.”, “compared with 29 per cent in January 2017”."""
    at = item.last + 1
    if _ends(tokens, at) or (_text(tokens, at) in ("were", "was") and _ends(tokens, at + 1)):
        return True
    before = {token.text for token in tokens[max(0, item.first - 4) : item.first]}
    return not before.isdisjoint(_COMPARING) and _text(tokens, at) in ("in", "at", "during")


def _observed_what(tokens: Sequence[Token], item: Item) -> list[Token]:
    """The words after “in 12 of the 48 cases”, or those before it where it ends the clause."""
    at = item.last + 1
    if _text(tokens, at) in ("that", "which"):
        at += 1
    if any(token.text in v.LOOKED or token.text == "looked" for token in tokens[at : at + 2]):
        while at < len(tokens) and (tokens[at].text in v.LOOKED or tokens[at].text in _WE_LOOKED):
            at += 1
    after = _clause(tokens[at:])
    if 1 < len(after) <= _WORDS_ASIDE and after[0].text in _WE_LOOKED:
        at = tokens.index(after[-1]) + 1  # “12 of the 48 cases we carried out, …”
        after = _clause(tokens[at:]) if _text(tokens, at) == "," else []
    if len(after) >= _LEAST_OBSERVED:
        return after
    before = _clause(tokens[: item.first][::-1])[::-1]
    while before and before[-1].text in ("in", "for", "only", "just"):
        before.pop()
    finders = [token.text for token in before[:2]]
    if finders[1:] == ["found"] and finders[0] in _WE_LOOKED:
        before = before[3 if before[2:] and before[2].text == "that" else 2 :]
    return before if len(before) >= _LEAST_OBSERVED else []


def _seen(tokens: Sequence[Token], item: Item) -> bool:
    """Whether the cases are ones that somebody looked at, not all that there are."""
    noun = tokens[item.last]
    return (
        noun.text not in ("case", "cases")
        or noun.end - noun.start > len(noun.text)  # “case file reviews”
        or _text(tokens, item.first - 1) in ("in", "for")
        or looked_at(tokens, item.first, item.last)
    )


def _clause(tokens: Sequence[Token]) -> list[Token]:
    words: list[Token] = []
    for token in tokens:
        if token.text in _ENDS_OBSERVATION or (token.text == "," and words):
            break
        if token.text != ",":
            words.append(token)
        if len(words) == _WORDS_OBSERVED:
            break
    return words


def _lists(tokens: Sequence[Token], items: Sequence[Item]) -> tuple[list[Fact], set[int]]:
    """“good, requiring improvement and inadequate in 10, 18 and 10 cases respectively”, “good/… : 10/18/10”.

    The facts, and the places of the items they are made of.
    """
    for at, item in enumerate(items):
        grades = item.grades
        if len(grades) < 3 or len(grades) != len(set(grades)):
            continue
        for places in (range(at + 1, at + 1 + len(grades)), range(at - len(grades), at)):
            numbers = [items[place] for place in places if 0 <= place < len(items)]
            if len(numbers) == len(grades) and _in_step(tokens, numbers):
                facts = [
                    Fact("part", *_span(tokens, number, item), number.value, grade, noun=number.noun)
                    for number, grade in zip(numbers, grades, strict=True)
                ]
                return facts, {at, *places}
    return [], set()


def _in_step(tokens: Sequence[Token], numbers: Sequence[Item]) -> bool:
    if any(number.kind != "number" or number.total is not None for number in numbers):
        return False
    gaps = [{token.text for token in tokens[one.last + 1 : other.first]} for one, other in pairwise(numbers)]
    slashes = all(gap == {"/"} for gap in gaps)
    said = any(token.text == "respectively" for token in tokens[numbers[-1].last :])
    return slashes or (said and all(gap <= {",", "and"} for gap in gaps))


def _span(tokens: Sequence[Token], one: Item, other: Item) -> tuple[int, int]:
    return (
        min(tokens[one.first].start, tokens[other.first].start),
        max(tokens[one.last].end, tokens[other.last].end),
    )


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].kind == "sign"


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _figure(value: float) -> str:
    return f"{value:g}"
