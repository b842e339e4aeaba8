"""Copy what the pages need from `node_modules` to the static files: KERN's styles, five cuts of its fonts, its licence; MapLibre."""

import logging
import re
import shutil
from pathlib import Path

from fontTools import subset

ROOT = Path(__file__).resolve().parent.parent
KERN = ROOT / "node_modules/@kern-ux/native"
VENDOR = ROOT / "src/lebenslage/pages/static/vendor/kern"
MAPLIBRE = ROOT / "node_modules/maplibre-gl"
MAPLIBRE_VENDOR = VENDOR.parent / "maplibre"

# The cuts that KERN's components use, and italics for text of others; the package ships thirty.
CUTS = ("FiraSans-Regular", "FiraSans-Italic", "FiraSans-Medium", "FiraSans-SemiBold", "FiraSans-Bold")


# The letters of Europe's Latin alphabets, punctuation, currency, arrows and signs of comparison. Other scripts fall back to the system's
# fonts. The whole files are ten times as large, and a phone loads four of them with the first page.
LETTERS = (
    "U+0020-007E,U+00A0-017F,U+0192,U+0218-021B,U+02C6,U+02DA,U+02DC,U+1E9E,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,"
    "U+2032,U+2033,U+2039,U+203A,U+20AC,U+2116,U+2122,U+2190-2193,U+2212,U+2248,U+2264,U+2265"
)
FEATURES = "kern,liga,tnum,lnum,locl,ccmp,mark,mkmk"


def cut_down(font: Path, target: Path) -> None:
    """Write the part of a font that the pages use."""
    wanted = [f"--unicodes={LETTERS}", f"--layout-features={FEATURES}", "--flavor=woff2", "--no-hinting", "--desubroutinize"]
    subset.main([str(font), *wanted, f"--output-file={target}"])


def font_faces(css: str) -> str:
    """The @font-face blocks of the cuts that are shipped, so that no page asks for a file that is not there."""
    blocks = re.findall(r"@font-face\s*{[^}]*}", css)
    return "\n\n".join(block for block in blocks if any(f"/{cut}.woff2" in block for cut in CUTS)) + "\n"


def copy_maplibre() -> None:
    """What draws areas above a town's plan, where a town has one: `vendor/maplibre/`."""
    shutil.rmtree(MAPLIBRE_VENDOR, ignore_errors=True)
    MAPLIBRE_VENDOR.mkdir(parents=True)
    for name in ("maplibre-gl.mjs", "maplibre-gl-worker.mjs", "maplibre-gl.css"):
        shutil.copyfile(MAPLIBRE / "dist" / name, MAPLIBRE_VENDOR / name)
    shutil.copyfile(MAPLIBRE / "LICENSE.txt", MAPLIBRE_VENDOR / "LICENSE.txt")


def main() -> None:
    """Lay the files out afresh: `vendor/kern/{kern.min.css,fira-sans.css,fira-sans/*.woff2,LICENSE.md}`."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it speaks of the age of a table, at every font
    fonts = KERN / "dist/fonts"
    shutil.rmtree(VENDOR, ignore_errors=True)
    (VENDOR / "fira-sans").mkdir(parents=True)
    shutil.copyfile(KERN / "dist/kern.min.css", VENDOR / "kern.min.css")
    shutil.copyfile(KERN / "LICENSE.md", VENDOR / "LICENSE.md")
    for cut in CUTS:
        cut_down(fonts / f"fira-sans/{cut}.woff2", VENDOR / f"fira-sans/{cut}.woff2")
    css = (fonts / "fira-sans.css").read_text(encoding="utf-8")
    (VENDOR / "fira-sans.css").write_text(font_faces(css), encoding="utf-8")
    copy_maplibre()


if __name__ == "__main__":
    main()
