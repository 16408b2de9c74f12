"""How printed words are brought to plain form, each way once."""

from __future__ import annotations

# pdfium writes a hyphen at a line's end as \x02 or U+FFFE and joins the two lines.
_MEND = {
    "\r": "",
    "\x0b": "\n",
    "\x0c": "\n",
    "\u2028": "\n",
    "\ufb01": "fi",
    "\ufb02": "fl",
    **dict.fromkeys("\x02\ufffe\u00ad\u2010\u2011", "-"),
    **dict.fromkeys("\u2012\u2015\u2212\u2500\u2501", "–"),
    **dict.fromkeys("\t\u00a0\u2007\u2009\u202f", " "),
    **dict.fromkeys("\x00\u200b\u200c\u200d\ufeff", ""),
}


def mended(text: str) -> str:
    """The text with the characters of typesetting that stand for others replaced; line ends stay."""
    # One search per character is ten times as fast here as str.translate.
    for odd, ordinary in _MEND.items():
        if odd in text:
            text = text.replace(odd, ordinary)
    return text


def squeezed(words: str) -> str:
    """The words on one line, one space between them."""
    return " ".join(words.split())


def lowered(text: str) -> str:
    """Small letters, every one in its place: one that has no small form of one letter stays as it is."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)


def plain(text: str) -> str:
    """Small letters and straight apostrophes, every letter in its place."""
    return lowered(text).replace("’", "'").replace("‘", "'")
