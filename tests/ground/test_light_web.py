"""The web starts, and answers, where the packages for whole populations are not installed."""

import subprocess
import sys

import pytest

WITHOUT_ANALYSIS = """
import importlib.abc, sys

class Missing(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("numpy", "pyarrow", "llvmlite", "scipy", "shapely", "pyogrio", "highspy"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Missing())
from lebenslage.site.wsgi import application
from django.test import Client
from django.urls import get_resolver
assert get_resolver().url_patterns
import lebenslage.site.jobs, lebenslage.site.schedule
print(Client(headers={"host": "localhost"}).get("/de/").status_code)
"""


@pytest.mark.slow
def test_the_web_answers_without_the_analysis_packages() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT_ANALYSIS], capture_output=True, text=True, check=False)

    assert (done.stdout, done.returncode) == ("200\n", 0), done.stderr
