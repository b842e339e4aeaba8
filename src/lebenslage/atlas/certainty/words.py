"""What the draws say, in sentences: for one area, for all, and honestly about what was drawn and what was not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from lebenslage.atlas.certainty.attribution import Attribution
from lebenslage.atlas.certainty.draws import Model
from lebenslage.atlas.certainty.monte_carlo import Certainty

type Say = Callable[..., str]
ROOM = "certainty"
WORTH_SAYING = 0.005
"""A class that comes up less often than in half a draw of a hundred is not mentioned."""


def about_area(say: Say, found: Certainty, area: int, names: Mapping[int, str]) -> Iterator[str]:
    """How often an area keeps its class, where else it was, and its rank. `names` are the words for the classes' ids."""
    if found.has_classes:
        yield from _about_class(say, found, area, names)
    yield say(ROOM, "rank", rank=found.ranks[area], areas=len(found.ranks), low=found.low[area], high=found.high[area])
    if found.worst[area] >= WORTH_SAYING:
        yield say(ROOM, "worst", times=in_hundred(say, float(found.worst[area])), among=found.among)


def _about_class(say: Say, found: Certainty, area: int, names: Mapping[int, str]) -> Iterator[str]:
    own = int(found.classes[area])
    yield say(ROOM, "stays", times=in_hundred(say, float(found.stays[area])), name=names[own])
    for id, share in zip(found.ids, found.probabilities[area].tolist(), strict=True):
        if id != own and share >= WORTH_SAYING:
            yield say(ROOM, "otherwise", times=in_hundred(say, share), name=names[id])


def about_all(say: Say, found: Certainty) -> str:
    """In how many areas the class is certain; empty where there are no classes."""
    return "" if not found.has_classes else say(ROOM, "all", sure=int(found.sure.sum()), areas=len(found.sure))


def about_draws(say: Say, model: Model, draws: int, labels: Sequence[str], with_chance: Sequence[bool]) -> Iterator[str]:
    """What was drawn, and what was not. `labels` are the indicators' names, `with_chance` those whose chance was drawn."""
    if not model.sources:
        yield say(ROOM, "nothing")
        return
    drawn = [label for label, chance in zip(labels, with_chance, strict=True) if chance]
    exact = [label for label, chance in zip(labels, with_chance, strict=True) if not chance]
    yield say(ROOM, "drawn", draws=draws)
    details = {"noise": drawn, "scale": model.scales, "weights": (), "removal": ()}
    for source in model.sources:
        concentration = f"{model.doubt.concentration or 0:g}"
        yield "- " + say(ROOM, "drawn_parts", source, names=", ".join(details[source]), concentration=concentration)
    if exact:
        yield say(ROOM, "without_chance", names=", ".join(exact))
    yield say(ROOM, "not_drawn")


def about_sources(say: Say, found: Attribution) -> str:
    """Which source matters most; empty where nothing was drawn."""
    source = found.greatest
    return "" if source is None else say(ROOM, "matters", source=say(ROOM, "sources", source), share=round(100 * found.at_all[source]))


def in_hundred(say: Say, share: float) -> str:
    """A share as a number of a hundred, where 100 means always and 0 never."""
    if 0 < share < WORTH_SAYING:
        return say(ROOM, "hardly_any")
    return say(ROOM, "nearly_all") if 1 - WORTH_SAYING < share < 1 else str(round(100 * share))
