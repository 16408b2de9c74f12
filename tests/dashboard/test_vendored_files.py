"""What lies in static/ fits the packages it works with and the palette people were promised."""

import re
from pathlib import Path

import plotly

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "static"
SCRIPT = STATIC / "vendor" / "plotly" / "plotly-basic.min.js"

# domain rule 9
FILLS = {
    "outstanding": "#12436d",
    "good": "#4a8bc4",
    "adequate": "#c9d6e2",
    "requires_improvement": "#d4721a",
    "inadequate": "#7a1140",
}


def _without_spaces(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_plotly_script_is_the_version_plotly_py_draws_for() -> None:
    bundled = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"

    def version(path: Path) -> str:
        found = re.search(r"plotly\.js (?:\(basic - minified\) )?v(\d+\.\d+\.\d+)", path.read_text()[:2000])
        assert found, path
        return found[1]

    assert version(SCRIPT) == version(bundled)


def test_plotly_css_holds_every_rule_the_script_would_inject() -> None:
    script = SCRIPT.read_text()
    table = re.search(r'=\{("X,X div":.*?)\};for\(', script, re.DOTALL)
    assert table, "plotly.js keeps its rules elsewhere now: see addStyleRule in its source"
    rules = re.findall(r'(?:"([^"]+)"|\b(Y)):(?:\'([^\']*)\'|"([^"]*)")', table[1])
    sheet = _without_spaces((STATIC / "vendor" / "plotly" / "plotly.css").read_text())

    missing = []
    for quoted, bare, single, double in rules:
        selector = (quoted or bare).replace("X", ".js-plotly-plot .plotly").replace("Y", ".plotly-notifier")
        rule = _without_spaces(f"{selector}{{{single or double}}}")
        if rule not in sheet:
            missing.append(selector)

    assert len(rules) == 66  # as Chromium counts them in the element plotly.js 4.1.1 makes by itself
    assert missing == []


def test_grade_boxes_have_the_agreed_colours() -> None:
    css = (STATIC / "css" / "crosscheck.css").read_text().lower()

    fills = {}
    for name in FILLS:
        found = re.search(rf"\.grade--{name}\{{[^}}]*background:(#[0-9a-f]+)", css)
        fills[name] = found and found[1]

    assert fills == FILLS
    assert re.search(r"\.grade\{[^}]*border:2px solid #0b0c0c", css)
    assert re.search(r"\.grade--not_graded\{[^}]*dashed", css)
    assert re.search(r"\.grade--not_given\{[^}]*repeating-linear-gradient", css)


def test_stylesheet_is_small_and_fetches_nothing() -> None:
    css = (STATIC / "css" / "crosscheck.css").read_text()

    assert len(css) < 60_000
    assert re.findall(r"url\((?!data:)[^)]*\)|@import|@font-face|GDS Transport", css) == []


def test_templates_carry_no_inline_style_or_script() -> None:
    offending = []
    paths = list((ROOT / "templates").rglob("*.html"))
    assert len(paths) > 30
    for path in paths:
        text = path.read_text()
        inline_script = re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", text)
        if inline_script or re.search(r"<style|\sstyle=|\son[a-z]+=\"|javascript:", text):
            offending.append(path.name)

    assert offending == []
