"""What everybody reads of a conference: only what is marked so, functions in place of names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lebenslage.authorities.models import Staff
from lebenslage.quarters.catalogue import edition
from lebenslage.quarters.conferences.anonymous import Person, without_names
from lebenslage.quarters.conferences.models import Conference, Contact


def as_public(conference: Conference) -> dict[str, Any]:
    """The public minutes as plain data: five queries."""
    people = _people(conference)
    areas = edition(conference.authority) if conference.areas else None
    names = dict(zip(areas.keys, areas.names, strict=True)) if areas else {}
    came = conference.invitations.filter(came=True).select_related("contact")
    return {
        "title": without_names(conference.title, people),
        "on": conference.on.isoformat(),
        "place": without_names(conference.place, people),
        "areas": [{"key": key, "name": names.get(key, key)} for key in conference.areas],
        "present": [str(one.contact) for one in came],
        "items": [
            {"title": without_names(one.title, people), "notes": without_names(one.notes, people)}
            for one in conference.items.all()
            if one.public and one.notes.strip()
        ],
        "decisions": [
            {
                "number": one.number,
                "text": without_names(one.text, people),
                "responsible": without_names(one.responsible, people),
                "due": one.due.isoformat() if one.due else None,
                "votes": one.votes,
            }
            for one in conference.decisions.all()
            if one.public
        ],
    }


def _people(conference: Conference) -> Sequence[Person]:
    """Everybody of the address book and of the staff, longest names first: one name may be part of another."""
    contacts = Contact.objects.filter(authority=conference.authority_id).exclude(name="")
    staff = Staff.objects.filter(authority=conference.authority_id).values_list("name", flat=True)
    found = [*(Person(one.name, str(one)) for one in contacts), *(Person(name, conference.authority.office) for name in staff)]
    return sorted(found, key=lambda person: -len(person.name))
