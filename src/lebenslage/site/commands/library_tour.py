"""`docs/library.md`: a tour of the law as a Python library; and how a page is run, so that what its code prints stands under it."""

from __future__ import annotations

import io
import linecache
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, Final

SOURCE: Final = Path(__file__).with_name("library_tour.md")
BLOCK: Final = re.compile(r"```python\n(.*?)```\n", re.DOTALL)


def library_tour() -> str:
    """The page, every block run one after the other in one namespace. Raises what a block raises."""
    return "".join(run_page(SOURCE.read_text(encoding="utf8"), {"__name__": "tour"}, SOURCE.name))


def run_page(text: str, names: dict[str, Any], page: str) -> Iterator[str]:
    """The pieces of a page with what each block printed under it; the blocks are run in this namespace. Raises what a block raises."""
    end = 0
    for number, block in enumerate(BLOCK.finditer(text), start=1):
        yield text[end : block.end()]
        end = block.end()
        printed = _printed(block[1], f"<{page} {number}>", names)
        if printed:
            yield f"\n```text\n{printed}```\n"
    yield text[end:]


def _printed(code: str, name: str, names: dict[str, Any]) -> str:
    """Run a block and give what it printed. Its text is kept as the file of that name, for rules are compiled from their source."""
    linecache.cache[name] = (len(code), None, code.splitlines(keepends=True), name)
    with redirect_stdout(io.StringIO()) as out:
        exec(compile(code, name, "exec", dont_inherit=True), names)  # noqa: S102 - the page's own code, written in this folder
    return out.getvalue()
