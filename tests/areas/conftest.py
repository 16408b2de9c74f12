import pytest

from areas.index import forget
from areas.loading import load_areas


@pytest.fixture
def areas_loaded(db):
    load_areas()
    yield
    forget()  # the rows are rolled back, the index in memory is not
