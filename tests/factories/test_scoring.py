"""Cells are counted as the truth says, doubts as doubts."""

from tests.factories.scoring import score

TRUTH: dict[str, object] = {
    "table2": {"licensing": 5, "normative_docs": [8, 11, 53], "coercion": None},
    "applications": {"new": [2, 0, 0, 0, 0, 0, 2]},
    "review": None,
}


def _read(**changes: object) -> dict[str, object]:
    return {**TRUTH, **changes}


def test_all_right() -> None:
    assert score(TRUTH, _read()).counts == {"right": 12}


def test_misread_without_doubt_is_wrong() -> None:
    result = score(TRUTH, _read(table2={"licensing": 6, "normative_docs": [8, 11, 53]}))
    assert [(fault.kind, fault.path) for fault in result.faults] == [("wrong", "table2.licensing")]


def test_unread_is_missed() -> None:
    result = score(TRUTH, _read(applications=None))
    assert result.counts["missed"] == 7
    assert result.nonzero["missed"] == 2


def test_truth_among_candidates_is_doubted() -> None:
    doubts = [{"path": "table2.normative_docs", "candidates": [[81, 1, 53], [8, 11, 53]]}]
    table = {"licensing": 5, "normative_docs": None}
    assert score(TRUTH, _read(table2=table, doubts=doubts)).counts["doubted"] == 3


def test_a_doubt_where_nobody_can_tell_is_fair() -> None:
    doubts = [{"path": "table2.normative_docs", "candidates": []}]
    unclear = frozenset(f"table2.normative_docs.{n}" for n in range(3))
    table = {"licensing": 5, "normative_docs": [81, 1, 53]}
    result = score(TRUTH, _read(table2=table, doubts=doubts), unclear)
    assert (result.counts["fair"], result.counts["wrong"]) == (2, 0)


def test_candidates_without_the_truth_are_wrong() -> None:
    doubts = [{"path": "table2.licensing", "candidates": [6, 7]}]
    result = score(
        TRUTH, _read(table2={"licensing": 6, "normative_docs": [8, 11, 53]}, doubts=doubts)
    )
    assert result.counts["wrong"] == 1


def test_a_blank_read_as_nought_is_wrong() -> None:
    table = {"licensing": 5, "normative_docs": [8, 11, 53], "coercion": 0}
    assert score(TRUTH, _read(table2=table)).counts["wrong"] == 1


def test_an_invented_number_is_wrong() -> None:
    result = score(TRUTH, _read(review={"review_total": 3}))
    assert result.counts["wrong"] == 1
