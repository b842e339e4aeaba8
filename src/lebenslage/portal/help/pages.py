"""Every page that a resident can see, and what the hotline says about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import URLPattern, get_resolver

from lebenslage.benefits.facts import FACTS
from lebenslage.law.texts import Texts
from lebenslage.portal.apply.particulars import PAGES as PARTICULARS
from lebenslage.portal.apply.tasks import GROUPS
from lebenslage.portal.check.order import PAYMENTS, PEOPLE
from lebenslage.residents.answers import GEMEINDE

QUESTION, PART, SECTION = "portal:question/", "portal:particulars/", "portal:section/"
NAME: Final = "name"
OTHER: Final = "other"
# They send somebody on or take a form; nobody sees them. What ends as in HANDED_OUT is a file.
NO_PAGES: Final = frozenset(
    (
        "check",
        "check_everything",
        "connect",
        "paper",
        "remove_document",
        "restore_document",
        "reuse_document",
        "change_page",
        "offer_right",
        "offer_all_right",
        "send",
        "stop",
        "keep_away",
        "news",
    )
)
HANDED_OUT: Final = ("_pdf", "_file")
FORM_FOR_FILES: Final = "household_file"
# Doors beside this one that residents see.
BESIDE: Final = ("neighbours",)
SIGN_IN: Final = ("account_login", "account_signup", "account_reset_password", "mfa_index")


def pages() -> Sequence[str]:
    """The names of all pages that have three words of their own, each question for itself."""
    portal = get_resolver().namespace_dict["portal"][1].url_patterns
    names = [str(one.name) for one in portal if isinstance(one, URLPattern)]
    seen = [name for name in names if name == FORM_FOR_FILES or not (name in NO_PAGES or name.endswith(HANDED_OUT))]
    return [
        *(f"portal:{name}" for name in seen),
        *_beside(),
        *SIGN_IN,
        *_questions(),
        *(f"{PART}{page}" for page in PARTICULARS),
        *(f"{SECTION}{id}" for id in GROUPS),
    ]


def _beside() -> Iterator[str]:
    doors = ((door, get_resolver().namespace_dict[door][1].url_patterns) for door in BESIDE)
    yield from (
        f"{door}:{one.name}" for door, patterns in doors for one in patterns if isinstance(one, URLPattern) and one.name not in NO_PAGES
    )


def _questions() -> Iterator[str]:
    yield from (f"{QUESTION}{name}" for name in dict.fromkeys((GEMEINDE, PEOPLE, PAYMENTS, NAME, *(fact.id for fact in FACTS))))


@dataclass(frozen=True, slots=True)
class Explained:
    """What a page is for, in words: its heading, what to do there, and more that helps."""

    title: str
    about: str
    more: str


def explained(page: str, say: Texts) -> Explained:
    """What a page is for."""
    if page.startswith(QUESTION):
        return _question(page.removeprefix(QUESTION), say)
    if page.startswith(PART):
        part = page.removeprefix(PART)
        return Explained(say("apply", "pages", part, "title"), say("apply", "pages", part, "why"), "")
    if page.startswith(SECTION):
        return Explained(say("apply", "sections", page.removeprefix(SECTION)), say("apply", "section_hint"), "")
    if page.startswith(BESIDE):
        return Explained(say("neighbours", "title"), say("neighbours", "answer", "sign_in"), "")
    key = page.removeprefix("portal:")
    key = key if say.has("help", "pages", key) else OTHER
    return Explained(say("help", "pages", key, "title"), say("help", "pages", key, "about"), "")


def _question(name: str, say: Texts) -> Explained:
    if say.has("facts", name, "question"):
        more = say("facts", name, "help") if say.has("facts", name, "help") else ""
        return Explained(say("facts", name, "question"), say("facts", name, "why"), more)
    return Explained(say("help", "questions", name, "title"), say("help", "questions", name, "about"), "")
