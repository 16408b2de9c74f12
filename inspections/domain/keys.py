"""How a fact is keyed: by what it is about and by the document it stands in."""

from __future__ import annotations

# Between the inspection and the subject of a passage that a reader found.
PASSAGE = "/passage/"


def fact_key(about: str, document: str, number: int = 1) -> str:
    """Readable, and the same for the same fact; ``number`` parts those that would be alike."""
    part = f"/{number}" if number > 1 else ""
    return f"{about}{part}@{document}"
