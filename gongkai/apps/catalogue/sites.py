"""The website (网站): what every page of it carries."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from gongkai.apps.catalogue.keeping_queries import government_of
from gongkai.apps.catalogue.models import Site
from gongkai.apps.catalogue.stamps import rise
from gongkai.apps.journal.record import record
from gongkai.core.catalogue.site_facts import SiteFacts, site_faults
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor


@transaction.atomic
def set_site(actor: Actor, *, facts: SiteFacts, now: datetime) -> Site:
    """Say what the pages of the site carry that the actor keeps; the first time, begin it."""
    government = government_of(actor)
    if found := list(site_faults(facts)):
        raise BlockedError(found)
    values = asdict(facts)
    row = Site.objects.select_for_update().filter(organ=government).first()
    before = None if row is None else {name: getattr(row, name) for name in values}
    site, _ = Site.objects.update_or_create(
        organ=government, defaults={**values, "changed_at": now}
    )
    rise()
    record(actor, "set_site", f"site:{site.pk}", before=before, after=values)
    return site
