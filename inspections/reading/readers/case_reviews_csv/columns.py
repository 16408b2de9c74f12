"""The columns of ``export case_reviews``: which a row must have, which are read, which are passed over."""

from __future__ import annotations

AREA = ("area_kind", "area_slug")
ESSENTIAL = (*AREA, "framework", "kind", "source", "certainty")
COUNTS = ("cases", "good", "adequate", "requires_improvement", "inadequate", "below_good", "observed")
# A file has at least one of each of these.
ONE_OF = {
    "theme or topic": ("theme", "topic"),
    "completeness or the numbers by grade": ("completeness", "good", "requires_improvement", "inadequate"),
}
READ = (
    *ESSENTIAL, "inspection", "inspectorate", "fieldwork_start", "fieldwork_end", "published_on", "theme",
    "topic", "theme_printed", "sample", "assessor", *COUNTS, "cases_basis", "percent_good", "stated",
    "observed_what", "completeness", "disclosure", "page", "locator", "confidence", "review_status",
)  # fmt: skip
PASSED_OVER = ("key", "source_file", "fact_ids")

# What an empty template has, in the order in which it is typed.
TEMPLATE = (
    *AREA, "framework", "kind", "fieldwork_start", "fieldwork_end", "published_on", "theme", "topic",
    "theme_printed", "sample", "assessor", "cases", "good", "adequate", "requires_improvement", "inadequate",
    "below_good", "percent_good", "stated", "observed", "observed_what", "completeness", "source", "locator",
    "page", "confidence", "certainty",
)  # fmt: skip

# Columns by which a table of this kind is told from other tables of this site.
_OF_THIS_TABLE = ("completeness", "assessor", "requires_improvement")
_TELLING = {
    *ESSENTIAL, "theme", "topic", "assessor", "completeness", "cases", "good", "requires_improvement",
    "inadequate",
}  # fmt: skip
_ENOUGH = 6


def plain(name: str) -> str:
    return "_".join(name.strip().lower().split())


def is_this_table(names: list[str]) -> bool:
    """Whether somebody meant this table, even where a required column is missing."""
    known = _TELLING & set(names)
    return len(known) >= _ENOUGH and any(name in names for name in _OF_THIS_TABLE)


def missing(names: list[str]) -> list[str]:
    found = [name for name in ESSENTIAL if name not in names]
    return found + [words for words, some in ONE_OF.items() if not set(some) & set(names)]
