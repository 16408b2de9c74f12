"""The colours of grades and the ink that reads on them. Colour never stands alone: every box has its word."""

from __future__ import annotations

INK = "#0b0c0c"
QUIET = "#505a5f"
LINE = "#e3e5e6"
BAND = "#f3f2f1"
WHITE = "#ffffff"
CYCLE = "#ced2d4"

# A grade of a new scale needs a colour chosen, not guessed: without one nothing is drawn.
FILL = {
    "outstanding": "#12436D",
    "good": "#4A8BC4",
    "adequate": "#C9D6E2",
    "requires_improvement": "#D4721A",
    "inadequate": "#7A1140",
    # Area SEND has three outcomes in its own words; the same order of light and dark.
    "positive": "#4A8BC4",
    "inconsistent": "#D4721A",
    "systemic_failings": "#7A1140",
}
_WHITE_ON = ("outstanding", "inadequate", "systemic_failings")
# Filled by hatching, not by a colour.
HATCHED = ("not_given", "below_good")

# What the short words of grades stand for; only those whose word is cut short.
KEY = {
    "outstanding": "Out: outstanding",
    "adequate": "Adeq: adequate",
    "requires_improvement": "RI: requires improvement",
    "inadequate": "Inad: inadequate",
    "positive": "Positive: typically positive experiences and outcomes",
    "inconsistent": "Inconsist: inconsistent experiences and outcomes",
    "systemic_failings": "Failings: widespread or systemic failings",
}


def ink_on(grade: str) -> str:
    return WHITE if grade in _WHITE_ON else INK
