"""The passages of one reading, each on the row it had before.

What people coded hangs on these rows, so a passage is known by its words and never by its place: one more
passage found on a page must not move a coding to another sentence. Words that changed a little are matched
by what they have in common; a coded passage that is not found any more is kept as superseded.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from inspections.domain.keys import PASSAGE, fact_key
from inspections.ingest.match import Earlier, Match
from inspections.models import Coding, Finding, IngestRun, Problem
from inspections.reading.records import FindingRecord
from inspections.terms import ReviewStatus

# Two passages with so much in common (twice the common words by all words of both) are one, changed a little.
ALIKE = 0.6
_WORD = re.compile(r"\w+")


def words_of(passage: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", passage).casefold())


def digest(words: str, subject: str, about: str) -> str:
    """What a passage is known by: its letters and digits, whatever stands between them, theme or topic, and
    whom it is about."""
    said = "\n".join((subject, about, "".join(words_of(words))))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def alike(one: Counter[str], other: Counter[str]) -> float:
    """0 for no word in common, 1 for the same words."""
    return 2 * (one & other).total() / ((one.total() + other.total()) or 1)


@dataclass(eq=False)
class Passage:
    """A passage of this reading, or one on record, as it was when it was met."""

    row: Finding
    is_coded: bool = False

    def __post_init__(self) -> None:
        self.subject = self.row.theme_id or self.row.topic
        self.words = self.row.passage or self.row.summary
        self.digest = digest(self.words, self.subject, self.row.about)
        self.place = (self.subject, self.row.about, self.row.locator)


def match_passages(
    read: Sequence[Passage], own: Sequence[Passage], others: Sequence[Passage] = (), told: Iterable[int] = ()
) -> dict[Passage, Passage]:
    """The one on record that each passage read now is, each used once: the same words; else the most words
    in common; else, where the one on record came without words, the same place.

    ``own``: what earlier readings of this document left. ``others``: what else is known of the same source,
    taken up where it has the very words. ``told``: ids of the inspections the document tells of now; what
    belongs to one of them stays with it.
    """
    if not own and not others:
        return {}
    told = set(told)
    found: dict[Passage, Passage] = {}
    # Of several with the same words the coded one is found again first.
    left = sorted(own, key=lambda known: not known.is_coded)

    def may_be(known: Passage, passage: Passage) -> bool:
        return passage not in found and _may_be(known, passage, told)

    same: dict[str, list[Passage]] = defaultdict(list)
    for passage in read:
        same[passage.digest].append(passage)
    for known in [*left, *others]:
        free = [passage for passage in same[known.digest] if known.words and may_be(known, passage)]
        if free:
            found[min(free, key=lambda passage: passage.place != known.place)] = known
    taken = set(found.values())
    left = [known for known in left if known not in taken]

    by_subject: dict[str, list[tuple[Passage, Counter[str]]]] = defaultdict(list)
    for passage in read if left else ():
        if passage not in found:
            by_subject[passage.subject].append((passage, Counter(words_of(passage.words))))
    pairs = []
    for known in left:
        bag = Counter(words_of(known.words))
        for passage, other in by_subject[known.subject]:
            score = alike(bag, other)
            if score >= ALIKE and may_be(known, passage):
                pairs.append((score, known, passage))
    for _, known, passage in sorted(pairs, key=lambda pair: -pair[0]):
        if known not in taken and passage not in found:
            found[passage] = known
            taken.add(known)

    return found | _by_place([passage for passage in read if passage not in found], read, left, told)


def _may_be(known: Passage, passage: Passage, told: Collection[int]) -> bool:
    """Whether both are of one source, and the one on record of the same inspection or free to go to it."""
    here, there = passage.row, known.row
    stays = there.inspection_id in told and there.inspection_id != here.inspection_id
    return there.source_id == here.source_id and not stays


def _by_place(
    missing: Sequence[Passage], read: Sequence[Passage], left: Iterable[Passage], told: Collection[int]
) -> dict[Passage, Passage]:
    """What came without words is known by where it stands. Which of several at one place somebody coded
    cannot be told without them: such a one is left."""
    wordless: dict[tuple[str, str, str], list[Passage]] = defaultdict(list)
    for known in left:
        if not known.words:
            wordless[known.place].append(known)
    found = {}
    for place, rows in wordless.items():
        here = [passage for passage in read if passage.place == place]
        for known, passage in zip(rows, here, strict=False):
            is_certain = len(rows) == len(here) == 1
            if passage in missing and _may_be(known, passage, told) and (is_certain or not known.is_coded):
                found[passage] = known
    return found


def write_passages(matches: Sequence[Match], run: IngestRun, status: str, earlier: Earlier) -> None:
    """Each passage in the row it had before, else in a new one. What was not read again goes; where somebody
    coded it, it stays as superseded."""
    told = {one.inspection.pk for one in matches}
    own, others = _on_record(run, earlier, earlier.sources(matches))
    read = {
        Passage(_row(one, record)): (one, record) for one in matches for record in one.account.record.findings
    }
    found = match_passages(list(read), own, others, told)
    matched = set(found.values())
    _let_go([known for known in own if known not in matched], told, run)

    keys = {known.row.key for known in (*own, *others)}
    new, changed, codings = [], [], []
    for passage, (one, record) in read.items():
        row, known = passage.row, found.get(passage)
        if known is None:
            row.key, row.run_id, row.review_status = _key(one, passage, keys), run.pk, status
            new.append(row)
        else:
            row, values = known.row, {name: getattr(passage.row, name) for name in _WRITTEN.values()}
            if known.digest != passage.digest or row.inspection_id != passage.row.inspection_id:
                keys.discard(row.key)
                row.key = _key(one, passage, keys)
            if known.is_coded and known.words and known.digest != passage.digest:
                _say_changed(known, passage.words, run)
            if any(getattr(row, name) != value for name, value in values.items()):
                vars(row).update(values)
                changed.append(row)
        if record.stance and not (known and known.is_coded):
            # The stance a person typed with a finding is the first reader's.
            coding = Coding(finding=row, role=Coding.Role.FIRST_READER, stance=record.stance)
            coding.at = timezone.localdate()
            codings.append(coding)
    Finding.objects.bulk_create(new)
    Finding.objects.bulk_update(changed, ["key", *_WRITTEN], batch_size=100)
    if again := [known.row.pk for known in matched]:
        Finding.objects.filter(pk__in=again).update(run=run, review_status=status)
    Coding.objects.bulk_create(codings)


def _on_record(run: IngestRun, earlier: Earlier, sources: set[int]) -> tuple[list[Passage], list[Passage]]:
    """What earlier readings of the run's document left, and what else is known of the sources it names."""
    if earlier.is_new and not sources:
        return [], []
    own_runs = {run.pk, *earlier.runs}
    rows = Finding.objects.filter(Q(source__in={run.document_id, *sources}) | Q(run__in=own_runs))
    is_coded = Exists(Coding.objects.filter(finding=OuterRef("pk")))
    own, others = [], []
    for row in rows.annotate(is_coded=is_coded).order_by("pk"):
        is_read = PASSAGE in row.key
        # Passages that were loaded from tables have no run; what people typed has a key of another kind.
        is_loaded = row.run_id is None and row.source_id == run.document_id and not row.summary
        if row.run_id in own_runs or (is_read and is_loaded):
            own.append(Passage(row, row.is_coded))
        elif is_read:
            others.append(Passage(row, row.is_coded))
    return own, others


# What a reading writes of a passage: the fields' names, and the attributes that hold them.
_KEPT = {"id", "key", "run", "review_status", "fact_ids", "concerns", "compared_with"}
_WRITTEN = {field.name: field.attname for field in Finding._meta.concrete_fields if field.name not in _KEPT}


def _row(one: Match, record: FindingRecord) -> Finding:
    areas = one.account.identity.areas
    return Finding(
        inspection_id=one.inspection.pk,
        source_id=one.document.pk,
        area_id=areas[0].pk if len(areas) == 1 else None,
        theme_id=record.theme,
        confidence=one.account.record.confidence,
        **record.model_dump(exclude={"stance", "theme"}),
    )


def _key(one: Match, passage: Passage, keys: set[str]) -> str:
    """Readable, and the same for the same words; a number parts those that have the same."""
    base = f"{one.inspection.key}{PASSAGE}{passage.row.theme_id or 'topic'}/{passage.digest}"
    key, number = fact_key(base, one.document.key), 1
    while key in keys:
        number += 1
        key = fact_key(base, one.document.key, number)
    keys.add(key)
    return key


def _let_go(gone: list[Passage], told: set[int], run: IngestRun) -> None:
    uncoded = [known.row.pk for known in gone if not known.is_coded]
    if uncoded:
        Finding.objects.filter(pk__in=uncoded).delete()
    for known in gone:
        row = known.row
        if not known.is_coded:
            continue
        if row.inspection_id not in told and len(told) == 1:
            [row.inspection_id] = told  # the document turned out to be about another inspection
        if row.review_status != ReviewStatus.SUPERSEDED:
            row.review_status = ReviewStatus.SUPERSEDED
            _say_changed(known, "", run)
        row.save(update_fields=["inspection", "review_status"])


def _say_changed(known: Passage, now: str, run: IngestRun) -> None:
    """For reviewers. It belongs to no run, so that the next reading leaves it until somebody has seen it."""
    message = "this coded passage is not found in the document any more; it is kept with its codings"
    if now:
        message = "the words of a coded passage changed; its codings stay until somebody looks at them again"
    after = digest(now, known.subject, known.row.about) if now else "gone"
    Problem.objects.get_or_create(
        key=f"coding/{run.sha256[:16]}/{known.digest}/{after}",
        defaults={
            "source_id": known.row.source_id,
            "source_file": run.source_file,
            "severity": Problem.Severity.NOTE,
            "where": known.row.locator or "document",
            "field": "coding",
            "value": f"{known.words} → {now}" if now else known.words,
            "message": message,
        },
    )
