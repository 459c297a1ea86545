"""Looking for items by what their structured values hold (按字段检索)."""

from dataclasses import dataclass

from django.db.models import Q

from gongkai.core.publishing.kinds import FieldKind, Kind
from gongkai.core.publishing.structured import RANGED, Value


@dataclass(frozen=True, slots=True)
class FieldWanted:
    """What one structured value is to hold: a text, or something from one value to another."""

    key: str
    text: str = ""
    least: Value | None = None
    most: Value | None = None


def holding(kind: Kind, wanted: FieldWanted) -> Q:
    """The items of that kind whose value fits; everything, where nothing is asked of it."""
    row = next((row for row in kind.fields if row.key == wanted.key), None)
    if row is None:
        return Q()
    place, found = f"fields__{row.key}", Q()
    if row.kind not in RANGED:
        exact = row.kind is FieldKind.CHOICE
        lookup = place if exact else f"{place}__icontains"
        return Q(**{lookup: wanted.text}) if wanted.text else found
    if wanted.least is not None:
        found &= Q(**{f"{place}__gte": wanted.least})
    if wanted.most is not None:
        found &= Q(**{f"{place}__lte": wanted.most})
    return found
