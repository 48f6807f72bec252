"""Hard-wrapped lines are joined; lists, headings and one-paragraph-a-line news are left alone."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import document_from_text
from corpus.unwrap import unwrap

PROSE = (
    "The working meeting of the county was held in the old hall on the morning of May 8, and Mayor Fang Guolin, who had come "
    "from the dyke, attended it and spoke to the members of all the committees. Deputy Mayor Wang Lei read the plan for the "
    "spring, and Li Na, Zhou Minghao and Chen Huiqing spoke about the schools, the roads and the water of the three villages."
)


@pytest.mark.parametrize("width", [50, 60, 72, 80])
def test_wrapped_prose_is_joined(width: int) -> None:
    wrapped = "\n".join(textwrap.wrap(PROSE, width, break_on_hyphens=False))
    document = document_from_text(wrapped, path="a.txt")
    assert document.repairs == ("hard line breaks joined",)
    # a break behind a full stop stays: it parts sentences either way
    assert [document.text[s.start : s.end] for s in document.sentences] == PROSE.replace(". ", ".\n").split(
        "\n"
    )


def test_a_line_that_begins_with_a_comma_goes_on() -> None:
    text, joined = unwrap("Those present were Ann Low\n, Glenn Cook\n, Carl Moss.\nThe chair spoke.")
    assert text == "Those present were Ann Low , Glenn Cook , Carl Moss.\nThe chair spoke."
    assert joined


def test_paragraphs_stay_apart() -> None:
    paragraph = "\n".join(textwrap.wrap(PROSE, 60, break_on_hyphens=False))
    text, _ = unwrap(f"{paragraph}\n\n{paragraph}")
    assert text.replace(".\nD", ". D") == f"{PROSE}\n\n{PROSE}"


@pytest.mark.parametrize(
    "page",
    [
        "PRESENT\nCllr. A. Lane\nCllr. B. Hart\nCllr. C. Poole\nCllr. D. Weir\nAPOLOGIES\nCllr. E. Moss",
        "\n".join(
            f"{name} Hallam, Director of the Division of Roads and Water {n}"
            for n, name in enumerate("ABCDEFG")
        ),
        "The first paragraph of the report stands on one line of its own\nThe second one does so too and is longer than it\nAnd a third",
        "\n".join([PROSE, PROSE, PROSE]),
        "County leaders hold a working meeting on the dyke\n\nA step to a dry spring\n\n" + PROSE,
        "One line",
        "",
        "\n\n\n",
    ],
)
def test_lists_and_paragraphs_are_left_alone(page: str) -> None:
    assert unwrap(page) == (page, False)


def test_a_line_cut_in_mid_clause_is_joined_without_a_column() -> None:
    page = "The working meeting was attended by Mayor Fang Guolin and the\nmembers of the committee.\nIt was short."
    assert unwrap(page) == (page.replace("the\nmembers", "the members"), True)


@given(st.text(alphabet="ab .,\n", max_size=300))
def test_only_line_breaks_become_spaces(page: str) -> None:
    text, joined = unwrap(page)
    assert len(text) == len(page)
    assert all(a == b or (a, b) == ("\n", " ") for a, b in zip(page, text, strict=True))
    assert joined == (text != page)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Professor C Bates, Ms A Bell, Dr J", "Burrows, Professor A Low"),  # behind an initial
        ("Professor C Bates, Ms A Bell, Mrs", "Burrows, Professor A Low"),  # behind a form of address
        ("Professor C Bates, Ms A Bell, Professor", "N Hewlett, Dr C Low"),  # a title that can be a post
        (
            "Sarah Low, Linda Bell, Anita Reed, James",
            "LaVeck, Eric Moss",
        ),  # behind a first name among whole names
    ],
)
def test_a_list_cut_inside_a_name_is_joined(before: str, after: str) -> None:
    assert unwrap(f"{before}\n{after}") == (f"{before} {after}", True)


@pytest.mark.parametrize(
    "page",
    [
        "Ann Low, Professor\nCarl Moss, Reader",  # a post at the end of its line
        "Ann Low, Carl Moss, Kay Bell\nReed, Hall and Low moved the motion",  # whole names end the line
    ],
)
def test_lines_that_end_with_a_name_stay(page: str) -> None:
    assert unwrap(page) == (page, False)


def test_a_list_with_semicolons_is_joined_inside_a_name() -> None:
    text = "Members Present: Vice Chair Daniel Moss; Thomas Low; Glenn Fenn; Joe \nRudd; John Bell; and Andre Hext"
    new, joined = unwrap(text)
    assert joined and "Joe  Rudd; John Bell" in new
