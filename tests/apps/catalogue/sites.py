"""A site with columns, and items in it, for the tests of the catalogue."""

from datetime import datetime, timedelta
from typing import Any

from gongkai.apps.catalogue.column_facts import ColumnFacts
from gongkai.apps.catalogue.columns import add_column
from gongkai.apps.catalogue.models import Column
from gongkai.apps.catalogue.sites import set_site
from gongkai.apps.organs.models import Organ
from gongkai.apps.publishing.models import Edition, Item, Revision, Tagged
from gongkai.core.catalogue.columns import ColumnQuery
from gongkai.core.catalogue.site_facts import SiteFacts
from gongkai.core.identity import Role
from gongkai.core.publishing.draft import Draft
from tests.factories.organs import Region, acting
from tests.factories.publishing import NOW


class City:
    """A city with its site, and the office that keeps it."""

    def __init__(self) -> None:
        self.region = Region()
        self.keeper = acting("keeper", self.region.office, Role.DISCLOSURE_OFFICE)
        facts = SiteFacts("示范市人民政府", "www.example.gov.cn", "9901000001")
        self.site = set_site(self.keeper, facts=facts, now=NOW)

    def column(self, key: str, parent: Column | None = None, **said: Any) -> Column:
        """A column; everything about it may be said."""
        values = {"name": key, "kind": "other", "query": ColumnQuery(kinds=("notice",)), **said}
        return add_column(
            self.keeper,
            key=key,
            facts=ColumnFacts(**values),
            parent_id=None if parent is None else parent.pk,
            now=NOW,
        )


def public(
    organ: Organ,
    *,
    kind: str = "notice",
    code: str = "20-15",
    tags: tuple[str, ...] = (),
    at: datetime = NOW,
    state: str = "released",
) -> Item:
    """An item as a release leaves it; in another state, as what follows leaves it."""
    title = f"{organ.name}{kind}{code}{'、'.join(tags)}"
    draft = Draft(title=title, catalogue_code=code, tags=tags)
    item = Item.objects.create(
        organ=organ,
        kind=kind,
        title=title,
        catalogue_code=code,
        disclosure_class="proactive",
        drafter_key="user:0",
        created_at=at - timedelta(days=1),
    )
    edition = Edition.objects.create(
        item=item, number=1, purpose="new", state="released", saved_at=at
    )
    revision = Revision.objects.create(
        item=item,
        edition=edition,
        number=1,
        title=title,
        content=draft.pack(),
        digest=draft.digest,
        author_key="user:0",
        at=at,
    )
    item.state, item.released = state, revision
    item.released_at = item.first_released_at = at
    item.save()
    Tagged.objects.bulk_create(Tagged(item=item, tag=tag) for tag in tags)
    return item
