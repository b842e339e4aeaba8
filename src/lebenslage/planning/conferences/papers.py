"""A conference as its minutes are printed: for those who were there, and for everybody."""

from __future__ import annotations

from datetime import date, datetime

from lebenslage.authorities.models import Authority
from lebenslage.law.texts import Texts
from lebenslage.papers.minutes import Decided, MinutesContent, Point, Present
from lebenslage.planning.conferences import pages
from lebenslage.planning.conferences.pages import ROOM
from lebenslage.planning.money.board import day_in_words
from lebenslage.quarters.conferences.models import Conference, Decision, State
from lebenslage.quarters.conferences.queries import PublicMinutes


def minutes_of(conference: Conference, say: Texts, *, at: datetime) -> MinutesContent:
    """Everything that is known of it: names of those who came, notes, decisions. Four queries."""
    names = pages.area_names(conference.authority)
    asked = list(conference.invitations.select_related("contact"))
    decisions = list(conference.decisions.all())
    items = list(pages.timed(conference))
    return MinutesContent(
        authority=conference.authority.name,
        office=conference.authority.office,
        title=conference.title,
        day=day_in_words(conference.on, say),
        clock=pages.clock(conference, say),
        place=conference.place,
        areas=tuple(names.get(key, key) for key in conference.areas) or (say(ROOM, "whole_town"),),
        present=tuple(Present(say(ROOM, "side", one.contact.side), str(one.contact), one.contact.name) for one in asked if one.came),
        absent=tuple(one.contact.in_full for one in asked if one.came is False),
        points=tuple(
            Point(one.item.title, one.item.notes, tuple(_decided(d, say) for d in decisions if d.item_id == one.item.pk)) for one in items
        ),
        decisions=tuple(_decided(one, say) for one in decisions),
        approved_by="" if conference.open else conference.approved_by,
        draft=conference.state in (State.PLANNED, State.HELD),
        made=at,
    )


def public_minutes_of(minutes: PublicMinutes, authority: Authority, say: Texts) -> MinutesContent:
    """What everybody may read, and nothing beside it. It asks for nothing."""
    content = minutes.content
    return MinutesContent(
        authority=authority.name,
        office=authority.office,
        title=content["title"],
        day=day_in_words(minutes.on, say),
        clock="",
        place=content["place"],
        areas=tuple(one["name"] for one in content["areas"]) or (say(ROOM, "whole_town"),),
        present=tuple(Present("", function) for function in content["present"]),
        absent=(),
        points=tuple(Point(one["title"], one["notes"]) for one in content["items"]),
        decisions=tuple(Decided(**{**one, "due": iso_day_in_words(one["due"], say)}) for one in content["decisions"]),
        made=minutes.published_at,
        draft=False,
        public=True,
    )


def iso_day_in_words(day: str | None, say: Texts) -> str:
    """A day such as `2026-12-31` as it is read; nothing where there is none."""
    return day_in_words(date.fromisoformat(day) if day else None, say)


def _decided(one: Decision, say: Texts) -> Decided:
    return Decided(one.number, one.text, one.responsible, day_in_words(one.due, say), one.votes)
