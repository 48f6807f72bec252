"""Mojibake and invisible characters: what is put right, what is named, and what is left alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.repair import repair

GBK = "GBK read as Latin-1"
UTF8 = "UTF-8 read as Windows-1252"


def mangled(text: str, codec: str, read_as: str) -> str:
    return text.encode(codec).decode(read_as)


@pytest.mark.parametrize(
    ("text", "repaired", "repairs"),
    [
        ("Party¡¯s plan", "Party’s plan", (GBK,)),
        ("¡°The dyke holds,¡± he said", "“The dyke holds,” he said", (GBK,)),
        (f"the {mangled('防汛会议', 'gb18030', 'latin-1')} met", "the 防汛会议 met", (GBK,)),
        ("the mayorâ€™s plan", "the mayor’s plan", (UTF8,)),
        ("cafÃ©", "café", (UTF8,)),
        ("the mayor\x92s plan", "the mayor’s plan", ("Windows-1252 read as Latin-1",)),
        ("a\x00b\x07c", "a b c", ("control characters removed",)),
        ("Fang\u200b Guolin\ufeff", "Fang Guolin", ("invisible characters removed",)),
        ("Fang\u202eGuolin", "FangGuolin", ("invisible characters removed",)),  # turned-round text
        ("cafe\u0301", "café", ("composed to NFC",)),
        ("a\ud800b", "a\ufffdb", ("lone surrogates replaced", "holds replacement characters")),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour", ()),  # line ends are no repair worth a name
        ("Fang\u00a0Guolin\u3000spoke\tlong", "Fang Guolin spoke long", ()),
    ],
)
def test_repairs(text: str, repaired: str, repairs: tuple[str, ...]) -> None:
    done = repair(text)
    assert (done.text, done.repairs) == (repaired, repairs)


@pytest.mark.parametrize(
    "text",
    [
        "Müller, Ålesund, São Tomé and Besançon",
        "naïve façade, œuvre, Þór",
        "¿Qué? ¡Sí!",
        "£1½ million",
        "«Élections»",
        "15–20 °C ± 2",
        "县委召开会议",
        "Sørensen & Bjørnø",
        "\uf900",  # a compatibility ideograph is a character of its own
    ],
)
def test_real_words_are_left_alone(text: str) -> None:
    done = repair(text)
    assert (done.text, done.repairs) == (text, ())


def test_earlier_repairs_are_kept_and_named_once() -> None:
    done = repair("a\x07b", ("read as GB18030", "control characters removed"))
    assert done.repairs == ("read as GB18030", "control characters removed")


@given(st.text())
def test_repaired_text_holds_nothing_that_cannot_be_written(text: str) -> None:
    done = repair(text).text
    done.encode("utf-8")
    assert not [c for c in done if unicodedata.category(c) in ("Cc", "Cs") and c != "\n"]


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"])))
def test_plain_ascii_is_never_changed(text: str) -> None:
    assert repair(text).text == text
