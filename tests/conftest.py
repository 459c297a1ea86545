"""What all tests share: the folder of real reports, and a network that is closed."""

from pathlib import Path

import hypothesis
import pytest
from django.conf import settings

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
