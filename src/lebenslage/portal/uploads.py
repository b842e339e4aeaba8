"""Files are taken on the pages for proofs alone, several at a time, and none further than a proof may be large. They go to the disk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.http import HttpRequest

from lebenslage.files.inspection import MEGABYTE, MOST_MEGABYTES
from lebenslage.portal.problems import NoFileChosen, TooManyAtOnce, TooMuchAtOnce
from lebenslage.residents.actions import Paper

PAGES: Final = re.compile(r"^/[a-z-]+/(antrag/nachweise/|wohngeld/datei/$|meine/[0-9a-f-]+/(antwort|nachweise)/)")
MOST: Final = MOST_MEGABYTES * MEGABYTE + 1
MOST_FILES: Final = 20
MOST_TOGETHER: Final = 80


def sent_papers(request: HttpRequest) -> Sequence[Paper]:
    """The files of a form. Raises NoFileChosen, TooManyAtOnce, TooMuchAtOnce."""
    files = request.FILES.getlist("datei")
    if not files:
        raise NoFileChosen
    if len(files) > MOST_FILES:
        raise TooManyAtOnce(limit=MOST_FILES)
    if sum(file.size or 0 for file in files) > MOST_TOGETHER * MEGABYTE:
        raise TooMuchAtOnce(limit=MOST_TOGETHER)
    return [Paper(file.name or "", file.read()) for file in files]


class ProofsAlone(TemporaryFileUploadHandler):
    """Takes files on a page for proofs: of each one byte more than the limit at most, and of all together no more than is taken at once.

    That is enough to say that it is too large; the rest is read from the line and let go.
    """

    together = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file. Raises SkipFile on every other page."""
        if self.request is None or not PAGES.match(self.request.path_info):
            raise SkipFile
        super().new_file(*args, **kwargs)
        self.taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep what still fits."""
        fits = raw_data[: max(0, min(MOST - self.taken, MOST_TOGETHER * MEGABYTE + 1 - self.together))]
        self.taken += len(fits)
        self.together += len(fits)
        if fits:
            super().receive_data_chunk(fits, start)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """The file, as far as it was kept."""
        return super().file_complete(self.taken)
