"""Hard-wrapped lines are joined; lists, headings and paragraphs are left as they stand; no offset moves."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.unwrap import unwrap

PARAGRAPH = (
    "Fang Guolin presided over a meeting of the county committee on flood control, and He Min, who had come back "
    "from the dyke in the night, told the members how high the water stood. Luo Qing asked for two more pumps and "
    "for sand from the quarry above the old bridge; Tian Bo promised both before the end of the week."
)


@pytest.mark.parametrize("width", [50, 60, 72, 80, 100])
def test_wrapped_text_is_joined(width: int) -> None:
    wrapped = textwrap.fill(PARAGRAPH, width)
    assert "\n" in wrapped
    text, joined = unwrap(wrapped)
    assert joined
    assert text.replace("\n", " ") == wrapped.replace("\n", " ")
    # a line that happens to end with a full stop stays a line
    assert all(line.rstrip()[-1] in ".;" for line in text.split("\n"))


def test_paragraphs_stay_apart() -> None:
    wrapped = f"{textwrap.fill(PARAGRAPH, 70)}\n\n{textwrap.fill(PARAGRAPH, 70)}"
    text, _ = unwrap(wrapped)
    assert text.count("\n\n") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Fang Guolin\nHe Min\nLuo Qing\nTian Bo\nMa Xiuying",
        "Present:\nCouncillor Ada Lane (in the chair)\nCouncillor Bert Stone\nCouncillor Cora Field",
        f"{PARAGRAPH}\n{PARAGRAPH}\n{PARAGRAPH}",  # one paragraph a line
        "County committee meets on flood control\nFang Guolin presided over the meeting.",
        "1. The dyke above the old bridge\n2. The pumps at Linhe\n3. The harvest of the year",
        "- sand from the quarry\n- two more pumps\n- a night watch",
        "one\n\ntwo\n\nthree",
        "",
        "\n",
    ],
)
def test_what_was_not_wrapped_stays(text: str) -> None:
    assert unwrap(text) == (text, False)


@pytest.mark.parametrize(
    "paragraph",
    [
        # the first line is short and breaks a name; no column
        "On the morning of May 18, Fang\nGuolin, deputy secretary of the Prefecture\nparty committee, presided over the\nmeeting of the county.",
        # a title and its name on two lines
        "He Min attended, and executive deputy governor Luo\nQing spoke to the members of the\ncommittee; deputy governor Tian\nBo, who had been on the dyke all\nnight, slept.",
    ],
)
def test_a_paragraph_cut_at_no_column_is_joined(paragraph: str) -> None:
    text, joined = unwrap(f"A heading\n\n{paragraph}\n\nAnother paragraph, on one line.")
    assert joined
    assert text == f"A heading\n\n{paragraph}\n\nAnother paragraph, on one line.".replace(
        paragraph, paragraph.replace("\n", " ")
    )


def test_lines_of_a_record_are_no_paragraph() -> None:
    record = "Present\nAda Lane, in the chair\nBert Stone\nwith the clerk\nCora Field."
    assert unwrap(record) == (record, False)


def test_a_heading_in_wrapped_text_begins_a_line() -> None:
    wrapped = f"{textwrap.fill(PARAGRAPH, 60)}\nPresent Fang Guolin"
    assert unwrap(wrapped)[0].endswith("\nPresent Fang Guolin")


@given(st.text(st.sampled_from("aA. \n,1-")) | st.text())
def test_length_and_words_never_change(text: str) -> None:
    out, joined = unwrap(text)
    assert len(out) == len(text)
    assert out.replace("\n", " ") == text.replace("\n", " ")
    assert joined == (out != text)
