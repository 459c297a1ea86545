"""How far a file has come."""

from enum import StrEnum


class FileState(StrEnum):
    """Waiting to be read and cleaned, fit for use, or turned away."""

    READING = "reading"
    READY = "ready"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {"reading": "正在检查", "ready": "可以使用", "refused": "不能使用"}[self.value]
