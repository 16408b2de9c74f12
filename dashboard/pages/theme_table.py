"""What is known by theme at one place: social care beside police, in the words the data hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from areas.models import Area
from dashboard.pages.summaries import about_one_authority, what, when
from dashboard.series.visits import cases_of, later_of, whose_of
from dashboard.wording.cases import sample_name, tally_of
from dashboard.wording.days import day_of
from dashboard.wording.later import later_words
from dashboard.wording.sentences import listed, number_words
from dashboard.wording.whose import joint_words
from inspections.domain.scope import is_joint
from inspections.domain.stance import combine, stance_of
from inspections.models import CaseReview, Finding, Inspection, SourceDocument, Theme
from inspections.place_facts import SPEAKING, PlaceFacts
from inspections.terms import About, CodingRole, Sector, Stance

Fact = CaseReview | Finding

SECTORS = {
    Sector.SOCIAL_CARE: "Children’s social care",
    Sector.POLICE: "Police (whole force)",
    Sector.OTHER: "Own audits and others",
}
SIDES = (Sector.SOCIAL_CARE, Sector.POLICE)

CITED = 3  # a long report speaks of a theme in twenty paragraphs; what was counted or coded is always cited


@dataclass(frozen=True)
class Statement:
    """What one inspection says on a theme, in words; ``uncoded`` is a number of findings.

     ``more`` is how many places are not cited here: the inspection's own page has every passage.

     ``words`` is which way coded findings point, ``together`` that a tally beside them points another way.
    ``later`` is what the same inspectorate is known to have found since, where cases are counted.
     ``whose`` is said of a joint inspection, which stands on both sides and is one inspection all the same.
    """

    inspection: Inspection
    title: str
    counts: list[str] = field(default_factory=list)
    words: str = ""
    together: str = ""
    uncoded: int = 0
    sources: list[Fact] = field(default_factory=list)
    more: int = 0
    whose: str = ""
    later: str = ""

    @property
    def only_speaks(self) -> bool:
        """Neither counted nor coded: it speaks of the theme, and nobody has read which way it points."""
        return not self.counts and not self.words


@dataclass(frozen=True)
class Cell:
    """What one side says on a theme, newest first; nothing said is "not given".

    ``folded``: inspections that only speak of it, where others are counted or coded, or newer: a list that
    opens, since a dozen of them would bury what can be compared.
    """

    column: str
    shown: list[Statement]
    folded: list[Statement]


@dataclass(frozen=True)
class ThemeRow:
    theme: Theme
    cells: list[Cell]

    @property
    def only_speaks(self) -> bool:
        return all(said.only_speaks for cell in self.cells for said in cell.shown)


def theme_table(facts: PlaceFacts, inspection_ids: Collection[int]) -> dict[str, Any]:
    """Themes that at least one of these inspections of the place speaks of. Two questions.

    ``silent``: whose columns are left out because they say nothing on any of these themes. ``folded``: themes
    that reports speak of while nothing is counted or coded, where there are others.

    What an inquiry or a disclosure adds is no visit and stands in a section of its own; a finding about
    another place of the same inspection is left out.
    """
    shown = {
        one.pk: one for one in facts.inspections if one.pk in inspection_ids and one.kind not in SPEAKING
    }
    findings = Finding.objects.published().filter(
        Q(area=None) | Q(area=facts.area) | Q(area__kind=Area.Kind.FORCE),
        inspection__in=shown,
        theme__isnull=False,
    )
    reviews = [review for one in shown.values() for review in one.case_reviews.all() if review.theme]
    by_theme: dict[Theme, dict[Inspection, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in (*reviews, *findings.select_related("theme", "source").prefetch_related("codings")):
        fact.inspection = shown[fact.inspection_id]
        by_theme[fact.theme][fact.inspection].append(fact)
    themes = sorted(by_theme, key=lambda theme: theme.position)
    cells = {sector: [_cell(facts, by_theme[theme], sector) for theme in themes] for sector in SECTORS}
    # An authority's two sides stay side by side, even where one of them is silent throughout.
    kept = (Sector.POLICE,) if facts.is_force else SIDES
    columns = [sector for sector in SECTORS if sector in kept or any(cell.shown for cell in cells[sector])]
    rows = [
        ThemeRow(theme, [cells[sector][number] for sector in columns]) for number, theme in enumerate(themes)
    ]
    rows = [row for row in rows if any(cell.shown for cell in row.cells)]
    telling = [row for row in rows if not row.only_speaks] or rows
    folded = [row for row in rows if row not in telling]
    return {
        "columns": [SECTORS[sector] for sector in columns],
        "rows": telling,
        "folded": folded,
        "folded_names": listed(row.theme.name for row in folded),
        "silent": [words for sector, words in SECTORS.items() if sector not in columns],
    }


def _cell(place: PlaceFacts, facts_of: dict[Inspection, list[Fact]], sector: Sector) -> Cell:
    lines = [
        _statement(place, inspection, own)
        for inspection, facts in facts_of.items()
        if (own := [fact for fact in facts if sector in _sides_of(place, inspection, fact)])
    ]
    lines.sort(key=lambda line: str(day_of(line.inspection) or ""), reverse=True)
    telling = [line for line in lines if not line.only_speaks] or lines[:1]
    return Cell(SECTORS[sector], telling, [line for line in lines if line not in telling])


def _sides_of(place: PlaceFacts, inspection: Inspection, fact: Fact) -> tuple[str, ...]:
    """A joint inspection speaks of both sides; what it says of one alone stands there alone.

    A force's page leaves out what is said of a council: it is one of several.
    """
    if not is_joint(inspection):
        return (inspection.framework.inspectorate.sector,)
    about = fact.about if isinstance(fact, Finding) else ""
    alone: dict[str, tuple[Sector, ...]] = {About.COUNCIL: SIDES[:1], About.POLICE: SIDES[1:]}
    sides = alone.get(about, SIDES)
    return tuple(side for side in sides if side == Sector.POLICE or not place.is_force)


def _statement(place: PlaceFacts, inspection: Inspection, facts: Iterable[Fact]) -> Statement:
    one_authority = about_one_authority(inspection)
    facts = sorted(facts, key=lambda fact: (fact.page or 0, len(fact.locator), fact.locator))
    findings = [fact for fact in facts if isinstance(fact, Finding)]
    coded = [
        one for one in findings if any(coding.stance != Stance.NOT_CODED for coding in one.codings.all())
    ]
    words = "; ".join(_stances_in_words(coded))
    reviewed = [cases_of(fact) for fact in facts if isinstance(fact, CaseReview)]
    tallies = [(cases, tally_of(cases, one_authority=one_authority)) for cases in reviewed]
    # Where only words stand for the counts they say nothing about most of them either.
    mostly = {cases.counts.mostly() for cases, tally in tallies if tally.segments}
    read = [fact for fact in facts if isinstance(fact, CaseReview) or fact in coded]
    places: dict[tuple[SourceDocument, str], Fact] = {}
    for fact in (*read, *facts):
        places.setdefault((fact.source, fact.locator), fact)
    cited = max(CITED, len({(fact.source, fact.locator) for fact in read}))
    later = later_of(inspection, place.inspections) if tallies else ()
    whose = ""
    if tallies and coded:
        # What the stance beside a tally is about, so that nobody takes it for the stance of the tally.
        number = f"{number_words(len(coded))} {'finding' if len(coded) == 1 else 'findings'}"
        summary = coded[0].summary.rstrip(".") if len(coded) == 1 else ""
        words = f"In words, {number}: {f'{summary} ({words})' if summary else words}"
    if is_joint(inspection):
        whose = f"About {joint_words(whose_of(place, inspection))}"
        if not place.is_force:
            whose += "; one inspection, in both columns where it speaks of both"
    return Statement(
        inspection,
        f"{what(inspection)}, {when(inspection)}",
        counts=[": ".join(filter(None, [sample_name(cases), tally.words])) for cases, tally in tallies],
        words=words,
        together=_together(mostly, combine(stance_of(finding.codings.all()) for finding in coded)),
        uncoded=len(findings) - len(coded),
        sources=[*places.values()][:cited],
        more=max(0, len(places) - cited),
        whose=whose,
        later=later_words(later, facts[0].theme_id or ""),
    )


def _together(counted: Collection[str | None], stance: str) -> str:
    """Stance and tally of one side are read together; where they differ it is mixed, and that is said."""
    if "below_good" in counted and stance in (Stance.STRENGTH, Stance.QUALIFIED_STRENGTH):
        return "Together mixed: most of these cases were below good, the words point to a strength"
    if "good" in counted and stance == Stance.CONCERN:
        return "Together mixed: most of these cases were good, the words point to a concern"
    return ""


def _stances_in_words(coded: list[Finding]) -> list[str]:
    """ "strength (children in care), as read by the Inquiry and one reader"."""
    roles: dict[str, set[str]] = defaultdict(set)
    for finding in coded:
        whom = f" ({finding.population})" if finding.population else ""
        for coding in finding.codings.all():
            if coding.stance != Stance.NOT_CODED:
                roles[coding.get_stance_display() + whom].add(coding.role)
    words = []
    for stance, readers in roles.items():
        people = len(readers - {CodingRole.INQUIRY})
        named = ["the Inquiry"] if CodingRole.INQUIRY in readers else []
        if people:
            named.append(f"{number_words(people)} {'reader' if people == 1 else 'readers'}")
        words.append(f"{stance}, as read by {listed(named)}")
    return words
