"""A theme's cell cites what was counted or coded, and the first few of many uncoded passages."""

import re

import pytest

from inspections.models import Finding, Inspection

PAGE = "/areas/st-helens/?inspectorate=ofsted&from=2023&to=2023"


@pytest.fixture
def many_passages(bundle):
    inspection = Inspection.objects.get(key="st-helens/ofsted-ilacs-2023/full/2023-07-21")
    source = inspection.inspection_sources.first().source
    for number in range(1, 21):
        Finding.objects.create(
            key=f"made/{number}",
            inspection=inspection,
            source=source,
            theme_id="disabled-children",
            kind="statement",
            about="council",
            locator=f"para {number}",
            confidence="read",
            review_status="published",
        )


def test_twenty_uncoded_passages_are_counted_and_three_are_cited(client, many_passages):
    page = client.get(PAGE).content.decode()
    words = " ".join(page.split())

    assert "20 passages, not coded." in words
    assert "17 more places in it on its page." in words
    cited = re.findall(r"para (\d+)", words.split("20 passages, not coded.")[1].split("17 more places")[0])
    assert cited == ["1", "2", "3"]
