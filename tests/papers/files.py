"""Every paper in every language, sealed, as files: for a checker that stands outside (`make verify-papers`)."""

import sys
from pathlib import Path

from tests.papers.test_accessible import NAMED, closed


def main(folder: Path) -> None:
    """Write them to a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for language, kind in NAMED:
        (folder / f"{kind}-{language}.pdf").write_bytes(closed(language, kind))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
