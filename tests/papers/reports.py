"""A small report with everything that a report can hold."""

from lebenslage.papers.report import Chapter, Drawing, ReportContent, Shape, Spoken, Table

MAP = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100" font-family="Fira Sans, sans-serif">'
    '<path d="M0 0H50V100H0Z" fill="#d9e6f5" stroke="#16202c"/><path d="M50 0H100V100H50Z" fill="#2366a6" stroke="#16202c"/>'
    '<text x="20" y="50" font-size="12">1</text></svg>'
)
WORDS = Spoken("Inhalt", "Seite {number} von {all}", "Entwurf", "Der Bericht als Daten", "Einige Zeichen fehlen.")


def report(*, draft: bool = False) -> ReportContent:
    """Two quarters, their map, a table and a page for each."""
    table = Table("Kinderarmut", ("Quartier", "2024", "2026"), (("Altstadt", "12,5 %", "×"), ("Nordhang", "8,0 %", "9,1 %")), "× geheim")
    drawn = Drawing(Shape.MAP, MAP, "Karte: Kinderarmut, am höchsten Nordhang", "Kinderarmut 2026", MAP)
    own = "Der Treff schließt um 16 Uhr.\n\n- Es fehlt ein Kinderarzt.\n- Der Bus fährt selten."
    profiles = tuple(_profile(name, new_page=number > 0) for number, name in enumerate(("Altstadt", "Nordhang")))
    chapters = (
        Chapter("summary", "Das Wichtigste", ("In der Stadt sind es etwa 10 von 100.",), set_apart=True, new_page=True),
        Chapter("topic", "Armut", points=("Kinderarmut: Kinder unter 15 mit SGB II.",), own=own, drawings=(drawn,), tables=(table,)),
        Chapter("profiles", "Die Quartiere", chapters=profiles, new_page=True),
    )
    return ReportContent(
        "Sozialbericht 2026", "Stadt Ahornstedt", "2 Quartiere", (("Stand", "31. Dezember 2026"),), chapters, WORDS, draft=draft
    )


def _profile(name: str, *, new_page: bool) -> Chapter:
    place = Drawing(Shape.PLACE, MAP, f"Lage von {name}")
    strips = Drawing(Shape.STRIPS, MAP, f"{name} unter allen: 12,5 %", "Gefüllt: dieses Quartier")
    table = Table("", ("Merkmal", "Hier", "Stadt"), (("Kinderarmut", "12,5 %", "10,0 %"),))
    return Chapter(
        f"profile-{name}", name, ("Höher als in der Stadt: Kinderarmut.",), drawings=(place, strips), tables=(table,), new_page=new_page
    )
