"""A site with columns and an item in public, and whatever is not public beside it."""

from dataclasses import dataclass

import pytest

from gongkai.apps.catalogue.models import Column, DirectoryEntry, Site
from gongkai.apps.organs.models import Organ
from gongkai.apps.publishing.models import Item
from gongkai.core.catalogue.columns import ColumnKind, ColumnQuery
from gongkai.core.identity import OrganKind
from tests.factories.organs import organ
from tests.factories.publishing import NOW, Staff, draft, released

SITE_CODE = "9901000001"


@dataclass
class Town:
    """An organ with its people, the site, its columns, and one released item."""

    organ: Organ
    staff: Staff
    site: Site
    columns: dict[str, Column]
    item: Item

    @property
    def entry(self) -> DirectoryEntry:
        """An entry of the organ's standard directory, bound to the column of article 20."""
        entry, _ = DirectoryEntry.objects.get_or_create(
            organ=self.organ,
            field="budgets",
            number="1",
            defaults={
                "first": "财政预算",
                "second": "部门预算",
                "elements": "收支总表、支出明细表",
                "basis": "《中华人民共和国预算法》",
                "limit": "自信息形成（或变更）之日起20个工作日内",
                "subject": "示范市数据局",
                "channels": ["政府网站"],
                "audience": "public",
                "way": "proactive",
                "levels": ["county"],
                "column": self.columns["statutory"],
                "imported_at": NOW,
            },
        )
        return entry


def column(site: Site, key: str, kind: ColumnKind, query: ColumnQuery, **more: object) -> Column:
    """One column."""
    return Column.objects.create(
        site=site, key=key, name=kind.label, kind=kind, query=query.pack(), changed_at=NOW, **more
    )


def made_site(place: Organ) -> tuple[Site, dict[str, Column]]:
    """The site of an organ with three columns, one of them below another."""
    site = Site.objects.create(
        organ=place,
        name="示范市人民政府",
        domain="www.shifan.example",
        site_code=SITE_CODE,
        icp_number="示范ICP备00000001号",
        police_number="示范公网安备 99010002000001号",
        host="示范市人民政府办公室",
        contact="0000-00000000",
        colour="#7a1f1f",
        changed_at=NOW,
    )
    notices = column(
        site,
        "notices",
        ColumnKind.NOTICES,
        ColumnQuery(kinds=("notice",)),
        on_home=True,
        description="市政府各部门的通知和公告。",
        keywords="通知;公告",
    )
    statutory = column(
        site, "statutory", ColumnKind.STATUTORY, ColumnQuery(codes=("20",)), each_organ=True
    )
    others = column(
        site, "others", ColumnKind.KEY_AREA, ColumnQuery(codes=("20-15",)), parent=statutory
    )
    return site, {row.key: row for row in (notices, statutory, others)}


def rewrite(item: Item, body: str) -> None:
    """Give what is public of an item another text."""
    revision = item.released
    assert revision is not None
    revision.content |= {"body": body}
    revision.save()


@pytest.fixture
def town(db: None) -> Town:
    place = organ("示范市数据局", None, OrganKind.DEPARTMENT, "990100")
    staff = Staff(place)
    site, columns = made_site(place)
    return Town(place, staff, site, columns, released(staff, written=draft(1)).item)
