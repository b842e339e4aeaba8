"""The settings, from environment variables. Nothing a resident types is logged; her answers lie sealed in her vault.

LEBENSLAGE_SECRET_KEY  long random text; required unless LEBENSLAGE_DEBUG is on
LEBENSLAGE_DEBUG       1 on a developer's machine
LEBENSLAGE_HOSTS       host names served, separated by commas
LEBENSLAGE_ORIGINS     whole addresses behind a proxy that ends TLS, for example https://wohngeld.example.org
LEBENSLAGE_HTTPS       1 where the site is reached by https alone: secure cookie, HSTS
LEBENSLAGE_PROXY       1 where a proxy of ours sets X-Forwarded-Proto; never without one
DATABASE_URL           postgresql://role@host/name, a role that owns no table; else SQLite in the data directory
DATABASE_OWNER_URL     the role that owns the tables; `lebenslage migrate` alone uses it
LEBENSLAGE_DATA        where SQLite, mails and the key file lie; else `lebenslage-data` here
LEBENSLAGE_MASTER_KEY  the master keys in base64, separated by commas, the newest last; else a key file in the data directory
LEBENSLAGE_SEAL_KEY    the key of the seal on papers (RSA, with or without certificate), as PEM or a path; else a file in the data directory
LEBENSLAGE_CLAMAV      tcp://scanner:3310 or unix:/run/clamav/clamd.ctl; else nothing that is brought is scanned for viruses
LEBENSLAGE_MAIL_URL    smtp+tls://name:password@mail.example.org:587, or console: ; else mails are files in the data directory
LEBENSLAGE_MAIL_FROM   the sender of mails; what comes back goes to name+token@host there, for `lebenslage bounce`
LEBENSLAGE_OPERATOR    who is told once a day how many mails did not arrive, for example technik@example.org
LEBENSLAGE_FEEDS       hosts from which planners may fetch open data, separated by commas; else connectors are off
LEBENSLAGE_TILES       raster tiles (https://host/{z}/{x}/{y}.png) or a style (https://host/stil.json) behind planners' maps; else none
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
FEEDS = environment.names("LEBENSLAGE_FEEDS", default=[])
TILES = environment.tiles("LEBENSLAGE_TILES")

# --- What runs ------------------------------------------------------------------------------------

ROOT_URLCONF = "lebenslage.site.urls"
START_PAGE = "portal:start"
NO_MAIL_PAGE = "portal:no_mail"
NEIGHBOURS_NEWS_PAGE = "neighbours:news"
NO_NEIGHBOURS_MAIL_PAGE = "neighbours:no_mail"
SAVE_PAGE = "portal:save"
HELP_PAGE = "portal:help"
FIRST_PAGE = "lebenslage.authorities.access.first_page"
WSGI_APPLICATION = "lebenslage.site.wsgi.application"
INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django_tasks_db",
    "lebenslage.pages",
    "lebenslage.accounts",
    "lebenslage.journal",
    "lebenslage.files",
    "lebenslage.authorities",
    "lebenslage.services",
    "lebenslage.offers",
    "lebenslage.quarters",
    "lebenslage.quarters.measures",
    "lebenslage.quarters.places",
    "lebenslage.quarters.conferences",
    "lebenslage.quarters.reports",
    "lebenslage.quarters.exchange",
    "lebenslage.feeds",
    "lebenslage.residents",
    "lebenslage.contact",
    "lebenslage.cases",
    "lebenslage.portal",
    "lebenslage.desk",
    "lebenslage.planning",
    "lebenslage.neighbours",
    # Below ours: our templates of the same name come first.
    "allauth",
    "allauth.account",
    "allauth.mfa",
]
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "papers", "mail"]}}
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "lebenslage.pages.middleware.keep_private",
    "lebenslage.accounts.middleware.begin_as_nobody",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "lebenslage.pages.middleware.speak",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "lebenslage.accounts.context.frame",
                "lebenslage.neighbours.context.connecting",
            ]
        },
    }
]

# --- Sign-in: the rules; the pages and the reasons are in `accounts` --------------------------------

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ["email"]}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "lebenslage.accounts.adapters.SignIn"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_FORMS = {
    "login": "lebenslage.accounts.forms.SignIn",
    "signup": "lebenslage.accounts.forms.SignUp",
    "reset_password": "lebenslage.accounts.forms.NewPassword",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"signup": "10/h/ip", "reset_password": "10/h/ip,3/h/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = int(environment.flag("LEBENSLAGE_PROXY", default=False))
MFA_ADAPTER = "lebenslage.accounts.adapters.SecondStep"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "lebenslage.accounts.forms.Code",
    "reauthenticate": "lebenslage.accounts.forms.CodeAgain",
    "activate_totp": "lebenslage.accounts.forms.FirstCode",
}

# A session ends with the browser, at the latest after a working day. It lies in the database: signing out holds in every process.
SESSION_COOKIE_NAME = "lebenslage-session"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Tries and used codes are counted in the database, so that several processes count together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_remembered",
        # Many more than fit into some minutes: nobody pushes out what is counted.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
MAILERS = environment.mailers("LEBENSLAGE_MAIL_URL", DATA_DIRECTORY / "mail")
OPERATORS = environment.names("LEBENSLAGE_OPERATOR", default=[])
DEFAULT_FROM_EMAIL = environment.names("LEBENSLAGE_MAIL_FROM", default=["lebenslage@localhost"])[0]

# --- Language and time: our sentences come from our own files; those of libraries follow the page ---

USE_I18N = True
LANGUAGES = [("de", "Deutsch"), ("en", "English"), ("nl", "Nederlands")]
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
    # One file of ours, which reads aloud and prints; every page works without it.
    "script-src": [CSP.SELF],
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

# A household file holds at most 64 KB; a form of sixty persons stays below these. A proof (15 MB) goes to the disk, on its pages alone.
DATA_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 6000
DATA_UPLOAD_MAX_NUMBER_FILES = 60
FILE_UPLOAD_HANDLERS = ["lebenslage.feeds.uploads.TownFiles", "lebenslage.portal.uploads.ProofsAlone"]

# --- Log: addresses and errors, never what a resident typed ---------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
