"""The colours of grades and the ink that reads on them. Colour never stands alone: every box has its word."""

from __future__ import annotations

INK = "#0b0c0c"
QUIET = "#505a5f"
LINE = "#e3e5e6"
BAND = "#f3f2f1"
WHITE = "#ffffff"

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

# Only those whose word is cut short; the words are the codes of the data.
SHORT_WORDS = (
    ("Out", "outstanding"),
    ("Adeq", "adequate"),
    ("RI", "requires improvement"),
    ("Inad", "inadequate"),
    ("Positive", "positive"),
    ("Inconsist", "inconsistent"),
    ("Failings", "systemic failings"),
)
LONG_WORDS = {
    "positive": "typically positive experiences and outcomes",
    "inconsistent": "inconsistent experiences and outcomes",
    "systemic failings": "widespread or systemic failings",
}


def fill(grade: str) -> str:
    """Raises KeyError for a grade without a colour: a new scale needs one chosen, not guessed."""
    return FILL[grade]


def ink_on(grade: str) -> str:
    return WHITE if grade in _WHITE_ON else INK
