"""The prose of a report: its outline, its figures, its appendix."""

from gongkai.core.reports.narrative.outline import Outline, outline
from gongkai.core.reports.narrative.reading import narrative_of

__all__ = ["Outline", "narrative_of", "outline"]
