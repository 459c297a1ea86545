"""The states of a file on its way to being read."""

from enum import StrEnum


class FileState(StrEnum):
    """Where a file is on its way to being read."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    FAILED = "failed"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return _LABELS[self]


_LABELS = {
    FileState.WAITING: "等待读取",
    FileState.READING: "正在读取",
    FileState.READ: "已读取",
    FileState.FAILED: "没有读成",
}
