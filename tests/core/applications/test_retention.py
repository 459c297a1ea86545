"""How long case files are kept."""

from gongkai.core.applications.retention import RETENTION, RETENTIONS, retention_of


def test_terms() -> None:
    assert [(row.key, row.words) for row in RETENTIONS] == [
        ("ordinary", "10年"),
        ("disputed", "30年"),
        ("register", "永久"),
    ]
    assert retention_of(is_disputed=False) is RETENTION["ordinary"]
    assert retention_of(is_disputed=True) is RETENTION["disputed"]
    assert all(row.cite for row in RETENTIONS)
