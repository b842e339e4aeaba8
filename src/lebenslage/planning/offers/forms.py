"""The form of an entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.forms import BoundField

from lebenslage.law.texts import Texts
from lebenslage.offers import hours, prices
from lebenslage.offers.access import Access
from lebenslage.offers.actions import Entry, House
from lebenslage.offers.models import Service, Status
from lebenslage.offers.queries import costs_of, house_of, rules_of
from lebenslage.offers.topics import SPOKEN, TOPICS
from lebenslage.offers.typed import Upkeep, access_fields, access_given, access_typed

ROOM: Final = "planning_offers"
LANGUAGES: Final = {"de-einfach": "plain", "en": "en", "nl": "nl"}
PARTS: Final = ("name", "description")
PLACE: Final = ("street", "postcode", "town", "latitude", "longitude", "area")
SINGLE: Final = ("name", "topic", "description", "audience", "eligibility", "application", "fees", "url", "phone", "email")
GROUPS: Final[Sequence[tuple[str, Sequence[str]]]] = (
    ("what", ("name", "topic", "description", "organization", "audience", "eligibility")),
    ("how", ("application", "phone", "email", "url", "languages")),
    ("when", ("hours", "prices", "fees", "paused")),
    ("where", ("house", "street", "postcode", "town", "area", "latitude", "longitude", "areas")),
    ("access", ()),
    ("words", ("plain_name", "plain_description", "en_name", "en_description", "nl_name", "nl_description")),
)


class EntryForm(Upkeep):
    """An entry with everything that the directory asks about."""

    room = ROOM

    name = forms.CharField(max_length=200)
    topic = forms.ChoiceField()
    organization = forms.CharField(max_length=200)
    audience = forms.CharField(required=False, max_length=200)
    eligibility = forms.CharField(required=False, max_length=1000)
    languages = forms.MultipleChoiceField(required=False, choices=list(SPOKEN.items()), widget=forms.CheckboxSelectMultiple)
    fees = forms.CharField(required=False, max_length=500)
    house = forms.CharField(required=False, max_length=200)
    street = forms.CharField(required=False, max_length=160)
    postcode = forms.CharField(required=False, max_length=10)
    town = forms.CharField(required=False, max_length=80)
    area = forms.ChoiceField(required=False)
    latitude = forms.FloatField(required=False, min_value=-90, max_value=90)
    longitude = forms.FloatField(required=False, min_value=-180, max_value=180)
    areas = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    plain_name = forms.CharField(required=False, max_length=200)
    plain_description = forms.CharField(required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 3}))
    en_name = forms.CharField(required=False, max_length=200)
    en_description = forms.CharField(required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 3}))
    nl_name = forms.CharField(required=False, max_length=200)
    nl_description = forms.CharField(required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(
        self, data: Any = None, *, say: Texts, quarters: Sequence[tuple[str, str]], access: Access | None = None, initial: Any = None
    ) -> None:
        super().__init__(data, say=say, initial=initial, extra=access_fields(say, ROOM))
        self.former_access = access or {}
        self.other_languages = {code: text for code, text in self.initial.get("translations", {}).items() if code not in LANGUAGES}
        self._choose("topic", [("", say(ROOM, "choose")), *((one, say("offers", "topics", one)) for one in TOPICS)])
        self._choose("area", [("", say(ROOM, "from_street")), *quarters])
        self._choose("areas", quarters)

    def _choose(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]

    @property
    def groups(self) -> Sequence[tuple[str, Sequence[BoundField]]]:
        """The fields by what they are about."""
        access = [name for name in self.fields if name.startswith("access_")]
        return [(group, [self[name] for name in (names or access)]) for group, names in GROUPS]

    @property
    def entry(self) -> Entry:
        """What was typed, ready to be kept. Needs a valid form."""
        given = self.cleaned_data
        words = {
            **{name: given[name] for name in SINGLE},
            "languages": given["languages"],
            "areas": given["areas"],
            "translations": {**self.other_languages, **_translations(given)},
            "status": Status.TEMPORARILY_CLOSED if given["paused"] else Status.ACTIVE,
        }
        place = {name: given[name] for name in PLACE}
        house = House(name=given["house"], access=access_given(self.former_access, given), **place)
        return Entry(words, given["organization"], house if house.street else None, given["rules"], given["costs"])


def _translations(given: Mapping[str, Any]) -> Mapping[str, Mapping[str, str]]:
    texts = {language: {part: given[f"{key}_{part}"] for part in PARTS} for language, key in LANGUAGES.items()}
    return {language: text for language, text in texts.items() if any(text.values())}


def typed(service: Service) -> Mapping[str, Any]:
    """An entry as its form shows it."""
    house, texts = house_of(service), service.translations
    translated = {f"{key}_{part}": texts.get(language, {}).get(part, "") for language, key in LANGUAGES.items() for part in PARTS}
    place = {name: getattr(house, name) for name in PLACE} if house else {}
    return {
        **{name: getattr(service, name) for name in (*SINGLE, "languages", "areas")},
        **translated,
        **place,
        **access_typed(house.access if house else {}),
        "translations": texts,
        "house": house.name if house else "",
        "organization": service.organization.name if service.organization else "",
        "hours": hours.written_lines(rules_of(service)),
        "prices": prices.written_lines(costs_of(service)),
        "paused": service.status == Status.TEMPORARILY_CLOSED,
    }
