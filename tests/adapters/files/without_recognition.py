"""As on a machine without the extra for recognition, which would take most of the time."""

from collections.abc import Iterator

import pytest

from gongkai.adapters.documents.pictures import engine


@pytest.fixture(scope="module", autouse=True)
def without_recognition() -> Iterator[None]:
    """Pictures are not recognised in this module."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "is_installed", lambda: False)
        yield
