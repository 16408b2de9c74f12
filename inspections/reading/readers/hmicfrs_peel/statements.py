"""Every place of a page that grades an aspect, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from inspections.reading.documents.html import Block
from inspections.reading.readers.hmicfrs_peel import tables
from inspections.reading.readers.hmicfrs_peel.aspects import is_question
from inspections.reading.readers.hmicfrs_peel.cycles import cycles_in, tiers_of
from inspections.reading.readers.hmicfrs_peel.forces import forces_in
from inspections.reading.readers.hmicfrs_peel.found import Found, Statement, note
from inspections.reading.readers.hmicfrs_peel.sentences import Page, label_says, said_in
from inspections.reading.readers.hmicfrs_peel.wording import GRADE, VERDICT, grade_of, plain, without_end

_BARE = re.compile(
    rf"(?:(?:overall )?(?:judge?ment|grade)(?: ?:| is)? )?(?P<verdict>{VERDICT})"
    rf"(?P<carried> ?\(?(?:grade )?carried over(?: from [^()]{{1,60}})?\)?)?"
)
_CARRIED = re.compile(
    r"\bcarried over\b|\bgrades?\b[^.]{0,60}\bstill stands?\b"
    r"|\bjudge?ments?\b[^.]{0,60}\b(?:remains? in place|still stands?)\b"
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
_LIST = 9


@dataclass
class _Reading:
    page: Page
    cycle: int
    found: Found = field(default_factory=Found)
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
        words = without_end(plain(block.text))
        if self._told_of_earlier(block, words):
            if label_says(block.text, self.page) or list(said_in(block.text, self.page, item=True)):
                self._pass_over(block.text)
            return
        aspect = self.page.aspect(block.text) if len(block.text) <= _LONGEST_LINE else None
        if not aspect:
            self.grade_above = ""
        if aspect or is_question(block.text):
            self.aspect, self.label, self.awaits = aspect, block.text, True
            self.heading = block.text
            if aspect and block.kind == "heading":
                self.found.headings.setdefault(aspect, block.text)
        elif said := label_says(block.text, self.page):
            for one in said:
                self._add(one.aspect, one.verdict, block.text)
            self.aspect, self.label, self.awaits = said[-1].aspect, block.text, False
        elif block.kind == "heading" and not _PASSED_OVER.fullmatch(words):
            self.aspect, self.label, self.awaits, self.heading = None, block.text, True, block.text
            self._sentences(block)
        elif not _PASSED_OVER.fullmatch(words):
            self._prose(block, words)

    def verdicts(self, run: Sequence[Block]) -> None:
        """Lines that are a grade and nothing else, one after the other."""
        if self.earlier:
            return self._pass_over(run[0].text)
        grades = [grade_of(m["verdict"]) for m in (bare(block.text) for block in run) if m]
        if len(grades) >= len(tiers_of(self.cycle)) and tuple(grades) in _scales(self.cycle):
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
                self.found.carried.setdefault(self.aspect, run[0].text)
            self._add(self.aspect, match["verdict"] if match else "", run[0].text)
        elif grades[0]:
            message = "A grade stands here by itself; what it grades is no aspect this site knows."
            self.found.problems.append(note(self.label, f"{self.label}: {printed}"[:300], message))
            self.grade_above = "" if self.awaits else printed
        self.awaits = False

    def _torn(self, printed: str, message: str) -> None:
        self.found.problems.append(note(self.label, printed, message, blocking=True))

    def row_group(self, rows: Sequence[Block]) -> None:
        if self.earlier:
            return self._pass_over(rows[0].text)
        tables.read(rows, self.page, self.cycle, self.found)
        self.awaits = False

    def _told_of_earlier(self, block: Block, words: str) -> bool:
        """Under a heading that names another cycle or another force, nothing is said of this one."""
        heading = block.kind == "heading"
        over_list = self.earlier == _LIST
        if heading and (over_list or block.level <= self.earlier):
            self.earlier = 0
        if over_list and block.kind == "paragraph":
            self.earlier = 0
        opens = (heading or block.text.endswith(":")) and not self._carries(words)
        if not self.earlier and opens and self._names_another(block.text, words):
            self.earlier = block.level if heading else _LIST
            self.earlier_said = block.text
        return self.earlier > 0

    def _names_another(self, text: str, words: str) -> bool:
        cycles, forces = cycles_in(text), forces_in(text)
        if forces and self.page.force not in forces:
            return True
        return self.cycle not in cycles if cycles else _EARLIER.search(words) is not None

    def _pass_over(self, printed: str) -> None:
        if self.earlier_said:
            message = "The grades here are of another inspection than this page’s; they were passed over."
            self.found.problems.append(note(self.earlier_said, printed, message))
        self.earlier_said = ""

    def _prose(self, block: Block, words: str) -> None:
        if self._carries(words):
            self._carry(block, words)
        else:
            self._sentences(block)
            self.awaits = False

    def _carries(self, words: str) -> bool:
        return len(words) < 600 and _CARRIED.search(words) is not None

    def _carry(self, block: Block, words: str) -> None:
        if not self.aspect:
            return
        self.found.carried.setdefault(self.aspect, block.text)
        if grade := _CARRIED_GRADE.search(words):
            self._add(self.aspect, grade["grade"], block.text)

    def _sentences(self, block: Block) -> None:
        for said in said_in(block.text, self.page, item=block.kind == "item"):
            if aspect := said.aspect or self.aspect:
                self._add(aspect, said.verdict, block.text, month=said.month)

    def _add(self, aspect: str | None, verdict: str, text: str, *, month: str = "") -> None:
        if aspect:
            where = f"under “{self.heading[:80]}”" if self.heading else "on the page"
            self.found.statements.append(
                Statement(aspect, grade_of(verdict), text, self.label or text, where, month, page=self.number)
            )


def _scales(cycle: int) -> tuple[tuple[str, ...], ...]:
    return tiers_of(cycle), tiers_of(cycle)[::-1]


def bare(text: str) -> re.Match[str] | None:
    """The grade, and nothing else, that a line is; "Good Good" where a picture and its words are one line."""
    if len(text) > _LONGEST_LINE:
        return None
    words = without_end(plain(text))
    half, twice = words[: len(words) // 2], words[len(words) // 2 + 1 :]
    return _BARE.fullmatch(half if half and half == twice else words)


def statements(pages: Iterable[tuple[int | None, Sequence[Block]]], page: Page, cycle: int) -> Found:
    """``pages``: blocks by the number of their PDF page; all of a web page under None."""
    reading = _Reading(page, cycle)
    for number, blocks in pages:
        reading.number = number
        for kind, group in _grouped(_mended(blocks)):
            if kind == "rows":
                reading.row_group(group)
            elif kind == "verdicts":
                reading.verdicts(group)
            else:
                reading.take(group[0])
    return reading.found


def _mended(blocks: Iterable[Block]) -> Iterator[Block]:
    """ "Requires" and "improvement" parted by the layout are one grade."""
    held: Block | None = None
    for block in blocks:
        if held and block.kind != "row" and plain(block.text).startswith("improvement"):
            yield held._replace(text=f"{held.text} {block.text}")
            held = None
            continue
        if held:
            yield held
            held = None
        if (
            block.kind != "row"
            and plain(block.text).split(" ")[-1] in _HALVES
            and len(block.text) < _LONGEST_LINE
        ):
            held = block
        else:
            yield block
    if held:
        yield held


def _grouped(blocks: Iterable[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Rows of one table together, bare grades one after the other together, everything else alone."""
    group: list[Block] = []
    kind = ""
    for block in blocks:
        now = "rows" if block.kind == "row" else "verdicts" if bare(block.text) else "alone"
        if group and (now != kind or now == "alone" or (now == "rows" and block.table != group[0].table)):
            yield kind, group
            group = []
        kind = now
        group.append(block)
    if group:
        yield kind, group
