"""The prose of a report: its outline, its figures, its statistical appendix."""

from gongkai.core.reports.narrative.appendix import appendix_rows
from gongkai.core.reports.narrative.outline import Outline, outline
from gongkai.core.reports.narrative.reading import narrative_of

__all__ = ["Outline", "appendix_rows", "narrative_of", "outline"]
