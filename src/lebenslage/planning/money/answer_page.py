"""What the first page shows: the answer in a sentence, fifths, quarters on a map and in a table, years and sources, what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.safestring import SafeString, mark_safe

from lebenslage.authorities.models import Authority
from lebenslage.law.texts import Texts
from lebenslage.planning.money.arrival import Arrival, Quarter, arrival
from lebenslage.planning.money.need import Need, need_of, needs, residents
from lebenslage.planning.money.words import euros, number, signed_euros
from lebenslage.quarters import catalogue
from lebenslage.quarters.looks import Look, missing
from lebenslage.quarters.maps import Picture, drawn_map
from lebenslage.quarters.measures import queries
from lebenslage.quarters.measures.models import Money, Source
from lebenslage.quarters.measures.spending import Spending, What, laid_out
from lebenslage.quarters.models import Edition

ROOM: Final = "planning_money"
PLACES: Final = ("far_below", "below", "near", "above", "far_above", "unknown")
LONGEST: Final = 260


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for."""

    year: int
    source: str
    what: What
    need: str


@dataclass(frozen=True, slots=True)
class Fifth:
    """A bar: a fifth of the people by need, with its money a head."""

    name: str
    length: int
    per_head: str
    share: str
    y: int


def shown(authority: Authority, given: Mapping[str, str], say: Texts) -> Mapping[str, Any]:
    """The page; while something is missing that it needs, the next step."""
    edition, years, known = catalogue.edition(authority), queries.years(authority), needs(authority)
    if edition is None or not known or not years:
        return {"lacking": "areas" if edition is None else "need" if not known else "money"}
    asked = _asked(given, years, [one.key for one in known])
    amounts = list(queries.money(authority, year=asked.year))
    chosen = [one for one in amounts if asked.source in ("", one.source)]
    need = need_of(authority, edition, next(one for one in known if one.key == asked.need), asked.year)
    spending = laid_out(chosen, asked.what, edition.keys, dict(zip(edition.keys, residents(authority, edition)[0], strict=True)))
    found = arrival(spending, need) if need else None
    return {
        "asked": asked,
        "choices": _choices(asked, years, [(one.key, one.name) for one in known], say),
        "spending": _spending(spending, say),
        "by_source": _by_source(list(queries.money(authority)), say),
        **(_answer(found, spending, asked, say) if found else {"lacking": "numbers"}),
    }


def _asked(given: Mapping[str, str], years: Sequence[int], needs: Sequence[str]) -> Asked:
    year = int(given["jahr"]) if given.get("jahr", "").isdecimal() else years[0]
    source = given.get("quelle", "") if given.get("quelle", "") in Source.values else ""
    what: What = "spent" if given.get("was") == "spent" else "planned"
    need = given.get("bedarf", "")
    return Asked(year if year in years else years[0], source, what, need if need in needs else needs[0])


def _choices(asked: Asked, years: Sequence[int], needs: Sequence[tuple[str, str]], say: Texts) -> Sequence[Mapping[str, Any]]:
    sources = [("", say(ROOM, "all_sources")), *((one.value, say(ROOM, "source", one.value)) for one in Source)]
    offered: Sequence[tuple[str, str, Sequence[tuple[str, str]]]] = (
        ("bedarf", asked.need, needs),
        ("jahr", str(asked.year), [(str(year), str(year)) for year in years]),
        ("quelle", asked.source, sources),
        ("was", asked.what, [(one, say(ROOM, "which", one)) for one in ("planned", "spent")]),
    )
    return [
        {"name": name, "label": say(ROOM, "choose", name), "options": [(key, label, key == chosen) for key, label in some]}
        for name, chosen, some in offered
    ]


def _answer(found: Arrival, spending: Spending, asked: Asked, say: Texts) -> Mapping[str, Any]:
    poorest, richest = found.fifths.per_head[-1], found.fifths.per_head[0]
    told = {"whom": found.need.of_whom, "most": euros(poorest), "least": euros(richest)}
    return {
        "found": found,
        "answer": say(ROOM, "answer", found.answer),
        "per_head": say(ROOM, "answer", "per_head", **told),
        "sure": _sure(found, say),
        "reach": _reach(found, say),
        "fifths": _fifths(found, say),
        "rows": [_row(one, found.need, say) for one in sorted(found.quarters, key=_furthest)],
        "map": _map(found, found.need.column.edition, say),
        "need_name": found.need.column.indicator.name,
        "need_on": say.day(found.need.column.on.toordinal()),
        "of_whom": found.need.of_whom,
        "gaps": _gaps(found, spending, say),
        "formula": say(ROOM, "formula") if found.need.formula_fits else "",
    }


def _sure(found: Arrival, say: Texts) -> str:
    index = found.index
    told = {"index": number(index.index, 2), "low": number(index.low, 2), "high": number(index.high, 2)}
    if found.fair_index is None:
        return say(ROOM, "sure", "index", **told)
    return say(ROOM, "sure", "beside", **told, fair=number(found.fair_index, 2))


def _reach(found: Arrival, say: Texts) -> Sequence[str]:
    """How much goes past need, and who in need gets nothing."""
    if found.targeting is None:
        return []
    share = number(100 * (1 - found.targeting.leakage))
    lines = [say(ROOM, "reach", "leakage", people=number(100 * found.people_in_need_areas), share=share)]
    if found.targeting.undercoverage:
        lines.append(say(ROOM, "reach", "undercoverage", share=number(100 * found.targeting.undercoverage, 1)))
    return lines


def _fifths(found: Arrival, say: Texts) -> Sequence[Fifth]:
    greatest, total = max(found.fifths.per_head), sum(found.fifths.cents)
    names = ("least", "second", "third", "fourth", "most")
    return [
        Fifth(say(ROOM, "fifths", name), round(LONGEST * head / greatest), euros(head), number(100 * cents / total), 44 * place)
        for place, (name, head, cents) in enumerate(zip(names, found.fifths.per_head, found.fifths.cents, strict=True))
    ]


def _furthest(one: Quarter) -> tuple[bool, float]:
    return one.over is None, one.over or 0


def _row(one: Quarter, need: Need, say: Texts) -> Mapping[str, Any]:
    unknown = say(ROOM, "unknown")
    return {
        "key": one.key,
        "name": one.name,
        "need": unknown if one.need is None else number(one.need, 1),
        "cents": euros(one.cents) if one.cents else say(ROOM, "none_recorded"),
        "per_head": unknown if one.per_head is None else euros(one.per_head),
        "over": "" if one.over is None else signed_euros(one.over),
        "place": say(ROOM, "places", one.place),
        "mark": one.place,
    }


def _map(found: Arrival, edition: Edition, say: Texts) -> SafeString:
    """The map by how far each quarter is from the formula; nothing where no outlines are drawn, or no formula fits."""
    if not edition.drawn or not found.need.formula_fits:
        return SafeString("")
    shades = (("r6", "dense-cross", "−−"), ("r4", "lines", "−"), ("r2", "plain", "="), ("r1", "dots", "+"), ("r0", "dense-dots", "++"))
    looks = [Look(say(ROOM, "places", place), sign, shade, pattern) for place, (shade, pattern, sign) in zip(PLACES, shades, strict=False)]
    classes = [PLACES.index(one.place) for one in found.quarters]
    said = [f"{one.name}: {say(ROOM, 'places', one.place)}" for one in found.quarters]
    picture = Picture(
        edition.drawn, edition.names, classes, [*looks, missing(say(ROOM, "places", "unknown"))], say(ROOM, "map", "title"), said=said
    )
    return mark_safe(drawn_map(picture, legend=True))  # noqa: S308 - made of escaped names


def _spending(spending: Spending, say: Texts) -> Mapping[str, str]:
    return {
        "total": euros(spending.total),
        "placed": euros(spending.placed),
        "townwide": euros(spending.townwide) if spending.townwide else "",
        "townwide_share": number(100 * spending.townwide / spending.total) if spending.total else "",
    }


def _gaps(found: Arrival, spending: Spending, say: Texts) -> Sequence[str]:
    """What is missing, in sentences."""
    without = [one.name for one in found.quarters if not one.cents]
    lines = []
    if found.left_out:
        lines.append(say(ROOM, "gaps", "left_out", areas=", ".join(found.left_out)))
    if without:
        lines.append(say(ROOM, "gaps", "nothing_recorded", areas=", ".join(without), number=len(without)))
    if spending.unknown:
        lines.append(say(ROOM, "gaps", "unknown", number=spending.unknown))
    if spending.elsewhere:
        lines.append(say(ROOM, "gaps", "elsewhere", sum=euros(spending.elsewhere)))
    return lines


def _by_source(amounts: Sequence[Money], say: Texts) -> Mapping[str, Any]:
    """Planned and spent money by year, a column each source; the whole town's money is in it."""
    used = [one for one in Source if any(money.source == one for money in amounts)]
    years = sorted({one.year for one in amounts}, reverse=True)
    rows = [
        (year, [_both([one for one in amounts if one.year == year and one.source == source], say) for source in used]) for year in years
    ]
    return {"heads": [say(ROOM, "source", one.value) for one in used], "rows": rows}


def _both(amounts: Sequence[Money], say: Texts) -> Mapping[str, str]:
    planned, spent = ([one for one in given if one is not None] for given in ([a.planned for a in amounts], [a.spent for a in amounts]))
    return {
        "planned": euros(sum(planned)) if planned else "–",
        "spent": euros(sum(spent)) if spent else "–",
        "open": say(ROOM, "partly") if spent and len(spent) < len(amounts) else "",
    }
