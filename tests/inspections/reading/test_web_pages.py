"""A web page becomes headings, paragraphs, items and rows, whatever a browser did to it when it saved it."""

import pytest

from inspections.reading.documents import html
from inspections.reading.documents.errors import UnreadableSource


def blocks(body):
    return [(block.kind, block.text) for block in html.read_page(body.encode()).blocks]


def test_a_page_keeps_its_order_and_what_each_piece_is():
    body = (
        "<h2>Case <b>file</b> analysis</h2><p>We looked\n at 9&nbsp;cases.<br>Two were good.</p>"
        "<ul><li>first <ul><li>inner</li></ul></li></ul>loose words <div>more</div>"
    )
    assert blocks(body) == [
        ("heading", "Case file analysis"),
        ("paragraph", "We looked at 9 cases."),
        ("paragraph", "Two were good."),
        ("item", "first"),
        ("item", "inner"),
        ("paragraph", "loose words"),
        ("paragraph", "more"),
    ]


def test_a_row_keeps_its_cells_and_its_table():
    body = (
        "<table><caption>One</caption><tr><th>Theme</th><th>Good</th></tr>"
        "<tr><td><p>Missing</p><p>children</p></td><td> 6 </td></tr></table>"
        "<table><tr><td>x</td></tr></table>"
    )
    rows = [block for block in html.read_page(body.encode()).blocks if block.kind == "row"]
    assert [(row.cells, row.table) for row in rows] == [
        (("Theme", "Good"), 1),
        (("Missing children", "6"), 1),
        (("x",), 2),
    ]


def test_what_runs_or_leads_elsewhere_is_not_read():
    body = "<nav>Home</nav><script>9 cases</script><style>p{}</style><p>words</p><footer>us</footer>"
    assert blocks(body) == [("paragraph", "words")]


@pytest.mark.parametrize(
    "added",
    [
        "<div id='wm-ipp-base' lang='en'><div id='wm-ipp'><div>31 captures</div><table><tr><td>2016</td></tr>"
        "</table></div></div><div id='wm-ipp-print'>The Wayback Machine - https://archive.test/1</div>",
        "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id='wm-tb'>12 Sep 2017</div><div id='donato'>give</div>",
        "<div id='webArchiveInfobox'>This snapshot was taken on 5 November 2015.</div>",
        "<section class='top ukgwa-banner'>Archived on 5 November 2015</section>",
        "<div id='google-cache-hdr'>as it appeared on 5 November 2015</div>",
        "<div class='toolbar reader-toolbar'>Close</div><div class='reader-estimated-time'>3 minutes</div>",
        "<div id='HEADER'>webpage capture, saved from a.test on 12 Sep 2017 10:30:12 UTC</div>",
        "<div class='skiptranslate'>Translated to English</div><div id='goog-gt-tt'>Original text</div>",
    ],
)
def test_what_an_archive_or_a_browser_adds_is_not_the_page(added):
    page = f"<main>{added}<h1>Borset</h1><p>In June 2015 we looked.</p></main>{added}"
    assert blocks(page) == [("heading", "Borset"), ("paragraph", "In June 2015 we looked.")]


def test_a_page_may_write_of_archives():
    page = (
        "<div id='header'>us</div><div id='archive'>Our archive</div>"
        "<p class='donation'>wayback</p><div class='reader'>us</div>"
    )
    assert [text for _, text in blocks(page)] == ["us", "Our archive", "wayback", "us"]


@pytest.mark.parametrize(
    "alt", ["Good", "requires&nbsp;improvement", "Grade: Inadequate", " NOT YET GRADED "]
)
def test_a_picture_that_shows_a_grade_is_read_by_its_alternative_text(alt):
    read = blocks(f"<h3>Planning</h3><p><img src='x.png' alt='{alt}'></p><p>words</p>")
    assert [kind for kind, _ in read] == ["heading", "paragraph", "paragraph"]
    assert read[1][1].lower().endswith(("good", "requires improvement", "inadequate", "not yet graded"))


@pytest.mark.parametrize(
    "alt", ["", "Logo", "Good Housekeeping logo", "A good day out", "Chart: 9 good", "goods"]
)
def test_other_pictures_say_nothing(alt):
    assert blocks(f"<p>one<img alt='{alt}'></p><img><p>two</p>") == [
        ("paragraph", "one"),
        ("paragraph", "two"),
    ]


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("<!-- saved from url=(0024)https://inspect.test/a/ -->", "https://inspect.test/a/"),
        ('<link rel="canonical" href="https://inspect.test/b/">', "https://inspect.test/b/"),
        ('<link rel="canonical" href="javascript:x">', ""),
        ("", ""),
    ],
)
def test_a_page_says_where_it_was_saved_from(head, address):
    page = html.read_page(f"<!doctype html>{head}<title>A &amp; B</title><p>x</p>".encode())
    assert (page.title, page.url) == ("A & B", address)


def test_other_alphabets_than_utf8_are_read():
    page = '<meta charset="windows-1252"><p>children’s</p>'
    assert html.read_page(page.encode("cp1252")).blocks[0].text == "children’s"
    assert html.read_page("<p>children’s</p>".encode("utf-16")).blocks[0].text == "children’s"


def test_a_page_of_endless_elements_is_refused(monkeypatch):
    monkeypatch.setattr(html, "MOST_NODES", 50)
    with pytest.raises(UnreadableSource, match="more than 50 elements"):
        html.read_page(b"<p>x</p>" * 60)


def test_a_page_of_endless_depth_is_refused_before_it_is_parsed():
    with pytest.raises(UnreadableSource, match="more than 5000 deep"):
        html.read_page(b"<div>" * 100_000 + b"x")


def test_elements_that_end_by_themselves_are_not_deep():
    page = "<ul>" + "<li>item<br>" * 6_000 + "</ul>" + "<p>paragraph" * 6_000
    assert len(html.read_page(page.encode()).blocks) == 12_000
