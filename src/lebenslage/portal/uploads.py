"""Files are taken on the pages for proofs alone, one at a time, and no further than a proof may be large. Larger ones go to the disk."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.http import HttpRequest

from lebenslage.files.inspection import MEGABYTE, MOST_MEGABYTES

PAGES: Final = re.compile(r"^/[a-z-]+/(antrag/nachweise/|meine/[0-9a-f-]+/(antwort|nachweise)/)")
MOST: Final = MOST_MEGABYTES * MEGABYTE + 1


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it came."""

    name: str
    content: bytes


def sent_file(request: HttpRequest) -> Sent | None:
    """The file of a form, if one was chosen."""
    file = request.FILES.get("datei")
    return Sent(file.name or "", file.read()) if isinstance(file, UploadedFile) else None


class ProofsAlone(TemporaryFileUploadHandler):
    """Takes a file on a page for proofs, and one byte more than the limit at most: enough to say that it is too large."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file. Raises SkipFile on every other page."""
        if self.request is None or not PAGES.match(self.request.path_info):
            raise SkipFile
        super().new_file(*args, **kwargs)
        self.taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep what still fits."""
        fits = raw_data[: MOST - self.taken]
        self.taken += len(fits)
        if fits:
            super().receive_data_chunk(fits, start)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """The file, as far as it was kept."""
        return super().file_complete(min(file_size, MOST))
