"""Settings of the tests: the real ones, with fast hashing, mail in memory and no pool to get in the way of clones."""

import os

os.environ.setdefault("SECRET_KEY", "only-for-tests-" + "x" * 50)
os.environ.setdefault("PUBLIC_URL", "http://localhost")
os.environ["DEMO"] = "1"
os.environ["DATABASE_POOL_SIZE"] = "0"
os.environ["MAP_TILES_URL"] = ""

from gemeente.settings import *  # noqa: F403

EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SECOND_FACTOR_WAIVED = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT = None  # the finders serve what the build made; nothing is collected
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
