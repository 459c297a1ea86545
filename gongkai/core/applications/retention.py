"""How long case files are kept (保管期限), as terms an organ may lengthen."""

from dataclasses import dataclass
from typing import Final

from gongkai.core.law import Citation
from gongkai.core.law.statutes import ARCHIVES, OGI


@dataclass(frozen=True, slots=True)
class Retention:
    """One term of keeping. `years` is none for what is kept for good."""

    key: str
    label: str
    years: int | None
    cite: Citation

    @property
    def words(self) -> str:
        """The term as an archive writes it."""
        return PERMANENT if self.years is None else YEARS.format(years=self.years)


PERMANENT: Final = "永久"
YEARS: Final = "{years}年"
ORDINARY: Final = Retention("ordinary", "一般依申请公开案卷", 10, OGI.at(45))
DISPUTED: Final = Retention("disputed", "有行政复议、行政诉讼的案卷", 30, ARCHIVES.at(14))
REGISTER: Final = Retention("register", "依申请公开登记簿、编号登记", None, ARCHIVES.at(14))
RETENTIONS: Final = (ORDINARY, DISPUTED, REGISTER)
RETENTION: Final = {row.key: row for row in RETENTIONS}


def retention_of(*, is_disputed: bool) -> Retention:
    """The term for a case file: longer where review or a court followed."""
    return DISPUTED if is_disputed else ORDINARY
