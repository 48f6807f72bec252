"""The rule files of the corpus stage: each row has an example that it fits, and fits first."""

from __future__ import annotations

import pytest

from corpus.dateline import is_outlet, read_lead
from corpus.document import document_from_text
from corpus.fields import read_fields
from corpus.pressnames import read_names
from corpus.textrules import chrome_rules, field_rules, rule_rows

BODY = "The working meeting was held in the county hall on May 8, and Mayor Fang Guolin attended and spoke there."
CHROME = rule_rows("chrome.csv")
FIELDS = rule_rows("fields.csv")
OUTLETS = rule_rows("outlets.csv")
LEADS = rule_rows("leads.csv")
STOPS = rule_rows("name_stops.csv")
NOT_TOWNS = rule_rows("not_towns.csv")


@pytest.mark.parametrize("row", CHROME, ids=[row["id"] for row in CHROME])
def test_chrome(row: dict[str, str]) -> None:
    fitting = [rule for rule, _, pattern in chrome_rules() if pattern.fullmatch(row["example"])]
    assert row["id"] in fitting
    assert not any(pattern.fullmatch(BODY) for _, _, pattern in chrome_rules())


@pytest.mark.parametrize("row", FIELDS, ids=[row["id"] for row in FIELDS])
def test_fields(row: dict[str, str]) -> None:
    document = document_from_text(f"{BODY}\n{row['example']}", path="a.txt")
    names = [(credit.function, credit.name) for credit in document.press]
    is_press = row["function"] not in ("source", "date", "chrome")
    assert names == ([(row["function"], "Lin Yue")] if is_press else [])
    assert document.zones[-1].kind != "body"
    if row["style"] != "open":
        fields = read_fields(row["example"], 0, len(row["example"]))
        assert fields is not None or row["style"] == "any"


@pytest.mark.parametrize("row", OUTLETS, ids=[row["id"] for row in OUTLETS])
def test_outlets(row: dict[str, str]) -> None:
    assert is_outlet(row["example"])


@pytest.mark.parametrize(
    "words", ["Mayor Fang Guolin", "County Committee", "the news that came", "Qinghe", ""]
)
def test_what_is_no_outlet(words: str) -> None:
    assert not is_outlet(words)


@pytest.mark.parametrize("row", LEADS, ids=[row["id"] for row in LEADS])
def test_leads(row: dict[str, str]) -> None:
    lead = read_lead(row["example"])
    assert lead is not None
    assert lead.stock
    assert lead.town == ""


@pytest.mark.parametrize("row", STOPS, ids=[row["words"][:20] for row in STOPS])
def test_words_that_end_a_list_of_names(row: dict[str, str]) -> None:
    names = read_names(row["example"], row["example"].index(" ") + 1, len(row["example"]))
    assert [row["example"][a:b] for a, b in names.spans] in ([], ["Lin Yue"])
    assert set(row["words"].split()) & {word.strip(":,") for word in row["example"].split()}


@pytest.mark.parametrize("row", NOT_TOWNS, ids=[row["words"][:20] for row in NOT_TOWNS])
def test_words_that_are_no_towns(row: dict[str, str]) -> None:
    line = f"{row['example']} and the members of the council had met in the old school since the spring of last year."
    document = document_from_text(line, path="a.txt")
    assert document.dateline_place == ""
    assert document.text[document.sentences[0].start : document.sentences[0].end] == line


def test_ids_are_given_once() -> None:
    for rows in (CHROME, FIELDS, OUTLETS, LEADS):
        ids = [row["id"] for row in rows]
        assert len(ids) == len(set(ids))


def test_field_rules_keep_the_order_of_the_file() -> None:
    assert [rule.id for rule in field_rules()] == [row["id"] for row in FIELDS]
