"""Selection: what a page, a chart or an export is asked to show, and nothing else. It lives in the address.

    selection = Selection.from_query(request.GET)
    selection.query_string()   # "inspectorate=ofsted&from=2018&to=2020", canonical, defaults left out
    selection.ignored          # (("grade", "excellent"),): not understood; the page says so

`Selection.from_query(QueryDict(selection.query_string()))` gives the same selection again (`ignored` apart,
since what was ignored is not part of the selection).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from areas.models import Area
from dashboard.selection.choices import CHOICES

if TYPE_CHECKING:
    from django.http import QueryDict

# In the order of an address. `area` and `force` hold slugs, the others codes of the definitions.
REPEATABLE = ("area", "force", "inspectorate", "framework", "theme", "kind", "grade", "aspect", "region")
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
LONGEST_SEARCH = 200
# ASCII digits only: int() also reads other scripts' digits, which would not come back the same.
_YEAR = re.compile(r"[0-9]{4}")
_SLUG = re.compile(r"[a-z0-9-]{1,60}")

Ignored = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Selection:
    inspectorate: tuple[str, ...] = ()
    framework: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    grade: tuple[str, ...] = ()
    aspect: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    force: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    from_year: int | None = None
    to_year: int | None = None
    q: str = ""
    ignored: Ignored = field(default=(), compare=False)

    @classmethod
    def from_query(cls, query: QueryDict) -> Selection:
        """Reads every parameter of `interfaces.md`; other parameters of an address are not its business.

        Asks the database only where an area or a force is named.
        """
        ignored: list[tuple[str, str]] = []
        codes = {name: _codes(name, query.getlist(name), ignored) for name in REPEATABLE}
        # A rule chooses crosschecks, and no page has any yet.
        ignored += [("rule", value) for value in dict.fromkeys(query.getlist("rule")) if value]
        from_year = _year("from", query.getlist("from"), ignored)
        to_year = _year("to", query.getlist("to"), ignored)
        if from_year is not None and to_year is not None and from_year > to_year:
            ignored += [("from", str(from_year)), ("to", str(to_year))]
            from_year = to_year = None
        words = query.get("q", "").strip()
        if len(words) > LONGEST_SEARCH or not words.isprintable():
            ignored.append(("q", words))
            words = ""
        return cls(**codes, from_year=from_year, to_year=to_year, q=words, ignored=tuple(ignored))

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """(parameter, value) in canonical order: for an address, or for hidden fields of a form."""
        found = [(name, value) for name in REPEATABLE for value in getattr(self, name)]
        if self.from_year is not None:
            found.append(("from", str(self.from_year)))
        if self.to_year is not None:
            found.append(("to", str(self.to_year)))
        if self.q:
            found.append(("q", self.q))
        return tuple(found)

    def query_string(self) -> str:
        return urlencode(self.pairs())

    def hidden_pairs(self, *shown: str) -> tuple[tuple[str, str], ...]:
        """What a form that shows only the parameters ``shown`` must carry along unseen."""
        return tuple(pair for pair in self.pairs() if pair[0] not in shown)

    def of_place(self, area: Area) -> Selection:
        """The same filters for one place and no other: the selection of its chart."""
        slugs = (area.slug,)
        return replace(
            self, area=() if area.is_force else slugs, force=slugs if area.is_force else (), ignored=()
        )

    def without_place(self) -> Selection:
        return replace(self, area=(), force=())

    @property
    def is_default(self) -> bool:
        return not self.pairs()


def _codes(name: str, values: list[str], ignored: list[tuple[str, str]]) -> tuple[str, ...]:
    """The known values in canonical order; the unknown ones go to ``ignored``."""
    wanted = {value for value in values if value}
    if not wanted:
        return ()
    if name in ("area", "force"):
        slugs = {value for value in wanted if _SLUG.fullmatch(value)}
        found = Area.objects.filter(kind=Area.Kind.FORCE if name == "force" else Area.Kind.AUTHORITY)
        known = sorted(found.filter(slug__in=slugs).values_list("slug", flat=True)) if slugs else []
    else:
        known = [code for code, _words in CHOICES[name]()]
    ignored += [(name, value) for value in dict.fromkeys(values) if value and value not in known]
    return tuple(code for code in known if code in wanted)


def _year(name: str, values: list[str], ignored: list[tuple[str, str]]) -> int | None:
    """The last year given; a year out of 1900..2100 or anything else goes to ``ignored``."""
    year = None
    for value in values:
        text = value.strip()
        if not text:
            continue
        if not _YEAR.fullmatch(text) or not EARLIEST_YEAR <= int(text) <= LATEST_YEAR:
            ignored.append((name, value))
            continue
        if year is not None and year != int(text):
            ignored.append((name, str(year)))
        year = int(text)
    return year
