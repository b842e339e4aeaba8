"""Files of planners are taken on their pages alone, from somebody who is signed in, and none further than it may be large."""

from __future__ import annotations

from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import SkipFile, StopFutureHandlers, TemporaryFileUploadHandler

from lebenslage.accounts.access import signed_in
from lebenslage.feeds.limits import MOST

PAGES: Final = frozenset(
    {
        "/planung/daten/hereinholen/",
        "/planung/standorte/orte/datei/",
        "/planung/standorte/wege/hereinholen/",
        "/planung/angebote/einlesen/",
        "/planung/geld/massnahmen/einlesen/",
    }
)


class TownFiles(TemporaryFileUploadHandler):
    """Stands before the handler of proofs and leaves every other page to it. Of a file one byte more than the limit is kept at most."""

    ours = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file. Raises SkipFile for somebody who is not signed in, StopFutureHandlers where the file is ours."""
        self.ours = self.request is not None and self.request.path_info in PAGES
        if not self.ours:
            return
        if self.request is None or signed_in(self.request) is None:
            raise SkipFile
        super().new_file(*args, **kwargs)
        self.taken = 0
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep what still fits; what is not ours goes on."""
        if not self.ours:
            return raw_data
        fits = raw_data[: max(0, MOST + 1 - self.taken)]
        self.taken += len(fits)
        if fits:
            super().receive_data_chunk(fits, start)
        return None

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """The file, as far as it was kept."""
        return super().file_complete(self.taken) if self.ours else None
