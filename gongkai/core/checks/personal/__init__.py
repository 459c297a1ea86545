"""Personal data (个人信息): numbers, addresses and circumstances of people (R13-04, R13-05)."""

from gongkai.core.checks.personal import (
    cards,
    columns,
    contacts,
    homes,
    identity,
    papers,
    people,
    phones,
)

RULES = (
    *columns.RULES,
    *identity.RULES,
    *phones.RULES,
    *cards.RULES,
    *papers.RULES,
    *contacts.RULES,
    *homes.RULES,
    *people.RULES,
)
