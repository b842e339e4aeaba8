"""The map of need without offer, its table and its words."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.authorities.models import Authority
from lebenslage.law.texts import Texts
from lebenslage.offers.table import safe
from lebenslage.offers.topics import TOPICS
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.offers.frame import offers_frame
from lebenslage.planning.offers.gaps.need import Gap, Gaps, Row, gaps_of
from lebenslage.planning.rooms import READ
from lebenslage.quarters import catalogue
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.looks import Look, missing
from lebenslage.quarters.maps import Picture, Spot, drawn_map, placed
from lebenslage.quarters.models import Better, Edition, Indicator

GAPS: Final = ("planning_offers", "gaps")
RADII: Final = (0, 500, 800, 1500)
USUAL: Final = ("basic_income", "child_poverty")
LOOKS: Final[Mapping[Gap, tuple[str, str, str]]] = {
    Gap.NOTHING: ("!", "r6", "dense-cross"),
    Gap.LITTLE: ("–", "r4", "lines"),
    Gap.SERVED: ("+", "r2", "dots"),
    Gap.NOT_HIGH: ("", "r0", "plain"),
}


@require_safe
@staff_required(*READ)
def gaps(request: StaffRequest) -> HttpResponse:
    say = sentences(DEFAULT)
    found = _asked(request.staff.authority, request.GET)
    frame = offers_frame(request, "gaps")
    if found is None:
        return render(request, "planning/offers/no_gaps.html", frame)
    answer, choice = found
    context = {
        "gaps": answer,
        "map": _map(answer, choice, say),
        "rows": [(row, *_cells(row, say)) for row in sorted(answer.rows, key=_worst)],
        "sentences": _sentences(answer, choice, say),
        "day": say.day(answer.need.on.toordinal()),
        **choice,
    }
    return render(request, "planning/offers/gaps.html", {**frame, **context})


@require_safe
@staff_required(*READ)
def gaps_table(request: StaffRequest) -> HttpResponse:
    found = _asked(request.staff.authority, request.GET)
    if found is None:
        raise Http404
    say, out = sentences(DEFAULT), io.StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow([say(*GAPS, "columns", name) for name in ("key", "area", "need", "offers", "rate", "nearest", "gap")])
    table.writerows([safe(cell) for cell in (row.key, row.name, *_cells(row, say))] for row in found[0].rows)
    named = {"Content-Disposition": 'attachment; filename="luecken.csv"'}
    return HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8", headers=named)


def _asked(authority: Authority, given: Mapping[str, str]) -> tuple[Gaps, dict[str, Any]] | None:
    """What the address asks for, or the usual; None where the town has no outlines or no figures."""
    edition, known = catalogue.edition(authority), list(catalogue.indicators(authority))
    need = _need(authority, edition, _indicator(known, given.get("indikator", ""))) if edition is not None and edition.drawn else None
    if edition is None or need is None:
        return None
    topics = {one: sentences(DEFAULT)("offers", "topics", one) for one in TOPICS}
    topic = given["thema"] if given.get("thema") in topics else TOPICS[0]
    radius = next((one for one in RADII if str(one) == given.get("umkreis")), RADII[0])
    choice = {"topic": topic, "radius": radius, "radii": RADII[1:], "indicators": known}
    choice |= {"topics": list(topics.items()), "topic_words": topics[topic]}
    return gaps_of(authority, edition, need, topic, radius), choice


def _need(authority: Authority, edition: Edition, indicator: Indicator | None) -> Column | None:
    """The latest figures of an indicator."""
    days = catalogue.days(authority, indicator.key) if indicator else []
    return catalogue.column(authority, indicator.key, edition, days[0]) if indicator and days else None


def _indicator(known: Sequence[Indicator], key: str) -> Indicator | None:
    """The one that is asked for; else a burden."""
    wanted = [one for one in known if one.key == key] or [one for usual in USUAL for one in known if one.key == usual]
    burdens = [one for one in known if one.better == Better.LOW]
    return next(iter([*wanted, *burdens, *known]), None)


def _map(found: Gaps, choice: Mapping[str, Any], say: Texts) -> SafeString:
    spots = [Spot(*placed(found.edition.drawn, x, y), "square", name) for x, y, name in found.houses]
    picture = Picture(
        found.edition.drawn,
        found.edition.names,
        [int(row.gap) for row in found.rows],
        [*(Look(_class(gap, say), *look) for gap, look in LOOKS.items()), missing(_class(Gap.UNKNOWN, say))],
        say(*GAPS, "map", topic=choice["topic_words"], need=found.need.indicator.name),
        summary=_sentences(found, choice, say)[0],
        spots=spots,
        signs={"square": say(*GAPS, "spot")} if spots else {},
    )
    return mark_safe(drawn_map(picture, legend=True))  # noqa: S308 - escaped in quarters.maps


def _class(gap: Gap, say: Texts) -> str:
    return say(*GAPS, "classes", gap.name.lower())


def _worst(row: Row) -> tuple[int, float]:
    return int(row.gap), -(row.need or 0.0)


def _cells(row: Row, say: Texts) -> tuple[str, str, str, str, str]:
    """Need, offers, rate, distance and class in words; what is not known says so."""
    need = _number(row.need, say) if row.need is not None else say(*GAPS, "marks", Mark(row.mark).name.lower())
    unknown = say(*GAPS, "marks", "missing")
    rate = unknown if row.per_thousand is None else _number(row.per_thousand, say)
    nearest = unknown if row.nearest is None else say(*GAPS, "metres", number=round(row.nearest / 10) * 10)
    return need, str(row.offers), rate, nearest, _class(row.gap, say)


def _number(number: float, say: Texts) -> str:
    return say.number(round(number * 10) * 10, 2).removesuffix("0")


def _sentences(found: Gaps, choice: Mapping[str, Any], say: Texts) -> Sequence[str]:
    """What the map shows, in words: the gaps by name first."""
    bare = [row.name for row in sorted(found.rows, key=_worst) if row.gap == Gap.NOTHING]
    asked = {"topic": choice["topic_words"], "need": found.need.indicator.name, "all": len(found.rows)}
    first = say(*GAPS, "some", number=len(bare), areas=", ".join(bare), **asked) if bare else say(*GAPS, "none", **asked)
    rule = say(*GAPS, "by_radius", number=choice["radius"]) if choice["radius"] else say(*GAPS, "by_rate")
    unknown = sum(row.gap == Gap.UNKNOWN for row in found.rows)
    return [first, say(*GAPS, "how_high", **asked), rule, *([say(*GAPS, "unknown", number=unknown)] if unknown else [])]
