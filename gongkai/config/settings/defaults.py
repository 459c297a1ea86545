"""Settings; everything that differs between systems comes from the environment.

GONGKAI_DATA          folder of the database, the secret key and collected files (default: var)
GONGKAI_SECRET_KEY    secret key; without it one is made in the data folder at the first start
GONGKAI_HOSTS         host names the system answers to, separated by commas (default: this machine)
GONGKAI_ADDRESS       where the portal stands for everybody, https://gk.example.gov.cn; for letters
GONGKAI_HTTPS         1 when a proxy in front speaks HTTPS: cookies and redirects then insist on it
GONGKAI_DEMO          1 shows the demo accounts at the sign-in page
GONGKAI_UPLOAD_MB     how many megabytes one upload may have (default: 50)
GONGKAI_JOURNAL_DAYS  how many days the journal is kept (default: 366; never less than 184)
GONGKAI_LEASE_MINUTES how long a task of another machine may run before it is begun anew (15)
GONGKAI_GUIDE_MONTHS  after how many months a disclosure guide has to be looked through (12)
GONGKAI_COUNTED_ROWS  under which row of the yearly table a decision counts: name=row,name=row
GONGKAI_RESULT_PRIORITY which result counts where an application has several, with commas
GONGKAI_PAUSE_READING which days of asking for opinions do not count (docs/settings.md)
GONGKAI_TASK_DAYS     how many days tasks that succeeded are kept (default: 14)
GONGKAI_FIELD_CIPHER  what seals personal data: aes (default) or sm4
GONGKAI_FIELD_KEYS    keys that seal personal data, id:key,id:key, current one first (kept file)
GONGKAI_INDEX_KEY     key of the blind indexes of personal data (default: kept in a file)
GONGKAI_SIGN_IN       how strict signing in is: name=value,name=value (docs/settings.md)
GONGKAI_PROXIES       addresses of proxies of our own, separated by commas
GONGKAI_PROBE_NETWORKS networks of our own that links may lead to, separated by commas
GONGKAI_OIDC_ISSUER   another system that vouches for people (统一身份认证); GONGKAI_OIDC_… for more
GONGKAI_SAMPLES       folder of real reports for tests and benchmarks
DATABASE_URL          postgresql://user:password@host:port/name (default: a file of SQLite)
"""

import os
from pathlib import Path

from gongkai.apps.journal.terms import days
from gongkai.config.settings.database import database
from gongkai.config.settings.pairs import pairs, words

ROOT = Path(__file__).resolve().parents[3]
GONGKAI_DATA = Path(os.environ.get("GONGKAI_DATA") or ROOT / "var").resolve()
HTTPS = os.environ.get("GONGKAI_HTTPS") == "1"
UPLOAD_BYTES = int(os.environ.get("GONGKAI_UPLOAD_MB") or 50) * 1024 * 1024

DEBUG = False
ALLOWED_HOSTS = (os.environ.get("GONGKAI_HOSTS") or "127.0.0.1,localhost,[::1]").split(",")

GONGKAI_ADDRESS = (os.environ.get("GONGKAI_ADDRESS") or "").strip().rstrip("/")
GONGKAI_TRACKING = f"{GONGKAI_ADDRESS}/applications/track/" if GONGKAI_ADDRESS else ""
GONGKAI_DEMO = os.environ.get("GONGKAI_DEMO") == "1"
GONGKAI_DEMO_COMMANDS = (
    "demo_reports",
    "demo_items",
    "demo_catalogue",
    "demo_applications",
    "demo_disputes",
)
GONGKAI_SAMPLES = Path(os.environ.get("GONGKAI_SAMPLES") or ROOT / "../shared").resolve()
GONGKAI_JOURNAL_DAYS = days(os.environ.get("GONGKAI_JOURNAL_DAYS", ""))
GONGKAI_READING: dict[str, int] = {}
GONGKAI_FILES: dict[str, int] = {}
GONGKAI_APPLY: dict[str, int] = {}
GONGKAI_PORTAL = {"kept_bytes": 64 * 1024 * 1024}
GONGKAI_HOURLY = (
    "gongkai.apps.files.tasks.requeue_stuck",
    "gongkai.apps.files.tasks.sweep_orphans",
    "gongkai.apps.applications.receiving.drafts.forget_drafts",
    "gongkai.apps.applications.receiving.throttling.forget_attempts",
    "gongkai.apps.applications.cases.tending.tend_pauses",
)
GONGKAI_SEALED_FILES = (
    "gongkai.apps.files.resealing.StoredBytes",
    "gongkai.apps.applications.redaction.pages.PreparedPages",
)
GONGKAI_LISTENERS = "gongkai.config.listeners.LISTENERS"
GONGKAI_LEASE_MINUTES = int(os.environ.get("GONGKAI_LEASE_MINUTES") or 15)
GONGKAI_GUIDE_MONTHS = int(os.environ.get("GONGKAI_GUIDE_MONTHS") or 12)
GONGKAI_COUNTED_ROWS = pairs(os.environ.get("GONGKAI_COUNTED_ROWS") or "")
GONGKAI_RESULT_PRIORITY = words(os.environ.get("GONGKAI_RESULT_PRIORITY") or "")
GONGKAI_PAUSE_READING = os.environ.get("GONGKAI_PAUSE_READING") or "after_asked"
GONGKAI_TASK_DAYS = int(os.environ.get("GONGKAI_TASK_DAYS") or 14)
GONGKAI_FIELD_CIPHER = os.environ.get("GONGKAI_FIELD_CIPHER") or "aes"
GONGKAI_FIELD_KEYS = words(os.environ.get("GONGKAI_FIELD_KEYS") or "")
GONGKAI_INDEX_KEY = os.environ.get("GONGKAI_INDEX_KEY") or ""
GONGKAI_TASKS_TRIED_AGAIN: tuple[str, ...] = (
    "gongkai.apps.wires.events.react",
    "gongkai.apps.publishing.releasing.release_scheduled",
    "gongkai.apps.files.tasks.read_file",
    "gongkai.apps.applications.redaction.tasks.prepare_redaction",
    "gongkai.apps.applications.redaction.tasks.try_redaction",
    "gongkai.apps.applications.redaction.tasks.make_redaction",
)
GONGKAI_ADAPTERS = {
    "documents": "gongkai.adapters.documents.reader.FileReader",
    "batch": "gongkai.adapters.batch.pool.ProcessPool",
    "file_gate": "gongkai.adapters.files.admission.Gate",
    "file_cleaner": "gongkai.adapters.cleaning.cleaner.VerifiedCleaner",
    "redaction": "gongkai.adapters.redaction.redactor.FileRedactor",
    "letters_pdf": "gongkai.adapters.letters.pdf.PdfWriter",
    "letters_docx": "gongkai.adapters.letters.docx.DocxWriter",
    "probes": "gongkai.adapters.probes.http.HttpProber",
    "feeds": "gongkai.adapters.feeds.reader.FeedFileReader",
    "feed_source": "gongkai.adapters.feeds.source.HttpFeedSource",
    "sign_in": "gongkai.adapters.sign_in.oidc.OidcProvider",
}
GONGKAI_LETTERS: dict[str, object] = {}
GONGKAI_PROBES: dict[str, object] = {
    "allowed": words(os.environ.get("GONGKAI_PROBE_NETWORKS") or ""),
}
GONGKAI_SIGN_IN: dict[str, object] = dict(pairs(os.environ.get("GONGKAI_SIGN_IN") or ""))
GONGKAI_PROXIES = words(os.environ.get("GONGKAI_PROXIES") or "")
GONGKAI_OIDC = {
    "issuer": os.environ.get("GONGKAI_OIDC_ISSUER") or "",
    "client_id": os.environ.get("GONGKAI_OIDC_CLIENT") or "",
    "client_secret": os.environ.get("GONGKAI_OIDC_SECRET") or "",
    "scope": os.environ.get("GONGKAI_OIDC_SCOPE") or "openid profile",
}
GONGKAI_OIDC_CLAIM = os.environ.get("GONGKAI_OIDC_CLAIM") or "preferred_username"
GONGKAI_OIDC_LABEL = os.environ.get("GONGKAI_OIDC_LABEL") or "统一身份认证"
OTP_TOTP_ISSUER = "公开工作台"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_prose_editor",
    "django_tasks",
    "django_tasks_db",
    "gongkai.apps.wires",
    "gongkai.apps.journal",
    "gongkai.apps.sealing",
    "gongkai.apps.organs",
    "gongkai.apps.access",
    "gongkai.apps.files",
    "gongkai.apps.checks",
    "gongkai.apps.publishing",
    "gongkai.apps.applications",
    "gongkai.apps.disputes",
    "gongkai.apps.catalogue",
    "gongkai.apps.reports",
    "gongkai.faces.common",
    "gongkai.faces.portal",
    "gongkai.faces.desk",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "gongkai.config.security.content_security_policy",
    "gongkai.faces.portal.moving.follow_moves",
    "gongkai.faces.portal.keeping.KeptPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "gongkai.faces.desk.sign_in_watch.Watch",
]

ROOT_URLCONF = "gongkai.config.urls"
WSGI_APPLICATION = "gongkai.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": database(os.environ.get("DATABASE_URL", ""), GONGKAI_DATA / "gongkai.sqlite3")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "organs.User"
LOGIN_URL = "desk:login"
LOGIN_REDIRECT_URL = "desk:home"
LOGOUT_REDIRECT_URL = "portal:home"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": name}
    for name in (
        "gongkai.apps.access.validators.LengthValidator",
        "gongkai.apps.access.validators.ClassesValidator",
        "gongkai.apps.access.validators.SimilarityValidator",
        "gongkai.apps.access.validators.CommonValidator",
        "gongkai.apps.access.validators.HistoryValidator",
    )
]

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = GONGKAI_DATA / "static"
STORAGES = {
    "default": {"BACKEND": "gongkai.adapters.storage.durable.DurableStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage",
    },
}
MEDIA_ROOT = GONGKAI_DATA / "files"

FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_BYTES
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 50

SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
