"""What is known by theme at one place: social care beside police, in the words the data hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from areas.models import Area
from dashboard.pages.results import about_one_authority, what, when
from dashboard.series.values import Cases
from dashboard.series.visits import cases_of, whose_of
from dashboard.wording.cases import Tally, sample_name, tally_of
from dashboard.wording.days import day_of
from dashboard.wording.sentences import listed, number_words
from dashboard.wording.whose import joint_words
from inspections.domain.stance import combine, stance_of
from inspections.models import (
    CaseReview,
    Coding,
    Finding,
    Inspection,
    Inspectorate,
    SourceDocument,
    Theme,
)
from inspections.place_facts import SPEAKING, PlaceFacts
from inspections.querysets import FactQuerySet
from inspections.terms import Sector

SECTORS = {
    Inspectorate.Sector.SOCIAL_CARE: "Children’s social care",
    Inspectorate.Sector.POLICE: "Police (whole force)",
    Inspectorate.Sector.OTHER: "Own audits and others",
}
SIDES = (Inspectorate.Sector.SOCIAL_CARE, Inspectorate.Sector.POLICE)

CITED = 3  # a long report speaks of a theme in twenty paragraphs; what was counted or coded is always cited


@dataclass(frozen=True)
class Said:
    """What one inspection says on a theme, in words; ``uncoded`` is a number of findings.

    ``more`` is how many places are not cited here: the inspection's own page has every passage.

    ``words`` is what the findings say where a tally stands beside them, ``together`` that the two differ.
    ``whose`` is said of a joint inspection, which stands on both sides and is one inspection all the same.
    """

    inspection: Inspection
    title: str
    counts: list[str] = field(default_factory=list)
    stances: list[str] = field(default_factory=list)
    words: str = ""
    together: str = ""
    uncoded: int = 0
    sources: list[tuple[SourceDocument, str]] = field(default_factory=list)
    more: int = 0
    whose: str = ""

    @property
    def only_speaks(self) -> bool:
        """Neither counted nor coded: it speaks of the theme, and nobody has read which way it points."""
        return not self.counts and not self.stances


@dataclass(frozen=True)
class Cell:
    """What one side says on a theme, newest first; nothing said is "not given".

    ``folded``: inspections that only speak of it, where others are counted or coded, or newer: a list that
    opens, since a dozen of them would bury what can be compared.
    """

    column: str
    shown: list[Said]
    folded: list[Said]


@dataclass(frozen=True)
class ThemeRow:
    theme: Theme
    cells: list[Cell]

    @property
    def only_speaks(self) -> bool:
        return all(said.only_speaks for cell in self.cells for said in cell.shown)


@dataclass(frozen=True)
class ThemeTable:
    """``silent``: whose columns are left out because they say nothing on any of these themes.

    ``folded``: themes that reports speak of while nothing is counted or coded, where there are others.
    """

    columns: list[str]
    rows: list[ThemeRow]
    silent: list[str]
    folded: list[ThemeRow]

    @property
    def folded_names(self) -> str:
        return listed(row.theme.name for row in self.folded)


def known_by_theme(facts: PlaceFacts, inspection_ids: Collection[int]) -> ThemeTable:
    """Themes that at least one of these inspections of the place speaks of. Two questions.

    What an inquiry or a disclosure adds is no visit and stands in a section of its own; a finding about
    another place of the same inspection is left out.
    """
    shown = {
        one.pk: one for one in facts.inspections if one.pk in inspection_ids and one.kind not in SPEAKING
    }
    by_theme: dict[Theme, dict[Inspection, list[CaseReview | Finding]]] = defaultdict(
        lambda: defaultdict(list)
    )
    reviews = [review for one in shown.values() for review in one.case_reviews.all() if review.theme]
    for fact in (*reviews, *_findings(shown, facts.area)):
        by_theme[fact.theme][shown[fact.inspection_id]].append(fact)
    themes = sorted(by_theme, key=lambda theme: theme.position)
    cells = {sector: [_lines(facts, by_theme[theme], sector) for theme in themes] for sector in SECTORS}
    # An authority's two sides stay side by side, even where one of them is silent throughout.
    kept = (Inspectorate.Sector.POLICE,) if facts.is_force else SIDES
    shown_sectors = [sector for sector in SECTORS if sector in kept or any(cells[sector])]
    rows = [
        ThemeRow(theme, [_cell(SECTORS[sector], cells[sector][number]) for sector in shown_sectors])
        for number, theme in enumerate(themes)
    ]
    rows = [row for row in rows if any(cell.shown for cell in row.cells)]
    telling = [row for row in rows if not row.only_speaks] or rows
    return ThemeTable(
        columns=[SECTORS[sector] for sector in shown_sectors],
        rows=telling,
        folded=[row for row in rows if row not in telling],
        silent=[words for sector, words in SECTORS.items() if sector not in shown_sectors],
    )


def _findings(inspection_ids: Collection[int], place: Area) -> FactQuerySet:
    return (
        Finding.objects.published()
        .filter(inspection__in=inspection_ids, theme__isnull=False)
        .filter(Q(area=None) | Q(area=place) | Q(area__kind=Area.Kind.FORCE))
        .select_related("theme", "source")
        .prefetch_related("codings")
    )


def _cell(column: str, lines: list[Said]) -> Cell:
    telling = [line for line in lines if not line.only_speaks] or lines[:1]
    return Cell(column, telling, [line for line in lines if line not in telling])


def _lines(
    place: PlaceFacts, said: dict[Inspection, list[CaseReview | Finding]], sector: Sector
) -> list[Said]:
    lines = []
    for inspection, facts in said.items():
        own = [fact for fact in facts if sector in _sides_of(place, inspection, fact)]
        if own:
            lines.append(_said(inspection, own, whose=_whose(place, inspection)))
    return sorted(lines, key=_newest_first, reverse=True)


def _sides_of(place: PlaceFacts, inspection: Inspection, fact: CaseReview | Finding) -> tuple[str, ...]:
    """A joint inspection speaks of both sides; what it says of one alone stands there alone.

    A force's page leaves out what is said of a council: it is one of several.
    """
    if inspection.framework.family != "jtai":
        return (inspection.framework.inspectorate.sector,)
    about = fact.about if isinstance(fact, Finding) else ""
    alone = {
        Finding.About.COUNCIL.value: Inspectorate.Sector.SOCIAL_CARE,
        Finding.About.POLICE.value: Inspectorate.Sector.POLICE,
    }
    sides: tuple[str, ...] = (alone[about],) if about in alone else SIDES
    return tuple(side for side in sides if side == Inspectorate.Sector.POLICE) if place.is_force else sides


def _whose(place: PlaceFacts, inspection: Inspection) -> str:
    if inspection.framework.family != "jtai":
        return ""
    both = "" if place.is_force else "; one inspection, in both columns where it speaks of both"
    return f"About {joint_words(whose_of(place, inspection))}{both}"


def _newest_first(line: Said) -> str:
    return str(day_of(line.inspection) or "")


def _said(inspection: Inspection, facts: Iterable[CaseReview | Finding], *, whose: str = "") -> Said:
    one_authority = about_one_authority(inspection)
    facts = sorted(facts, key=lambda fact: (fact.page or 0, len(fact.locator), fact.locator))
    findings = [fact for fact in facts if isinstance(fact, Finding)]
    coded = [finding for finding in findings if _coded(finding)]
    looked_at = [cases_of(fact) for fact in facts if isinstance(fact, CaseReview)]
    drawn = [(cases, tally_of(cases, one_authority=one_authority)) for cases in looked_at]
    stances = _stance_words([pair for finding in coded for pair in _coded(finding)])
    # Where only words stand for the counts they say nothing about most of them either.
    counted = {cases.counts.mostly() for cases, tally in drawn if tally.segments}
    said = [fact for fact in facts if isinstance(fact, CaseReview) or fact in coded]
    places = list(dict.fromkeys((fact.source, fact.locator) for fact in (*said, *facts)))
    cited = max(CITED, len({(fact.source, fact.locator) for fact in said}))
    return Said(
        inspection,
        f"{what(inspection)}, {when(inspection)}",
        counts=[_counted(cases, tally) for cases, tally in drawn],
        stances=stances,
        words=_finding_words(coded, stances) if drawn else "",
        together=_together(counted, combine(stance_of(finding.codings.all()) for finding in coded)),
        uncoded=len(findings) - len(coded),
        sources=places[:cited],
        more=len(places[cited:]),
        whose=whose,
    )


def _counted(cases: Cases, tally: Tally) -> str:
    """ "second set (graded by the force itself): 9 good, …": which cases, where there are several samples."""
    sample = sample_name(cases)
    return f"{sample}: {tally.words}" if sample else tally.words


def _finding_words(coded: list[Finding], stances: list[str]) -> str:
    """What the stance beside a tally is about, so that nobody takes it for the stance of the tally."""
    if not coded:
        return ""
    if len(coded) == 1 and coded[0].summary:
        return f"In words, one finding: {coded[0].summary.rstrip('.')} ({'; '.join(stances)})"
    number = "one finding" if len(coded) == 1 else f"{number_words(len(coded))} findings"
    return f"In words, {number}: {'; '.join(stances)}"


def _together(counted: Collection[str | None], stance: str) -> str:
    """Stance and tally of one side are read together; where they differ it is mixed, and that is said."""
    if "below_good" in counted and stance in (Coding.Stance.STRENGTH, Coding.Stance.QUALIFIED_STRENGTH):
        return "Together mixed: most of these cases were below good, the words point to a strength"
    if "good" in counted and stance == Coding.Stance.CONCERN:
        return "Together mixed: most of these cases were good, the words point to a concern"
    return ""


def _coded(finding: Finding) -> list[tuple[str, str]]:
    """(stance and for whom, who read it so); nothing while nobody has coded it."""
    whom = f" ({finding.population})" if finding.population else ""
    return [
        (coding.get_stance_display() + whom, coding.role)
        for coding in finding.codings.all()
        if coding.stance != Coding.Stance.NOT_CODED
    ]


def _stance_words(codings: list[tuple[str, str]]) -> list[str]:
    """ "strength, as read by the Inquiry and one reader"."""
    readers: dict[str, set[str]] = {}
    for stance, role in codings:
        readers.setdefault(stance, set()).add(role)
    return [f"{stance}, as read by {_readers_words(roles)}" for stance, roles in readers.items()]


def _readers_words(roles: set[str]) -> str:
    people = len(roles - {Coding.Role.INQUIRY})
    words = ["the Inquiry"] if Coding.Role.INQUIRY in roles else []
    if people:
        words.append("one reader" if people == 1 else f"{number_words(people)} readers")
    return listed(words)
