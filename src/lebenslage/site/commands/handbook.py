"""The handbook of the law, written from the law itself: one page a folder, an index, and what a person must still confirm.

Statute -> rule -> figures -> worked cases. Nothing here is written by hand, so nothing can say anything but what runs.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from lebenslage.benefits.together.law import BENEFITS
from lebenslage.law.engine import Benefit
from lebenslage.law.parameters import Parameter, Table
from lebenslage.law.rules import Rule
from lebenslage.law.texts import Texts
from lebenslage.site.commands.handbook_cases import cases_section
from lebenslage.site.commands.handbook_contents import Folder, folders
from lebenslage.site.commands.handbook_figures import figures_section, is_switch, shown
from lebenslage.site.commands.handbook_rules import by_paragraph, rule_link, rules_section
from lebenslage.site.commands.handbook_text import cell, table_rows

GENERATED = "> Written from the law by `lebenslage docs`. Please do not change it by hand."
INDEX, TO_CONFIRM = "law/README.md", "law/to-confirm.md"


def handbook(words: Texts) -> Mapping[str, str]:
    """Every page by its name below `docs/`, each with what stands in it."""
    chapters = folders()
    pages = {f"law/{folder.name}.md": "\n".join(_page(folder, words)) for folder in chapters}
    return {INDEX: "\n".join(_index(chapters, words)), TO_CONFIRM: "\n".join(_to_confirm(chapters, words)), **pages}


def _page(folder: Folder, words: Texts) -> Iterator[str]:
    name = words("benefits", folder.name, "name") if folder.rights else folder.name
    yield f"# {name} (`{folder.name}`)"
    yield ""
    yield GENERATED
    yield ""
    yield from _about(folder, words)
    yield from by_paragraph(folder)
    yield from rules_section(folder, words)
    yield from figures_section(folder, words)
    yield from cases_section(folder)


def _about(folder: Folder, words: Texts) -> Iterator[str]:
    yield folder.doc
    yield ""
    for benefit in folder.rights:
        yield words("benefits", benefit.id, "about")
        yield ""
        yield from _outcome(benefit)
        yield ""
    if not folder.rights:
        yield "No right of its own: other rules read what stands here."
        yield ""


def _outcome(benefit: Benefit) -> Iterator[str]:
    yield f"- Conditions, in the order in which they are asked: {', '.join(rule_link(gate) for gate in benefit.gates)}"
    yield f"- Amount: {rule_link(benefit.amount) if benefit.amount else 'none, a right without a sum'}"
    if benefit.each:
        yield f"- Of one person: {rule_link(benefit.each)}"
    for label, rule in (("Begins", benefit.begins), ("Ends", benefit.ends)):
        if rule:
            yield f"- {label}: {rule_link(rule)}"
    if benefit.hints:
        yield f"- Hints that exclude nobody: {', '.join(rule_link(hint) for hint in benefit.hints)}"
    yield f"- Country: {benefit.country}"


def _index(chapters: Sequence[Folder], words: Texts) -> Iterator[str]:
    yield "# The handbook of the law"
    yield ""
    yield GENERATED
    yield ""
    yield "Each page leads from the statute to its rule, then to the dated figures with their sources, and to the worked cases."
    yield "What a person must still confirm stands in [to be confirmed](to-confirm.md). Where the statute said other than our fact sheets,"
    yield "it stands in [corrections](corrections.md). The facts are listed in [the manual of the household file](../household.md)."
    yield ""
    yield f"## {len(BENEFITS)} rights"
    yield ""
    yield from table_rows(
        ("right", "statutes", "rules", "figures", "worked cases"),
        (
            (
                f"[{words('benefits', f.name, 'name')}]({f.name}.md)",
                ", ".join(f.statutes),
                str(len(f.rules)),
                str(len(f.figures)),
                str(len(f.cases)),
            )
            for f in chapters
            if f.rights
        ),
    )
    yield ""
    yield "## Rules that several rights read"
    yield ""
    yield from table_rows(
        ("page", "statutes", "rules", "figures"),
        ((f"[{f.name}]({f.name}.md)", ", ".join(f.statutes), str(len(f.rules)), str(len(f.figures))) for f in chapters if not f.rights),
    )
    yield ""
    yield from _statutes(chapters)


def _statutes(chapters: Sequence[Folder]) -> Iterator[str]:
    yield "## Statutes"
    yield ""
    yield 'A text of "none" could not be had: such rules follow what others report of it.'
    yield ""
    cited = sorted(
        (str(v.cites.statute), str(v.cites.text_of), str(v.cites.read_on), f.name) for f in chapters for r in f.rules for v in r.versions
    )
    rows = []
    for (statute, text_of, read_on), group in groupby(cited, key=lambda row: row[:3]):
        of = [row[3] for row in group]
        rows.append(
            (statute, text_of.lower(), read_on.lower(), str(len(of)), ", ".join(f"[{name}]({name}.md)" for name in dict.fromkeys(of)))
        )
    yield from table_rows(("statute", "text of", "read on", "rules", "pages"), rows)
    yield ""


def _to_confirm(chapters: Sequence[Folder], words: Texts) -> Iterator[str]:
    yield "# To be confirmed"
    yield ""
    yield GENERATED
    yield ""
    yield "## Figures"
    yield ""
    yield "Known from one source (`1src`) or from memory (`mem`). A notice that rests on one is not released until a person confirms it."
    yield ""
    yield from table_rows(("page", "figure", "from", "until", "value", "confidence", "source"), _doubtful(chapters, words))
    yield ""
    yield "## Switches"
    yield ""
    yield "Readings that are not settled. A switch is a figure that is 1 or 0; the rule that reads it says what each means."
    yield ""
    yield from table_rows(("page", "switch", "is", "confidence", "source", "read by"), _switches(chapters, words))
    yield ""
    yield "## Rules whose text could not be had"
    yield ""
    yield from table_rows(("page", "rule", "paragraph"), _without_text(chapters))
    yield ""


def _doubtful(chapters: Sequence[Folder], words: Texts) -> Iterator[tuple[str, ...]]:
    for folder, figure, table in _tables(chapters):
        if table.to_check and not is_switch(figure):
            value = shown(figure, table, words)
            yield (
                f"[{folder.name}]({folder.name}.md)",
                f"`{figure.id}`",
                str(table.since),
                str(table.known_until),
                value,
                table.confidence,
                table.source,
            )


def _switches(chapters: Sequence[Folder], words: Texts) -> Iterator[tuple[str, ...]]:
    for folder, figure, table in _tables(chapters):
        if is_switch(figure):
            readers = ", ".join(rule_link(rule) for rule in _readers(chapters, figure))
            yield f"[{folder.name}]({folder.name}.md)", f"`{figure.id}`", str(table.value), table.confidence, table.source, readers


def _tables(chapters: Sequence[Folder]) -> Iterator[tuple[Folder, Parameter, Table]]:
    return ((folder, figure, table) for folder in chapters for figure in folder.figures for table in figure.tables)


def _readers(chapters: Sequence[Folder], figure: Parameter) -> list[Rule]:
    return [rule for folder in chapters for rule in folder.rules if any(figure in version.inputs for version in rule.versions)]


def _without_text(chapters: Sequence[Folder]) -> Iterator[tuple[str, ...]]:
    for folder in chapters:
        for rule in folder.rules:
            for cites in dict.fromkeys(version.cites for version in rule.versions if version.cites.text_of is None):
                yield f"[{folder.name}]({folder.name}.md)", rule_link(rule), cell(str(cites))
