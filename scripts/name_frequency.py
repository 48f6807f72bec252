"""Write extract/rules/name_frequency.csv anew: how many people have a surname, and how often a syllable stands in given names.

usage: name_frequency.py                 (needs: pip install faker pypinyin ngender)

Sources, all under the MIT licence: the surnames of China with their shares in per cent (PyPI `faker`, provider
`person.zh_CN`); counts of the characters of given names, men and women (PyPI `ngender`, charfreq.csv). Characters
become syllables without tones by PyPI `pypinyin`, in the spelling of `extract.folding.fold`; a character of two readings
counts with its usual one as a name. Shares are of all people (surnames) or of all characters of given names
(syllables), and sum to one for each part.
"""

from __future__ import annotations

import csv
import importlib.util
from collections import defaultdict
from pathlib import Path

from extract.folding import fold

OUT = Path(__file__).parent.parent / "extract" / "rules" / "name_frequency.csv"
DIGITS = 3
"""Significant digits: the counts behind the shares bear no more."""


def surnames() -> dict[str, float]:
    """Surname in pinyin -> weight."""
    from faker.providers.person.zh_CN import Provider
    from pypinyin import Style, lazy_pinyin, load_phrases_dict

    # in a surname these are read otherwise than as words
    load_phrases_dict({"曾": [["zēng"]], "单": [["shàn"]], "解": [["xiè"]], "仇": [["qiú"]], "任": [["rén"]]})
    found: dict[str, float] = defaultdict(float)
    for name, weight in Provider.last_names.items():
        found[fold("".join(lazy_pinyin(name, style=Style.NORMAL, v_to_u=True)))] += weight
    return found


def syllables() -> dict[str, float]:
    """Syllable of given names in pinyin -> count."""
    from pypinyin import Style, lazy_pinyin

    package = importlib.util.find_spec("ngender")
    assert package is not None and package.origin is not None
    found: dict[str, float] = defaultdict(float)
    with (Path(package.origin).parent / "charfreq.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[fold("".join(lazy_pinyin(row["char"], style=Style.NORMAL, v_to_u=True)))] += int(
                row["male"]
            ) + int(row["female"])
    return found


def main() -> None:
    """Write the table."""
    with OUT.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["part", "pinyin", "share", "source"])
        for part, counts, source in (
            ("surname", surnames(), "faker person.zh_CN (MIT)"),
            ("syllable", syllables(), "ngender charfreq (MIT)"),
        ):
            total = sum(counts.values())
            for pinyin, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
                if pinyin.isascii() and pinyin.isalpha() and count > 0:
                    table.writerow([part, pinyin, f"{count / total:.{DIGITS}g}", source])


if __name__ == "__main__":
    main()
