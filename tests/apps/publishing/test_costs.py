"""What a step costs: few statements, and the rules are not run again over the same words."""

import pytest
from pytest_django import DjangoAssertNumQueries

from gongkai.apps.checks import examining
from gongkai.apps.checks.models import CheckRun
from gongkai.apps.publishing.checking import examine_draft
from gongkai.apps.publishing.releasing import release
from gongkai.apps.publishing.reviewing import approve
from gongkai.apps.publishing.stamps import rise
from gongkai.apps.publishing.submitting import submit
from gongkai.core.checks.running import examine as run_rules
from gongkai.core.identity import OrganKind
from tests.factories.organs import organ
from tests.factories.publishing import NOW, Staff, approved, draft, drafted, opinion, submitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return Staff(organ("示范市数据局", None, OrganKind.DEPARTMENT, "990100"))


def no_rules(*_values: object, **_named: object) -> None:
    pytest.fail("the rules were run again")


def test_a_level_costs_few_statements(
    staff: Staff, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    edition = submitted(staff)
    said, reviewer = opinion(edition), staff.holder(edition.level_role)
    with django_assert_max_num_queries(14):
        approve(reviewer, edition_id=edition.pk, expected=edition.version, opinion=said, now=NOW)


def test_a_release_costs_few_statements(
    staff: Staff, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    edition = approved(staff)
    rise()  # only the very first rise writes the row
    with django_assert_max_num_queries(25):
        release(staff.office, edition_id=edition.pk, expected=edition.version, now=NOW)


def test_what_was_checked_while_it_was_written_is_not_checked_again(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = drafted(staff)
    found = examine_draft(edition, NOW)
    monkeypatch.setattr(examining, "run_rules", no_rules)
    edition = submit(staff.drafter, edition_id=edition.pk, expected=edition.version, now=NOW)
    run = CheckRun.objects.get(subject=f"revision:{edition.revision_id}")
    assert run.at == found.at
    assert run.blocking == 0


def test_other_words_than_those_that_were_checked_are_checked(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = drafted(staff)
    examine_draft(edition, NOW)
    edition.content = draft(2).pack()
    edition.save()
    asked = list[str]()

    def hear(*values: object, **named: object) -> object:
        asked.append("rules")
        return run_rules(*values, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(examining, "run_rules", hear)
    submit(staff.drafter, edition_id=edition.pk, expected=edition.version, now=NOW)
    assert asked == ["rules"]


def test_what_was_found_while_it_was_written_is_found_at_submission(staff: Staff) -> None:
    edition = drafted(staff, written=draft(body="<p>联系人身份证号：110105194912310021。</p>"))
    found = {row.fingerprint for row in examine_draft(edition, NOW).judged}
    edition.refresh_from_db()
    submit(staff.drafter, edition_id=edition.pk, expected=edition.version, now=NOW)
    run = CheckRun.objects.get(subject__startswith="revision:")
    assert {row["fingerprint"] for row in run.findings} == found
    assert run.blocking > 0
