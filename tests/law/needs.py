"""What a household can need more of, as changes of one household: each is tried on families of many kinds."""

from collections.abc import Callable, Mapping
from datetime import date

from lebenslage.benefits.facts import asyl, bedarf, behinderung, bildung, ermaessigungen, personen, wohnen
from lebenslage.benefits.facts.bildung import Bildungsbedarf
from lebenslage.benefits.facts.personen import Merkmal, Verhaeltnis, verhaeltnis
from lebenslage.law.facts import Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import PERSON, UNKNOWN
from tests.law.ordinary import YOUNG, adult, child, completed, family
from tests.law.plain import Answers, person

type Need = Callable[[Household], Household]

BIRTHS = {1: ("1.2.2020",), 2: ("1.2.2015", "1.3.2018"), 3: ("1.2.2009", "1.2.2013", "1.3.2019")}
SCHOOL: Answers = {"bildungsort": "allgemeinbildende_schule", "bildungsbedarfe": ["mittagessen"], "mittagessen_kosten": 60}
DAY_CARE: Answers = {"bildungsort": "kita", "kita_beitrag": 180}
FOR_GOOD: Answers = {"erwerbsfaehigkeit": "voll_erwerbsgemindert_dauernd", "rentenart": "erwerbsminderung", "renten_abzuege": 0}
FOR_A_TIME: Answers = {**FOR_GOOD, "erwerbsfaehigkeit": "voll_erwerbsgemindert_auf_zeit"}
OLD: Answers = {"geburtsdatum": "1.2.1950", "rentenart": "alter", "renten_abzuege": 0}
PARENT: Answers = {"elterngeld_bezug": "basis", "netto_vor_geburt": 1500, "elterngeld_monate_geplant": 12}
RECEIVED: Answers = {"leistung_stand": "bewilligt", "leistung_ab": "1.1.2025", "leistung_bis": "31.12.2025"}
BORN = date(2025, 11, 1).toordinal()


def earning(net: int) -> Answers:
    """Pay of a month; the net pay is told."""
    return {"bruttolohn": net * 27 // 20, "nettolohn": net} if net else {}


def working(net: int, adults: int, children: int, rent: int) -> Household:
    """A family that lives on one wage."""
    second = {"elternteil_2": "P2"} if adults == 2 else {}
    partner = [adult("ehegatte")] if adults == 2 else []
    young = [child(birth, **SCHOOL, **second) for birth in BIRTHS.get(children, ())]
    return family(adult(**earning(net)), *partner, *young, miete=rent)


def seeking_asylum(net: int, since: str) -> Household:
    """A mother and her child."""
    told = {"aufenthalt": "gestattung", "in_deutschland_seit": since}
    return family(adult(**told, **earning(net)), child(**told, kindergeld="nein"))


def receiving(benefit: str) -> Household:
    """A mother and two children of whom each has a notice; the greater one goes to school, the smaller one to day-care."""
    held: Answers = {"leistung": benefit, **RECEIVED}
    return family(adult(**held), child(**held, **SCHOOL), child("1.3.2021", **held, **DAY_CARE))


def homes() -> Mapping[str, Household]:
    """Families of every kind for which need counts, by name."""
    of_work = {
        f"{net} euros, {adults} adults, {children} children, rent {rent}": working(net, adults, children, rent)
        for net, rent in ((0, 500), (500, 900), (900, 500), (900, 900), (1300, 900), (1800, 500), (2500, 900))
        for adults in (1, 2)
        for children in range(4)
    }
    of_pensions = {
        f"{kind} with {pension}": home
        for pension in (0, 500, 1000, 1600)
        for kind, home in {
            "old": family(adult(**OLD, rente=pension)),
            "old and younger": family(adult(**OLD, rente=pension), adult("ehegatte")),
            "unable for good": family(adult(**FOR_GOOD, rente=pension), child()),
            "unable for a time": family(adult(**FOR_A_TIME, rente=pension), child(), child("1.3.2021")),
        }.items()
    }
    of_notices = {
        f"notice on {one}": receiving(one) for one in ("grundsicherungsgeld", "hilfe_zum_lebensunterhalt", "asylbewerberleistung")
    }
    return {
        **of_work,
        **of_pensions,
        **of_notices,
        "asylum": seeking_asylum(400, "1.6.2025"),
        "asylum for years": seeking_asylum(0, "1.6.2020"),
        "partner unable": family(adult(), adult("ehegatte", erwerbsfaehigkeit="voll_erwerbsgemindert_auf_zeit")),
        "shared care": family(
            adult(**earning(500)), child(betreuung="mindestens_ein_drittel", anderer_betreut_ab_40_prozent="ja", **SCHOOL)
        ),
        "newborn": family(adult(**PARENT), child("10.5.2025")).answered(bedarf.erwerb_vor_geburt, 0, 1500_00),
        "own house": family(adult(**earning(1800)), child(), wohneigentum_geplant="ja"),
        "Antwerp": family(adult(), land="be"),
        "Antwerp, with a flatmate": family(adult(), person("mitbewohnend", geburtsdatum="1.1.1990"), land="be", deelt_huishouden="ja"),
        "many receipts": family(adult(**earning(1300)), child(), zuzahlungen=400),
    }


def answered(fact: Fact, value: int, *, last: bool = False) -> Need:
    """Another answer to one question, of the applicant or of who is named last."""

    def change(home: Household) -> Household:
        return completed(home.answered(fact, _row(home, fact, last=last), value))

    return change


def dearer(fact: Fact, cents: int, *, last: bool = False) -> Need:
    """So many cents more, of the applicant or of who is named last."""

    def change(home: Household) -> Household:
        row = _row(home, fact, last=last)
        return home.answered(fact, row, max(_known(home, fact, row), 0) + cents)

    return change


def marked(fact: Fact, bits: int, *, last: bool = False) -> Need:
    """One more of several choices."""

    def change(home: Household) -> Household:
        row = _row(home, fact, last=last)
        return home.answered(fact, row, _known(home, fact, row) | bits)

    return change


def together(*needs: Need) -> Need:
    """One after the other, then the ordinary answer to whatever they open."""

    def change(home: Household) -> Household:
        for need in needs:
            home = need(home)
        return completed(home)

    return change


def disabled(degree: int, marks: int = 0) -> Need:
    """A disability of a degree, with marks on the card, of who is named last."""
    return together(
        marked(personen.merkmale, Merkmal.SCHWERBEHINDERT, last=True),
        answered(personen.grad_der_behinderung, degree, last=True),
        answered(behinderung.merkzeichen, marks, last=True),
    )


def at_school(need: Bildungsbedarf, cost: Fact, cents: int) -> Need:
    """A need of the first child, with its cost on top of what it costs already."""

    def change(home: Household) -> Household:
        row = next((n for n in range(home.rows(PERSON)) if home.get(verhaeltnis, n) in YOUNG), None)
        if row is None:
            return home
        home = home.answered(bildung.bildungsbedarfe, row, _known(home, bildung.bildungsbedarfe, row) | need)
        home = home.answered(bildung.lernfoerderung_bestaetigt, row, 1) if need is Bildungsbedarf.LERNFOERDERUNG else home
        return completed(home.answered(cost, row, _known(home, cost, row) + cents))

    return change


def a_child_more(birth: str, **told: object) -> Need:
    """One more child of the applicant and her spouse."""

    def change(home: Household) -> Household:
        row = home.rows(PERSON)
        names = {**home.names, PERSON: [*home.names[PERSON], f"P{row + 1}"]}
        home = Household(names, {fact: [*values, UNKNOWN] if fact.entity is PERSON else values for fact, values in home.given.items()})
        for fact, values in family(adult(), child(birth, **told)).given.items():
            if fact.entity is PERSON and values[1] is not UNKNOWN:
                home = home.answered(fact, row, values[1])  # type: ignore[arg-type]
        return completed(_of_this_family(home, row))

    return change


def _of_this_family(home: Household, row: int) -> Household:
    if home.rows(PERSON) > 2 and home.get(verhaeltnis, 1) == Verhaeltnis.EHEGATTE:
        home = home.answered(personen.elternteil_2, row, 1)
    if home.get(personen.aufenthalt, 0) == personen.Aufenthalt.GESTATTUNG:
        for fact in (personen.aufenthalt, asyl.in_deutschland_seit):
            home = home.answered(fact, row, _known(home, fact, 0))
        home = home.answered(personen.kindergeld, row, 0)
    return home


def _row(home: Household, fact: Fact, *, last: bool) -> int:
    return home.rows(PERSON) - 1 if last and not fact.entity.single else 0


def _known(home: Household, fact: Fact, row: int) -> int:
    given = home.get(fact, row)
    return given if isinstance(given, int) else 0


TO_LIVE: Mapping[str, Need] = {
    "rent": dearer(wohnen.miete, 50_00),
    "much more rent": dearer(wohnen.miete, 600_00),
    "heating": dearer(bedarf.heizkosten_gesondert, 90_00),
    "hot water at home": answered(bedarf.warmwasser_dezentral, 1),
    "pregnancy": together(answered(bedarf.schwanger, 1), answered(bedarf.entbindungstermin, BORN)),
    "costly diet": dearer(bedarf.ernaehrung_mehrbedarf, 80_00),
    "a need of its own kind": dearer(bedarf.besonderer_mehrbedarf, 80_00),
    "help to take part in working life": answered(bedarf.teilhabeleistung, 1),
    "help at school because of a disability": marked(behinderung.behindertenhilfe, behinderung.Behindertenhilfe.SCHULE_ODER_STUDIUM),
    "disability": disabled(100),
    "disability with mark G": disabled(50, behinderung.Merkzeichen.G),
    "disability with mark Bl": disabled(100, behinderung.Merkzeichen.BL),
    "care": together(disabled(80), answered(personen.pflege_zuhause, 1, last=True), answered(behinderung.pflegegrad, 3, last=True)),
    "care of the children not shared": answered(personen.betreuung, personen.Betreuung.NICHT_GETEILT, last=True),
    "a child just born": a_child_more("1.6.2025"),
    "a small child": a_child_more("1.9.2022"),
    "a child at school": a_child_more("1.2.2012", **SCHOOL),
}
BESIDE: Mapping[str, Need] = {
    "disability with mark RF": disabled(80, behinderung.Merkzeichen.RF),
    "chronic illness": answered(ermaessigungen.chronisch_krank, 1),
    "more co-payments": dearer(ermaessigungen.zuzahlungen, 50_00),
    "dearer day-care": dearer(bildung.kita_beitrag, 80_00, last=True),
    "day trip": at_school(Bildungsbedarf.AUSFLUG, bildung.ausflug_kosten, 15_00),
    "class journey": at_school(Bildungsbedarf.KLASSENFAHRT, bildung.klassenfahrt_kosten, 250_00),
    "way to school": at_school(Bildungsbedarf.BEFOERDERUNG, bildung.befoerderung_kosten, 40_00),
    "lessons": at_school(Bildungsbedarf.LERNFOERDERUNG, bildung.lernfoerderung_kosten, 100_00),
    "dearer lunch": at_school(Bildungsbedarf.MITTAGESSEN, bildung.mittagessen_kosten, 30_00),
}
NEEDS: Mapping[str, Need] = {**TO_LIVE, **BESIDE}
