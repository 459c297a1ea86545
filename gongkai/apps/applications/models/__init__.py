"""Tables of applications, one module for each phase of the work."""

from gongkai.apps.applications.models.archiving import ArchiveRecord
from gongkai.apps.applications.models.cases import (
    Applicant,
    Application,
    CaseFile,
    Entry,
    NumberSeries,
    RequestItem,
)
from gongkai.apps.applications.models.clock import ClockEntry, DueMove
from gongkai.apps.applications.models.consulting import Consultation, Correction
from gongkai.apps.applications.models.feeds import CalendarFeed
from gongkai.apps.applications.models.handling import (
    Assignment,
    Deferral,
    Extension,
    FeeNotice,
    Transfer,
)
from gongkai.apps.applications.models.letters import Delivery, Letter, LetterTemplate
from gongkai.apps.applications.models.profile import Profile, ReplyChain
from gongkai.apps.applications.models.receiving import DraftFile, PortalDraft, Throttle
from gongkai.apps.applications.models.redaction import Redaction, RedactionBox
from gongkai.apps.applications.models.replies import Reply, ReplyReview

__all__ = [
    "Applicant",
    "Application",
    "ArchiveRecord",
    "Assignment",
    "CalendarFeed",
    "CaseFile",
    "ClockEntry",
    "Consultation",
    "Correction",
    "Deferral",
    "Delivery",
    "DraftFile",
    "DueMove",
    "Entry",
    "Extension",
    "FeeNotice",
    "Letter",
    "LetterTemplate",
    "NumberSeries",
    "PortalDraft",
    "Profile",
    "Redaction",
    "RedactionBox",
    "Reply",
    "ReplyChain",
    "ReplyReview",
    "RequestItem",
    "Throttle",
    "Transfer",
]
