"""Names brought to one form, so that two spellings of one name compare equal.

Nothing here decides which area a name means; it only removes what a printer, a spreadsheet or a typist
changes without meaning anything by it.
"""

from __future__ import annotations

import re
import unicodedata

# Straight, curly and modifier apostrophes, the backtick and acute people type for them, the soft hyphen and
# zero-width characters: all stand inside a word, so they vanish instead of becoming a space.
_INSIDE_A_WORD = re.compile("['‘’‛ʼ`´′\u00ad\u200b-\u200d\u2060\ufeff]")
_NOT_A_LETTER_OR_DIGIT = re.compile(r"[^\w]+|_+")
# As people shorten a word of a name; "N" and the like only in front, elsewhere it may be an initial.
_SHORT = {
    "saint": "st", "ne": "north east", "nw": "north west", "se": "south east", "sw": "south west",
    "mids": "midlands", "yorks": "yorkshire",
    "beds": "bedfordshire", "berks": "berkshire", "bucks": "buckinghamshire", "cambs": "cambridgeshire",
    "derbys": "derbyshire", "glos": "gloucestershire", "gloucs": "gloucestershire", "hants": "hampshire",
    "herts": "hertfordshire", "lancs": "lancashire", "leics": "leicestershire", "lincs": "lincolnshire",
    "northants": "northamptonshire", "notts": "nottinghamshire", "oxon": "oxfordshire",
    "shrops": "shropshire", "staffs": "staffordshire", "wilts": "wiltshire", "worcs": "worcestershire",
}  # fmt: skip
_POINTS = {"n": "north", "s": "south", "e": "east", "w": "west"}
_INVERTED = re.compile(r"(?:the\s+)?([^,]+),\s*((?:city|county|borough)\s+of)", re.IGNORECASE)


def normalise(name: str) -> str:
    """Lower case, no accents, "&" as "and", "Saint" as "st", "NE Lincs" as "north east lincolnshire", single
    spaces, no leading "the".

    An inverted name comes the right way round: "Bristol, City of" becomes "city of bristol".
    """
    if inverted := _INVERTED.fullmatch(name.strip()):
        name = f"{inverted[2]} {inverted[1]}"
    decomposed = unicodedata.normalize("NFKD", _INSIDE_A_WORD.sub("", name)).casefold()
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    words = _NOT_A_LETTER_OR_DIGIT.sub(" ", letters.replace("&", " and ")).split()
    words = [_SHORT.get(word, word) for word in words]
    if len(words) > 1:
        words[0] = _POINTS.get(words[0], words[0])
    while len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def squeeze(normalised: str) -> str:
    """A normalised name without "and", "the" and spaces, as names run together or apart in print.

    "cumberland westmorland and furness" and "Cumberland and Westmorland and Furness" agree in it.
    """
    return "".join(word for word in normalised.split() if word not in ("and", "the")) or normalised
