"""What a case file holds to prove that the organ did right."""

from gongkai.core.applications.decisions import DECISION, DECISIONS
from gongkai.core.applications.evidence import (
    EVIDENCE,
    kind_of_file,
    kind_of_letter,
    kinds_of_facts,
    lacking,
)
from gongkai.core.applications.letters.kinds import LETTERS
from tests.factories.decisions import facts_for

EVIDENCE_OF = {row.key: row for row in EVIDENCE}


def test_every_letter_is_evidence_of_something() -> None:
    assert [row.code for row in LETTERS if kind_of_letter(row.code) is None] == []


def test_variants_of_a_letter_go_with_it() -> None:
    assert kind_of_letter("DOC-14A") is EVIDENCE_OF["reply"]
    assert kind_of_letter("DOC-02") is EVIDENCE_OF["correction"]
    assert kind_of_letter("DOC-99") is None


def test_files_go_by_their_use() -> None:
    assert kind_of_file("consultation") is EVIDENCE_OF["third_party"]
    assert kind_of_file("unknown") is None


def test_the_search_record_is_evidence_that_there_is_none() -> None:
    decision = DECISION["not_held"]
    assert EVIDENCE_OF["search"] in kinds_of_facts(facts_for(decision))
    assert kinds_of_facts({"search_places": " "}) == ()
    missing = [row.key for row in lacking(decision, ("application", "receipt"))]
    assert missing == ["search", "reply", "delivery"]
    assert list(lacking(decision, ("search", "reply", "delivery"))) == []


def test_who_retracts_needs_no_reply() -> None:
    assert list(lacking(DECISION["retracted"], ("application",))) == []


def test_what_a_decision_must_prove_can_come_from_its_facts() -> None:
    needed = {"grounds", "search", "earlier", "excess"}
    for decision in DECISIONS:
        found = {row.key for row in kinds_of_facts(facts_for(decision))}
        assert {row.key for row in lacking(decision, found)} & needed == set(), decision.key


def test_every_kind_says_what_it_proves() -> None:
    assert all(row.label and row.proves and row.cite for row in EVIDENCE)
    assert len(EVIDENCE_OF) == len(EVIDENCE)
