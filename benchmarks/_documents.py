"""Real documents, where there are any."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path


def documents(folder: Path) -> Iterator[str]:
    """The texts of the documents that lie in a folder of samples."""
    for file in sorted(folder.glob("documents/*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as rows:
            for row in rows:
                if text := json.loads(row).get("text"):
                    yield text
