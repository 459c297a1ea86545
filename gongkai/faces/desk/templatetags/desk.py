"""What the frame of the desk knows of whoever looks at it."""

from dataclasses import dataclass

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils import timezone

from gongkai.apps.applications.waiting.waiting_queries import waiting as waiting_applications
from gongkai.apps.catalogue.guide_queries import due_guides
from gongkai.apps.catalogue.keeping_queries import KEEPERS
from gongkai.apps.disputes.ledger_queries import due_disputes
from gongkai.apps.publishing.waiting_queries import counts
from gongkai.core.applications.doors import READERS as READERS_OF_APPLICATIONS
from gongkai.core.checks.wording.keepers import WORD_KEEPERS
from gongkai.core.disputes.doors import READERS as READERS_OF_DISPUTES
from gongkai.core.identity import Role
from gongkai.core.identity.directory import READERS
from gongkai.core.publishing.doors import DETERMINERS, RELEASERS
from gongkai.core.publishing.doors import READERS as READERS_OF_ITEMS
from gongkai.faces.common.asking import actor, places

register = template.Library()


@dataclass(frozen=True, slots=True)
class Me:
    """For which organ somebody acts, and which doors of the desk are there."""

    organ: str = ""
    roles: frozenset[Role] = frozenset()
    waiting: int = 0

    @property
    def reads_directory(self) -> bool:
        """Whether organs and people are in the menu."""
        return bool(self.roles & READERS)

    @property
    def reads_journal(self) -> bool:
        """Whether the journal is in the menu."""
        return Role.AUDITOR in self.roles

    @property
    def reads_items(self) -> bool:
        """Whether publishing is in the menu."""
        return bool(self.roles & READERS_OF_ITEMS)

    @property
    def reads_applications(self) -> bool:
        """Whether applications are in the menu."""
        return bool(self.roles & READERS_OF_APPLICATIONS)

    @property
    def reads_disputes(self) -> bool:
        """Whether reconsideration and litigation are in the menu."""
        return bool(self.roles & READERS_OF_DISPUTES)

    @property
    def determines(self) -> bool:
        """Whether changes of disclosure class are in the menu."""
        return bool(self.roles & DETERMINERS)

    @property
    def releases(self) -> bool:
        """Whether review chains and reassessments are in the menu."""
        return bool(self.roles & RELEASERS)

    @property
    def keeps_catalogue(self) -> bool:
        """Whether the guide and the standard directory are in the menu."""
        return bool(self.roles & {Role.DISCLOSURE_OFFICE, Role.COMPETENT_DEPARTMENT})

    @property
    def keeps_columns(self) -> bool:
        """Whether columns are in the menu."""
        return bool(self.roles & set(KEEPERS))

    @property
    def keeps_words(self) -> bool:
        """Whether word lists are in the menu."""
        return bool(self.roles & WORD_KEEPERS)


@register.simple_tag(takes_context=True)
def whoami(context: Context) -> Me:
    """Whoever looks at this page."""
    request = context.get("request")
    if not isinstance(request, HttpRequest) or not request.user.is_authenticated:
        return Me()
    who = actor(request)
    names = {place.organ_id: place.organ for place in places(request)}
    today = timezone.localdate()
    waiting = counts(who, today).waiting if who.roles & READERS_OF_ITEMS else 0
    waiting += due_guides(who, today).count() + due_disputes(who, today).count()
    if who.roles & READERS_OF_APPLICATIONS:
        waiting += waiting_applications(who, today)
    return Me(names.get(who.organ_id or 0, ""), who.roles, waiting)
