"""Which number belongs to which grade of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from inspections.reading.case_counts import vocabulary as v
from inspections.reading.case_counts.assessors import looked_at_actively
from inspections.reading.case_counts.items import Item
from inspections.reading.case_counts.tokens import Sentence, Token

FIRM = 3  # of the strengths below, those of words that stand right beside each other
_LONGEST_GAP = 24
_ROW = 7
_FREE_WORDS = 8
_FEW_WORDS = 5
_SIDE_KINDS = ("hyphen", "percent", "fraction")
_ASIDE = v.BREAKS | {"which", "that", "this", "it"}
_QUIET = frozenset("'\"()[]")
_POINTS_AT = frozenset(":-=([")
_PART_STILL = v.RATING | _QUIET | {"to", "either"}
_AFTER_GRADE = v.AFTER_GRADE_GLUE | {","}
_JUDGING = v.RATING - {"as", "is", "be", "being", "found", "described", "seen"}


def linked(sentence: Sentence, items: Sequence[Item]) -> list[tuple[int, int, bool]]:
    """(number, grade, whether the link is firm) as places in ``items``, in reading order.

    Neighbours only, every item once; of all such sets the one with the strongest links.
    """
    strengths = [_strength(sentence, one, other) for one, other in pairwise(items)]
    _strengthen_rows(sentence, items, strengths)
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


def _strengthen_rows(sentence: Sentence, items: Sequence[Item], strengths: list[int]) -> None:
    """“good 9 requires improvement 15 inadequate 10”: a run of nothing else that begins with a grade."""
    begin = 0
    for at in range(1, len(items) + 1):
        if at < len(items):
            gap = sentence[items[at - 1].last + 1 : items[at].first]
            if all(token.text in _QUIET for token in gap):
                continue
        if at - begin > 4 and (at - begin) % 2 and items[begin].noun:
            strengths[begin : begin + 1] = [0]  # “34 cases good 9 requires improvement …”
            begin += 1
        kinds = [item.kind == "grade" for item in items[begin:at]]
        if len(kinds) > 3 and kinds == [True, False] * (len(kinds) // 2):
            strengths[begin : at - 1] = [_ROW, 0] * (len(kinds) // 2 - 1) + [_ROW]
        begin = at


def _strength(sentence: Sentence, one: Item, other: Item) -> int:
    """How strongly two neighbours belong together, 0 where they do not."""
    if (one.kind == "grade") == (other.kind == "grade") or other.first - one.last > _LONGEST_GAP:
        return 0
    gap = sentence[one.last + 1 : other.first]
    if one.kind == "grade":
        return min(_grade_first(sentence, gap, one, other), 3 if other.kind == "percent" else 5)
    # “of these 12 were good”, “a total of 12 cases were good”: not the whole they are part of
    part = one.partitive or (gap and all(token.text in _PART_STILL for token in gap))
    if one.approximate or (one.total_like and not part):
        return 0
    strength = _number_first(gap, one, after_in=sentence.text(one.first - 1) == "in")
    broken = any(token.text in v.BREAKS for token in gap)
    if broken and strength < 4 and looked_at_actively(sentence, one.first):
        return 0  # “assessed 44 files and judged practice inadequate”
    if one.kind == "percent" and any(token.text in _ASIDE for token in gap):
        return 0  # “is 85 per cent, which is good”
    return min(strength, 2 if one.kind == "fraction" else 6)


def _number_first(gap: Sequence[Token], number: Item, *, after_in: bool) -> int:
    """“12 good” 6, “12 were found to be good” 4, a plain link 3, across foreign words 2, across a break 1."""
    words = [token for token in gap if token.text not in _QUIET and token.kind not in _SIDE_KINDS]
    texts = [token.text for token in words]
    foreign = [
        at
        for at, token in enumerate(words)
        if token.text not in v.GLUE
        and token.kind != "noun"
        and not (token.kind == "sign" and token.text in ",:-=;/")
    ]
    breaks = [at for at, text in enumerate(texts) if text in v.BREAKS]
    broken = bool(breaks) or "," in texts or ";" in texts
    judged = any(text in v.RATING for text in texts)
    if breaks and any(text in v.LOOKED or text == "looked" for text in texts[: breaks[0]]):
        return 0  # “44 cases were examined and practice was good”
    if foreign and broken:
        one_comma = [text for text in texts if text in v.BREAKS or text in ",;:"] == [","]
        return 1 if after_in and number.noun and len(foreign) <= _FEW_WORDS and one_comma else 0
    if foreign:
        if not number.noun and number.total is None and not number.partitive:
            return 0
        free = len(foreign) <= _FREE_WORDS and all(words[at].kind == "word" for at in foreign)
        return 2 if free and any(text in _JUDGING for text in texts[foreign[-1] + 1 :]) else 0
    if ";" in texts:
        return 0
    if ":" in texts and (len(texts) > 1 or number.noun):
        return 1
    if broken:
        return 1 + (number.noun and judged)
    if not words:
        return 6
    return 4 if judged else 3


def _grade_first(sentence: Sentence, gap: Sequence[Token], grade: Item, number: Item) -> int:
    """“good in 23 cases”, “good: 23”, “good (23)”."""
    words = [token for token in gap if token.text not in "'\""]
    after = sentence.text(number.last + 1)
    if not words:  # a list may begin here, or go on
        begins = sentence.ends(grade.first - 1) if grade.first else True
        begins = begins or sentence.text(grade.first - 1) in ("and", "as")
        return 4 if begins and after in ("", ",", ";", ".", "|") else 1
    last = words[-1]
    points = all(token.text in _POINTS_AT or token.text == ")" or token.kind == "noun" for token in words)
    if points and last.kind in ("sign", "hyphen") and last.text in _POINTS_AT:
        return 5 if last.text not in "([" or after in (")", "]", ",", ";") else 0
    if number.total_like and not number.partitive:
        return 0
    if any(token.text not in _AFTER_GRADE and token.kind != "noun" for token in words):
        return 0
    texts = {token.text for token in words}
    if "," in texts or "and" in texts:
        return 1 if "in" in texts and "and" not in texts else 0
    if texts & {"in", "for"}:
        return 5
    return 3 if number.kind == "percent" and texts & {"was", "at"} else 0
