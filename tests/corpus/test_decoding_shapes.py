"""Bytes to text: which encoding is read, what is no text, and that plain text comes through unchanged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decoding import NotTextError, decode
from corpus.repair import Decoded

CHINESE = (
    "县委召开会议，研究防汛工作。各乡镇负责同志参加会议。"  # own sentence: a county committee meets on floods
)


@pytest.mark.parametrize(
    ("data", "text", "repairs"),
    [
        (b"Fang Guolin spoke.", "Fang Guolin spoke.", ()),
        ("Café “Shuixi”".encode(), "Café “Shuixi”", ()),
        (b"\xef\xbb\xbfFang Guolin", "Fang Guolin", ()),  # the mark of UTF-8 is no character of the text
        (CHINESE.encode("gb18030"), CHINESE, ("read as GB18030",)),
        (f"Minutes. {CHINESE}".encode("gb18030"), f"Minutes. {CHINESE}", ("read as GB18030",)),
        (b"the mayor\x92s caf\xe9 \x96 closed", "the mayor’s café – closed", ("read as Windows-1252",)),
        ("Fang Guolin".encode("utf-16"), "Fang Guolin", ("read as UTF-16",)),
        ("Fang Guolin chaired it".encode("utf-16-le"), "Fang Guolin chaired it", ("read as UTF-16",)),
        ("Fang Guolin chaired it".encode("utf-16-be"), "Fang Guolin chaired it", ("read as UTF-16",)),
        # one byte of many lost: still UTF-8
        (("é" * 20).encode() + b"\xc3 end", "é" * 20 + "\ufffd end", ("undecodable bytes replaced",)),
        (b"", "", ()),
    ],
)
def test_encodings(data: bytes, text: str, repairs: tuple[str, ...]) -> None:
    assert decode(data) == Decoded(text=text, repairs=repairs)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 50,
        b"\x7fELF" + b"\x02\x01\x01\x00\x00\x03" * 400,
        b"\x00" * 5000,
        b"words \x00 words \x01 words \x02 " * 20,
        b"\xff\xfe\x00\xd8",  # UTF-16 that ends in half a character
    ],
    ids=["picture", "program", "NULs", "control bytes", "broken UTF-16"],
)
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(NotTextError):
        decode(data)


def test_one_stray_control_byte_does_not_make_a_file_binary() -> None:
    assert (
        decode(b"Fang Guolin\x0c chaired\x01 the meeting.").text == "Fang Guolin\x0c chaired\x01 the meeting."
    )


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_utf8_comes_through(text: str) -> None:
    decoded = decode(b"\xef\xbb\xbf" + text.encode())
    assert decoded == Decoded(text=text, repairs=())


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        assert isinstance(decode(data).text, str)
    except NotTextError as error:
        assert str(error)
