"""The stamp of what is public: by it whoever keeps pages knows that they are out of date.

It rises in the transaction that changes something public, so a page that was made before is never
taken for a page made after. The row stays locked until that transaction ends: numbers become
visible in their order.
"""

from typing import Final

from django.db.models import F

from gongkai.apps.publishing.models import Stamp

PAGES: Final = "pages"


def rise() -> None:
    """Say that something public changes; to be called inside the changing transaction."""
    pages = Stamp.objects.filter(name=PAGES)
    if not pages.update(value=F("value") + 1):
        Stamp.objects.get_or_create(name=PAGES)
        pages.update(value=F("value") + 1)


def current() -> int:
    """How often something public has changed."""
    return Stamp.objects.filter(name=PAGES).values_list("value", flat=True).first() or 0
