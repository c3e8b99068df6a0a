"""Settings, read from the environment only (README: configuration). Nonsense is refused at start, with its reason."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _
from environs import Env, validate

from gemeente.lib.env import (
    check_bucket_endpoint,
    check_bucket_name,
    check_bucket_region,
    check_postgres_url,
    check_public_url,
    check_secret_key,
    check_tiles_url,
    is_loopback,
    origin_of,
)

BASE_DIR = Path(__file__).resolve().parent.parent
PDOK_TILES = "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/standaard/EPSG:3857/{z}/{x}/{y}.png"

env = Env(eager=False)  # gather every fault, so that one start tells them all
_public_url: str = env.str("PUBLIC_URL", validate=check_public_url)
_database: dict[str, object] = env.dj_db_url("DATABASE_URL")
_database_url: str = env.str("DATABASE_URL", validate=check_postgres_url)
_email: dict[str, object] = env.dj_email_url("EMAIL_URL", "smtp://localhost:25")
SECRET_KEY = env.str("SECRET_KEY", validate=check_secret_key)
DEMO = env.bool("DEMO", False)
DEBUG = env.bool("DEBUG", False)
DATABASE_POOL_SIZE = env.int("DATABASE_POOL_SIZE", 8, validate=validate.Range(min=0, max=100))
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", 0, validate=validate.Range(min=0, max=5))
DEFAULT_FROM_EMAIL = env.str("MAIL_SENDER", "Buitenkans <buitenkans@localhost>")
HELP_PHONE = env.str("HELP_PHONE", "14 010")
SECURITY_CONTACT = env.str("SECURITY_CONTACT", "mailto:security@example.invalid")
MAP_TILES_URL = env.str("MAP_TILES_URL", PDOK_TILES, validate=check_tiles_url)
_media_root: str = env.str("MEDIA_ROOT", str(BASE_DIR / ".local" / "media"))
_bucket: dict[str, str] = {
    "bucket_name": env.str("MEDIA_S3_BUCKET", "", validate=check_bucket_name),
    "endpoint_url": env.str("MEDIA_S3_ENDPOINT", "", validate=check_bucket_endpoint),
    "region_name": env.str("MEDIA_S3_REGION", "", validate=check_bucket_region),
    "access_key": env.str("MEDIA_S3_ACCESS_KEY", ""),
    "secret_key": env.str("MEDIA_S3_SECRET_KEY", ""),
}
LOG_LEVEL = env.str("LOG_LEVEL", "INFO", validate=validate.OneOf(["DEBUG", "INFO", "WARNING", "ERROR"]))
env.seal()

if DEMO and not is_loopback(_public_url):
    raise ImproperlyConfigured("DEMO=1 is for this machine only: demo accounts have a known password")
if DEBUG and not is_loopback(_public_url):
    raise ImproperlyConfigured("DEBUG=1 is for this machine only: its error pages show everything")
if any(_bucket.values()) and not all(_bucket.values()):
    raise ImproperlyConfigured("the five settings that begin with MEDIA_S3_ go together: set all or none")

# --- Where the portal lives -------------------------------------------------------------------------------------------
PUBLIC_URL = _public_url.rstrip("/")
ALLOWED_HOSTS = [urlsplit(PUBLIC_URL).hostname, *(["localhost", "127.0.0.1"] if is_loopback(PUBLIC_URL) else [])]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
ROOT_URLCONF = "gemeente.urls"
WSGI_APPLICATION = "gemeente.wsgi.application"
APPEND_SLASH = True

# --- Apps, lowest storey first ----------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "django_filters",
    "procrastinate.contrib.django",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "gemeente.lib",
    "gemeente.users",
    "gemeente.places",
    "gemeente.activity",
    "gemeente.accounts",
    "gemeente.portal",
    "gemeente.partners",
    "gemeente.cases",
    "gemeente.moderation",
    "gemeente.questions",
    "gemeente.council",
    "wijken",
    "wijken.following",
    "wijken.agenda",
    "wijken.advice",
    "wijken.meetings",
    "initiatives",
    *(["gemeente.demo"] if DEMO else []),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "gemeente.lib.middleware.permissions_policy",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "gemeente.lib.middleware.PublicPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "gemeente.lib.middleware.LanguageFromPath",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "gemeente.lib.middleware.RefusedActions",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "gemeente.views.portal_context",
            ],
        },
    },
]
FORM_RENDERER = "gemeente.lib.forms.PortalRenderer"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- Database, cache and jobs: one PostgreSQL -------------------------------------------------------------------------
DATABASES = {"default": _database | {"CONN_HEALTH_CHECKS": True}}
if DATABASE_POOL_SIZE:
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 1, "max_size": DATABASE_POOL_SIZE, "timeout": 5}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    # Limits on attempts must hold across workers, so they are counted in the database.
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "django_cache"},
    # Pages, texts and the map, in each process: as much as a few hundred pages take.
    "pages": {
        "BACKEND": "gemeente.lib.process_cache.ProcessCache",
        "OPTIONS": {"MAX_ENTRIES": 1000, "MAX_BYTES": 8_000_000},
    },
}
KEEPS_PAGES = True  # `make bench` also measures what they cost without
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "tasks"
PROCRASTINATE_ON_APP_READY = None

# --- People and sign-in -----------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "users.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:mine"
DESK_REDIRECT_URL = "cases:worklist"  # who helps residents begins her day there
ACCOUNT_ADAPTER = "gemeente.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]  # a password is optional, later, at /account/password/set/
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 8}  # 1234-5678: easy to type, too many to guess
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_MAX_EMAIL_ADDRESSES = 2  # the present one and, while changing, the next
ACCOUNT_CHANGE_EMAIL = True
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
ACCOUNT_RATE_LIMITS = {  # what is sent without an account: allauth counts it for us
    "take_part": "30/h/ip,5/h/key",
    "ask_question": "30/h/ip,5/h/key",
    "follow": "30/h/ip,5/h/key",
    "report": "20/h/ip",
    "worry": "20/h/ip",
}
MFA_ADAPTER = "gemeente.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Buitenkans"
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
ACCOUNT_FORMS = {
    "login": "gemeente.accounts.forms.SignInForm",
    "signup": "gemeente.accounts.forms.SignUpForm",
    "request_login_code": "gemeente.accounts.forms.RequestCodeForm",
    "confirm_login_code": "gemeente.accounts.forms.SignInCodeForm",
    "confirm_email_verification_code": "gemeente.accounts.forms.EmailCodeForm",
    "add_email": "gemeente.accounts.forms.NewEmailForm",
    "set_password": "gemeente.accounts.forms.SetPasswordForm",
    "change_password": "gemeente.accounts.forms.ChangePasswordForm",
    "reset_password": "gemeente.accounts.forms.ForgottenPasswordForm",
    "confirm_password_reset_code": "gemeente.accounts.forms.ForgottenPasswordCodeForm",
    "reset_password_from_key": "gemeente.accounts.forms.ForgottenPasswordNewForm",
    "reauthenticate": "gemeente.accounts.forms.ReauthenticateForm",
}
MFA_FORMS = {
    "authenticate": "gemeente.accounts.forms.SecondStepForm",
    "reauthenticate": "gemeente.accounts.forms.SecondStepAgainForm",
    "activate_totp": "gemeente.accounts.forms.ActivateSecondStepForm",
}
SECOND_FACTOR_WAIVED = DEMO  # the demo's passwords are public anyway; a banner says so

# --- Language: Dutch on the plain path, English under /en/ ------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

# --- Files ------------------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / ".build" / "static"]
STATIC_ROOT: Path | None = BASE_DIR / ".build" / "staticfiles"
MEDIA_ROOT = Path(_media_root)  # what people upload; never served from here, only by a view that asks who looks
STORAGES: dict[str, dict[str, Any]] = {
    "default": (
        {"BACKEND": "gemeente.lib.buckets.PrivateBucket", "OPTIONS": _bucket}
        if _bucket["bucket_name"]
        else {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    ),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# --- Mail -------------------------------------------------------------------------------------------------------------
EMAIL_BACKEND = "gemeente.demo.mail.DemoMailBackend" if DEMO else _email["EMAIL_BACKEND"]
EMAIL_HOST = _email["EMAIL_HOST"]
EMAIL_PORT = _email["EMAIL_PORT"]
EMAIL_HOST_USER = _email["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = _email["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = _email["EMAIL_USE_TLS"]
EMAIL_USE_SSL = _email["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 20

# --- Security: what internet.nl asks of every answer ------------------------------------------------------------------
IS_HTTPS = PUBLIC_URL.startswith("https://")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # preload is for the owner of the domain to ask, not for one portal
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_NAME = "__Host-session" if IS_HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if IS_HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "gemeente.views.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:", *([origin_of(MAP_TILES_URL)] if MAP_TILES_URL else [])],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    # Pillow tells at DEBUG what a camera wrote in a photo.
    "loggers": {"procrastinate": {"level": "WARNING"}, "PIL": {"level": "WARNING"}},
}
