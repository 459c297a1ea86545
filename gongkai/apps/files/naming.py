"""Names of files: without folders, without signs that deceive."""

import unicodedata
from collections.abc import Iterator

from gongkai.apps.files import obstacles
from gongkai.apps.files.limits import Limits
from gongkai.core.finding import Finding

UPWARDS = ".."
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def plain_name(given: str) -> str:
    """The name itself: older browsers send the folder on the sender's disk along."""
    name = unicodedata.normalize("NFC", given).replace("\\", "/").rpartition("/")[2]
    return " ".join(name.split(" ")).strip()


def name_faults(given: str, limits: Limits) -> Iterator[Finding]:
    """What is wrong with a name as it was given."""
    name = plain_name(given)
    stem = name.rpartition(".")[0] if "." in name else name
    if not stem.strip(". "):
        yield obstacles.no_name()
    if len(name) > limits.name_length:
        yield obstacles.long_name(limits)
    climbs = UPWARDS in given.replace("\\", "/").split("/")
    if climbs or any(unicodedata.category(sign) in UNSEEN for sign in given):
        yield obstacles.odd_name()
