"""The worked cases in the handbook: what each expects, and where it comes from."""

from collections.abc import Iterator

from lebenslage.site.commands.handbook_contents import Folder
from lebenslage.site.commands.handbook_text import table_rows
from lebenslage.site.commands.worked_cases import Expected


def cases_section(folder: Folder) -> Iterator[str]:
    """Every worked case of the right."""
    if not folder.rights:
        return
    yield "## Worked cases"
    yield ""
    rows = (
        (f"`{case.id}`", str(case.on), case.title, "; ".join(_said(case.expect[folder.name])), case.kind.value, case.source)
        for case in folder.cases
    )
    yield from table_rows(("case", "month", "title", "expected", "kind", "source"), rows)
    yield ""


def _said(expected: Expected) -> Iterator[str]:
    yield expected.status.value if expected.amount is None else f"{expected.status.value}, {expected.amount} €"
    if expected.refused_by:
        yield f"refused by `{expected.refused_by}`"
    if expected.missing:
        yield f"open: {', '.join(f'`{fact}`' for fact in expected.missing)}"
    for name, value in expected.values.items():
        yield f"`{name}` {', '.join(f'{who} {what}' for who, what in value.items()) if isinstance(value, dict) else value}"
