"""Papers to print: an application, a formless one, a result to take along, a companion; all of them of invented people."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from lebenslage.papers.application import Applicant, ApplicationContent, Office, ProofAsked, application_pdf
from lebenslage.papers.companion import companion_pdf
from lebenslage.papers.formless import FormlessContent, formless_pdf
from lebenslage.papers.minutes import minutes_pdf
from lebenslage.papers.notice import Outcome
from lebenslage.papers.receipt import Section, Stated
from lebenslage.papers.report import report_pdf
from lebenslage.papers.result import result_content, result_pdf
from lebenslage.papers.wohngeld import wohngeld_notice
from lebenslage.papers.wohngeld_page import wohngeld_notice_pdf
from tests.papers.matters import DAY, assessed, household, matter
from tests.papers.reports import report
from tests.papers.test_minutes import for_everybody, minutes
from tests.papers.test_receipt import receipt, receipt_pdf

MADE = datetime(2026, 11, 3, 21, 47, tzinfo=timezone(timedelta(hours=1)))
OFFICE = Office(
    authority="Stadt Musterstadt",
    office="Amt für Soziales und Wohnen, Wohngeldstelle",
    street="Rathausplatz 1",
    place="50999 Musterstadt",
    phone="02234 5550-214",
    mail="wohngeld@musterstadt.example",
    hours="Mo bis Fr 8 bis 12 Uhr",
)
APPLICANT = Applicant("Anna Berg", ("Lindenweg 12", "50999 Musterstadt"), reached=("0170 5550123",))
HOMELESS = Applicant("Нина Шевченко", stays="Düren", reached=("über die Bahnhofsmission Düren",))
SECTIONS = (
    Section("Die Wohnung", (Stated("Miete im Monat", "1.120,00 €"), Stated("Wohnfläche", "84 m²"))),
    Section("Die Personen", (Stated("Geburtsdatum", "14. März 1988", "Anna Berg"),)),
)
PROOFS = (
    ProofAsked("Mietvertrag", "Damit das Amt die Miete sieht.", "Auch möglich: eine Mietbescheinigung.", enclosed=True),
    ProofAsked("Lohnabrechnung", person="Anna Berg"),
)
OWN_WORDS = "Ich habe weniger Arbeit.\nDie Miete ist zu hoch."


def application(**changes: Any) -> ApplicationContent:
    """An application with everything in it."""
    given: dict[str, Any] = {
        "office": OFFICE,
        "applicant": APPLICANT,
        "number": "K7FM-2QXD",
        "right": "Wohngeld",
        "made": MADE,
        "sections": SECTIONS,
        "proofs": PROOFS,
        "facts": {"haushalt": {"miete": 112000}},
    }
    return ApplicationContent(**(given | changes))


def formless(**changes: Any) -> FormlessContent:
    """A formless application with everything in it."""
    given: dict[str, Any] = {
        "office": OFFICE,
        "applicant": APPLICANT,
        "right": "Wohngeld",
        "made": MADE,
        "number": "K7FM-2QXD",
        "words": OWN_WORDS,
    }
    return FormlessContent(**(given | changes))


def every_paper(language: str) -> dict[str, bytes]:
    """Each kind of paper in a language, by name; the notice and its companion by the rule that the notice is German."""
    result = assessed(household())
    told = matter(result, Outcome.PARTIAL, reasons="Die Garage zählt mit.", conditions=("Bitte schicken Sie die Lohnabrechnung.",))
    content = result_content(result.run.household, on=DAY, at=MADE, language=language)
    papers = {
        "receipt": receipt_pdf(receipt(language=language)),
        "application": application_pdf(application(language=language)),
        "formless": formless_pdf(formless(language=language)),
        "result": result_pdf(content),
    }
    if language == "de":
        notice = wohngeld_notice_pdf(wohngeld_notice(result, told), at=MADE)
        held = {"minutes": minutes_pdf(minutes()), "public-minutes": minutes_pdf(for_everybody())}
        return {**papers, "notice": notice, "report": report_pdf(report(), at=MADE), **held}
    return {**papers, "companion": companion_pdf(result, told, language, at=MADE)}
