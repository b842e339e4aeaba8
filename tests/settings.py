"""The settings of the tests: those of the house, with a key that opens nothing and a data directory that is thrown away.

The tests run on SQLite. With LEBENSLAGE_TESTS_ON=postgresql they run on a PostgreSQL of their own, under a role that owns nothing.
"""

import atexit
import os
import shutil
import tempfile

from lebenslage.site.commands.trial_postgres import cluster
from tests.postgres.made import NAME, cluster_with_tables

os.environ.setdefault("LEBENSLAGE_SECRET_KEY", "only-for-tests-" + "0" * 40)
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the browser has a loop of its own in the thread of a test
if "LEBENSLAGE_DATA" not in os.environ:
    os.environ["LEBENSLAGE_DATA"] = tempfile.mkdtemp(prefix="lebenslage-tests-")
    atexit.register(shutil.rmtree, os.environ["LEBENSLAGE_DATA"], ignore_errors=True)

# Each process that runs tests has a cluster of its own; the servers and workers that a test starts use the one of their test.
_ours = os.environ.get("PYTEST_XDIST_WORKER", "alone")
if os.environ.get("LEBENSLAGE_TESTS_ON") == "postgresql" and os.environ.get("LEBENSLAGE_TESTS_CLUSTER_OF") != _ours:
    os.environ["LEBENSLAGE_TESTS_CLUSTER_OF"] = _ours
    _running = cluster(like=cluster_with_tables())
    CLUSTER = _running.__enter__()
    atexit.register(_running.__exit__, None, None, None)
    os.environ.update(CLUSTER.environment(NAME))

from lebenslage.site.settings import *  # noqa: E402, F403 - the environment first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
