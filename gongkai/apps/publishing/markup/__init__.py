"""Rich text (正文): made safe, read for the checks, marked, compared. Pure functions over HTML."""

from gongkai.apps.publishing.markup.differences import difference, difference_of_texts
from gongkai.apps.publishing.markup.marking import Highlight, marked
from gongkai.apps.publishing.markup.policy import OWN_FILES
from gongkai.apps.publishing.markup.reading import Place, Reading, reading
from gongkai.apps.publishing.markup.sanitising import Sanitised, sanitise
from gongkai.apps.publishing.markup.spacing import cleaned

__all__ = [
    "OWN_FILES",
    "Highlight",
    "Place",
    "Reading",
    "Sanitised",
    "cleaned",
    "difference",
    "difference_of_texts",
    "marked",
    "reading",
    "sanitise",
]
