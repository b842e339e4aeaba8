"""What the commands of areas share: options that say how figures are written, and amounts for people."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click

from lebenslage.atlas.areas.reading import Decimal
from lebenslage.law.texts import Texts

A_FILE: Final = click.Path(path_type=Path, dir_okay=False)
SIGNS: Final[Mapping[str, Decimal]] = {"comma": ",", "point": "."}


def _sign(_ctx: click.Context, _parameter: click.Parameter, given: str | None) -> Decimal | None:
    return SIGNS[given] if given else None


decimal_option = click.option(
    "--decimal", type=click.Choice(tuple(SIGNS)), callback=_sign, help="The decimal sign, where the figures do not show it themselves."
)
unknown_option = click.option("--unknown", multiple=True, metavar="CODE", help="A code that means “no value”, such as -9999.")


def amount(value: float, words: Texts) -> str:
    """An amount as people of this language write it, with two decimals where it has any."""
    return words.number(round(value * 100), 2).removesuffix(words("format", "point") + "00")
