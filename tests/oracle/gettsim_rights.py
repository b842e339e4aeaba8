"""GETTSIM's rights for the households of a file that `people` wrote, written beside them. Runs in GETTSIM's own environment, never in ours.

python -m tests.oracle.gettsim_rights IN.parquet OUT.parquet

The net income is given to GETTSIM as data (`nettoeinkommen_vor_abzug_freibetrag_m`): it is the one that our law is given too. Taxes and
contributions it works out itself; they are compared for themselves.
"""

import argparse
from importlib.metadata import version
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from gettsim import InputData, MainTarget, TTTargets, main

from tests.oracle.gettsim_wohngeld import TARGETS, inputs
from tests.oracle.population import Columns

type Tree = dict[str, Any]

MORE: Tree = {
    "bürgergeld": {
        "anspruchshöhe_m": "g_buergergeld",
        "regelsatz_m": "g_regelsatz",
        "kosten_der_unterkunft_m": "g_unterkunft",
        "anzurechnendes_einkommen_m": "g_anzurechnen",
    },
    "kinderzuschlag": {"anspruchshöhe_m": "g_kinderzuschlag"},
    "grundsicherung": {"im_alter": {"anspruchshöhe_m": "g_grundsicherung"}},
    "sozialversicherung": {"beiträge_versicherter_m": "g_beitraege"},
    "kindergeld": {"betrag_m": "g_kindergeld_betrag"},
    "bg_id": "g_bg",
}


def merged(one: Tree, other: Tree) -> Tree:
    """Both trees; the branches of each are kept."""
    return {
        key: merged(one[key], other[key]) if key in one and key in other and isinstance(one[key], dict) else other.get(key, one.get(key))
        for key in {**one, **other}
    }


def given(people: Columns, on: str) -> Tree:
    """GETTSIM's inputs, with the net income of each person."""
    others = sum(people[name] for name in ("rente_monat", "arbeitslosengeld_monat")) + people["kapital_jahr"] // 12
    net = (people["netto_monat"] + others) / 100
    benefits = {"nettoeinkommen_vor_abzug_freibetrag_m": net, "bezug_im_vorjahr": people["bezug_im_vorjahr"]}
    more = {"bürgergeld": benefits, "schwerbehindert_grad_g": np.zeros(len(net), np.bool_)}
    return merged(inputs(people, on), more)


PENSIONERS: Tree = {"grundsicherung": {"im_alter": {"anspruchshöhe_m": "g_grundsicherung"}}}
NOTHING_OF = ("g_unterhaltsvorschuss", "g_einkommensteuer", "g_krankenversicherung", "g_rentenversicherung", "g_minijob", "g_kindergeld")


def without_deductions(tree: Tree) -> Tree:
    """The inputs of pensioners: no taxes and contributions, as our law is told too."""
    zeros = np.zeros(len(tree["p_id"]))
    more = {"einkommensteuer": {"betrag_y_sn": zeros}, "solidaritätszuschlag": {"betrag_y_sn": zeros}}
    return merged(tree, {**more, "sozialversicherung": {"beiträge_versicherter_m": zeros}})


def run() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("read")
    parser.add_argument("write")
    files = parser.parse_args()
    table = pq.read_table(files.read)
    people = {name: table[name].to_numpy() for name in table.column_names}
    on = table.schema.metadata[b"day"].decode()
    old = people["alt"].all()
    targets, tree = (PENSIONERS, without_deductions(given(people, on))) if old else (merged(TARGETS, MORE), given(people, on))
    results = main(
        main_target=MainTarget.results.df_with_mapper,
        policy_date_str=on,
        tt_targets=TTTargets(tree=targets),
        input_data=InputData.tree(tree),
        include_warn_nodes=False,
        include_fail_nodes=False,
    )
    columns = {name: pa.array(values) for name, values in people.items()}
    columns |= {name: pa.array(np.asarray(results[name])) for name in results.columns}
    columns |= {name: pa.array(np.zeros(len(results))) for name in NOTHING_OF if old}
    metadata = {**table.schema.metadata, b"oracle": f"GETTSIM {version('gettsim')}".encode()}
    pq.write_table(pa.table(columns).replace_schema_metadata(metadata), files.write, compression="zstd")


if __name__ == "__main__":
    run()
