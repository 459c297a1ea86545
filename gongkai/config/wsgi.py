"""The WSGI application that the server runs."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import resolve

ALIVE, SECOND, THIRD = 20_000, 20, 50


def settle() -> None:
    """Read all addresses before the first request does, and look for rubbish seldom: a page leaves
    a few thousand things behind, nearly all of which go by themselves."""
    resolve("/")
    gc.collect()
    gc.freeze()
    gc.set_threshold(ALIVE, SECOND, THIRD)


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.config.settings.base")
application = get_wsgi_application()
settle()
