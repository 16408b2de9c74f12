"""The words of a web page as a browser saved it: headings, paragraphs, list items, table rows, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from inspections.reading.documents.errors import UnreadableSource
from inspections.reading.language.text import mended, squeezed

MOST_NODES = 400_000
DEEPEST = 5_000  # the parser takes four times as long for twice the depth
_LONGEST_ALT = 60
# What no reader reads: what runs, what is drawn, and what leads elsewhere.
_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "svg", "nav", "footer", "button", "select", "iframe", "head"}
)
# What an archive puts round a page it keeps, a browser's reading view or a translator round one it shows,
# by how ids and classes begin: the Wayback Machine, the UK Government Web Archive, Google, Firefox.
_ROUND_IT = re.compile(
    r"wm-(?:ipp|tb|bipp)|donato\b|wayback|web-?archive|ukg?wa\b|google-cache|goog-gt-|skiptranslate"
    r"|reader-(?:toolbar|controls|estimated-time|domain)",
    re.IGNORECASE,
)
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl",
        "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
        "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
        "ul",
    }
)  # fmt: skip
_MAY_BE_ROUND_IT = frozenset(("div", "section", "header", "aside", "table", "a", "span"))
# Elements that end by themselves, or where the next one begins.
_UNCLOSED = frozenset(
    b"area base br col dd dt embed hr img input li link meta option p param source td th tr track wbr".split()
)
_TAG = re.compile(rb"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([a-z0-9_-]{2,40})", re.IGNORECASE)
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(\S{1,500})\s*-->")

# Grades are often shown as a picture whose alternative text is the grade. Other such texts are decoration.
_GRADE_PICTURE = re.compile(
    r"\s*(?:(?:grade|graded|judge?ment|rating)\s*:?\s+)?"
    r"(?:outstanding|good|adequate|requires\s+improvement|inadequate|not\s+(?:yet\s+)?graded|ungraded)\s*",
    re.IGNORECASE,
)

Kind = Literal["heading", "paragraph", "item", "row"]


class Block(NamedTuple):
    """One piece of a web page, or of a PDF read as one. ``level``: of a heading, or how deep a list item is
    nested. ``cells`` and ``table`` (counted from 1) belong to a row, whose ``text`` is its cells with " | "
    between. ``page``: of a PDF, from 1."""

    kind: Kind
    text: str
    level: int = 0
    cells: tuple[str, ...] = ()
    table: int = 0
    page: int | None = None


@dataclass(frozen=True)
class Page:
    """``url``: where the page says it was saved from, or its canonical address; empty when neither."""

    title: str
    url: str
    blocks: tuple[Block, ...]


def read_page(data: bytes) -> Page:
    """Raises UnreadableSource for a page with more elements, or deeper ones, than any report has."""
    _refuse_depth(data)
    tree = LexborHTMLParser(_decoded(data))
    title = tree.css_first("title")
    blocks: tuple[Block, ...] = tuple(_Blocks().of(tree.body)) if tree.body else ()
    return Page(squeezed(mended(title.text())) if title else "", _address(data, tree), blocks)


def _refuse_depth(data: bytes) -> None:
    depth = 0
    for tag in _TAG.finditer(data):
        if tag[2].lower() in _UNCLOSED:
            continue
        depth = max(depth + (-1 if tag[1] else 1), 0)
        if depth > DEEPEST:
            raise UnreadableSource(
                f"This web page has elements more than {DEEPEST} deep; no inspection report has.",
                where=f"byte {tag.start()}",
                value=f"more than {DEEPEST}",
            )


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    named = _CHARSET.search(data[:4096])
    try:
        return data.decode(named.group(1).decode() if named else "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _address(data: bytes, tree: LexborHTMLParser) -> str:
    saved = _SAVED_FROM.search(data[:8192])
    if saved:
        return saved.group(1).decode("utf-8", "replace")
    for selector, name in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content")):
        node = tree.css_first(selector)
        if node and (node.attributes.get(name) or "").startswith(("http://", "https://")):
            return str(node.attributes[name])[:500]
    return ""


class _Blocks:
    """Gathers words until the element they stand in ends, then gives them as one block."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._heading = 0
        self._lists = 0
        self._items = 0
        self._cells: list[str] | None = None
        self._tables = 0

    def of(self, body: LexborNode) -> Iterator[Block]:
        for opens, node in _walk(body):
            tag = node.tag or ""
            if tag == "-text":
                self._words.append(node.text_content or "")
            elif tag == "img" and opens:
                words = node.attributes.get("alt") or ""
                if len(words) < _LONGEST_ALT and _GRADE_PICTURE.fullmatch(words):
                    self._words.append(f" {words} ")
            elif tag in _BLOCKS:
                yield from self._edge(tag, opens)
        yield from self._flush()

    def _edge(self, tag: str, opens: bool) -> Iterator[Block]:
        step = 1 if opens else -1
        if tag in ("td", "th"):
            if opens:
                self._words.clear()
            elif self._cells is not None:
                self._cells.append(self._taken())
            return
        if self._cells is not None and tag != "tr":
            self._words.append(" ")  # what stands in a cell is the cell's
            return
        yield from self._flush()
        if tag == "tr":
            cells, self._cells = tuple(self._cells or ()), [] if opens else None
            if not opens and any(cells):
                yield Block("row", " | ".join(cells), 0, cells, self._tables)
        elif tag == "table":
            self._tables += opens
        elif tag in ("ul", "ol"):
            self._lists += step
        elif tag == "li":
            self._items += step
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._heading = int(tag[1]) if opens else 0

    def _flush(self) -> Iterator[Block]:
        text = self._taken()
        if not text or self._cells is not None:
            return
        if self._heading:
            yield Block("heading", text, self._heading)
        elif self._items > 0:
            yield Block("item", text, max(self._lists, 1))
        else:
            yield Block("paragraph", text)

    def _taken(self) -> str:
        text = squeezed(mended("".join(self._words)))
        self._words.clear()
        return text


def _is_round_the_page(node: LexborNode) -> bool:
    if node.tag not in _MAY_BE_ROUND_IT:
        return False
    if node.id == "HEADER":  # in these letters it is the frame of archive.today
        return True
    names = (node.id or "", *(node.attributes.get("class") or "").split())
    return any(_ROUND_IT.match(name) for name in names)


def _walk(root: LexborNode) -> Iterator[tuple[bool, LexborNode]]:
    """Every element twice, as it opens and as it closes, texts once; without recursion, however deep."""
    open_nodes: list[LexborNode] = []
    node: LexborNode | None = root
    count = 0
    while node is not None:
        count += 1
        if count > MOST_NODES:
            raise UnreadableSource(
                f"This web page has more than {MOST_NODES} elements; no inspection report has.",
                value=str(MOST_NODES),
            )
        skipped = node.tag in _SKIPPED or _is_round_the_page(node)
        if not skipped:
            yield True, node
            if node.child is not None:
                open_nodes.append(node)
                node = node.child
                continue
            if node.tag != "-text":
                yield False, node
        following = node.next if node is not root else None
        while following is None and open_nodes:
            closed = open_nodes.pop()
            yield False, closed
            following = closed.next if open_nodes else None
        node = following
