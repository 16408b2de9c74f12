"""Where in a text a pattern may match: around words that every match needs. Searching only there is fast."""

from __future__ import annotations


def windows(text: str, needed: tuple[str, ...], before: int, after: int) -> list[tuple[int, int]]:
    """Spans from ``before`` letters ahead of each needed word to ``after`` letters past its start, merged."""
    places = []
    for word in needed:
        at = text.find(word)
        while at >= 0:
            places.append(at)
            at = text.find(word, at + 1)
    spans: list[tuple[int, int]] = []
    for at in sorted(places):
        begin = at - before if at > before else 0
        if spans and begin <= spans[-1][1]:
            begin = spans.pop()[0]
        spans.append((begin, at + after))
    return spans
