"""What a household is bent on: answers that lead to a right which chance alone hardly ever meets. A tuple means: one of these."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

type Told = Mapping[str, Any]

NOTICE: Told = {
    "leistung": ("grundsicherungsgeld", "grundsicherung_im_alter", "hilfe_zum_lebensunterhalt", "asylbewerberleistung"),
    "leistung_stand": "bewilligt",
    "leistung_ab": "1.1.2025",
    "leistung_bis": "31.12.2025",
}
POOR: Told = {"vermoegen": (0, 500), "leistung": "keine", "bei_leistung_beruecksichtigt": "nein"}
IN_BELGIUM: Told = {"nettoloon_belgie": (0, 300, 900), "uitkering_belgie": (0, 200), "andere_middelen": 0, "roerend_kapitaal": (0, 4000)}


@dataclass(frozen=True)
class Bent:
    """Answers of the home, of everybody, of grown-ups and of children; whether the children are kept by who applies; a baby just born."""

    home: Told = field(default_factory=dict)
    everybody: Told = field(default_factory=dict)
    grown: Told = field(default_factory=dict)
    young: Told = field(default_factory=dict)
    kept: bool = False
    baby: bool = False

    def told(self, young: bool | None) -> Told:
        """What is told of the home (`young` is None), of a grown-up or of a child."""
        return self.home if young is None else {**self.everybody, **(self.young if young else self.grown)}


BENTS: Mapping[str, Bent] = {
    "": Bent(),
    "Antwerp": Bent(
        home={
            "land": "be", "werkelijk_verblijf": "ja", "verblijf_belgie": "belg", "werkbereid": "bereid", "andere_rechten_eerst": "ja",
            "woont_in_antwerpen": "ja", "vt_grond": (["leefloon"], []), "leefloon_sinds": "1.1.2025", "vt_maandinkomen": 900,
        },
        everybody=IN_BELGIUM,
    ),
    "asylum": Bent(
        home={"wohnform": "miete"},
        everybody={**POOR, "aufenthalt": ("gestattung", "duldung"), "in_deutschland_seit": ("1.6.2025", "1.2.2020"), "kindergeld": "nein"},
        kept=True,
    ),
    "low wage": Bent(
        home={"wohnform": "miete", "miete": (450, 600), "mietbestandteile": [], "heizkosten_gesondert": (0, 60)},
        everybody={**POOR, "aufenthalt": "deutsch", "lebensmittelpunkt": "ja", "merkmale": []},
        grown={"einkommensarten": ["lohn"], "bruttolohn": (2000, 2600), "nettolohn": (1500, 1900)},
        young={"kindergeld": "ja", "betreuung": "nicht_geteilt"},
        kept=True,
    ),
    "newborn": Bent(
        home={"alleiniger_bezug": "ja", "antragsdatum": "1.7.2025", "elterngeld_unterbrochen": "nein"},
        everybody={"aufenthalt": "deutsch"},
        grown={
            "elterngeld_bezug": ("basis", "plus"), "wochenstunden": (0, 20), "zve_vor_geburt": "gering", "netto_im_bezug": 0,
            "netto_vor_geburt": (0, 1500, 2500), "elterngeld_monate_geplant": 12, "elterngeld_basismonate": 0, "elterngeld_plusmonate": 0,
            "mutterschaftsgeld_bis": "keines", "familienstand": "ledig",
        },
        kept=True,
        baby=True,
    ),
    "notices": Bent(
        home={"sozialpass_angebot": "ja", "sozialticket_angebot": "ja", "normalticket_preis": 58, "sozialticket_preis": 29},
        everybody={**NOTICE, "ticket_gewuenscht": "ja"},
        young={
            "bildungsort": ("allgemeinbildende_schule", "kita", "kita"), "kita_beitrag": 120,
            "bildungsbedarfe": ["mittagessen", "ausflug"], "mittagessen_kosten": 60, "ausflug_kosten": 12,
        },
        kept=True,
    ),
    "own house or trade": Bent(
        home={
            "wohneigentum_geplant": "ja", "kauf_oder_bau_begonnen": "nein", "aufenthalt_noch_ein_jahr": "ja", "wohnung_in_nrw": "ja",
            "gewerbe_betrieben": "ja", "gewerbeertrag": (60_000, 90_000, 9_000), "hebesatz": 490, "rechtsform": "natuerliche_person",
        },
        everybody={"zieht_mit_ein": "ja"},
        kept=True,
    ),
    "cannot work": Bent(
        home={"wohnform": "miete"},
        everybody={**POOR, "aufenthalt": "deutsch", "merkmale": []},
        grown={
            "erwerbsfaehigkeit": ("voll_erwerbsgemindert_auf_zeit", "voll_erwerbsgemindert_dauernd"),
            "einkommensarten": ([], ["rente"]), "rente": 300,
        },
        kept=True,
    ),
}  # fmt: skip
