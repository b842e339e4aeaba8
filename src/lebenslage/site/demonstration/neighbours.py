"""Neighbours of the connected town: a board, a connector, and the posts that people without internet brought to her."""

from __future__ import annotations

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority, Staff
from lebenslage.journal.actions import SYSTEM, Actor
from lebenslage.neighbours import actions
from lebenslage.neighbours.actions.connecting import Office
from lebenslage.quarters.models import Area
from lebenslage.site.demonstration.people import loaded


def open_board(authority: Authority) -> int:
    """Open the board of a town and put up its posts; how many."""
    plan = loaded("neighbours.yaml")
    said = plan["connector"]
    staff = Staff.objects.select_related("user", "authority").get(authority=authority, user__email=said["staff"])
    by = Actor(staff.user_id, staff.role)
    actions.name_quarters(authority, dict(Area.objects.filter(authority=authority).values_list("key", "name")))
    with acting(authority=authority.pk):
        connector = actions.appoint(staff, areas=said["areas"], office=Office(**said["office"]), trained_on=said["trained_on"], by=SYSTEM)
        actions.open_board(authority, check_first=True, by=SYSTEM)
        for one in plan["posts"]:
            words = {name: one[name] for name in ("side", "kind", "title", "text", "whole_town") if name in one}
            actions.put_up_for(connector, one["area"], actions.Wording(**words), name=one["name"], way=one["way"], by=by)
    return len(plan["posts"])
