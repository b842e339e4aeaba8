"""The handbook is written from the law, is complete, and is noticed when it is out of date."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from lebenslage.benefits.together.law import BENEFITS
from lebenslage.law.in_force import reachable
from lebenslage.law.rules import Rule
from lebenslage.site.commands.coverage import measure_coverage
from lebenslage.site.commands.handbook import handbook
from lebenslage.site.commands.handbook_contents import folders
from lebenslage.site.commands.handbook_figures import is_switch
from lebenslage.site.commands.speech import speech
from tests.site.conftest import Run
from tests.worked import our_cases

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def pages() -> Mapping[str, str]:
    """Every page of the handbook as it would be written now."""
    return handbook(speech("en"))


def test_every_right_has_a_page_that_the_index_leads_to(pages: Mapping[str, str]) -> None:
    assert [b.id for b in BENEFITS if f"law/{b.id}.md" not in pages or f"]({b.id}.md)" not in pages["law/README.md"]] == []


def test_every_rule_behind_a_right_stands_once_with_its_paragraph_and_docstring(pages: Mapping[str, str]) -> None:
    rules = [source for source in reachable(goal for b in BENEFITS for goal in b.goals) if isinstance(source, Rule)]
    whole = "\n".join(pages.values())

    assert [rule.id for rule in rules if whole.count(f'<a id="{rule.id}"></a>') != 1] == []
    assert [
        rule.id
        for rule in rules
        for v in rule.versions
        if f"**{v.cites}** (" not in whole or str(v.function.__doc__).splitlines()[0] not in whole
    ] == []


def test_every_figure_stands_with_its_days_source_and_confidence(pages: Mapping[str, str]) -> None:
    for folder in folders():
        page = pages[f"law/{folder.name}.md"]
        tables = [(figure, table) for figure in folder.figures for table in figure.tables]
        rows = [line for line in page.splitlines() if line.startswith("| `")]

        assert [f.id for f, t in tables if not any(f"`{f.id}`" in row and f"| {t.since} | {t.known_until} |" in row for row in rows)] == []
        assert page.count("| 2src |") + page.count("| 1src |") + page.count("| mem |") + page.count("| derived |") >= len(tables)


def test_every_worked_case_stands_on_the_page_of_its_right(pages: Mapping[str, str]) -> None:
    cases = our_cases()

    assert [c.id for c in cases for right in c.expect if f"| `{c.id}` |" not in pages[f"law/{right}.md"]] == []


def test_what_must_be_confirmed_is_all_there(pages: Mapping[str, str]) -> None:
    page = pages["law/to-confirm.md"]
    figures = [figure for folder in folders() for figure in folder.figures]

    assert [f.id for f in figures if (is_switch(f) or any(t.to_check for t in f.tables)) and f"`{f.id}`" not in page] == []


def test_every_link_leads_somewhere(pages: Mapping[str, str]) -> None:
    anchors = {name: set(re.findall(r'<a id="(\w+)">', text)) | {"figures"} for name, text in pages.items()}
    links = {link for text in pages.values() for link in re.findall(r"\]\(([\w.-]+\.md(?:#\w+)?)\)", text)}
    known = {name.removeprefix("law/") for name in pages} | {"corrections.md"}

    lost = [
        link
        for link in links
        if link.split("#")[0] not in known or ("#" in link and link.split("#")[1] not in anchors[f"law/{link.split('#')[0]}"])
    ]
    assert lost == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["law/wohngeld.md", "law/README.md", "law/to-confirm.md"])
def test_a_stale_page_is_noticed(run: Run, tmp_path: Path, name: str) -> None:
    run("docs", "--dir", tmp_path)
    (tmp_path / name).write_text("from yesterday", encoding="utf8")
    result = run("docs", "--check", "--dir", tmp_path)

    assert result.exit_code == 1
    assert f"{Path(name).name} ist nicht mehr aktuell" in result.stderr


def test_a_page_whose_folder_is_gone_is_noticed_and_what_is_written_by_hand_stays(run: Run, tmp_path: Path) -> None:
    run("docs", "--dir", tmp_path)
    (tmp_path / "law/corrections.md").write_text("by hand", encoding="utf8")
    assert run("docs", "--check", "--dir", tmp_path).exit_code == 0

    (tmp_path / "law/abolished.md").write_text("gone", encoding="utf8")
    assert run("docs", "--check", "--dir", tmp_path).exit_code == 1
    assert run("docs", "--dir", tmp_path).exit_code == 0
    assert not (tmp_path / "law/abolished.md").exists()
    assert (tmp_path / "law/corrections.md").exists()


def test_coverage_counts_the_rules_and_figures_of_every_folder() -> None:
    shares = {share.of: share.number for share in measure_coverage(our_cases()).shares}

    assert shares["rules"] == sum(len(rule.versions) for folder in folders() for rule in folder.rules)
    assert shares["figures"] == sum(len(figure.tables) for folder in folders() for figure in folder.figures)
    assert {b.id for b in BENEFITS} <= {folder.name for folder in folders()}


def test_corrections_stand_beside_the_handbook() -> None:
    assert (DOCS / "law/corrections.md").read_text(encoding="utf8").startswith("# ")
