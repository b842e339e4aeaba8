"""Gives new pages their three words: adds them to `pages/page_codes.yaml` and changes none that is there.

.venv/bin/python tools/page_codes.py
"""

import os
import sys

import django
import yaml
from django.utils.module_loading import import_string

from lebenslage.pages.page_codes import FILE, new_code, stored


def main() -> None:
    """Add what is missing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lebenslage.site.settings")
    os.environ.setdefault("LEBENSLAGE_DEBUG", "1")
    django.setup()
    pages = import_string("lebenslage.portal.help.pages.pages")
    codes = dict(stored())
    for page in pages():
        codes.setdefault(page, new_code(page, list(codes.values())))
    head, _, _ = FILE.read_text(encoding="utf8").partition("codes:")
    FILE.write_text(f"{head}{yaml.safe_dump({'codes': codes}, sort_keys=True)}", encoding="utf8")
    sys.stdout.write(f"{len(codes) - len(stored())} new, {len(codes)} in all\n")


if __name__ == "__main__":
    main()
