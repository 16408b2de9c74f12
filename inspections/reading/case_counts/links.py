"""Which number belongs to which grade of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from inspections.reading.case_counts import vocabulary as v
from inspections.reading.case_counts.items import Item
from inspections.reading.case_counts.looking import looked_at_actively
from inspections.reading.case_counts.tokens import Token

FIRM = 3  # of the strengths below, those of words that stand right beside each other
_LONGEST_GAP = 24
_ROW = 7
_FREE_WORDS = 8
_FEW_WORDS = 5
_SIDE_KINDS = ("hyphen", "percent", "fraction")
_ASIDE = v.BREAKS | {"which", "that", "this", "it"}
_QUIET = frozenset("'\"()[]")
_POINTS_AT = frozenset(":-=([")
_JUDGING = v.RATING - {"as", "is", "be", "being", "found", "described", "seen"}


def linked(tokens: Sequence[Token], items: Sequence[Item]) -> list[tuple[int, int, bool]]:
    """(number, grade, whether the link is firm) as places in ``items``, in reading order.

    Neighbours only, every item once; of all such sets the one with the strongest links.
    """
    strengths = [_strength(tokens, one, other) for one, other in pairwise(items)]
    _rows(tokens, items, strengths)
    best: list[int] = [0, 0]
    taken: list[bool] = [False, False]
    for at, strength in enumerate(strengths):
        with_it = best[at] + strength
        taken.append(strength > 0 and with_it > best[at + 1])
        best.append(max(best[at + 1], with_it))
    pairs: list[tuple[int, int, bool]] = []
    at = len(taken) - 1
    while at > 1:
        if taken[at]:
            left, right = at - 2, at - 1
            firm = strengths[left] >= FIRM
            pairs.append((right, left, firm) if items[left].kind == "grade" else (left, right, firm))
            at -= 2
        else:
            at -= 1
    return pairs[::-1]


def _rows(tokens: Sequence[Token], items: Sequence[Item], strengths: list[int]) -> None:
    """“good 9 requires improvement 15 inadequate 10”: a run of nothing else that begins with a grade."""
    begin = 0
    for at in range(1, len(items) + 1):
        if at < len(items) and _nothing_between(tokens, items[at - 1], items[at]):
            continue
        if at - begin > 4 and (at - begin) % 2 and items[begin].noun:
            strengths[begin : begin + 1] = [0]  # “34 cases good 9 requires improvement …”
            begin += 1
        kinds = [item.kind == "grade" for item in items[begin:at]]
        if len(kinds) > 3 and kinds == [True, False] * (len(kinds) // 2):
            strengths[begin : at - 1] = [_ROW, 0] * (len(kinds) // 2 - 1) + [_ROW]
        begin = at


def _nothing_between(tokens: Sequence[Token], one: Item, other: Item) -> bool:
    return all(token.text in _QUIET for token in tokens[one.last + 1 : other.first])


def _strength(tokens: Sequence[Token], one: Item, other: Item) -> int:
    if (one.kind == "grade") == (other.kind == "grade") or other.first - one.last > _LONGEST_GAP:
        return 0
    gap = tokens[one.last + 1 : other.first]
    if one.kind == "grade":
        return min(_grade_first(tokens, gap, one, other), 3 if other.kind == "percent" else 5)
    if one.approximate or (one.total_like and not one.partitive and not _may_still_be_part(one, gap)):
        return 0
    strength = _number_first(gap, one, after_in=one.first > 0 and tokens[one.first - 1].text == "in")
    if (
        strength < 4
        and looked_at_actively(tokens, one.first)
        and any(token.text in v.BREAKS for token in gap)
    ):
        return 0  # “assessed 44 files and judged practice inadequate”
    if one.kind == "percent" and any(token.text in _ASIDE for token in gap):
        return 0  # “is 85 per cent, which is good”
    return min(strength, 2 if one.kind == "fraction" else 6)


def _may_still_be_part(number: Item, gap: Sequence[Token]) -> bool:
    """“of these 12 were good”, “a total of 12 cases were good”: not the whole they are part of."""
    said = [token.text for token in gap]
    return bool(said) and all(word in v.RATING or word in _QUIET or word in ("to", "either") for word in said)


def _number_first(gap: Sequence[Token], number: Item, *, after_in: bool) -> int:
    """“12 good” 6, “12 were found to be good” 4, a plain link 3, across foreign words 2, across a break 1."""
    words = [token for token in gap if token.text not in _QUIET and token.kind not in _SIDE_KINDS]
    foreign = [
        at
        for at, token in enumerate(words)
        if token.text not in v.GLUE and token.text not in "," and _foreign(token)
    ]
    broken = any(token.text in v.BREAKS or token.text in ",;" for token in words)
    judged = any(token.text in v.RATING for token in words)
    if broken and _apart(words):
        return 0  # “44 cases were examined and practice was good”
    if foreign and broken:
        return 1 if after_in and number.noun and len(foreign) <= _FEW_WORDS and _one_comma(words) else 0
    if foreign:
        if not number.noun and number.total is None and not number.partitive:
            return 0
        after = words[foreign[-1] + 1 :]
        free = len(foreign) <= _FREE_WORDS and all(words[at].kind == "word" for at in foreign)
        return 2 if free and any(token.text in _JUDGING for token in after) else 0
    if any(token.text == ";" for token in words):
        return 0
    if (len(words) > 1 or number.noun) and any(token.text == ":" for token in words):
        return 1
    if broken:
        return 1 + (number.noun and judged)
    if not words:
        return 6
    return 4 if judged else 3


def _apart(words: Sequence[Token]) -> bool:
    """Whether something else was said of the cases before the clause that grades them."""
    first = next((at for at, token in enumerate(words) if token.text in v.BREAKS), 0)
    return any(token.text in v.LOOKED or token.text == "looked" for token in words[:first])


def _one_comma(words: Sequence[Token]) -> bool:
    return [token.text for token in words if token.text in v.BREAKS or token.text in ",;:"] == [","]


def _foreign(token: Token) -> bool:
    return token.kind != "noun" and not (token.kind == "sign" and token.text in ":-=;/")


def _grade_first(tokens: Sequence[Token], gap: Sequence[Token], grade: Item, number: Item) -> int:
    """“good in 23 cases”, “good: 23”, “good (23)”."""
    words = [token for token in gap if token.text not in "'\""]
    if not words:
        return 4 if _after(tokens, number) in ("", ",", ";", ".", "|") and _begins(tokens, grade) else 1
    last = words[-1].text
    if (
        words[-1].kind in ("sign", "hyphen")
        and last in _POINTS_AT
        and all(token.text in _POINTS_AT or token.text == ")" or token.kind == "noun" for token in words)
    ):
        closes = last not in "([" or _after(tokens, number) in (")", "]", ",", ";")
        return 5 if closes else 0
    if number.total_like and not number.partitive:
        return 0
    if any(
        token.text not in v.AFTER_GRADE_GLUE and token.kind != "noun" and token.text != "," for token in words
    ):
        return 0
    texts = {token.text for token in words}
    if "," in texts or "and" in texts:
        return 1 if "in" in texts and texts.isdisjoint({"and"}) else 0
    if texts & {"in", "for"}:
        return 5
    if number.kind == "percent" and texts & {"was", "at"}:
        return 3
    return 0


def _begins(tokens: Sequence[Token], item: Item) -> bool:
    """Whether a list may begin here, or go on."""
    before = tokens[item.first - 1] if item.first else None
    return before is None or before.kind == "sign" or before.text in ("and", "as")


def _after(tokens: Sequence[Token], item: Item) -> str:
    return tokens[item.last + 1].text if item.last + 1 < len(tokens) else ""
