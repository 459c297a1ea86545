"""Pictures are not recognised here, except where a test asks for it."""

from tests.adapters.files.without_recognition import without_recognition

__all__ = ["without_recognition"]
