"""The states of a verification of the journal (核验)."""

from enum import StrEnum


class VerificationState(StrEnum):
    """How far a verification is, and what it came to."""

    WAITING = "waiting"
    RUNNING = "running"
    WHOLE = "whole"
    BROKEN = "broken"
    FAILED = "failed"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return _LABELS[self]


_LABELS = {
    VerificationState.WAITING: "等待核验",
    VerificationState.RUNNING: "正在核验",
    VerificationState.WHOLE: "完整",
    VerificationState.BROKEN: "有改动或者缺失",
    VerificationState.FAILED: "没有核验成",
}
