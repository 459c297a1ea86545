"""A feed of which nothing can be read."""

from gongkai.core.finding import Finding


class FeedError(Exception):
    """Nothing of the file can be read; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.text)
        self.finding = finding
