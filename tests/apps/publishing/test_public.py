"""What the public may see: released revisions and their files, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.apps.publishing.closing import replace, withdraw
from gongkai.apps.publishing.models import Item
from gongkai.apps.publishing.public_queries import (
    GoneItem,
    PublicItem,
    public_file,
    public_item,
    released,
    saved_name,
)
from gongkai.core.ports import FileKind
from tests.factories import publishing as made
from tests.factories.organs import Region
from tests.factories.publishing import NOW, REASON, Staff, draft

NAMES = st.text(max_size=60)


@given(NAMES, st.sampled_from(list(FileKind)))
def test_a_saved_name_is_fit_for_every_system(called: str, kind: FileKind) -> None:
    name = saved_name(called, kind)
    assert name.lower().endswith(f".{kind}")
    assert name.isprintable()
    assert not set(name) & set('/\\:*?"<>| ')
    assert not name.startswith(".")
    assert saved_name(name, kind) == name


@pytest.mark.parametrize(
    ("called", "saved"),
    [
        ("名单.pdf", "名单.pdf"),
        ("名单", "名单.pdf"),
        ("名单.PDF", "名单.PDF"),
        ("..", "附件.pdf"),
        ("", "附件.pdf"),
        (".pdf", "pdf.pdf"),
        ("../x", "x.pdf"),
        ("甲/乙", "甲_乙.pdf"),
        ("甲\u202egpj.exe", "甲gpj.exe.pdf"),
    ],
)
def test_saved_names(called: str, saved: str) -> None:
    assert saved_name(called, "pdf") == saved


@pytest.mark.django_db
class TestItems:
    @pytest.fixture
    def staff(self) -> Staff:
        return Staff(Region().bureau)

    def test_only_what_is_public_is_listed(self, staff: Staff) -> None:
        public = made.released(staff, written=draft(1)).item_id
        made.drafted(staff, written=draft(2))
        made.submitted(staff, written=draft(3))
        made.scheduled(staff, written=draft(4))
        made.filed(staff)
        made.withdrawn(staff, written=draft(5))
        made.correcting(staff, public)
        assert [row.pk for row in released()] == [public]

    def test_a_revision_is_shown_as_it_was_released(self, staff: Staff) -> None:
        edition = made.released(staff, written=draft(1))
        found = public_item(edition.item_id)
        assert isinstance(found, PublicItem)
        assert edition.revision is not None
        assert found.draft.digest == edition.revision.digest
        assert found.traces == ()

    def test_a_title_that_had_to_go_is_not_told(self, staff: Staff) -> None:
        item = made.withdrawn(staff, written=draft(1))
        found = public_item(item.pk)
        assert isinstance(found, GoneItem)
        assert (found.reason, found.at, found.replaced_by) == (REASON, NOW, None)
        assert item.title not in repr(found)

    def test_a_substitute_is_named_as_long_as_it_is_one(self, staff: Staff) -> None:
        old, new = (made.released(staff, written=draft(number)).item_id for number in (1, 2))
        replace(staff.office, item_id=old, by_id=new, reason=REASON, now=NOW)
        found = public_item(old)
        assert isinstance(found, GoneItem)
        assert found.replaced_by == new
        withdraw(staff.office, item_id=new, reason=REASON, now=NOW)
        assert isinstance(public_item(new), GoneItem)

    def test_what_never_was_public_does_not_exist(self, staff: Staff) -> None:
        for edition in (made.drafted(staff, written=draft(1)), made.filed(staff)):
            with pytest.raises(Item.DoesNotExist):
                public_item(edition.item_id)

    @pytest.mark.parametrize("number", [0, -1, 2**63, 10**40])
    def test_numbers_of_nothing(self, number: int) -> None:
        with pytest.raises(Item.DoesNotExist):
            public_item(number)
        with pytest.raises(Exception, match="matching query does not exist"):
            public_file(number)
