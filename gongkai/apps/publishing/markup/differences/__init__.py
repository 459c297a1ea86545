"""Two texts compared: what went, what came, and what is the same."""

from gongkai.apps.publishing.markup.differences.comparing import difference, difference_of_texts

__all__ = ["difference", "difference_of_texts"]
