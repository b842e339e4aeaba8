"""Reading remarks, what towns share, and what of the own could be shared."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from lebenslage.authorities.models import Authority
from lebenslage.quarters.exchange.models import Remark, Shared, Taken
from lebenslage.quarters.measures.models import Measure, Status
from lebenslage.quarters.models import Batch
from lebenslage.quarters.reports.models import Block

INDEX = "index"


def remarks(authority: Authority, about: str) -> QuerySet[Remark]:
    """What colleagues remarked on something, the oldest first."""
    found: QuerySet[Remark] = Remark.objects.filter(authority=authority, about=about)
    return found


def shared(authority: Authority, *, kind: str = "", words: str = "") -> QuerySet[Shared]:
    """What all towns share, the newest first; each with `times` it was taken over by a town, and whether by this one (`ours`)."""
    taken = Taken.objects.filter(shared=OuterRef("pk"), authority=authority)
    some = Shared.objects.filter(withdrawn_at=None).annotate(times=Count("taken"), ours=Exists(taken))
    some = some.filter(kind=kind) if kind else some
    for word in words.split():
        some = some.filter(Q(title__icontains=word) | Q(summary__icontains=word) | Q(town__icontains=word))
    return some


def taken(authority: Authority, kind: str = "") -> QuerySet[Taken]:
    """What a town took over, the newest first."""
    some = Taken.objects.filter(authority=authority)
    return some.filter(kind=kind) if kind else some


def own_measures(authority: Authority) -> Sequence[Measure]:
    """Measures from which others can learn: begun, ended or stopped."""
    return list(Measure.objects.filter(authority=authority, removed_at=None).exclude(status=Status.PLANNED))


def own_recipes(authority: Authority) -> Sequence[Batch]:
    """The recipes of the town's own indices, the newest of each name."""
    found = Batch.objects.filter(authority=authority, origin=INDEX, withdrawn_at=None).order_by("at")
    return list({one.title: one for one in found if one.how.get("recipe")}.values())


def own_blocks(authority: Authority) -> Sequence[Block]:
    """The texts of the town's newest report."""
    found = Block.objects.filter(report__authority=authority).exclude(text="").select_related("report").order_by("-report__made_at", "pk")
    newest = next(iter(found), None)
    return [one for one in found if newest and one.report_id == newest.report_id]
