"""The results of the lanes chart as CSV: in the order of the table, each with where it comes from."""

from __future__ import annotations

from dashboard.series.results import Lanes, Result
from dashboard.wording.as_far_as_read import in_one_line
from dashboard.wording.days import CYCLE, dates_words, placed_at
from dashboard.wording.results import kind_with_topic, result_words, subject_words
from dashboard.wording.sources import LICENCE, source_words
from dashboard.wording.table import locator_of
from dashboard.wording.whose import whose_words
from inspections.transfer.csv_files import write_csv

DATA_COLUMNS = (
    "placed_on", "date", "placed_at", "inspectorate", "kind", "framework", "subject", "result", "whose",
    "source", "locator", "confidence", "certainty",
)  # fmt: skip
# Said in every row, so that the file stays a plain table and no row loses its origin.
ORIGIN_COLUMNS = (
    "source_address", "source_address_is", "inspection", "filters", "ignored", "as_far_as_read", "licence",
    "address",
)  # fmt: skip


def result_cells(result: Result) -> dict[str, str]:
    """What a row says of a result, by column; its origin too, but for what is the same in every row."""
    visit, citation = result.visit, result.citation
    return {
        "placed_on": visit.day.isoformat() if visit.day else "",
        "date": dates_words(visit, visit.cycle),
        "placed_at": CYCLE if visit.cycle.is_known else placed_at(visit),
        "inspectorate": visit.programme.inspectorate_name,
        "kind": kind_with_topic(visit),
        "framework": visit.programme.name,
        "subject": subject_words(result),
        "result": result_words(result),
        "whose": whose_words(visit.whose),
        "source": source_words(citation),
        "locator": locator_of(result),
        "confidence": citation.confidence if citation else "read",
        "certainty": result.certainty,
        "source_address": citation.address.url if citation else "",
        "source_address_is": citation.address.to.value if citation else "",
        "inspection": visit.address,
    }


def lanes_csv(lanes: Lanes, address: str, site: str = "") -> str:
    """``address``: of this very selection. ``site``: put before the addresses of inspection pages."""
    same = {
        "filters": lanes.filters,
        "ignored": "; ".join(f"{name}={value}" for name, value in lanes.ignored),
        "as_far_as_read": in_one_line(lanes.held),
        "licence": LICENCE,
        "address": address,
    }
    cells = (result_cells(result) for result in lanes.results)
    rows = (row | same | {"inspection": f"{site}{row['inspection']}"} for row in cells)
    return write_csv([*DATA_COLUMNS, *ORIGIN_COLUMNS], rows)


def lanes_file_name(lanes: Lanes, extension: str) -> str:
    """ "crosscheck-area-st-helens-2014-2024.csv": kind and place, then the years shown."""
    kind = "force" if lanes.is_force else "area"
    years = dict.fromkeys(str(day.year) for day in (min(lanes.days), max(lanes.days))) if lanes.days else {}
    return f"{'-'.join(['crosscheck', kind, lanes.place_slug, *years])}.{extension}"
