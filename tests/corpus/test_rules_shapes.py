"""The rule files of the corpus stage: every row holds for its own example, and no row is doubled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import corpus.textrules as textrules
from corpus.fields import read_fields
from corpus.textrules import (
    chrome_rules,
    field_rules,
    lead_pattern,
    name_stops,
    not_towns,
    outlet_patterns,
    rule_rows,
)

FILES = sorted(path.name for path in textrules.RULES.glob("*.csv"))


@pytest.mark.parametrize("row", rule_rows("chrome.csv"), ids=lambda row: row["id"])
def test_chrome(row: dict[str, str]) -> None:
    pattern = next(pattern for key, _, pattern in chrome_rules() if key == row["id"])
    assert pattern.fullmatch(row["example"])


SENTENCES = (
    "Fang Guolin presided over the meeting on flood control.",
    "The county committee held a meeting on 3 March 2022.",
    "Present: Fang Guolin, He Min and Luo Qing",
    "He Min, Director of the Water Bureau, reported on the dyke.",
    "Comments were made by all who attended.",
    "Sharing of water was discussed by the three counties.",
    "Further reading of the bill was moved by Mr Lane.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_row_takes_a_sentence_of_a_report(sentence: str) -> None:
    assert [key for key, _, pattern in chrome_rules() if pattern.fullmatch(sentence)] == []


@pytest.mark.parametrize("row", rule_rows("fields.csv"), ids=lambda row: row["id"])
def test_fields(row: dict[str, str]) -> None:
    rule = next(rule for rule in field_rules() if rule.id == row["id"])
    label = re.match(rf"(?:{rule.label})\b", row["example"], re.IGNORECASE)
    assert label
    if rule.kind == "press":
        assert row["example"][label.end() :].strip(" :") == "Lin Yue"
    if rule.style == "colon":
        fields = read_fields(row["example"], 0, len(row["example"]))
        assert fields is not None and (fields.start, fields.end) == (0, len(row["example"]))


@pytest.mark.parametrize("row", rule_rows("leads.csv"), ids=lambda row: row["id"])
def test_leads(row: dict[str, str]) -> None:
    assert re.search(rf"(?:{row['pattern']})(?!\w)", row["example"], re.IGNORECASE)
    assert lead_pattern().search(row["example"])


@pytest.mark.parametrize("row", rule_rows("outlets.csv"), ids=lambda row: row["id"])
def test_outlets(row: dict[str, str]) -> None:
    agency, noun = outlet_patterns()
    assert (agency if row["kind"] == "agency" else noun).search(row["example"])


def test_words_that_end_a_list_of_names_or_are_no_towns() -> None:
    assert all(row["words"].split() and row["why"] for row in rule_rows("name_stops.csv"))
    assert not name_stops() & {"May", "Lin", "Wang", "He", "An"}  # names too
    for row in rule_rows("not_towns.csv"):
        first = re.split(r"\s[–—-]\s", row["example"])[0]
        assert first.casefold() in not_towns()


@pytest.mark.parametrize("name", FILES)
def test_every_row_is_whole_and_once(name: str) -> None:
    rows = rule_rows(name)
    assert rows
    keys = [row.get("id", row.get("words", "")) for row in rows]
    assert len(keys) == len(set(keys)) and all(keys)
    assert all(
        value.strip() for row in rows for key, value in row.items() if key in ("example", "why", "kind")
    )


@pytest.mark.parametrize("ragged", ["a,b\n1\n", "a,b\n1,2,3\n"])
def test_a_ragged_row_is_named(ragged: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "odd.csv").write_text(ragged, encoding="utf-8")
    monkeypatch.setattr(textrules, "RULES", tmp_path)
    with pytest.raises(ValueError, match=r"odd\.csv:2: wrong number of columns"):
        rule_rows("odd.csv")
