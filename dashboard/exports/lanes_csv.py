"""The table under the lanes chart as CSV: the same rows in the same order, then where they come from."""

from __future__ import annotations

from dashboard.series.picture import Lanes, TableRow
from inspections.transfer.csv_files import write_csv

# (column, heading of the table under the chart)
DATA_COLUMNS = (
    ("placed_on", "Placed on"),
    ("date", "Dates"),
    ("placed_at", "Placed at"),
    ("inspectorate", "Inspectorate"),
    ("kind", "Kind"),
    ("framework", "Framework"),
    ("subject", "Aspect or theme"),
    ("result", "Result"),
    ("whose", "Whose"),
    ("source", "Source"),
    ("locator", "Where"),
    ("confidence", "How seen"),
    ("certainty", "Certainty"),
)
# Said in every row, so that the file stays a plain table and no row loses its origin.
ORIGIN_COLUMNS = ("source_address", "inspection", "filters", "ignored", "licence", "address")


def row_cells(row: TableRow) -> dict[str, str]:
    """The cells of one row of the table, by column."""
    cells = {name: getattr(row, name) for name, _heading in DATA_COLUMNS if name != "placed_on"}
    return {"placed_on": row.iso} | cells


def lanes_csv(picture: Lanes, address: str, site: str = "") -> str:
    """``address``: of this very selection. ``site``: put before the addresses of inspection pages."""
    ignored = "; ".join(f"{name}={value}" for name, value in picture.ignored)
    columns = [name for name, _heading in DATA_COLUMNS] + list(ORIGIN_COLUMNS)
    rows = (
        row_cells(row)
        | {
            "source_address": row.source_url,
            "inspection": f"{site}{row.url}",
            "filters": picture.filters,
            "ignored": ignored,
            "licence": picture.licence,
            "address": address,
        }
        for row in picture.rows
    )
    return write_csv(columns, rows)


def lanes_file_name(picture: Lanes, extension: str) -> str:
    """ "crosscheck-area-st-helens-2014-2024.csv": kind and place, then the years shown."""
    kind = "force" if picture.place_kind == "force" else "area"
    years = [str(year) for year in dict.fromkeys((picture.first_year, picture.last_year)) if year]
    return f"{'-'.join(['crosscheck', kind, picture.place_slug, *years])}.{extension}"
