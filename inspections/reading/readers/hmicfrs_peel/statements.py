"""Every place of a page that grades an aspect, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from inspections.reading.documents.html import Block
from inspections.reading.language.grade_words import GRADE, VERDICT, grade_of, unquoted, without_end
from inspections.reading.language.police_forces import forces_in
from inspections.reading.language.printed_dates import MONTH
from inspections.reading.readers.hmicfrs_peel.aspects import is_question
from inspections.reading.readers.hmicfrs_peel.cycles import cycles_in, tiers_of
from inspections.reading.readers.hmicfrs_peel.page import Page
from inspections.reading.readers.hmicfrs_peel.verdicts import verdicts_in, verdicts_of_label
from inspections.reading.structure.printed_grades import PrintedGrade
from inspections.reading.structure.tables import GradedCell, graded_rows

_BARE = re.compile(
    rf"(?:(?:overall )?(?:judge?ment|grade)(?: ?:| is)? )?(?P<verdict>{VERDICT})"
    rf"(?P<carried> ?\(?(?:grade )?carried over(?: from [^()]{{1,60}})?\)?)?"
)
_CARRIED = re.compile(
    r"\bcarried over\b|\bgrades?\b[^.]{0,60}\bstill stands?\b"
    r"|\bjudge?ments?\b[^.]{0,60}\b(?:remains? in place|still stands?)\b"
)
_CHANGED = re.compile(
    rf"\b\d{{1,2}} {MONTH} 20\d\d,? the grade for (?P<what>[^.;:]{{5,160}}?) (?:was|has been) changed"
    rf" from (?P<before>{GRADE}) to (?P<after>{GRADE})\b"
)
_CARRIED_GRADE = re.compile(rf"\b(?:judge?ment|grade) (?:of|was|is) (?P<grade>{GRADE})\b")
# Lines between a heading and its grade that say nothing of either.
_PASSED_OVER = re.compile(
    r"(?:page |report )?last (?:updated|modified)\b.{0,40}|(?:overall )?(?:judge?ments?|grades?)|overview"
    r"|(?:view|read|see|show|hide|back|skip|print|download|contact)\b.{0,80}|\d{1,2}"
)
_EARLIER = re.compile(
    r"\b(?:previous|earlier|last year's?|past|prior)\b.{0,40}\b(?:judge?ments?|grades?|inspections?"
    r"|assessments?|results?|reports?)\b"
)
_HALVES = ("requires", "require", "requiring")
_LONGEST_LINE = 160
_LONGEST_CARRIED = 600
_LIST = 9
_MONTH = re.compile(rf"\b({MONTH} 20\d\d)\b")
_FIRST = re.compile(r"\b(?:initial|first|original)\b")
_SECOND = re.compile(r"\b(?:revisit|revised|second|reinspection|re-inspection)\b")


def gather(blocks: Iterable[Block], page: Page) -> None:
    """Adds to ``page`` every grade and whatever a person has to look at."""
    reading = _Reading(page)
    for kind, group in _grouped(_mended(blocks)):
        reading.number = group[0].page
        if kind == "alone":
            reading.take(group[0])
        elif reading.earlier:
            reading.pass_over(group[0].text)
        elif kind == "rows":
            _take_table(group, page)
            reading.awaits = False
        else:
            reading.verdicts(group)
    for aspect, (before, change) in page.changed.items():
        # Wherever the page still prints the first grade, it is the old one.
        kept = [one for one in page.grades if (one.aspect, one.grade) != (aspect, before)]
        page.grades = [change, *kept]
        message = "This grade was changed after the report came out; the later one is taken."
        page.note(change.printed, message, where=change.where, field=aspect)


@dataclass
class _Reading:
    page: Page
    aspect: str | None = None
    label: str = ""
    heading: str = ""
    awaits: bool = False
    earlier: int = 0  # level of a heading over what an earlier inspection found; _LIST for a line over a list
    earlier_said: str = ""
    number: int | None = None  # of the PDF page
    grade_above: str = ""  # a grade alone just above; below it a label and the next grade may be out of step

    def take(self, block: Block) -> None:
        """One heading, paragraph or item."""
        words = without_end(unquoted(block.text))
        carries = len(words) < _LONGEST_CARRIED and _CARRIED.search(words) is not None
        if self._is_of_earlier(block, words, carries):
            if verdicts_of_label(block.text, self.page) or list(
                verdicts_in(block.text, self.page, item=True)
            ):
                self.pass_over(block.text)
            return
        aspect = self.page.aspect(block.text) if len(block.text) <= _LONGEST_LINE else None
        if not aspect:
            self.grade_above = ""
        if (changed := _CHANGED.search(words)) and (of := self.page.aspect(changed["what"])):
            after = self._grade(of, changed["after"], block.text, of)
            self.page.changed[of] = grade_of(changed["before"]), after
        elif aspect or is_question(block.text):
            self.aspect, self.label, self.awaits = aspect, block.text, True
            self.heading = block.text
            if aspect and block.kind == "heading":
                self.page.headings.setdefault(aspect, block.text)
        elif said := verdicts_of_label(block.text, self.page):
            for one in said:
                self._add(one.aspect, one.words, block.text)
            self.aspect, self.label, self.awaits = said[-1].aspect, block.text, False
        elif _PASSED_OVER.fullmatch(words):
            return
        elif block.kind == "heading":
            self.aspect, self.label, self.awaits, self.heading = None, block.text, True, block.text
            self._add_sentences(block)
        elif not carries:
            self._add_sentences(block)
            self.awaits = False
        elif self.aspect:
            self.page.carried.setdefault(self.aspect, block.text)
            if grade := _CARRIED_GRADE.search(words):
                self._add(self.aspect, grade["grade"], block.text)

    def verdicts(self, run: Sequence[Block]) -> None:
        """Lines that are a grade and nothing else, one after the other."""
        grades = [grade_of(m["verdict"]) for m in (bare(block.text) for block in run) if m]
        tiers = tiers_of(self.page.cycle)
        if tuple(grades) in (tiers, tiers[::-1]):
            return
        printed = ", ".join(block.text for block in run)
        # A picture's words and the words beside it may say the same grade twice.
        if len(run) > 2 or len(set(grades)) > 1:
            self._torn(printed, "Several grades stand one after the other; of what each is cannot be told.")
        elif self.grade_above and self.awaits:
            self._torn(
                f"{self.grade_above}; {self.label}; {printed}",
                "Grades and labels take turns and a grade comes first; which belong together cannot be told.",
            )
            self.grade_above = printed
        elif self.awaits and self.aspect:
            match = bare(run[0].text)
            if match and match["carried"]:
                self.page.carried.setdefault(self.aspect, run[0].text)
            self._add(self.aspect, match["verdict"] if match else "", run[0].text)
        elif grades[0]:
            message = "A grade stands here by itself; what it grades is no aspect this site knows."
            self.page.note(f"{self.label}: {printed}", message, under=self.label)
            self.grade_above = "" if self.awaits else printed
        self.awaits = False

    def pass_over(self, printed: str) -> None:
        if self.earlier_said:
            message = "The grades here are of another inspection than this page’s; they were passed over."
            self.page.note(printed, message, under=self.earlier_said)
        self.earlier_said = ""

    def _torn(self, printed: str, message: str) -> None:
        self.page.note(printed, message, under=self.label, blocking=True)

    def _is_of_earlier(self, block: Block, words: str, carries: bool) -> bool:
        """Under a heading that names another cycle or another force, nothing is said of this one."""
        heading = block.kind == "heading"
        over_list = self.earlier == _LIST
        if (heading and (over_list or block.level <= self.earlier)) or (
            over_list and block.kind == "paragraph"
        ):
            self.earlier = 0
        opens = (heading or block.text.endswith(":")) and not carries
        cycles = cycles_in(block.text)
        another = self.page.cycle not in cycles if cycles else _EARLIER.search(words) is not None
        if not self.earlier and opens and (another or _of_others(block.text, self.page)):
            self.earlier = block.level if heading else _LIST
            self.earlier_said = block.text
        return self.earlier > 0

    def _add_sentences(self, block: Block) -> None:
        for said in verdicts_in(block.text, self.page, item=block.kind == "item"):
            self._add(said.aspect or self.aspect, said.words, block.text, month=said.month)

    def _add(self, aspect: str | None, verdict: str, text: str, *, month: str = "") -> None:
        if aspect:
            self.page.grades.append(self._grade(aspect, verdict, text, self.label or text, month))

    def _grade(self, aspect: str, verdict: str, text: str, label: str, month: str = "") -> PrintedGrade:
        where = f"under “{self.heading[:80]}”" if self.heading else "on the page"
        return PrintedGrade(aspect, grade_of(verdict), text, label, where, month, page=self.number)


def _of_others(words: str, page: Page) -> bool:
    """Whether words name forces, and this one is not among them."""
    named = [force.short_name for force in forces_in(words, initials=False)]
    return bool(named) and page.force not in named


def _take_table(rows: Sequence[Block], page: Page) -> None:
    """A row whose grades belong to nobody knows what is a problem."""
    for number, row, cells in graded_rows(rows, page.aspect):
        where = f"row {number} of table {row.table}"
        aspects = dict.fromkeys(cell.aspect for cell in cells if cell.aspect)
        if not aspects:
            graded = any(grade_of(without_end(unquoted(cell.printed))) for cell in cells)
            if graded and len(row.cells) > len(cells):
                page.note(
                    row.text, "This row grades something that is no aspect this site knows.", where=where
                )
        elif not _of_others(" ".join(row.cells), page):
            for aspect in aspects:
                _take_cells([cell for cell in cells if cell.aspect == aspect], aspect, row, where, page)


def _take_cells(cells: Sequence[GradedCell], aspect: str, row: Block, where: str, page: Page) -> None:
    """The grades a row gives one aspect: those of this cycle, where the headers name cycles."""
    if any(cycles_in(cell.header) for cell in cells):
        cells = [cell for cell in cells if page.cycle in (cycles_in(cell.header) or {page.cycle})]
    whens = []
    for cell in cells:
        header = unquoted(cell.header)
        month = _MONTH.search(header)
        which = 1 if _FIRST.search(header) else 2 if _SECOND.search(header) else 0
        whens.append((month.group(1) if month else "", which))
    if len(cells) == 1 or (len(cells) == 2 and all(any(when) for when in whens)):
        for cell, (month_said, which) in zip(cells, whens, strict=True):
            grade = grade_of(without_end(unquoted(cell.printed)))
            page.grades.append(
                PrintedGrade(aspect, grade, cell.printed, cell.label, where, month_said, which)
            )
    elif cells:
        message = "This row gives several grades, and the table does not say which is of this inspection."
        page.note(row.text, message, where=where, field=aspect, blocking=True)


def bare(text: str) -> re.Match[str] | None:
    """The grade, and nothing else, that a line is; "Good Good" where a picture and its words are one line."""
    if len(text) > _LONGEST_LINE:
        return None
    words = without_end(unquoted(text))
    half, twice = words[: len(words) // 2], words[len(words) // 2 + 1 :]
    return _BARE.fullmatch(half if half and half == twice else words)


def _mended(blocks: Iterable[Block]) -> Iterator[Block]:
    """ "Requires" and "improvement" parted by the layout are one grade."""
    held: Block | None = None
    for block in blocks:
        if held and block.kind != "row" and unquoted(block.text).startswith("improvement"):
            yield held._replace(text=f"{held.text} {block.text}")
            held = None
            continue
        if held:
            yield held
        short = block.kind != "row" and len(block.text) < _LONGEST_LINE
        held = block if short and unquoted(block.text).split(" ")[-1] in _HALVES else None
        if not held:
            yield block
    if held:
        yield held


def _grouped(blocks: Iterable[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Rows of one table together, bare grades one after the other together, everything else alone."""
    group: list[Block] = []
    kind = ""
    for block in blocks:
        now = "rows" if block.kind == "row" else "verdicts" if bare(block.text) else "alone"
        apart = now == "alone" or now != kind or (block.table, block.page) != (group[0].table, group[0].page)
        if group and apart:
            yield kind, group
            group = []
        kind = now
        group.append(block)
    if group:
        yield kind, group
