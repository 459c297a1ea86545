"""Links of a submitted revision: looked at by the worker, so that the checks know dead ones."""

from django.db.models.functions import Now

from gongkai.apps.checks.links import addresses_to_probe, probe
from gongkai.apps.publishing.contents import content_of
from gongkai.apps.publishing.models import Revision
from gongkai.core.events import RevisionSubmitted
from gongkai.core.publishing.draft import unpack


def look_at_links(event: RevisionSubmitted) -> None:
    """Look at every address outside that the revision leads to."""
    rows = Revision.objects.select_related("item").annotate(now=Now())
    revision = rows.filter(pk=event.revision_id).first()
    if revision is None:
        return
    content = content_of(unpack(revision.content), revision.item.kind)
    probe(addresses_to_probe(content, revision.now), revision.now)
