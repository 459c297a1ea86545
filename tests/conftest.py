"""What all tests share: the folder of real reports, and a network that is closed."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.db.backends.base.operations import BaseDatabaseOperations

from gongkai.apps.journal import triggers

# A busy machine is no fault of the code.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder that the setting GONGKAI_SAMPLES names; the test is skipped where it is absent."""
    folder = Path(settings.GONGKAI_SAMPLES)
    if not (folder / "reports").is_dir():
        pytest.skip("GONGKAI_SAMPLES names no folder of real reports")
    return folder


@pytest.fixture(scope="session", autouse=True)
def tables_can_be_emptied() -> Iterator[None]:
    """Tests that commit leave empty tables behind; the journal refuses that at other times."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", _emptied)
        yield


def _emptied(
    self: BaseDatabaseOperations,
    sql_list: Sequence[str],
    flush: Callable[[BaseDatabaseOperations, Sequence[str]], None] = (
        BaseDatabaseOperations.execute_sql_flush
    ),
) -> None:
    triggers.lift(self.connection)
    flush(self, sql_list)
    triggers.place(self.connection)
