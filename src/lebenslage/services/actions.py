"""Publishing a service: from then on applications begin with this version."""

from __future__ import annotations

import hashlib
import json
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Max

from lebenslage.journal.actions import Actor, Subject, record
from lebenslage.journal.clock import now
from lebenslage.services.definition import checked
from lebenslage.services.missing import missing_texts
from lebenslage.services.models import Version
from lebenslage.services.problems import TextsMissing
from lebenslage.services.queries import FILE, written

SERVICES = UUID("8f1f6f3e-8c0b-5a53-9d4e-6f1f3a0c5b11")


@transaction.atomic
def publish(service: str, *, by: Actor) -> Version:
    """Publish what `service.yaml` says; the same content is published once. Raises UnknownService, WrongDefinition, TextsMissing."""
    definition = checked(written(service), f"{service}/{FILE}")
    if missing := missing_texts(definition):
        raise TextsMissing(service=service, missing=missing)
    content = definition.model_dump(mode="json")
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    known = Version.objects.filter(service=service, digest=digest).first()
    if known is not None:
        return known
    last = Version.objects.filter(service=service).aggregate(last=Max("number"))["last"] or 0
    version = Version.objects.create(service=service, number=last + 1, content=content, digest=digest, published=now())
    record("publish", Subject("service", uuid5(SERVICES, service)), by=by, service=service, number=version.number)
    return version
