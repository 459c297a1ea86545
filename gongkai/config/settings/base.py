"""Settings of a running system: the defaults, and its own secret key."""

import os

from gongkai.config.settings.defaults import *
from gongkai.config.settings.defaults import GONGKAI_DATA
from gongkai.config.settings.secret import secret_key

SECRET_KEY = secret_key(os.environ.get("GONGKAI_SECRET_KEY", ""), GONGKAI_DATA)
