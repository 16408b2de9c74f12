"""Where in a source a fact stands: raw names of sheets are for exports, words for pages."""

import pytest

from dashboard.wording.sources import locator_words


@pytest.mark.parametrize(
    ("locator", "words"),
    [
        ("", ""),
        ("para 12", "para 12"),
        ("page 3", "page 3"),
        ("Key strengths, page 8", "Key strengths, page 8"),
        ("Old_sheet_2009-2012 row 17", "row 17 of “Old sheet 2009-2012”"),
        ("A_sheet row 4; Other_sheet row 7", "row 4 of “A sheet”; row 7 of “Other sheet”"),
        ("my_list row 3 column M (two_words)", "row 3, column “two words” of “my list”"),
        ("my_list row 3 column M", "row 3, column M of “my list”"),
        ("a_file.csv row 9", "row 9 of “a file”"),
        ("sheet Some_level_2021-22", "sheet “Some level 2021-22”"),
        ("row 68 column J: empty", "row 68 column J: empty"),
        ("para 2, note 4; row 1", "para 2, note 4; row 1"),
    ],
)
def test_words_of_a_locator(locator, words):
    assert locator_words(locator) == words
