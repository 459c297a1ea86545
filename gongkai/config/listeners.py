"""Who reacts to which event: the one place where areas that do not know each other meet.

A reaction is named by the dotted path of a function that takes the event. The worker calls it after
the announcing transaction has been committed.
"""

from gongkai.core.events import (
    ApplicationConverted,
    ApplicationRegistered,
    ApplicationReplied,
    DecisionCorrected,
    DisputeClosed,
    DisputeOpened,
    Event,
    ItemReleased,
    ItemWithdrawn,
    RevisionSubmitted,
    WorkdaysLoaded,
)

LISTENERS: dict[type[Event], tuple[str, ...]] = {
    WorkdaysLoaded: (
        "gongkai.apps.applications.cases.reckoning_anew.follow_workdays",
        "gongkai.apps.disputes.reckoning.follow_workdays",
    ),
    RevisionSubmitted: ("gongkai.apps.publishing.linking.look_at_links",),
    ItemReleased: ("gongkai.apps.publishing.placing.follow_release",),
    ItemWithdrawn: ("gongkai.apps.publishing.placing.follow_withdrawal",),
    ApplicationConverted: ("gongkai.apps.publishing.from_applications.open_from_application",),
    ApplicationRegistered: ("gongkai.apps.applications.letters.receipts.follow_registration",),
    ApplicationReplied: (),
    DisputeOpened: (),
    DisputeClosed: (),
    DecisionCorrected: ("gongkai.apps.applications.handling.following_disputes.reopen_corrected",),
}
