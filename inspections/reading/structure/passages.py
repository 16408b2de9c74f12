"""The passages of a report that speak of a theme, and the numbers of cases they give."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from inspections.reading.case_counts import mentions
from inspections.reading.language.text import plain
from inspections.reading.language.themes.matching import ThemeWord, theme_words
from inspections.reading.records import CaseReviewRecord, FindingRecord
from inspections.reading.structure.paragraphs import Paragraph
from inspections.terms import About, Assessor, CasesBasis, FindingKind

_SENTENCE_END = re.compile(r"[.!?][’”'\")]*\s+(?=[A-Z‘“(])")
# Who a sentence is about stands at its beginning.
_OPENING = 70
_BODIES: tuple[tuple[About, re.Pattern[str]], ...] = (
    (About.POLICE, re.compile(r"\b(?:police|constabulary|the force|detectives)\b")),
    (
        About.COUNCIL,
        re.compile(
            r"\b(?:local authority|council|children's (?:social care|services)|social care|social workers?)\b"
        ),
    ),
    (About.BOARD, re.compile(r"\b(?:lscb|safeguarding children(?:'s)? board)\b")),
)
_SEVERAL = re.compile(r"\b(?:partnerships?|partners|agencies|multi-agency|multiagency)\b")
# Twice the longest paragraph seen; a hostile file is not copied once for every theme.
_LONGEST = 6000


@dataclass
class Passages:
    findings: list[FindingRecord] = field(default_factory=list)
    case_reviews: list[CaseReviewRecord] = field(default_factory=list)


def passages(paragraphs: Iterable[Paragraph], about: Callable[[str], About]) -> Passages:
    """``about``: whom a passage is about, by the first words (``plain``) of its sentence, where its part does
    not say."""
    found = Passages()
    for paragraph in paragraphs:
        plainly = plain(paragraph.words)
        words = theme_words(plainly)
        if words and not paragraph.part.about_inspection:
            found.findings += _findings(paragraph, plainly, words, about)
        found.case_reviews += _case_reviews(paragraph, plainly, words)
    return found


def _findings(
    paragraph: Paragraph, plainly: str, words: list[ThemeWord], about: Callable[[str], About]
) -> Iterator[FindingRecord]:
    """One for each theme; where the report numbers nothing, one for each run of sentences on it."""
    if paragraph.is_whole:
        first = {word.theme: word for word in reversed(words)}
        for theme in dict.fromkeys(word.theme for word in words):
            begin = plainly.rfind(". ", 0, first[theme].start) + 1
            whom = paragraph.part.body or about(plainly[begin : begin + _OPENING])
            yield _finding(paragraph, theme, whom, 0, paragraph.words)
        return
    sentences = _sentences(paragraph.words)
    begins = [begin for begin, _ in sentences]
    for theme in dict.fromkeys(word.theme for word in words):
        numbers = sorted({bisect_right(begins, word.start) - 1 for word in words if word.theme == theme})
        # Neighbours together: of sentences 3, 4 and 7 the first two make one passage.
        for _, run in groupby(enumerate(numbers), key=lambda numbered: numbered[1] - numbered[0]):
            said = [sentences[number] for _, number in run]
            begin, end = said[0][0], said[-1][1]
            passage = paragraph.words[begin:end].strip()
            whom = paragraph.part.body or about(plainly[begin : begin + _OPENING])
            yield _finding(paragraph, theme, whom, begin, passage)


def _finding(paragraph: Paragraph, theme: str, about: About, position: int, passage: str) -> FindingRecord:
    page = paragraph.page_at(position)
    return FindingRecord(
        kind=FindingKind.RECOMMENDATION if paragraph.part.recommends else FindingKind.STATEMENT,
        theme=theme,
        topic=paragraph.part.section,
        about=about,
        passage=passage[:_LONGEST],
        page=page,
        locator=_locator(paragraph, page),
    )


def _locator(paragraph: Paragraph, page: int | None) -> str:
    if paragraph.number is not None:
        place = f"para {paragraph.number}"
    else:
        place = f"page {page}" if page is not None else ""
    return ", ".join(filter(None, (paragraph.part.section, place))) or "the page"


def _sentences(words: str) -> list[tuple[int, int]]:
    ends = [match.end() for match in _SENTENCE_END.finditer(words)]
    return list(zip([0, *ends], [*ends, len(words)], strict=True))


def _case_reviews(paragraph: Paragraph, plainly: str, words: list[ThemeWord]) -> Iterator[CaseReviewRecord]:
    """What the text says of numbers: for a person to confirm, so never more certain than medium."""
    counts = mentions.counts_in(plainly)
    sentences = _sentences(paragraph.words) if counts else []
    for count in counts:
        begin, end = next(span for span in sentences if span[0] <= count.start < span[1])
        page = paragraph.page_at(count.start)
        theme, printed = mentions.theme_of(count, words, plainly, begin, end)
        if paragraph.part.about_inspection:
            theme, printed = "all-cases", ""
        stated = paragraph.words[count.start : count.end]
        yield CaseReviewRecord(
            proposed=True,
            theme=theme,
            theme_printed=printed,
            topic="" if theme else stated[-200:],
            sample=f"in {_locator(paragraph, page)}",
            assessor=Assessor.INSPECTORS,
            cases=count.cases,
            cases_basis=CasesBasis.PRINTED if count.cases is not None else None,
            observed=count.observed,
            observed_what=paragraph.words[begin:end].strip()[:300] if count.observed is not None else "",
            stated=stated[:300],
            completeness=count.completeness,
            page=page,
            locator=_locator(paragraph, page),
            certainty=count.certainty,
        )


def about_body_named(opening: str) -> About:
    """By its first words alone: a sentence of a joint report is about the partnership unless it names one
    body and no other."""
    if _SEVERAL.search(opening):
        return About.PARTNERSHIP
    named = [about for about, pattern in _BODIES if pattern.search(opening)]
    return named[0] if len(named) == 1 else About.PARTNERSHIP
