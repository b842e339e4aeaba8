"""Writing conferences; each change in the journal."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.db.models import F, Max

from lebenslage.authorities.models import Authority, Staff
from lebenslage.journal.actions import Subject, record
from lebenslage.journal.clock import now, today
from lebenslage.quarters.conferences.changes import Decided, Entry, Meeting, Point, Written
from lebenslage.quarters.conferences.models import Conference, Contact, Decision, Invitation, Item, Progress, State
from lebenslage.quarters.conferences.problems import MinutesClosed, StepNotPossible, WrittenMeanwhile
from lebenslage.quarters.conferences.publishing import as_public
from lebenslage.quarters.conferences.steps import STEPS
from lebenslage.quarters.measures.actions import keep_measure
from lebenslage.quarters.measures.changes import Said
from lebenslage.quarters.measures.models import Measure
from lebenslage.quarters.recording import actor

LONGEST_TITLE = 160


@transaction.atomic
def keep_conference(
    authority: Authority, meeting: Meeting, *, by: Staff, conference: Conference | None = None, agenda: Sequence[Point] = ()
) -> Conference:
    """Keep a conference with its first agenda, or change when and where it is."""
    kept = conference or Conference(authority=authority)
    for name, value in asdict(meeting).items():
        setattr(kept, name, list(value) if name == "areas" else value)
    kept.save()
    _say(kept, "change_conference" if conference else "plan_conference", by)
    if agenda:
        keep_agenda(kept, agenda, by=by)
    return kept


@transaction.atomic
def remove_conference(conference: Conference, *, by: Staff, back: bool = False) -> None:
    """Take a conference out of every list, or bring it back. What is published stays until it is withdrawn. Raises StepNotPossible."""
    if conference.state == State.PUBLISHED:
        raise StepNotPossible(state=conference.state)
    Conference.objects.filter(pk=conference.pk).update(removed_at=None if back else now())
    _say(conference, "bring_back_conference" if back else "remove_conference", by)


@transaction.atomic
def keep_contact(authority: Authority, entry: Entry, *, by: Staff, contact: Contact | None = None) -> Contact:
    """Keep somebody in the address book, or change her entry."""
    kept = contact or Contact(authority=authority)
    for name, value in asdict(entry).items():
        setattr(kept, name, value)
    kept.save()
    record("keep_contact", Subject("authority", authority.id, authority.id), by=actor(by), contact=kept.pk)
    return kept


@transaction.atomic
def put_away(contact: Contact, *, by: Staff, back: bool = False) -> None:
    """Offer somebody no longer, or again."""
    Contact.objects.filter(pk=contact.pk).update(active=back)
    record("put_contact_away", Subject("authority", contact.authority_id, contact.authority_id), by=actor(by), contact=contact.pk)


@transaction.atomic
def invite(conference: Conference, contacts: Collection[int], *, by: Staff) -> None:
    """Ask exactly these people. Raises MinutesClosed."""
    _writable(conference)
    conference.invitations.exclude(contact__in=contacts).delete()
    asked = set(conference.invitations.values_list("contact", flat=True))
    known = Contact.objects.filter(authority=conference.authority_id, pk__in=contacts).exclude(pk__in=asked)
    Invitation.objects.bulk_create([Invitation(conference=conference, contact=one) for one in known])
    _say(conference, "invite", by, number=len(contacts))


@transaction.atomic
def note_presence(conference: Conference, came: Collection[int], *, by: Staff) -> None:
    """Say who of the invited came, by the numbers of their invitations. Raises MinutesClosed."""
    _writable(conference)
    conference.invitations.update(came=False)
    conference.invitations.filter(pk__in=came).update(came=True)
    _say(conference, "note_presence", by, number=len(came))


@transaction.atomic
def keep_agenda(conference: Conference, points: Sequence[Point], *, by: Staff) -> None:
    """Keep the points in this order; what is left out goes, unless notes were written on it. Raises MinutesClosed."""
    _writable(conference)
    conference.items.exclude(pk__in=[one.number for one in points if one.number]).filter(notes="").delete()
    for place, one in enumerate(points, start=1):
        values = {"place": place, "title": one.title, "minutes": one.minutes}
        if one.number:
            conference.items.filter(pk=one.number).update(**values)
        else:
            Item.objects.create(conference=conference, **values)
    _say(conference, "keep_agenda", by, number=len(points))


@transaction.atomic
def write_notes(item: Item, written: Written, *, by: Staff) -> None:
    """Keep notes. Raises MinutesClosed; WrittenMeanwhile where the point has another version now, and then keeps nothing."""
    _writable(item.conference)
    fitting = Item.objects.filter(pk=item.pk, version=written.version)
    kept = fitting.update(notes=written.notes, public=written.public, version=F("version") + 1, written_by=by.name)
    if not kept:
        raise WrittenMeanwhile(by=Item.objects.get(pk=item.pk).written_by)
    _say(item.conference, "write_notes", by, item=item.pk)


@transaction.atomic
def decide(conference: Conference, decided: Decided, *, by: Staff, decision: Decision | None = None) -> Decision:
    """Keep a decision, or change one. Raises MinutesClosed."""
    _writable(conference)
    last = conference.decisions.aggregate(last=Max("number"))["last"] or 0
    kept = decision or Decision(conference=conference, number=last + 1)
    for name in ("text", "responsible", "due", "votes", "public"):
        setattr(kept, name, getattr(decided, name))
    kept.item = conference.items.filter(pk=decided.item).first() if decided.item else kept.item
    kept.save()
    _say(conference, "change_decision" if decision else "decide", by, number=kept.number)
    return kept


@transaction.atomic
def remove_decision(decision: Decision, *, by: Staff) -> None:
    """Take a decision away that was written by mistake. Raises MinutesClosed."""
    _writable(decision.conference)
    decision.delete()
    _say(decision.conference, "remove_decision", by, number=decision.number)


@transaction.atomic
def follow_up(decision: Decision, progress: Progress, remark: str, *, by: Staff) -> None:
    """Say how far a decision is; that is possible in every state of the conference."""
    decision.progress, decision.remark = progress, remark
    decision.settled_on = None if progress == Progress.OPEN else today()
    decision.save(update_fields=["progress", "remark", "settled_on"])
    _say(decision.conference, "follow_up", by, number=decision.number, progress=progress)


@transaction.atomic
def make_measure(decision: Decision, *, by: Staff) -> Measure:
    """The measure that comes out of a decision: a planned one with its words, made once."""
    if decision.measure is not None:
        return decision.measure
    said = Said(
        decision.text.partition("\n")[0][:LONGEST_TITLE],
        aim=decision.text,
        areas=decision.conference.areas,
        department=decision.responsible[:120],
        due=decision.due,
    )
    decision.measure = keep_measure(decision.conference.authority, said, by=actor(by))
    decision.save(update_fields=["measure"])
    _say(decision.conference, "make_measure", by, number=decision.number)
    return decision.measure


@transaction.atomic
def take_step(conference: Conference, name: str, *, by: Staff) -> Conference:
    """Take a step of its life. Publishing keeps what everybody reads as it is now. Raises StepNotPossible."""
    step = STEPS[name]
    kept = Conference.objects.select_for_update().get(pk=conference.pk)
    if kept.state != step.before or by.role not in step.roles or kept.removed_at is not None:
        raise StepNotPossible(state=kept.state)
    kept.state = step.after
    kept.approved_by = {"approve": by.name, "reopen": ""}.get(name, kept.approved_by)
    kept.public, kept.published_at = (as_public(kept), now()) if step.after == State.PUBLISHED else (None, None)
    kept.save()
    _say(kept, f"{name}_conference", by)
    return kept


def _writable(conference: Conference) -> None:
    """Let one write after the other, and none once the minutes are approved."""
    if not Conference.objects.select_for_update().get(pk=conference.pk).open:
        raise MinutesClosed


def _say(conference: Conference, action: str, by: Staff, **details: Any) -> None:
    record(action, Subject("conference", conference.pk, conference.authority_id), by=actor(by), **details)
