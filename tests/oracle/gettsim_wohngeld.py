"""GETTSIM's Wohngeld for the households of `population`, as a Parquet file. Runs in GETTSIM's own environment, never in ours.

python -m tests.oracle.gettsim_wohngeld OUT.parquet --on 2025-06-01 --households 20000 --seed 1
python -m tests.oracle.gettsim_wohngeld --on 2025-06-01 --households 40000 --repeat 5    # only run times, as JSON
"""

import argparse
import json
import sys
import time
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from gettsim import InputData, MainTarget, TTTargets, main

from tests.oracle.population import CHILD, Columns, population

type Tree = dict[str, Any]

# What is asked of GETTSIM, and under which name it stands in the file. Columns in euros and cents are floats, as GETTSIM has them.
TARGETS: Tree = {
    "wohngeld": {
        "anspruchshöhe_m_wthh": "g_anspruch",
        "basisbetrag_m_wthh": "g_basisbetrag",
        "miete_m_wthh": "g_miete",
        "einkommen_m_wthh": "g_einkommen",
        "vermögensgrenze_unterschritten_wthh": "g_vermoegen_unschaedlich",
        "mindesteinkommen_erreicht_wthh": "g_mindesteinkommen",
    },
    "einkommensteuer": {
        "betrag_y_sn": "g_einkommensteuer",
        "einkünfte": {"sonstige": {"rente": {"steuerpflichtige_einnahmen_m": "g_rente_steuerpflichtig"}}},
    },
    "sozialversicherung": {
        "geringfügig_beschäftigt": "g_minijob",
        "kranken": {"beitrag": {"betrag_versicherter_y": "g_krankenversicherung"}},
        "rente": {"beitrag": {"betrag_versicherter_y": "g_rentenversicherung"}},
    },
    "unterhaltsvorschuss": {"betrag_m": "g_unterhaltsvorschuss"},
    "kindergeld": {"ist_leistungsbegründendes_kind": "g_kindergeld"},
}


def inputs(people: Columns, on: str) -> Tree:
    """The population in GETTSIM's own input columns. What has no bearing here (pension law, ALG I) is given as data."""
    p_id = np.arange(len(people["haushalt"]))
    first = p_id - people["platz"]
    child, couple = people["verhaeltnis"] == CHILD, people["erwachsene"] == 2
    partner = np.where(couple & ~child, np.where(people["platz"] == 0, first + 1, first), -1)
    spouse = np.where(people["verheiratet"], partner, -1)
    zeros, no = np.zeros(len(p_id)), np.zeros(len(p_id), np.bool_)
    return {
        "p_id": p_id,
        "hh_id": people["haushalt"],
        "wthh_id": people["haushalt"],
        "alter": people["alter"],
        "alter_monate": 12 * people["alter"] + 5,
        "geburtsjahr": people["geburtsjahr"],
        "geburtsmonat": np.ones(len(p_id), np.int64),
        "arbeitsstunden_w": people["stunden_woche"].astype(np.float64),
        "behinderungsgrad": people["behinderung_grad"],
        "vermögen": people["vermoegen"] / 100,
        "wohnort_ost_hh": no,
        "familie": {
            "alleinerziehend": people["alleinerziehend"],
            "p_id_ehepartner": spouse,
            "p_id_elternteil_1": np.where(child, first, -1),
            "p_id_elternteil_2": np.where(child & couple, first + 1, -1),
        },
        "bürgergeld": {"bezug_im_vorjahr": no, "p_id_einstandspartner": partner},
        "kindergeld": {"in_ausbildung": people["in_ausbildung"], "p_id_empfänger": np.where(child, first, -1)},
        "unterhalt": {"tatsächlich_erhaltener_betrag_m": people["unterhalt_monat"] / 100},
        "elterngeld": {"betrag_m": zeros, "anrechenbarer_betrag_m": zeros},
        "einnahmen": _receipts(people, zeros),
        "einkommensteuer": _taxes(people, child, first, zeros),
        "lohnsteuer": {"steuerklasse": np.where(people["alleinerziehend"], 2, np.where(people["verheiratet"], 4, 1))},
        "sozialversicherung": _insurance(people, on, zeros, no),
        "wohnen": {
            "bewohnt_eigentum_hh": no,
            "bruttokaltmiete_m_hh": people["miete_monat"] / 100,
            "heizkosten_m_hh": people["heizung_monat"] / 100,
            "wohnfläche_hh": people["wohnflaeche"].astype(np.float64),
        },
        "wohngeld": {"mietstufe_hh": people["mietenstufe"]},
    }


def _receipts(people: Columns, zeros: Any) -> Tree:
    kinds = ("aus_berufsständischen_versicherungen", "basisrente", "betriebliche_altersvorsorge")
    private = ("geförderte_private_vorsorge", "sonstige_private_vorsorge")
    return {
        "bruttolohn_m": people["lohn_monat"] / 100,
        "kapitalerträge_y": people["kapital_jahr"] / 100,
        "renten": {f"{kind}_m": zeros for kind in (*kinds, *private)},
    }


def _taxes(people: Columns, child: Any, first: Any, zeros: Any) -> Tree:
    return {
        "gemeinsam_veranlagt": people["verheiratet"],
        "abzüge": {
            "beitrag_private_rentenversicherung_m": zeros,
            "kinderbetreuungskosten_m": zeros,
            "p_id_kinderbetreuungskostenträger": np.where(child, first, -1),
        },
        "einkünfte": {
            "aus_forst_und_landwirtschaft": {"betrag_y": zeros},
            "aus_gewerbebetrieb": {"betrag_y": people["gewerbe_jahr"] / 100},
            "aus_nichtselbstständiger_arbeit": {"tatsächliche_werbungskosten_y": people["werbungskosten_jahr"] / 100},
            "aus_selbstständiger_arbeit": {"betrag_y": people["selbststaendig_jahr"] / 100},
            "aus_vermietung_und_verpachtung": {"betrag_y": zeros},
            "ist_hauptberuflich_selbstständig": (people["selbststaendig_jahr"] > 0) & (people["lohn_monat"] == 0),
            "sonstige": {
                "alle_weiteren_y": zeros,
                "rente": {"alter_beginn_leistungsbezug_sonstige_private_vorsorge": np.full(len(zeros), 67)},
            },
        },
    }


def _insurance(people: Columns, on: str, zeros: Any, no: Any) -> Tree:
    health = {"privat_versichert": no}
    if on >= "2026":
        health["beitrag_private_basiskrankenversicherung_abzüglich_arbeitgeberanteil_m"] = zeros
    return {
        "arbeitslosen": {"betrag_m": people["arbeitslosengeld_monat"] / 100},
        "kranken": {"beitrag": health},
        "pflege": {"beitrag": {"hat_kinder": people["alleinerziehend"] | (people["personen"] > 2)}},
        "rente": {
            "bezieht_rente": people["alt"],
            "jahr_renteneintritt": people["geburtsjahr"] + 67,
            "altersrente": {
                "betrag_m": people["rente_monat"] / 100,
                "hat_regelaltersgrenze_erreicht": people["alt"],
                "älter_als_regelaltersgrenze": people["alt"],
            },
            "erwerbsminderung": {"betrag_m": zeros, "voll_erwerbsgemindert": no, "teilweise_erwerbsgemindert": no},
            "grundrente": {"grundsätzlich_anspruchsberechtigt": no},
        },
    }


def settings(on: str) -> Tree:
    """What every call is told: numpy, the targets, no warnings, no checks of the inputs (its fastest honest setting)."""
    fast = {"include_warn_nodes": False, "include_fail_nodes": False}
    return {"policy_date_str": on, "tt_targets": TTTargets(tree=TARGETS), "backend": "numpy", **fast}


def write(people: Columns, on: str, file: str) -> None:
    """Run GETTSIM; write inputs and results side by side, one row a person, the name and day in the file's description."""
    results = main(main_target=MainTarget.results.df_with_mapper, input_data=InputData.tree(inputs(people, on)), **settings(on))
    columns = {name: pa.array(values) for name, values in people.items()}
    columns |= {name: pa.array(results[name].to_numpy()) for name in results.columns}
    pq.write_table(pa.table(columns).replace_schema_metadata({"oracle": "GETTSIM 1.3.1", "day": on}), file, compression="zstd")


def measure(people: Columns, on: str, repeats: int) -> Tree:
    """Seconds to evaluate prepared columns, and from the input tree to a table; the least of some runs, after one to warm up."""
    tree, wanted = inputs(people, on), settings(on)
    policy = main(main_target=MainTarget.policy_environment, policy_date_str=on, backend="numpy")
    parts = main(
        main_targets=["tt_function", "processed_data", "labels__root_nodes"],
        policy_environment=policy,
        input_data=InputData.tree(tree),
        **wanted,
    )
    data = {name: values for name, values in parts["processed_data"].items() if name in parts["labels"]["root_nodes"]}
    whole = {"main_target": MainTarget.results.df_with_mapper, "policy_environment": policy, "input_data": InputData.tree(tree), **wanted}
    return {
        "persons": len(people["haushalt"]),
        "evaluate": _least(repeats, lambda: parts["tt_function"](data)),
        "table_to_table": _least(repeats, lambda: main(**whole)),
    }


def _least(repeats: int, work: Any) -> float:
    seconds = []
    for _ in range(repeats + 1):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds[1:])


def run() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?")
    parser.add_argument("--on", default="2025-06-01")
    parser.add_argument("--households", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--repeat", type=int, default=5)
    given = parser.parse_args()
    people = population(given.households, int(given.on[:4]), given.seed)
    if given.file:
        write(people, given.on, given.file)
    else:
        sys.stdout.write(json.dumps(measure(people, given.on, given.repeat)))


if __name__ == "__main__":
    run()
