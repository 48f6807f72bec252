"""Repairs of decoded text, and the encodings of bytes: what is put right, what is named, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decoding import NotTextError, decode
from corpus.repair import repair

GBK = "GBK read as Latin-1"
UTF8 = "UTF-8 read as Windows-1252"


@pytest.mark.parametrize(
    ("broken", "text", "repairs"),
    [
        ("the Party¡¯s work", "the Party’s work", (GBK,)),
        ("the ¡°four tasks¡±, and", "the “four tasks”, and", (GBK,)),
        ("Lin¡¤Yue and ¡­", "Lin·Yue and …", (GBK,)),
        (
            "three hubs ¨C and Party¡¯s",
            "three hubs – and Party’s",
            (GBK,),
        ),  # a dash whose second byte is a letter
        ("¡¡¡¡The mayor", "  The mayor", (GBK,)),  # ideographic spaces become spaces
        ("county \u00cf\u00d8\u00ce\u00af hall", "county 县委 hall", (GBK,)),
        ("a créée word, naïve café, Ærøskøbing", "a créée word, naïve café, Ærøskøbing", ()),  # real accents
        ("it cost £½ and £¼", "it cost £½ and £¼", ()),
        ("«quoted» ¿qué? ¡olé!", "«quoted» ¿qué? ¡olé!", ()),
        ("5 °C, 3×4, ±2", "5 °C, 3×4, ±2", ()),
        ("the Partyâ€™s work", "the Party’s work", (UTF8,)),
        ("â€œfour tasksâ€\x9d", "“four tasks”", (UTF8,)),
        ("Nguyá»…n chaired", "Nguyễn chaired", (UTF8,)),
        ("cafÃ© owners", "café owners", (UTF8,)),
        ("the Party\x92s \x93four tasks\x94", "the Party’s “four tasks”", ("Windows-1252 read as Latin-1",)),
        ("a\x00b\x07c", "a b c", ("control characters removed",)),
        ("Wang\u200bLei \u202aspoke\u202c\ufeff", "WangLei spoke", ("invisible characters removed",)),
        ("Nguye\u0302\u0303n", "Nguyễn", ("composed to NFC",)),
        ("县委\uf900会", "县委\uf900会", ()),  # NFC would exchange this character
        ("the System\ufffds account", "the System\ufffds account", ("holds replacement characters",)),
        (
            "lone \ud800 half",
            "lone \ufffd half",
            ("lone surrogates replaced", "holds replacement characters"),
        ),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne", ()),
        ("Wang\u00a0Lei\u3000spoke\there", "Wang Lei spoke here", ()),
        ("县委召开会议，王雷主持。", "县委召开会议，王雷主持。", ()),  # Chinese is never changed
    ],
)
def test_repair(broken: str, text: str, repairs: tuple[str, ...]) -> None:
    done = repair(broken)
    assert (done.text, done.repairs) == (text, repairs)


def test_repairs_of_a_reader_come_first() -> None:
    assert repair("Party¡¯s", ("read as Windows-1252",)).repairs == ("read as Windows-1252", GBK)


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=60))
def test_chinese_is_never_changed(text: str) -> None:
    assert repair(text).text == text


@given(st.text(max_size=200))
def test_repaired_text_can_be_written(text: str) -> None:
    done = repair(text).text
    done.encode("utf-8")
    assert not any(ch in done for ch in "\x00\r\u200b\ufeff\t")


@pytest.mark.parametrize(
    ("data", "text", "repairs"),
    [
        (b"The mayor spoke.", "The mayor spoke.", ()),
        (b"\xef\xbb\xbfThe mayor", "The mayor", ()),
        ("The Party’s work".encode(), "The Party’s work", ()),
        ("The Party’s work".encode("cp1252"), "The Party’s work", ("read as Windows-1252",)),
        ("naïve café".encode("cp1252"), "naïve café", ("read as Windows-1252",)),  # not a Chinese character
        ("créée".encode("latin-1"), "créée", ("read as Windows-1252",)),  # two high bytes, and no Chinese
        ("县委召开会议".encode("gb18030"), "县委召开会议", ("read as GB18030",)),
        ("The Party’s “four tasks”".encode("gb18030"), "The Party’s “four tasks”", ("read as GB18030",)),
        ("Mayor Fang".encode("utf-16"), "Mayor Fang", ("read as UTF-16",)),
        ("Mayor Fang".encode("utf-16-le"), "Mayor Fang", ("read as UTF-16",)),
        ("Mayor Fang".encode("utf-16-be"), "Mayor Fang", ("read as UTF-16",)),
        ("“Fang”".encode() * 10 + b"\xe2\x80", "“Fang”" * 10 + "\ufffd", ("undecodable bytes replaced",)),
        (b"one stray \x00 byte in a text that is long enough to be one", None, ()),
    ],
)
def test_decode(data: bytes, text: str | None, repairs: tuple[str, ...]) -> None:
    decoded = decode(data)
    assert decoded.repairs == repairs
    if text is not None:
        assert decoded.text == text


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(200)),
        b"\x00" * 500,
        b"PK\x03\x04" + b"\x00\x01\x02\x08" * 50,
        b"\xff\xfe" + "Fang".encode("utf-16-le") + b"\xd8",  # half a character at the end
    ],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(NotTextError):
        decode(data)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        assert isinstance(decode(data).text, str)
    except NotTextError as error:
        assert str(error)


@given(st.text(max_size=200))
def test_utf8_comes_back(text: str) -> None:
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return
    if not any(ch < " " for ch in text):
        assert decode(data).text == text.removeprefix("\ufeff")
