"""The settings name the adapter of each port."""

from collections.abc import Callable
from functools import partial

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

from gongkai.apps.wires.adapters import (
    batch_engine,
    document_reader,
    feed_reader,
    feed_source,
    file_cleaner,
    file_gate,
    letter_writer,
    link_prober,
)
from gongkai.core.ports import LetterFormat


@pytest.mark.parametrize(
    ("port", "find"),
    [
        ("documents", document_reader),
        ("batch", batch_engine),
        ("file_gate", file_gate),
        ("file_cleaner", file_cleaner),
        ("letters_pdf", partial(letter_writer, LetterFormat.PDF)),
        ("letters_docx", partial(letter_writer, LetterFormat.DOCX)),
        ("probes", link_prober),
        ("feeds", feed_reader),
        ("feed_source", feed_source),
    ],
)
def test_the_adapter_is_the_one_that_the_settings_name(
    port: str, find: Callable[[], object]
) -> None:
    assert isinstance(find(), import_string(settings.GONGKAI_ADAPTERS[port]))


def test_every_named_adapter_can_be_had() -> None:
    for path in settings.GONGKAI_ADAPTERS.values():
        assert isinstance(import_string(path), type)
