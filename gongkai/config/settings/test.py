"""Settings of the tests: quick passwords, nothing written outside the database."""

import os

from gongkai.config.settings.database import database
from gongkai.config.settings.defaults import *

SECRET_KEY = "a key that only the tests know"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""), ":memory:")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
GONGKAI_SIGN_IN = {"change_first": False, "second_factor_roles": ()}  # its own tests ask for both
GONGKAI_PORTAL = {"kept_bytes": 0}  # pages of one test are not given away in another
GONGKAI_FIELD_KEYS = ("tests:dGhlIHRlc3RzIHNlYWwgd2l0aCBhIGtleSBvZiBvdXI",)
GONGKAI_INDEX_KEY = "dGhlIHRlc3RzIGluZGV4IHdpdGggYSBrZXkgb2Ygb3U"
