"""The tags of our templates: sentences in the reader's language, addresses, and fields as KERN draws them.

Every page holds dozens of sentences and addresses, so each is looked up and escaped once.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.template.base import FilterExpression, Node, Parser, Token, token_kwargs
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as django_url
from django.urls import get_script_prefix, reverse
from django.utils.safestring import SafeString, mark_safe

from lebenslage.law.texts import Texts
from lebenslage.pages.fields import Field
from lebenslage.pages.middleware import WITHOUT
from lebenslage.pages.page_codes import page_of, stored

register = template.Library()
MOST_SENTENCES, MOST_ADDRESSES = 8192, 8192
# What may stand behind the question mark of an address: ways and views, never an answer.
KEPT = ("von", "code", "grund", "blatt")


class Say(Node):
    """A sentence by its place in the text files, escaped."""

    def __init__(self, path: list[FilterExpression], values: dict[str, FilterExpression]) -> None:
        """Take the parts of the place, and what fills the sentence."""
        self.path, self.values = path, values
        self.fixed = () if any(one.is_var or one.filters for one in path) else tuple(str(one.var) for one in path)

    def render(self, context: Context) -> SafeString:
        """Say it in the language of the page."""
        words: Texts = context["say"]
        path = self.fixed or tuple(str(one.resolve(context)) for one in self.path)
        if not self.values:
            return _said(_Known(words), path)
        return mark_safe(escape(words(*path, **{name: value.resolve(context) for name, value in self.values.items()})))  # noqa: S308 - escaped


class _Known:
    """The sentences of a language, told apart by identity: comparing them would compare every sentence."""

    __slots__ = ("words",)

    def __init__(self, words: Texts) -> None:
        self.words = words

    def __hash__(self) -> int:
        return id(self.words)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and self.words is other.words


@lru_cache(MOST_SENTENCES)
def _said(known: _Known, path: tuple[str, ...]) -> SafeString:
    return mark_safe(escape(known.words(*path)))  # noqa: S308 - escaped


@register.tag
def say(parser: Parser, token: Token) -> Say:
    """`{% say "room" "key" name=value %}`: a sentence in the reader's language, filled and escaped."""
    path, values = [], {}
    for bit in token.split_contents()[1:]:
        filling = token_kwargs([bit], parser)
        values.update(filling)
        path += [] if filling else [parser.compile_filter(bit)]
    return Say(path, values)


class Address(Node):
    """The address of a page, found once and remembered."""

    def __init__(self, name: FilterExpression, args: list[FilterExpression]) -> None:
        """Take the name of the page and the rest of its address."""
        self.name, self.args = name, args

    def render(self, context: Context) -> SafeString:
        """The address, escaped. Raises NoReverseMatch."""
        return _address(get_script_prefix(), str(self.name.resolve(context)), *(str(one.resolve(context)) for one in self.args))


@lru_cache(MOST_ADDRESSES)
def _address(prefix: str, name: str, *about: str) -> SafeString:
    return mark_safe(escape(reverse(name, args=about)))  # noqa: S308 - escaped


@register.tag
def url(parser: Parser, token: Token) -> Node:
    """As Django's tag of this name; what it can do besides is left to it."""
    node: URLNode = django_url(parser, token)
    return node if node.kwargs or node.asvar else Address(node.view_name, node.args)


@register.inclusion_tag("pages/field.html", takes_context=True)
def field(context: Context, question: Field) -> dict[str, Any]:
    """One question, with everything that it opens."""
    return {"field": question, "say": context["say"]}


@register.inclusion_tag("pages/tools.html", takes_context=True)
def tools(context: Context) -> dict[str, Any]:
    """The same quiet line at the foot of every page: save and stop, print, and help with the page's three words."""
    request, language = context.get("request"), context["language"].code
    page = context.get("page_name") or (page_of(request) if request else "")
    save = reverse(settings.SAVE_PAGE, args=[language]) if getattr(request, "vault", None) else ""
    code = stored().get(page, "")
    help_page = reverse(settings.HELP_PAGE, args=[language])
    return {
        "say": context["say"],
        "code": code,
        "help": f"{help_page}?code={code}" if code else help_page,
        "save": "" if request and request.path == save else save,
        "here": _here(request) if request else "",
    }


def _here(request: HttpRequest) -> str:
    """The address of the page; nothing where it was asked for by a name that is not ours: the page that says so is drawn too."""
    try:
        return f"{request.get_host()}{request.path}"
    except DisallowedHost:
        return ""


@register.simple_tag(takes_context=True)
def kept(context: Context) -> str:
    """What the address of the same page in another language keeps behind its question mark."""
    request = context.get("request")
    if request is None or request.path_info.startswith(WITHOUT):
        return ""
    same = {name: request.GET[name] for name in KEPT if request.GET.get(name)}
    return f"?{urlencode(same)}" if same else ""
