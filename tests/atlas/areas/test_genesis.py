"""Files of the GENESIS databases, as they come."""

from pathlib import Path

import numpy as np
import pytest

from lebenslage.atlas.areas import Quality
from lebenslage.atlas.areas.problems import DuplicateKey, NoSuchColumn, RaggedRow
from lebenslage.atlas.areas.reading import read_table

GIVEN, MISSING, HIDDEN, DOUBTFUL = Quality
FLAT = """statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;\
1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;value;value_unit;\
value_variable_code;value_variable_label;value_q
12411;Bev;STAG;Tag;2024-12-31;GEMEIN;Gemeinden;05111000;Düsseldorf, Stadt;GES;Geschlecht;GESM;männlich;309843;Anzahl;BEVSTD;Personen;e
12411;Bev;STAG;Tag;2024-12-31;GEMEIN;Gemeinden;05111000;Düsseldorf, Stadt;GES;Geschlecht;GESW;weiblich;325000;Anzahl;BEVSTD;Personen;p
12411;Bev;STAG;Tag;2024-12-31;GEMEIN;Gemeinden;05112000;Duisburg, Stadt;GES;Geschlecht;GESM;männlich;-;Anzahl;BEVSTD;Personen;e
12411;Bev;STAG;Tag;2024-12-31;GEMEIN;Gemeinden;05112000;Duisburg, Stadt;GES;Geschlecht;GESW;weiblich;.;Anzahl;BEVSTD;Personen;e
"""
OLD_FLAT = """Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;1_Auspraegung_\
Label;FLC006__Gebietsflaeche__qkm
11111;Gebietsstand;STAG;Stichtag;31.12.2022;DLAND;Bundesländer;05;Nordrhein-Westfalen;34112,44
11111;Gebietsstand;STAG;Stichtag;31.12.2022;DLAND;Bundesländer;11;Berlin;891,12
"""
CUBE = """* Der Benutzer hat den Quader 22811GJ001 abgerufen.
K;DQ;FACH-SCHL;GHH-ART;GHM-WERTE-JN;GENESIS-VBD;REGIOSTAT;EU-VBD;"mit Werten"
DQ;22811GJ001;N;N;N;N
K;DQA;NAME;RHF-BSR;RHF-ACHSE
DQA;GEMEIN;1;1
K;DQZ;NAME;ZI-RHF-BSR;ZI-RHF-ACHSE
DQZ;STAG;2;2
K;DQI;NAME;ME-NAME;DST;TYP;NKM-STELLEN
DQI;SOZ001;Anzahl;FEST;PERSONEN;0
DQI;SOZ002;Prozent;FEST;QUOTE;1
K;QEI;FACH-SCHL;ZI-WERT;WERT;QUALITAET;GESPERRT;WERT-VERFAELSCHT;WERT;QUALITAET;GESPERRT;WERT-VERFAELSCHT
QEI;05111000;31.12.2024;61948;e;;0.0;9.7;e;;0.0
QEI;05112000;31.12.2024;80123;s;;0.0;15.9;s;;0.0
"""
PRINTED = """GENESIS-Tabelle: 22811-01i
Empfänger von Mindestsicherung: Gemeinden, Stichtag;;;;
Statistik der Mindestsicherung;;;;
;;Empfänger;Empfänger;Quote
;;31.12.2023;31.12.2024;31.12.2024
;;Anzahl;Anzahl;Prozent
05111;Düsseldorf, krfr. Stadt;61001;61948;9,7
05112;Duisburg, krfr. Stadt;79999;-;/
__________
Die Quote bezieht sich auf die Bevölkerung.
(C)opyright IT.NRW, 2025
"""


def saved(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "genesis.csv"
    file.write_text(text, encoding=encoding)
    return file


@pytest.mark.parametrize("key", ["GEMEIN", "1_variable_attribute_code"])
def test_a_flat_file_has_one_row_an_area_and_one_column_a_characteristic(tmp_path: Path, key: str) -> None:
    table = read_table(saved(tmp_path, FLAT), key=key)
    assert table.keys == ("05111000", "05112000")
    assert table.text("label") == ("Düsseldorf, Stadt", "Duisburg, Stadt")
    values, quality = table.numbers("Personen (Anzahl) | männlich")
    assert list(values) == [309843, 0]
    assert list(quality) == [GIVEN, GIVEN]
    values, quality = table.numbers("Personen (Anzahl) | weiblich")
    np.testing.assert_array_equal(values, [325000, np.nan])
    assert list(quality) == [DOUBTFUL, HIDDEN]


def test_the_older_flat_file_is_read_too(tmp_path: Path) -> None:
    table = read_table(saved(tmp_path, OLD_FLAT), key="DLAND")
    assert list(table.numbers("FLC006__Gebietsflaeche__qkm")[0]) == [34112.44, 891.12]


def test_several_dates_become_several_columns(tmp_path: Path) -> None:
    later = "".join(line.replace("2022", "2023") + "\n" for line in OLD_FLAT.splitlines()[1:])
    table = read_table(saved(tmp_path, OLD_FLAT + later), key="DLAND")
    assert list(table.columns)[2:] == ["FLC006__Gebietsflaeche__qkm | 31.12.2022", "FLC006__Gebietsflaeche__qkm | 31.12.2023"]


def test_a_cube_says_itself_what_its_lines_hold(tmp_path: Path) -> None:
    table = read_table(saved(tmp_path, CUBE), key="GEMEIN")
    values, quality = table.numbers("SOZ002 (Prozent)")
    assert list(values) == [9.7, 15.9]
    assert list(quality) == [GIVEN, DOUBTFUL]
    assert table.lines == (12, 13)


def test_a_printed_table_is_read_between_its_header_lines_and_its_footer(tmp_path: Path) -> None:
    table = read_table(saved(tmp_path, PRINTED, "cp1252"), key="#1")
    assert table.text("#2") == ("Düsseldorf, krfr. Stadt", "Duisburg, krfr. Stadt")
    assert list(table.numbers("Empfänger | 31.12.2024 | Anzahl")[0]) == [61948, 0]
    values, quality = table.numbers("Quote | 31.12.2024 | Prozent")
    assert values[0] == 9.7
    assert quality[1] == HIDDEN


@pytest.mark.parametrize(("text", "line"), [(FLAT.replace(";Anzahl;BEVSTD;Personen;p", ""), 3), (CUBE.replace(";0.0;9.7;e;;0.0", ""), 12)])
def test_a_line_that_lacks_cells_is_named(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(RaggedRow) as problem:
        read_table(saved(tmp_path, text), key="GEMEIN")
    assert problem.value.details["line"] == line


def test_the_comma_in_a_name_is_no_decimal_comma(tmp_path: Path) -> None:
    english = PRINTED.replace("9,7", "9.7")
    assert read_table(saved(tmp_path, english), key="#1").numbers("Quote | 31.12.2024 | Prozent")[0][0] == 9.7


def test_a_characteristic_that_is_not_there_and_a_value_twice_are_named(tmp_path: Path) -> None:
    with pytest.raises(NoSuchColumn) as missing:
        read_table(saved(tmp_path, FLAT), key="KREISE")
    assert missing.value.details["known"] == ["GEMEIN", "GES"]
    with pytest.raises(DuplicateKey) as twice:
        read_table(saved(tmp_path, OLD_FLAT + OLD_FLAT.splitlines()[1] + "\n"), key="DLAND")
    assert (twice.value.details["line"], twice.value.details["other"]) == (2, 4)
