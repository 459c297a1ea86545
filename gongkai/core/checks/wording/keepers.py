"""Who keeps word lists: those who answer for what an organ's texts say."""

from typing import Final

from gongkai.core.identity import Role

WORD_KEEPERS: Final = frozenset(
    {Role.DISCLOSURE_OFFICE, Role.COMPETENT_DEPARTMENT, Role.SECRECY_REVIEWER}
)
