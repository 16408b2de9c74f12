"""The start does what the first visitor would wait for, even before there is a database."""

from dashboard.charts.lanes.figure import lanes_figures
from dashboard.site import warm


def test_a_first_figure_is_drawn_and_the_database_is_not_asked(monkeypatch):
    drawn = []
    monkeypatch.setattr(warm, "lanes_figures", lambda picture: drawn.append(lanes_figures(picture)))

    warm.warm_up()  # without the mark django_db any question to the database raises

    assert sorted(drawn[0]) == ["medium", "narrow", "wide"]
