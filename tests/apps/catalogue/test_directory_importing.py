"""Importing a standard directory: looked through, then imported or not."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gongkai.apps.catalogue import directory_queries as queries
from gongkai.apps.catalogue.directory_importing import discard_directory, import_directory
from gongkai.apps.catalogue.directory_public_queries import organs_listed
from gongkai.apps.catalogue.directory_rows import rows_of
from gongkai.apps.catalogue.directory_tables import MOST_BYTES
from gongkai.apps.catalogue.models import DirectoryDraft, DirectoryEntry
from gongkai.apps.journal.models import Entry
from gongkai.core.catalogue.directory import DirectoryRow
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, NotAllowedError, Role
from tests.apps.catalogue.directories import FIELD, NOW, imported, looked, workbook
from tests.factories.guides import row
from tests.factories.organs import Region, acting

pytestmark = pytest.mark.django_db
CSV = (
    "序号,公开事项,,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,,公开方式,,公开层级,\n"
    ",一级事项,二级事项,,,,,,全社会,特定群体,主动,依申请,县级,乡级\n"
    "1,财政预算,部门预算,收支总表,《预算法》,20个工作日,县财政局,■政府网站 □政府公报,√,,√,,√,\n"
    ",,单位预算,收支总表,《预算法》,20个工作日,县财政局,■政府网站,√,,√,,√,√\n"
    "2,财政决算,,,《预算法》,按规定,县财政局,■政府网站,√,,,,√,\n"
)


@pytest.fixture
def region() -> Region:
    return Region()


@pytest.fixture
def office(region: Region) -> Actor:
    return acting("office", region.bureau, Role.DISCLOSURE_OFFICE)


def kept(who: Actor) -> list[DirectoryRow]:
    return rows_of(queries.entries_seen(who, who.organ_id or 0, FIELD))


def code_of(who: Actor, data: bytes, field: str = FIELD) -> str:
    with pytest.raises(BlockedError) as error:
        looked(who, data, field=field)
    assert not DirectoryDraft.objects.exists()
    return error.value.findings[0].code


def test_what_goes_out_as_a_workbook_comes_in_again(office: Actor) -> None:
    rows = [
        row("1"),
        row("2", "单位预算", channels=("政府网站", "12345政务服务热线")),
        row("3", "", first="财政决算", audience="both", audience_note="预算单位", way="both"),
        row("0505", "采购", first="政府采购", levels=("county", "township")),
    ]
    imported(office, *rows)
    assert kept(office) == rows
    again = looked(office, workbook(*queries.exported_rows(office, office.organ_id or 0, FIELD)))
    assert queries.draft_difference(again).same == tuple(rows)
    assert (again.faults, again.notes) == ([], [])


def test_a_file_of_text_with_merged_cells_is_read(office: Actor) -> None:
    draft = looked(office, CSV.encode("gb18030"))
    assert [(one["number"], one["first"], one["second"]) for one in draft.rows] == [
        ("1", "财政预算", "部门预算"),
        ("1", "财政预算", "单位预算"),
    ]
    assert [(fault["row"], fault["column"]) for fault in draft.faults] == [
        (5, "公开内容（要素）"),
        (5, "公开方式"),
    ]
    assert not DirectoryEntry.objects.exists()


def test_the_rest_of_a_broken_file_is_imported(office: Actor) -> None:
    draft = looked(office, CSV.encode())
    count = import_directory(office, draft_id=draft.pk, removes_others=False, now=NOW)
    assert count == 2
    assert len(kept(office)) == 2
    assert not DirectoryDraft.objects.exists()
    told = Entry.objects.latest("sequence")
    assert told.after
    assert (told.verb, told.after["entries"], told.after["faults"]) == ("import_directory", 2, 2)


def test_a_second_file_replaces_by_number_and_keeps_what_was_bound(office: Actor) -> None:
    first, second = imported(office, row("1"), row("2", "单位预算"))
    DirectoryEntry.objects.filter(pk=first.pk).update(code="20-07")
    changed = replace(row("1"), second="部门预算公开", limit="实时公开")
    draft = looked(office, workbook(row("3", "决算"), changed))
    difference = queries.draft_difference(draft)
    assert [(one.number, names) for _, one, names in difference.changed] == [
        ("1", ("second", "limit"))
    ]
    assert [one.number for one in difference.new] == ["3"]
    assert [one.number for one in difference.gone] == ["2"]
    import_directory(office, draft_id=draft.pk, removes_others=False, now=NOW)
    assert [one.number for one in kept(office)] == ["3", "1", "2"]
    first.refresh_from_db()
    assert (first.second, first.limit, first.code) == ("部门预算公开", "实时公开", "20-07")
    assert DirectoryEntry.objects.filter(pk=second.pk).exists()


def test_entries_that_the_file_leaves_out_go_where_that_is_chosen(office: Actor) -> None:
    imported(office, row("1"), row("2", "单位预算"))
    imported(office, row("2", "单位预算"), removes_others=True)
    assert [one.number for one in kept(office)] == ["2"]
    told = Entry.objects.latest("sequence")
    assert told.after
    assert told.after["removed"] == 1


def test_other_fields_are_left_alone(office: Actor) -> None:
    imported(office, row("1"))
    draft = looked(office, workbook(row("1", "义务教育")), field="education")
    import_directory(office, draft_id=draft.pk, removes_others=True, now=NOW)
    counts = {
        row.field.key: row.entries for row in queries.field_counts(office, office.organ_id or 0)
    }
    assert (counts[FIELD], counts["education"], len(counts)) == (1, 1, 26)


def test_nothing_is_imported_where_that_is_chosen(office: Actor) -> None:
    draft = looked(office, workbook(row()))
    discard_directory(office, draft_id=draft.pk)
    assert not DirectoryEntry.objects.exists()
    assert not DirectoryDraft.objects.exists()


def test_a_file_without_a_good_row_is_not_imported(office: Actor) -> None:
    draft = looked(office, "\n".join(CSV.splitlines()[:2] + CSV.splitlines()[4:]).encode())
    with pytest.raises(BlockedError) as error:
        import_directory(office, draft_id=draft.pk, removes_others=True, now=NOW)
    assert error.value.findings[0].code == "DIRECTORY-NOTHING"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "DIRECTORY-FILE-EMPTY", id="空文件"),
        pytest.param("姓名,单位\n甲,乙".encode(), "DIRECTORY-HEADS", id="别的表格"),
        pytest.param(b"PK\x03\x04" + b"x" * 40, "DIRECTORY-FILE", id="损坏的表格"),
        pytest.param(b"\xff\xfe\x00\x00", "DIRECTORY-FILE", id="不是文字"),
        pytest.param(b"\xd0\xcf\x11\xe0" + b"x" * 600, "DIRECTORY-FILE", id="损坏的旧表格"),
        pytest.param(b"a," * (MOST_BYTES // 2 + 1), "DIRECTORY-FILE-SIZE", id="太大"),
        pytest.param(b"1,2\n" * 5001, "DIRECTORY-FILE-ROWS", id="行数太多"),
        pytest.param(b"a" * 20_001, "DIRECTORY-FILE", id="单元格太长"),
    ],
)
def test_a_file_that_cannot_be_taken_says_why(office: Actor, data: bytes, code: str) -> None:
    assert code_of(office, data) == code


def test_a_field_nobody_knows_is_refused(office: Actor) -> None:
    assert code_of(office, workbook(row()), "x") == "DIRECTORY-FIELD"


def test_a_draft_is_its_persons_own_and_a_day_old_at_most(region: Region, office: Actor) -> None:
    draft = looked(office, workbook(row()))
    colleague = acting("colleague", region.bureau, Role.DISCLOSURE_OFFICE)
    with pytest.raises(DirectoryDraft.DoesNotExist):
        import_directory(colleague, draft_id=draft.pk, removes_others=False, now=NOW)
    looked(colleague, workbook(row()), now=NOW + timedelta(days=2))
    assert not DirectoryDraft.objects.filter(pk=draft.pk).exists()


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.LEADER, Role.DEPUTY_LEADER])
def test_others_do_not_import(region: Region, role: Role) -> None:
    with pytest.raises(NotAllowedError):
        looked(acting("somebody", region.bureau, role), workbook(row()))


def test_the_public_sees_the_directory_by_field(region: Region, office: Actor) -> None:
    imported(office, row("1"), row("2", "单位预算"))
    (found,) = queries.directory_of(region.bureau.pk)
    assert (found.field.key, len(found.entries)) == (FIELD, 2)
    assert queries.directory_of(region.finance.pk) == []
    assert [(row.pk, fields) for row, fields in organs_listed()] == [(region.bureau.pk, 1)]
