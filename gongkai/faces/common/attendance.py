"""Requests that a page makes by itself: they are no sign that anybody is there."""

from collections.abc import Callable
from typing import Final, TypeVar

MARK: Final = "is_unattended"
View = TypeVar("View", bound=Callable[..., object])


def unattended(view: View) -> View:
    """Mark a view, outermost, whose requests do not keep a session from ending."""
    setattr(view, MARK, True)
    return view


def is_unattended(view: object) -> bool:
    """Whether a view is marked."""
    return bool(getattr(view, MARK, False))
