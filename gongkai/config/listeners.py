"""Who reacts to which event: the one place where areas that do not know each other meet.

A reaction is named by the dotted path of a function that takes the event. The worker calls it after
the announcing transaction has been committed.
"""

from gongkai.core.events import (
    Event,
    ItemReleased,
    ItemWithdrawn,
    RevisionSubmitted,
    WorkdaysLoaded,
)

LISTENERS: dict[type[Event], tuple[str, ...]] = {
    WorkdaysLoaded: (),
    RevisionSubmitted: ("gongkai.apps.publishing.linking.look_at_links",),
    ItemReleased: ("gongkai.apps.publishing.placing.follow_release",),
    ItemWithdrawn: ("gongkai.apps.publishing.placing.follow_withdrawal",),
}
