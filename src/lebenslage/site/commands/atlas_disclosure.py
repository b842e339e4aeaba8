"""`lebenslage audit-table`: what a table tells of few people, alone and beside everything published before."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from math import isinf
from pathlib import Path
from typing import Any

import click

from lebenslage.atlas.disclosure import Audit, Finding, Ledger, Publication, Rule, Table, audit, protect, read_ledger, rounded
from lebenslage.atlas.disclosure.problems import CannotProtect, LedgerMissing
from lebenslage.atlas.progress import Progress
from lebenslage.kernel.dates import read_day
from lebenslage.law.texts import Texts
from lebenslage.site.commands.atlas_disclosure_table import read_given
from lebenslage.site.commands.atlas_progress import bars
from lebenslage.site.commands.clock import today
from lebenslage.site.commands.layout import heading, points
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech
from lebenslage.site.commands.table_output import whole

FILE = click.Path(path_type=Path, dir_okay=False)
UNSAFE = 1
LISTED = 12


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of the table that is to go out, what was done to it, and what would help."""

    audit: Audit
    earlier: tuple[Publication, ...]
    hidden: int
    beside: int
    proven: bool
    hide: tuple[str, ...]


@click.command(
    "audit-table",
    cls=Spoken,
    examples=(
        "lebenslage audit-table quarters.csv --minimum 5",
        "lebenslage audit-table quarters.csv --hierarchy town.yaml --protect safe.csv",
        "lebenslage audit-table quarters.csv --ledger published.json --protect safe.csv --publish",
        "lebenslage audit-table quarters.csv --round 5 --protect rounded.csv",
    ),
)
@click.argument("source", metavar="TABLE", type=FILE)
@click.option("--hierarchy", type=FILE, help="YAML: subject, value, dimensions (code: [parts]) and rest. Totals alone without it.")
@click.option("--minimum", type=click.IntRange(min=2), default=5, show_default=True, help="Fewer people than this are few.")
@click.option("--zeros-shown", is_flag=True, help="An empty cell may be shown: it says nothing of anybody.")
@click.option("--dominance", type=(click.IntRange(min=1), float), metavar="N K", help="Sums: the N largest hold more than K percent.")
@click.option("--percent", type=click.FloatRange(min=0), metavar="P", help="Sums: the largest can be reckoned to within P percent.")
@click.option("--subject", help="What is counted, of whom and when: tables of one subject are checked together.")
@click.option("--ledger", type=FILE, help="JSON: everything published before. Only --publish changes it.")
@click.option("--protect", "target", type=FILE, help="Write a table that may be published to this file.")
@click.option("--round", "base", type=click.Choice(("3", "5", "10")), help="Round to this base, sums kept, instead of hiding.")
@click.option("--publish", is_flag=True, help="Enter the table into the ledger, if it is safe.")
@click.option("--on", "given_day", metavar="DATE", help="The day of publication, as 2026-11-01 or 1.11.2026; today without it.")
@json_option
@language_option
@click.pass_context
def command(ctx: click.Context, /, source: Path, *, as_json: bool, language: str, given_day: str | None, **asked: Any) -> None:
    """Attack TABLE: what follows for small counts from it and from all tables of the ledger. Exit code 1 where too much follows.

    TABLE is a CSV file with one line a cell: what it is divided by, and the column value (anzahl, count). A dot is a hidden value.
    A table of sums has the columns contributors, largest1, largest2 too; the column weight says what is lost with a cell.
    With --protect the verdict is that on the table written.
    """
    day = today() if given_day is None else date.fromordinal(read_day(given_day))
    ledger = _ledger(asked["ledger"], new=asked["publish"])
    given = read_given(source, asked["hierarchy"], asked["subject"])
    rule = Rule(asked["minimum"], asked["zeros_shown"], asked["dominance"], asked["percent"])
    earlier = ledger.of(given.table.subject)
    with bars(hidden=as_json) as progress:
        table, verdict = _judged(given.table, rule, earlier, progress, base=asked["base"], hide=asked["target"] is not None)
    if verdict.audit.safe:
        texts = {asked["target"]: given.written(table)} if asked["target"] else {}
        if asked["publish"] and asked["ledger"]:
            texts[asked["ledger"]] = ledger.with_table(table, day).to_json()
        _write(texts)
    if as_json:
        click.echo(_as_json(verdict, given.sums))
    else:
        words = speech(language)
        click.echo("\n".join([*_judgement(verdict, words), *_done(verdict, words, asked, day, table), *_unsaid(given.sums, words)]))
    ctx.exit(0 if verdict.audit.safe else UNSAFE)


def _ledger(file: Path | None, *, new: bool) -> Ledger:
    if file is None or (new and not file.exists()):
        return Ledger()
    try:
        return read_ledger(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as missing:
        raise LedgerMissing(file=file.name) from missing


def _judged(
    table: Table, rule: Rule, earlier: Sequence[Publication], progress: Progress, *, base: str | None, hide: bool
) -> tuple[Table, Verdict]:
    """The table that is to go out, attacked. Where it is unsafe as it stands, what to hide is found for the answer."""
    before = [entry.table for entry in earlier]
    if base is not None:
        out = rounded(table, int(base))
        found = audit(out, rule, before, made_from=table, progress=progress)
        return out, Verdict(found, tuple(earlier), 0, 0, proven=True, hide=())
    if hide:
        safe = protect(table, rule, before, progress=progress)
        found = audit(safe.table, rule, before, made_from=table, progress=progress)
        return safe.table, Verdict(found, tuple(earlier), int(safe.small.sum()), int(safe.beside.sum()), safe.proven, ())
    found = audit(table, rule, before, progress=progress)
    return table, Verdict(found, tuple(earlier), 0, 0, True, () if found.safe else _to_hide(table, rule, before, progress))


def _to_hide(table: Table, rule: Rule, before: Sequence[Table], progress: Progress) -> tuple[str, ...]:
    with suppress(CannotProtect):
        safe = protect(table, rule, before, progress=progress)
        return tuple(" / ".join(key) for key, hidden in zip(table.keys, safe.table.hidden & ~table.hidden, strict=True) if hidden)
    return ()


def _write(texts: Mapping[Path, str]) -> None:
    """All files or none: each beside its place first. Raises NotWritten."""
    with ExitStack() as together:
        for file, text in texts.items():
            together.enter_context(whole(file)).write_text(text, encoding="utf-8")


def _as_json(verdict: Verdict, sums: Mapping[str, str | None]) -> str:
    def finding(one: Finding) -> dict[str, Any]:
        names = [{"name": verdict.earlier[n].table.name, "on": verdict.earlier[n].on.isoformat()} for n in one.beside]
        return asdict(one) | {"most": None if isinf(one.most) else one.most, "beside": names}

    said = {
        "safe": verdict.audit.safe,
        "findings": [finding(one) for one in verdict.audit.findings],
        "told_before": [finding(one) for one in verdict.audit.before],
        "cells": verdict.audit.checked,
        "earlier": len(verdict.earlier),
        "hidden": verdict.hidden,
        "hidden_beside": verdict.beside,
        "proven_least": verdict.proven,
        "hide": list(verdict.hide),
        "sums_found": dict(sums),
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def _judgement(verdict: Verdict, words: Texts) -> Iterator[str]:
    """Safe or not, what can be computed, and what would help."""
    found = verdict.audit
    say = partial(words, "disclosure", "command")
    yield say("safe" if found.safe else "unsafe", cells=found.checked, earlier=len(verdict.earlier), number=len(found.findings))
    if found.findings:
        yield from points(_sentence(one, verdict, words) for one in found.findings[:LISTED])
        if len(found.findings) > LISTED:
            yield say("more", number=len(found.findings) - LISTED)
        yield say("hide", cells="; ".join(verdict.hide)) if verdict.hide else say("nothing_to_hide")
    if found.before:
        yield from heading(say("before"))
        yield from points(_sentence(one, verdict, words) for one in found.before[:LISTED])


def _done(verdict: Verdict, words: Texts, asked: Mapping[str, Any], day: date, table: Table) -> Iterator[str]:
    """What was written, if the table is safe."""
    if not verdict.audit.safe:
        return
    say = partial(words, "disclosure", "command")
    if asked["target"]:
        key = "rounded" if asked["base"] else "protected_best" if verdict.proven else "protected"
        yield say(key, file=asked["target"].name, small=verdict.hidden, beside=verdict.beside, base=asked["base"])
    if asked["publish"] and asked["ledger"]:
        yield say("published", name=table.name, day=f"{day.day}.{day.month}.{day.year}")


def _unsaid(sums: Mapping[str, str | None], words: Texts) -> Iterator[str]:
    """What was taken for a sum though nobody said so, and where none is known: a sum that is overlooked tells what is hidden."""
    for name, total in sums.items():
        yield words("disclosure", "command", "sum_found" if total else "no_sum", dimension=name, total=total)


def _sentence(finding: Finding, verdict: Verdict, words: Texts) -> str:
    say = partial(words, "disclosure", "command")
    least, most = _number(finding.least, words.language), _number(finding.most, words.language)
    known = say("exactly" if least == most else "at_least" if isinf(finding.most) else "between", least=least, most=most)
    others = [verdict.earlier[number] for number in finding.beside]
    named = ", ".join(say("other", name=one.table.name, day=f"{one.on.day}.{one.on.month}.{one.on.year}") for one in others)
    if finding.shown and not others:
        return say("stands_there", cell=finding.cell, known=known)
    told = say("told_beside" if others else "told_alone", cell=finding.cell, known=known, others=named)
    return f"{told} {say('through', sums='; '.join(finding.through))}" if finding.through else told


def _number(value: float, language: str) -> str:
    """Whole where it is, with two decimals where not."""
    text = f"{value:.0f}" if isinf(value) or value == round(value) else f"{value:.2f}"
    return text if language == "en" else text.replace(".", ",")
