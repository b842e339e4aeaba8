"""The settings, from environment variables. Nothing a resident types is stored or logged: there is no database and no session.

LEBENSLAGE_SECRET_KEY  long random text; required unless LEBENSLAGE_DEBUG is on
LEBENSLAGE_DEBUG       1 on a developer's machine
LEBENSLAGE_HOSTS       host names served, separated by commas
LEBENSLAGE_ORIGINS     whole addresses behind a proxy that ends TLS, for example https://wohngeld.example.org
LEBENSLAGE_HTTPS       1 where the site is reached by https alone: secure cookie, HSTS
LEBENSLAGE_PROXY       1 where a proxy of ours sets X-Forwarded-Proto; never without one
LEBENSLAGE_ON          a fixed day for demonstrations and tests, for example 2026-11-01; else today
"""

from django.utils.csp import CSP

from lebenslage.site import environment

DEBUG = environment.flag("LEBENSLAGE_DEBUG", default=False)
SECRET_KEY = environment.secret_key("LEBENSLAGE_SECRET_KEY", debug=DEBUG)
DATABASES = environment.databases("DATABASE_URL", "DATABASE_OWNER_URL")
DATA_DIRECTORY = environment.directory("LEBENSLAGE_DATA")
ALLOWED_HOSTS = environment.names("LEBENSLAGE_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = environment.origins("LEBENSLAGE_ORIGINS")
HTTPS = environment.flag("LEBENSLAGE_HTTPS", default=False)
FIXED_DAY = environment.day("LEBENSLAGE_ON")

# --- What runs ------------------------------------------------------------------------------------

ROOT_URLCONF = "lebenslage.site.urls"
START_PAGE = "portal:wohngeld"
WSGI_APPLICATION = "lebenslage.site.wsgi.application"
INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django_tasks_db",
    "lebenslage.pages",
    "lebenslage.accounts",
    "lebenslage.journal",
    "lebenslage.files",
    "lebenslage.authorities",
    "lebenslage.services",
    "lebenslage.quarters",
    "lebenslage.residents",
    "lebenslage.contact",
    "lebenslage.cases",
    "lebenslage.portal",
    "lebenslage.desk",
    "lebenslage.planning",
]
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "papers"]}}
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "lebenslage.pages.middleware.keep_private",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]
# --- Language and time: the sentences come from our own files -------------------------------------

USE_I18N = False
USE_TZ = True
TIME_ZONE = "Europe/Berlin"
LANGUAGE_CODE = "de"

# --- Files ----------------------------------------------------------------------------------------

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 60 if DEBUG else 3600

# --- Safety ---------------------------------------------------------------------------------------

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "style-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if environment.flag("LEBENSLAGE_PROXY", default=False) else None
X_FRAME_OPTIONS = "DENY"

CSRF_COOKIE_NAME = "lebenslage-csrf"
CSRF_COOKIE_AGE = None
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "lebenslage.portal.views.form_expired"

# A household file holds at most 64 KB; a form of sixty persons stays below these.
DATA_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 6000
DATA_UPLOAD_MAX_NUMBER_FILES = 0

# --- Log: addresses and errors, never what a resident typed ---------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
