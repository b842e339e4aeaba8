"""Which version of a service holds, and what it says."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import yaml

import lebenslage.benefits
from lebenslage.law.yaml_files import LOADER
from lebenslage.services.definition import Definition, checked
from lebenslage.services.models import Version
from lebenslage.services.problems import NotPublished, UnknownService, WrongDefinition

FILE: Final = "service.yaml"
BENEFITS: Final = Path(lebenslage.benefits.__path__[0])


def current(service: str) -> Version:
    """The newest published version. Raises NotPublished."""
    found = Version.objects.filter(service=service).order_by("-number").first()
    if found is None:
        raise NotPublished(service=service)
    return found


def definition(version: Version) -> Definition:
    """What a version says. It never changes, so it is read once."""
    return _definition(version.pk, version.digest) if version.pk else checked(version.content, str(version))


@lru_cache(maxsize=256)
def _definition(pk: int, digest: str) -> Definition:
    version = Version.objects.get(pk=pk, digest=digest)
    return checked(version.content, str(version))


def known_services() -> list[str]:
    """The services whose folder has a `service.yaml`."""
    return sorted(path.parent.name for path in BENEFITS.glob(f"*/{FILE}"))


def written(service: str) -> Any:
    """The content of a service's file as it stands now. Raises UnknownService, WrongDefinition."""
    if service not in known_services():
        raise UnknownService(service=service)
    path = BENEFITS / service / FILE
    try:
        return yaml.load(path.read_text(encoding="utf8"), Loader=LOADER)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise WrongDefinition(file=f"{service}/{FILE}", place=f"line {mark.line + 1}" if mark else "-", reason="no YAML") from error
