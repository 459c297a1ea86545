"""Once per text: what several rules ask of the same text is found out only once."""

from collections.abc import Callable
from typing import TypeVar

from gongkai.core.checks.plain import Text

Answer = TypeVar("Answer")


def once(ask: Callable[[Text], Answer]) -> Callable[[Text], Answer]:
    """Keep the answer about the last text: the rules go through one text after another."""
    kept: tuple[tuple[Text, Answer], ...] = ()

    def answer(text: Text) -> Answer:
        nonlocal kept
        for known, said in kept:
            if known is text:
                return said
        said = ask(text)
        kept = ((text, said),)
        return said

    return answer
