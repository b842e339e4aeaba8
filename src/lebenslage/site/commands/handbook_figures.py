"""The dated figures in the handbook: value, days, source and confidence."""

from collections.abc import Iterator
from typing import Any

from lebenslage.kernel.money import write_amount
from lebenslage.kernel.units import Unit
from lebenslage.law.parameters import Parameter, Table
from lebenslage.law.texts import Texts
from lebenslage.site.commands.handbook_contents import Folder
from lebenslage.site.commands.handbook_text import table_rows, unit_in_words


def is_switch(figure: Parameter) -> bool:
    """Whether the figure stands for a reading that is not settled, or for a policy that can be turned."""
    return figure.unit.kind == "flag"


def figures_section(folder: Folder, words: Texts) -> Iterator[str]:
    """Every figure of the folder, table by table."""
    yield "## Figures"
    yield ""
    rows = (
        (_named(figure, words), str(table.since), str(table.known_until), shown(figure, table, words), table.confidence, table.source)
        for figure in folder.figures
        for table in figure.tables
    )
    yield from table_rows(("figure", "from", "known until", "value", "confidence", "source"), rows)
    yield ""


def _named(figure: Parameter, words: Texts) -> str:
    return f"`{figure.id}` {words('figures', figure.id) if words.has('figures', figure.id) else ''}"


def shown(figure: Parameter, table: Table, words: Texts) -> str:
    """The value with its unit; a table row by row."""
    value = _value(table.value, figure.unit, words)
    return value if figure.unit.kind in ("flag", "count", "factor") else f"{value} {unit_in_words(figure.unit)}"


def _value(value: Any, unit: Unit, words: Texts) -> str:
    if isinstance(value, tuple):
        inner = [_value(one, unit, words) for one in value]
        return f"[{'; '.join(inner) if isinstance(value[0], tuple) else ', '.join(inner)}]"
    if unit.decimals == 0:
        return str(value)
    amount = write_amount(value, unit.decimals, point=words("format", "point"), group=words("format", "group"))
    return amount.rstrip("0").rstrip(".") if unit.kind == "factor" else amount
