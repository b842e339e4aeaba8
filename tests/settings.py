"""The settings of the tests: those of the house, with a key that opens nothing and a data directory that is thrown away."""

import os
import tempfile

os.environ.setdefault("LEBENSLAGE_SECRET_KEY", "only-for-tests-" + "0" * 40)
os.environ.setdefault("LEBENSLAGE_DATA", tempfile.mkdtemp(prefix="lebenslage-tests-"))

from lebenslage.site.settings import *  # noqa: F403 - the environment first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
