"""Broken files of every kind are taken, or refused in a sentence: nothing else comes out of looking at them."""

from io import BytesIO

import pikepdf
import pillow_heif
import pytest
from PIL import Image

from lebenslage.files.inspection import Inspected, inspect
from lebenslage.kernel.errors import Problem
from tests.rough.chance import FILES, broken


def pdf(pages: int, *, compress: bool) -> bytes:
    """A PDF with some pages."""
    out, document = BytesIO(), pikepdf.new()
    for _ in range(pages):
        document.add_blank_page()
    mode = pikepdf.ObjectStreamMode.generate if compress else pikepdf.ObjectStreamMode.disable
    document.save(out, object_stream_mode=mode)
    return out.getvalue()


def picture(kind: str, size: tuple[int, int] = (40, 30)) -> bytes:
    """A small picture."""
    out = BytesIO()
    Image.effect_noise(size, 50).convert("RGB").save(out, kind)
    return out.getvalue()


def heic() -> bytes:
    """A small photo of an iPhone."""
    out = BytesIO()
    pillow_heif.from_pillow(Image.effect_noise((64, 64), 50).convert("RGB")).save(out, quality=50)
    return out.getvalue()


SAMPLES = {
    "pdf": lambda: [pdf(1, compress=False), pdf(3, compress=True)],
    "jpeg": lambda: [picture("JPEG")],
    "png": lambda: [picture("PNG")],
    "heic": lambda: [heic()],
}
TAKEN = {"application/pdf", "image/jpeg", "image/png", "image/heic"}


@pytest.mark.slow
@pytest.mark.parametrize("kind", SAMPLES)
def test_a_broken_file_is_taken_or_refused(kind: str) -> None:
    refused = 0
    for content in broken(10, FILES, SAMPLES[kind]()):
        try:
            found = inspect(content, "brief")
        except Problem:
            refused += 1
            continue
        assert isinstance(found, Inspected)
        assert found.media_type in TAKEN
        assert found.pages >= 1
    assert refused > FILES // 4
