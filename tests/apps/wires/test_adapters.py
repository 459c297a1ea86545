"""The settings name the adapter of each port."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

from gongkai.apps.wires.adapters import batch_engine, document_reader


@pytest.mark.parametrize(
    ("port", "find"), [("documents", document_reader), ("batch", batch_engine)]
)
def test_the_adapter_is_the_one_that_the_settings_name(
    port: str, find: Callable[[], object]
) -> None:
    assert isinstance(find(), import_string(settings.GONGKAI_ADAPTERS[port]))


def test_every_named_adapter_can_be_had() -> None:
    assert set(settings.GONGKAI_ADAPTERS) == {"documents", "batch", "sign_in"}
