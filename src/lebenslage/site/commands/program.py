"""The command `lebenslage` and the list of what it can do. Nothing but click is imported before a command is chosen."""

import importlib
import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass

import click
from click.shell_completion import CompletionItem

from lebenslage.site.commands.examples_in_help import WithExamples

PACKAGE = "lebenslage.site.commands"
INSTEAD = "without_analysis"


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: the module that holds it under the name `command`, the line that the list shows, and a package it cannot do without."""

    module: str
    summary: str
    needs: str = ""

    @property
    def exists(self) -> bool:
        """Whether the module is installed; finding it does not run it."""
        return importlib.util.find_spec(f"{PACKAGE}.{self.module}") is not None


COMMANDS: Mapping[str, Entry] = {
    "assess": Entry("assess", "What a household has a right to, and why."),
    "whatif": Entry("whatif", "What a household would have to live on if an amount were another."),
    "verify": Entry("verify", "Recalculate worked cases and compare to the cent."),
    "population": Entry("population", "Make a synthetic population to simulate with.", needs="pyarrow"),
    "simulate": Entry("simulate", "Assess a whole population: Parquet in, Parquet out.", needs="llvmlite"),
    "areas": Entry("atlas_areas", "Look at files of areas and figures; move figures to other areas.", needs="scipy"),
    "index": Entry("atlas_index", "One figure of many for each area, as a recipe says, and why.", needs="scipy"),
    "certainty": Entry("atlas_certainty", "How sure each class and rank of an index is, and what it depends on.", needs="scipy"),
    "series": Entry("atlas_series", "Editions of an index side by side: which areas stay in a class.", needs="scipy"),
    "reach": Entry("atlas_reach", "Who reaches which place in how many minutes, on foot or in a wheelchair.", needs="scipy"),
    "overlay": Entry("atlas_overlay", "Lay poverty on heat, noise, green and air; burdens and a heat plan.", needs="scipy"),
    "audit-table": Entry(
        "atlas_disclosure", "What a table tells of few people, beside all published before; hide or round.", needs="scipy"
    ),
    "report": Entry("report", "A social report from files: PDF, page and data, small counts hidden.", needs="scipy"),
    "patterns": Entry("atlas_patterns", "What lies together on the map, with few false alarms; types of areas.", needs="scipy"),
    "money": Entry("atlas_money", "Whether money goes where need is: index, fifths, euros over or under a formula.", needs="scipy"),
    "takeup": Entry("atlas_takeup", "Recipients against simulated households with a right, as an interval.", needs="scipy"),
    "site": Entry("atlas_siting", "Where to put it: sites for people, with a proof how good they are.", needs="highspy"),
    "practice": Entry("practice", "Write the files of an invented town, for a day of practice.", needs="scipy"),
    "doctor": Entry("doctor", "Check this installation and say what is missing."),
    "seal": Entry("seal", "Check the seal on a paper, or print our certificate."),
    "docs": Entry("docs", "Write the generated documents again, or check them.", needs="scipy"),
    "bench": Entry("bench", "Measure how fast the law answers."),
    "demo": Entry("demo", "Try it on this machine, with a fixed date."),
    "serve": Entry("serve", "Serve the pages with the settings of the environment."),
    "worker": Entry("worker", "Do the background work: receipts, notices, chores."),
    "bounce": Entry("bounce", "Read a mail that came back, and note it."),
    "migrate": Entry("migrate", "Bring the database to where this version wants it."),
    "completion": Entry("completion", "Print the completion script for a shell."),
}


class Program(WithExamples, click.Group):
    """A group that knows its commands by name and imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, entry in COMMANDS.items() if entry.exists]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = COMMANDS.get(cmd_name)
        if entry is None or not entry.exists:
            return None
        ready = not entry.needs or importlib.util.find_spec(entry.needs)
        command: click.Command = importlib.import_module(f"{PACKAGE}.{entry.module if ready else INSTEAD}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name].summary) for name in self.list_commands(ctx)])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer the names without importing their modules."""
        names = [name for name in self.list_commands(ctx) if name.startswith(incomplete)]
        return [CompletionItem(name, help=COMMANDS[name].summary) for name in names]


@click.command(
    cls=Program,
    examples=(
        "lebenslage assess family.yaml --on 2026-11-01 --explain",
        "lebenslage verify",
        "lebenslage COMMAND --help",
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="lebenslage", message="%(prog)s %(version)s")
def program() -> None:
    """From need on the map to rights in the hand - and back."""


def main() -> None:
    """Run the command line."""
    program(prog_name="lebenslage")
