"""How wide words are and where they break: a chart must know before it is drawn.

Widths are those of Helvetica in thousandths of the font size (Adobe's font metrics, which Arial and
Liberation Sans share), with a margin for readers whose sans-serif is wider.
"""

from __future__ import annotations

from functools import lru_cache

FONT = "Arial, Helvetica, Liberation Sans, sans-serif"
_MARGIN = 1.17
_BOLD = 1.08
_WIDTHS = {
    " ": 278, "!": 278, '"': 355, "%": 889, "&": 667, "'": 191, "(": 333, ")": 333, "+": 584, ",": 278,
    "-": 333, ".": 278, "/": 278, ":": 278, ";": 278, "?": 556, "’": 222, "‘": 222, "“": 333, "”": 333,
    "·": 278, "–": 556, "f": 278, "i": 222, "j": 222, "k": 500, "l": 222, "m": 833, "r": 333, "s": 500,
    "t": 278, "v": 500, "w": 722, "x": 500, "y": 500, "z": 500, "c": 500, "A": 667, "B": 667, "C": 722,
    "D": 722, "E": 667, "F": 611, "G": 778, "H": 722, "I": 278, "J": 500, "K": 667, "L": 556, "M": 833,
    "N": 722, "O": 778, "P": 667, "Q": 778, "R": 722, "S": 667, "T": 611, "U": 722, "V": 667, "W": 944,
    "X": 667, "Y": 667, "Z": 611,
}  # fmt: skip
_OTHER = 556


# Pages say the same words again and again; three layouts ask for each of them several times.
@lru_cache(maxsize=20_000)
def width(words: str, size: float, *, bold: bool = False) -> float:
    """Pixels ``words`` take on one line at ``size`` px."""
    thousandths = sum(_WIDTHS.get(letter, _OTHER) for letter in words)
    return thousandths / 1000 * size * _MARGIN * (_BOLD if bold else 1)


def wrap(words: str, size: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """Lines no wider than ``room`` px where the words allow it; a word is never cut."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def widest(lines: tuple[str, ...], size: float, *, bold: bool = False) -> float:
    return max((width(line, size, bold=bold) for line in lines), default=0.0)


def html(lines: tuple[str, ...]) -> str:
    """Lines for Plotly, which reads a little HTML: what comes from data is escaped."""
    escaped = (line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for line in lines)
    return "<br>".join(escaped)
