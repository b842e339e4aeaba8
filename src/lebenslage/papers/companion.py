"""The companion of a notice: the same decision in another language or in plain German, for information. The notice alone is binding."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from lebenslage.benefits import wohngeld
from lebenslage.law.engine import Result
from lebenslage.law.texts import Texts
from lebenslage.papers.letter import day
from lebenslage.papers.letter import words as all_words
from lebenslage.papers.notice import Matter, NoticeContent
from lebenslage.papers.press import Attachment, printed
from lebenslage.papers.wohngeld import LANGUAGE, ROOM, in_language, wohngeld_notice
from lebenslage.papers.wohngeld_page import wohngeld_body

COMPANIONS: Final = ("de-einfach", "en", "nl")
FORMAT: Final = "lebenslage/companion/1"
TEMPLATE: Final = Path(wohngeld.__file__).with_name("companion.typ")
ATTACHED_AS: Final = "begleitblatt.json"

type Shown = Mapping[str, Any]


def companion_pdf(result: Result, matter: Matter, language: str, *, at: datetime) -> bytes:
    """The companion of the notice that `wohngeld_notice(result, matter)` makes, with its content attached as `begleitblatt.json`.

    Raises ValueError for a language that has none, and what the notice refuses to say.
    """
    if language not in COMPANIONS:
        raise ValueError(f"there is no companion in {language}")
    notice = wohngeld_notice(result, matter)
    told = in_language(notice, result, language)
    attachment = Attachment(ATTACHED_AS, {**told.data(), "format": FORMAT}, all_words(language)(*ROOM, "attachment"))
    return printed(TEMPLATE, companion_page(told, notice.subject), at=at, attachment=attachment)


def companion_page(notice: NoticeContent, subject: str) -> Shown:
    """What the template says, in order; `subject` is that of the binding notice."""
    words = all_words(notice.language)
    matter = notice.matter
    body = wohngeld_body(notice, words)
    return {
        "sheet": {
            "subject": notice.subject,
            "author": matter.sender.authority,
            "language": words.language.partition("-")[0],
            "page": words("letter", "page"),
            "incomplete": words("letter", "incomplete"),
        },
        "banner": words("companion", "banner"),
        "beside": words("companion", "beside", subject=subject, number=matter.case_number),
        "rows": _rows(notice, words),
        "draft": words(*ROOM, "draft") if matter.draft else "",
        **body,
        "reasons": {**body["reasons"], "own": "", "conditions_list": []},
        "german": {
            "language": LANGUAGE,
            "own_words": words("companion", "own_words"),
            "own": matter.reasons,
            "conditions": words("companion", "conditions"),
            "conditions_list": list(matter.conditions),
        },
        "instruction": words("companion", "instruction"),
    }


def _rows(notice: NoticeContent, words: Texts) -> list[Mapping[str, str]]:
    matter = notice.matter
    rows = (
        (words("companion", "office"), matter.sender.authority),
        (words(*ROOM, "case_number"), matter.case_number),
        (words(*ROOM, "applied_on"), day(words, matter.applied_on)),
        (words("letter", "dated"), day(words, matter.dated)),
    )
    return [{"label": label, "value": value} for label, value in rows if value]
