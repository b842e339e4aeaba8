"""Copy what the pages need from `node_modules` to the static files: KERN's style sheet, its fonts in five cuts, its licence."""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KERN = ROOT / "node_modules/@kern-ux/native"
VENDOR = ROOT / "src/lebenslage/pages/static/vendor/kern"

# The cuts that KERN's components use, and italics for text of others; the package ships thirty.
CUTS = ("FiraSans-Regular", "FiraSans-Italic", "FiraSans-Medium", "FiraSans-SemiBold", "FiraSans-Bold")


def font_faces(css: str) -> str:
    """The @font-face blocks of the cuts that are shipped, so that no page asks for a file that is not there."""
    blocks = re.findall(r"@font-face\s*{[^}]*}", css)
    return "\n\n".join(block for block in blocks if any(f"/{cut}.woff2" in block for cut in CUTS)) + "\n"


def main() -> None:
    """Lay the files out afresh: `vendor/kern/{kern.min.css,fira-sans.css,fira-sans/*.woff2,LICENSE.md}`."""
    fonts = KERN / "dist/fonts"
    shutil.rmtree(VENDOR, ignore_errors=True)
    (VENDOR / "fira-sans").mkdir(parents=True)
    shutil.copyfile(KERN / "dist/kern.min.css", VENDOR / "kern.min.css")
    shutil.copyfile(KERN / "LICENSE.md", VENDOR / "LICENSE.md")
    for cut in CUTS:
        shutil.copyfile(fonts / f"fira-sans/{cut}.woff2", VENDOR / f"fira-sans/{cut}.woff2")
    css = (fonts / "fira-sans.css").read_text(encoding="utf-8")
    (VENDOR / "fira-sans.css").write_text(font_faces(css), encoding="utf-8")


if __name__ == "__main__":
    main()
