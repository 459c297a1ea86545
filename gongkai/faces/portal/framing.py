"""What surrounds a page: the site, its labels (网页标签, §6.4) and the way here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.timezone import localtime

from gongkai.apps.catalogue.column_queries import column_tree, site
from gongkai.apps.catalogue.public_queries import OrganEntry, organs_shown
from gongkai.core.catalogue.columns import ColumnKind, ColumnQuery, unpack
from gongkai.core.publishing.draft import Draft
from gongkai.faces.portal.keeping import noted

if TYPE_CHECKING:
    from gongkai.apps.catalogue.column_queries import ColumnNode
    from gongkai.apps.catalogue.models import Column, Site
    from gongkai.apps.organs.models import Organ
    from gongkai.apps.publishing.models import Item

Label = tuple[str, str]
NAME: Final = "政府信息公开"
HOME: Final = "首页"
MOST_COLUMNS: Final = 1000


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way from the home page; the last one has no address."""

    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The living columns of the site, each with those above it, the deepest first."""

    tree: Sequence["ColumnNode"] = ()
    ways: dict[int, tuple["Column", ...]] = field(default_factory=dict)
    queries: dict[int, ColumnQuery] = field(default_factory=dict)

    @property
    def all(self) -> list["Column"]:
        """Every column, in the order of the tree."""
        return [way[-1] for way in self.ways.values()]

    def way(self, column: "Column") -> tuple["Column", ...]:
        """The columns from the top down to this one."""
        return self.ways.get(column.pk, (column,))

    def of_key(self, key: str) -> "Column | None":
        """The living column at that address."""
        return next((row for row in self.all if row.key == key), None)

    def of_kind(self, kind: ColumnKind) -> "Column | None":
        """The first column for that purpose."""
        return next((row for row in self.all if row.kind == kind), None)

    def of(self, item: "Item", draft: Draft) -> "Column | None":
        """The column an item is at home in: the most particular of those that show it."""
        fitting = [pk for pk, query in self.queries.items() if shows(query, item, draft)]
        return self.ways[max(fitting, key=self._particular)][-1] if fitting else None

    def _particular(self, pk: int) -> tuple[int, int, int]:
        """How much a column asks, how deep it stands, how few values it lets pass."""
        query = self.queries[pk]
        said = (query.codes, query.kinds, query.tags, query.organ_ids)
        return sum(map(bool, said)), len(self.ways[pk]), -sum(map(len, said))


def the_site() -> "Site | None":
    """The site whose pages these are."""
    return noted("site", site)


def organs() -> list[OrganEntry]:
    """The organs that have something public."""
    return noted("organs", organs_shown)


def columns() -> Columns:
    """The columns of the site; none where there is no site yet."""
    return noted("columns", _columns)


def _columns() -> Columns:
    found = site()
    if found is None:
        return Columns()
    nodes = column_tree(found)
    ways = dict(_ways(nodes, ()))
    return Columns(nodes, ways, {pk: unpack(way[-1].query) for pk, way in ways.items()})


def _ways(
    nodes: Iterable["ColumnNode"], above: tuple["Column", ...]
) -> Iterable[tuple[int, tuple["Column", ...]]]:
    for node in nodes:
        way = (*above, node.column)
        yield node.column.pk, way
        yield from _ways(node.children, way)


def shows(query: ColumnQuery, item: "Item", draft: Draft) -> bool:
    """Whether a column with this query shows the item."""
    code = item.catalogue_code
    return not query.is_empty and all(
        (
            not query.codes
            or any(code == row or code.startswith(f"{row}-") for row in query.codes),
            not query.kinds or item.kind in query.kinds,
            not query.tags or any(row in query.tags for row in draft.tags),
            not query.organ_ids or item.organ_id in query.organ_ids,
        )
    )


def site_labels(site: "Site | None", host: str) -> list[Label]:
    """The labels of every page."""
    if site is None:
        return [("SiteName", NAME), ("SiteDomain", host)]
    found = [("SiteName", site.name), ("SiteDomain", site.domain or host)]
    return found + ([("SiteIDCode", site.site_code)] if site.site_code else [])


def column_labels(column: "Column") -> list[Label]:
    """The labels of a column's page."""
    return [
        *place_labels(column),
        ("ColumnDescription", column.description or column.name),
        ("ColumnKeywords", column.keywords or column.name),
    ]


def fixed_labels(name: str, description: str) -> list[Label]:
    """The labels of a page that stands for a column without being one: guides, the catalogue."""
    return [
        ("ColumnName", name),
        ("ColumnType", name),
        ("ColumnDescription", description),
        ("ColumnKeywords", name),
    ]


def place_labels(column: "Column | None") -> list[Label]:
    """The labels that say where a page belongs."""
    if column is None:
        return [("ColumnName", NAME), ("ColumnType", ColumnKind.OTHER.label)]
    return [("ColumnName", column.name), ("ColumnType", ColumnKind(column.kind).label)]


def item_labels(
    item: "Item", draft: Draft, column: "Column | None", address: str, picture: str
) -> list[Label]:
    """The labels of an item's page."""
    released = "" if item.released_at is None else f"{localtime(item.released_at):%Y-%m-%d %H:%M}"
    found = [
        *place_labels(column),
        ("ArticleTitle", draft.title),
        ("PubDate", released),
        ("ContentSource", draft.source_name or item.organ.name),
    ]
    optional = [
        ("Keywords", ";".join(draft.keywords)),
        ("Author", draft.author),
        ("Description", " ".join(draft.summary.split())),
        ("Image", picture),
        ("Url", address),
    ]
    return found + [row for row in optional if row[1]]


@cache
def _before(name: str) -> str:
    """The address of a page up to the number it ends with."""
    return reverse(name, args=[0]).removesuffix("0/")


def numbered(name: str, pk: int) -> str:
    """The address of a page that ends with a number, without looking it up each time."""
    return f"{_before(name)}{pk}/"


@cache
def fixed(name: str) -> str:
    """The address of a page of which there is one."""
    return reverse(name)


@lru_cache(maxsize=MOST_COLUMNS)
def column_address(key: str) -> str:
    """The address of a column."""
    return reverse("portal:column", args=[key])


def crumbs(*steps: Crumb) -> list[Crumb]:
    """The way from the home page."""
    return [Crumb(HOME, fixed("portal:home")), *steps]


def organ_crumbs(organ: "Organ", *steps: Crumb) -> list[Crumb]:
    """首页 > 政府信息公开 > 机关 > … (R5-09)."""
    here = Crumb(organ.name, numbered("portal:organ", organ.pk) if steps else "")
    return crumbs(Crumb(NAME, fixed("portal:catalogue")), here, *steps)


def column_steps(way: Sequence["Column"], *, leads: bool = False) -> list[Crumb]:
    """The columns on the way to a page; the last one leads only where more follows."""
    return [
        Crumb(row.name, column_address(row.key) if leads or row != way[-1] else "") for row in way
    ]
