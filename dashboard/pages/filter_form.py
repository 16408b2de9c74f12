"""The filters as pages show them: the usual ones as a form, the rest carried along or named as ignored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

from dashboard.selection import choices
from dashboard.selection.filters import InspectionFilter
from dashboard.selection.selection import Selection
from dashboard.wording.sentences import capital

FIRST_YEAR = 2009  # where the sources begin


def filter_context(selection: Selection, offered: Collection[tuple[str, str]]) -> dict[str, Any]:
    """What `pages/_filters.html` takes. No choice leads nowhere, and whatever is chosen can be taken back.

    ``offered``: inspectorate and kind of each inspection there is.
    """
    form = InspectionFilter(selection).form
    for position, name in enumerate(("inspectorate", "kind")):
        used = {pair[position] for pair in offered} | set(getattr(selection, name))
        form.fields[name].choices = [
            (code, capital(words)) for code, words in choices.CHOICES[name]() if code in used
        ]
    chosen = {year for year in (selection.from_year, selection.to_year) if year is not None}
    years = sorted(set(range(FIRST_YEAR, dt.date.today().year + 1)) | chosen)
    return {"form": form, "years": years}


def ignored_words(selection: Selection) -> list[str]:
    return [f"{parameter} “{value}”" for parameter, value in selection.ignored]
