"""The later word: what the same inspectorate is known to have found since, beside an earlier result."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dashboard.series.values import Later
from dashboard.wording.days import day_words, month_words
from dashboard.wording.sentences import listed, plural, small

MOST_SAID = 3
JOINT = "Joint inspection"  # the inspectorate that is several


def later_words(later: Sequence[Later], theme: str = "", *, briefly: bool = False) -> str:
    """ "post-inspection review, August 2019 (…)": the newest follow-up and the newest of all, as far as held.

    In brackets what they say, on ``theme`` if they speak of it; ``briefly`` without. Empty where nothing
    later is held.
    """
    newest = [one for one in later if month_words(one)] or list(later)
    follow_up = [one for one in newest if one.follows] or [one for one in later if one.follows]
    named = list(dict.fromkeys([*follow_up[-1:], *newest[-1:]]))
    words = [_named(one, "" if briefly else _said(one, theme)) for one in named]
    if more := len(later) - len(named):
        words.append(plural(more, "other"))
    return listed(words)


def with_later(words: str, later: Sequence[Later], theme: str = "", *, briefly: bool = False) -> str:
    """ "…; later, as far as held here: post-inspection review, August 2019 (…)"."""
    since = later_words(later, theme, briefly=briefly)
    return f"{words}; later, as far as held here: {since}" if since else words


def no_later_words(inspectorate: str, whom: str, complete_to: dt.date | None) -> str:
    """What it means that none is held: something only where every one would be."""
    if complete_to:
        return (
            f"No follow-up to it is on record here, where every one to {day_words(complete_to)} is held. "
            "Not found is not the same as not done."
        )
    by = "" if inspectorate == JOINT else f" by {inspectorate}"
    kind = f"{'joint ' if not by else ''}inspection of {whom}{by}"
    return f"This site holds no later {kind}, and does not hold all of them."


def _named(one: Later, said: str) -> str:
    topic = f" ({small(one.topic)})" if one.topic else ""
    return f"{one.kind_name}{topic}, {month_words(one) or 'date not given'}{said}"


def _said(one: Later, theme: str) -> str:
    """On the theme; else all of it, or what is about no single theme, where that is more than a few words."""
    said = [words for code, words in one.says if theme and code == theme] or [words for _, words in one.says]
    if len(said) > MOST_SAID:
        said = [words for code, words in one.says if not code]
    return f" ({'; '.join(small(words.rstrip('.')) for words in said)})" if said else ""
