"""Letters behind a name: every row of the list ends a name, and what is none does not."""

from __future__ import annotations

import pytest

from extract.roll_names import name_at
from extract.vocabulary import rows

SONS = ("Jr", "Sr", "Jnr", "Snr", "jun", "sen", "II", "III", "IV")
"""Those that stay with the name."""


@pytest.mark.parametrize("row", [pytest.param(row, id=row["letters"]) for row in rows("post_nominals.csv")])
def test_letters_behind_a_name_are_left_out(row: dict[str, str]) -> None:
    name = name_at(row["example"], 0, len(row["example"]))
    assert name is not None
    assert row["letters"] in row["example"]
    if row["letters"] not in SONS:
        assert name.name in ("Ann Low", "John Low")


@pytest.mark.parametrize("printed", ["Ann Low Ward", "Ann Low CARRIED", "Ann Low Finance Director"])
def test_other_words_behind_a_name_are_not(printed: str) -> None:
    name = name_at(printed, 0, len(printed))
    assert name is None or name.name != "Ann Low"
