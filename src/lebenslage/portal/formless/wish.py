"""What she says on the one page: who she is, how she is reached, where, and what for. Little is needed, and nothing is judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lebenslage.authorities.problems import UnclearMunicipality, UnknownMunicipality
from lebenslage.authorities.queries import find
from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import Texts
from lebenslage.portal.formless.problems import NobodyNamed, TownMissing
from lebenslage.residents.answers import GEMEINDE, cleaned
from lebenslage.residents.places import particular
from lebenslage.residents.problems import TooLong
from lebenslage.residents.reading import short_enough

NAME: Final = "name"
CONTACT: Final = "kontakt"
TOWN: Final = "ort"
GOAL: Final = "anliegen"
ASKED: Final = "gefragt"
GOALS: Final = ("wohngeld", "leben", "miete", "kind", "heizung", "unklar")
OPEN: Final = "unklar"
FIRST, LAST = particular("vorname"), particular("nachname")
PHONE, MAIL, REACH = particular("telefon"), particular("email"), particular("erreichbar")
WISH: Final = particular(GOAL)
PLACES: Final = (FIRST, LAST, PHONE, MAIL, REACH, WISH, GEMEINDE)

IS_PHONE: Final = re.compile(r"^\+?(?:[ /().-]*\d){5,16}$")
IS_MAIL: Final = re.compile(r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$")

type Typed = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Wish:
    """The page as it was filled in. `asked` is the town about which we asked back: sent again as it is, it is taken."""

    name: str = ""
    contact: str = ""
    town: str = ""
    goal: str = ""
    asked: str = ""

    def wrong(self, say: Texts) -> Mapping[str, str]:
        """What is missing, by field. A town that is in no register is taken: any town hall will do."""
        found: dict[str, str] = {}
        if not (self.name or self.contact):
            found[NAME] = say.problem(NobodyNamed())
        try:
            self._town()
        except Problem as problem:
            again = "" if isinstance(problem, TownMissing) else f" {say('formless', 'as_it_is')}"
            found[TOWN] = say.problem(problem) + again
        return found | {field: say.problem(problem) for field, problem in self._too_long()}

    def _too_long(self) -> Iterator[tuple[str, Problem]]:
        for field, text in ((NAME, self.name), (CONTACT, self.contact), (TOWN, self.town)):
            try:
                short_enough(text)
            except TooLong as problem:
                yield field, problem

    def given(self) -> Typed:
        """What is kept of it, at the places where the whole application looks for it."""
        first, last = names(self.name)
        how = next((place for place, form in ((PHONE, IS_PHONE), (MAIL, IS_MAIL)) if form.match(self.contact)), REACH)
        kept = {FIRST: first, LAST: last, GEMEINDE: self._town(), WISH: self.goal if self.goal in GOALS else OPEN, how: self.contact}
        return {place: [text] for place, text in kept.items() if text}

    def _town(self) -> str:
        if not self.town:
            raise TownMissing
        try:
            return find(self.town).name
        except UnknownMunicipality:
            return self.town
        except UnclearMunicipality:
            if self.asked != self.town:
                raise
            return self.town


def sent(form: Mapping[str, str]) -> Wish:
    """The page as it was sent."""
    return Wish(*("".join(cleaned([form.get(field, "")])) for field in (NAME, CONTACT, TOWN, GOAL, ASKED)))


def known(typed: Typed) -> Wish:
    """What is known of her already, so that she need not type it again."""
    first, last, phone, mail, reach, goal, town = (next(iter(typed.get(place, ())), "") for place in PLACES)
    return Wish(f"{first} {last}".strip(), phone or mail or reach, town, goal)


def names(text: str) -> tuple[str, str]:
    """First and family name. Small words such as `van der` belong to the family name."""
    words = text.split()
    begins = next((at for at, word in enumerate(words) if at and word[0].islower()), len(words) - 1)
    return " ".join(words[:begins]), " ".join(words[begins:])
