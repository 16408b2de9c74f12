"""Which aspect of a PEEL framework words name: a heading, a question, or what a force is good at.

Only whole phrases count. "Good at identifying vulnerability" is praise within a question, not its grade.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import yaml

from inspections.reading.language.grade_words import unquoted
from inspections.reading.readers.hmicfrs_peel.cycles import has_five_tiers

_PHRASES = yaml.safe_load(Path(__file__).with_name("aspects.yaml").read_text(encoding="utf-8"))
_LIKE_NOTHING = re.compile(r",|\b(?:the|its)\b")
_ENDING = re.compile(r"(?<=[a-z]{2})(?:ing|es|e|s)\b")
_TOKEN = re.compile(r"[][()|]|[^][()|\s]+")
_FORCE = r"(?: [a-z-]+){0,6}? (?:forc|constabulary|servic|polic)"
_SAFE = "(?: keep peopl saf and reduc crim| reduc crim and keep peopl saf)"
_SIGNS = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|", "FORCE": _FORCE, "SAFE": _SAFE}
_QUESTION = re.compile(
    rf" how (?:effectiv|good) is{_FORCE} at| how well is{_FORCE}"
    rf"| (?:how (?:well|effectively|efficiently)|to what extent) do{_FORCE}"
)
_BEFORE = re.compile(
    r"(?:(?:effectiveness|efficiency|legitimacy) ?[–—:-] ?)?question \d{1,2} ?[.:–—-]? ?"
    r"|overview ?[–—:-] ?|\d{1,2}[.)] ?"
)
_APPROACH = re.compile(r" approach to| how it| way (?:in which )?it| effectivenes (?:at|in)(?! keep| reduc)")
_LONGEST = 180


@lru_cache(maxsize=4096)
def aspect_of(words: str, cycle: int) -> str | None:
    """The aspect of this cycle that the words name and nothing beside it; None for everything else."""
    if len(words) > _LONGEST:
        return None
    said = unquoted(words).strip(" ?.:;,–—-")
    if before := _BEFORE.match(said):
        said = said[before.end() :]
    said = "".join(f" {_stem(word)}" for word in _LIKE_NOTHING.sub(" ", said).split())
    forms = {
        said,
        *(said[begin.end() :] for begin in (_QUESTION.match(said), _APPROACH.match(said)) if begin),
    }
    for aspect, pattern in _patterns(cycle).items():
        if any(pattern.fullmatch(form) for form in forms):
            return aspect
    return None


@cache
def _patterns(cycle: int) -> dict[str, re.Pattern[str]]:
    phrases = _PHRASES["five" if has_five_tiers(cycle) else "four"] | _PHRASES.get(cycle, {})
    return {
        aspect: re.compile(
            "|".join(
                "".join(_SIGNS.get(sign) or f" {_stem(sign)}" for sign in _TOKEN.findall(one))
                for one in several
            )
        )
        for aspect, several in phrases.items()
    }


def _stem(word: str) -> str:
    """The word without its ending, so that "protecting" and "protect" are one."""
    return _ENDING.sub("", word)


def is_question(words: str) -> bool:
    """A question or numbered question of an assessment, whether its aspect is known or not."""
    said = unquoted(words)
    return (
        len(said) <= _LONGEST
        and said.endswith("?")
        and bool(re.match(r"(?:question \d|how |to what )", said))
    )
