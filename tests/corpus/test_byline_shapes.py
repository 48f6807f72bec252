"""Credits and datelines: whom they name, what they say, and what is left to be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.byline import merged, read_byline

R, E, P, A, T = "reporter", "editor", "photographer", "author", "translator"


def rest(text: str) -> str:
    """What is read of the text: everything outside the spans."""
    out = list(text)
    for start, end in read_byline(text).spans:
        out[start:end] = " " * (end - start)
    return " ".join("".join(out).split())


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(Reporter Lin Yue)", [("Lin Yue", R)]),
        ("(Reporter: Lin Yue)", [("Lin Yue", R)]),
        ("（Reporter Lin Yue）", [("Lin Yue", R)]),
        ("[Reporter Lin Yue]", [("Lin Yue", R)]),
        ("【Editor: Lin Yue】", [("Lin Yue", E)]),
        ("Reporter Lin Yue", [("Lin Yue", R)]),
        ("Reporters: Lin Yue, Guan Xin", [("Lin Yue", R), ("Guan Xin", R)]),
        ("(Reporters Lin Yue and Guan Xin)", [("Lin Yue", R), ("Guan Xin", R)]),
        (
            "(Reporter Lin Yue Guan Xin)",
            [("Lin Yue", R), ("Guan Xin", R)],
        ),  # two names without a mark between
        ("(Our reporter Lin Yue, Correspondent Guan Xin)", [("Lin Yue", R), ("Guan Xin", R)]),
        ("Reporter: Lin Yue Editor: Guan Xin", [("Lin Yue", R), ("Guan Xin", E)]),
        ("Responsible editor: Guan Xin", [("Guan Xin", E)]),
        ("Editor-in-charge: Guan Xin", [("Guan Xin", E)]),
        ("Editor: Guanxin", [("Guanxin", E)]),  # one word after a colon is a name
        ("Text: Lin Yue Photo: Guan Xin", [("Lin Yue", A), ("Guan Xin", P)]),
        ("(Photo by Guan Xin)", [("Guan Xin", P)]),
        ("Photographer: Guan Xin", [("Guan Xin", P)]),
        ("Translated by Qu Lan", [("Qu Lan", T)]),
        ("By Lin Yue", [("Lin Yue", A)]),
        ("By Lin Yue and Guan Xin", [("Lin Yue", A), ("Guan Xin", A)]),
        ("By Lin Yue | Shuixi Daily", [("Lin Yue", A)]),
        ("By: John R. Lane", [("John R. Lane", A)]),
        ("By Lin County News Service", []),  # an outlet is nobody
        ("Source: Shuixi Daily Author: Lin Yue", [("Lin Yue", A)]),
        ("(Intern He Min)", [("He Min", R)]),  # He is a surname here
    ],
)
def test_a_credit_on_a_line_of_its_own(line: str, names: list[tuple[str, str]]) -> None:
    for text in (
        f"{line}\nThe county committee met on floods.",
        f"The county committee met on floods.\n{line}",
    ):
        byline = read_byline(text)
        assert [(name.name, name.function) for name in byline.press] == names
        assert [text[name.start : name.end] for name in byline.press] == [name for name, _ in names]
        assert rest(text) == "The county committee met on floods."


@pytest.mark.parametrize(
    ("text", "names", "left"),
    [
        (
            "The county committee met. (Reporter Lin Yue)",
            ["Lin Yue"],
            "The county committee met.",
        ),
        (
            "(Reporter Lin Yue) The county committee met.",
            ["Lin Yue"],
            "The county committee met.",
        ),
        (
            "Our reporter Lin Yue reports: The county committee met.",
            ["Lin Yue"],
            "The county committee met.",
        ),
        (
            "Reporter Lin Yue -- The county committee met on floods.",
            ["Lin Yue"],
            "The county committee met on floods.",
        ),
        (
            "News from our newspaper (Reporter Lin Yue) On March 5, the county committee met.",
            ["Lin Yue"],
            "On March 5, the county committee met.",
        ),
        (
            "Shuixi Daily, March 5 (Reporter Lin Yue) The county committee met.",
            ["Lin Yue"],
            "The county committee met.",
        ),
        (  # a given name that is a month too
            "Shuixi Daily, March 5 (Reporter Lin Yue, correspondent Guan Jun) The county committee met.",
            ["Lin Yue", "Guan Jun"],
            "The county committee met.",
        ),
        (
            "The dyke was closed in time. Editor: Guan Xin",
            ["Guan Xin"],
            "The dyke was closed in time.",
        ),
        (
            "SHUIXI, March 5 (Xinhua) -- The county committee met.",
            [],
            "The county committee met.",
        ),
        (
            "The county committee met on floods. (Xinhua)",
            [],
            "The county committee met on floods.",
        ),
    ],
)
def test_a_credit_beside_a_sentence(text: str, names: list[str], left: str) -> None:
    assert [name.name for name in read_byline(text).press] == names
    assert rest(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "The editor Lin Yue said that the paper would report on the dyke.",
        "Reporter Lin Yue attended the meeting of the county committee.",
        "Reporters were told by Fang Guolin that the dyke would hold.",
        "Editor Lin Yue and Director He Min took part in the discussion.",
        "Fang Guolin (left) shook hands with He Min.",
        "Fang Guolin (Secretary of the Party Committee) chaired the meeting.",
        "He Min, chief editor of Shuixi Daily, attended.",
        "By Friday the dyke must be closed, said Fang Guolin.",
        "By Fang Guolin's account the river fell at night.",
        "Present: Fang Guolin, He Min and Luo Qing",
        "Chairman: Fang Guolin",
        "The source: a spring above Linhe.",
        "The meeting heard reports from He Min, Luo Qing and Tian Bo.",
        "The mayor: a report was read to the council.",
        "Fang Guolin: the dyke must hold.",
        "On May 9, Fang Guolin (Ethnicity: Tibetan), secretary, chaired the meeting.",
    ],
)
def test_what_is_no_credit(text: str) -> None:
    byline = read_byline(text)
    assert byline.press == ()
    assert rest(text) == text


@pytest.mark.parametrize(
    ("opening", "town", "filed", "source"),
    [
        ("SHUIXI, March 5 (Xinhua) -- ", "Shuixi", "March 5", "Xinhua"),
        ("Shuixi, March 5 (Xinhua) — ", "Shuixi", "March 5", "Xinhua"),
        (
            "Xinhua News Agency, Shuixi, March 5 (Reporter Lin Yue) ",
            "Shuixi",
            "March 5",
            "Xinhua News Agency",
        ),
        ("SHUIXI, 5 March 2022 (RSS): ", "Shuixi", "5 March 2022", "RSS"),
        ("Shuixi Daily, March 5th (Reporter Lin Yue) ", "", "March 5th", "Shuixi Daily"),
        ("Linhe, Sept 4: ", "Linhe", "Sept 4", ""),
        ("Xinhua News Agency, Shuixi, March 5th. ", "Shuixi", "March 5th", "Xinhua News Agency"),
        ("Xinhua, Shuixi, Mar. 5, 2022. ", "Shuixi", "Mar. 5, 2022", "Xinhua"),
    ],
)
def test_datelines(opening: str, town: str, filed: str, source: str) -> None:
    text = f"{opening}Fang Guolin presided over a meeting of the county committee on flood control and grain."
    byline = read_byline(text)
    assert (byline.town, byline.filed, byline.source) == (town, filed, source)
    assert rest(text) == text[len(opening) :]


@given(st.text(), st.sampled_from(["Reporter ", "(Reporter Lin Yue) ", "By ", "Source: ", "March 5 -- ", ""]))
def test_any_text(text: str, opening: str) -> None:
    text = opening + text
    byline = read_byline(text)
    assert all(0 <= start < end <= len(text) for start, end in byline.spans)
    assert byline.spans == tuple(sorted(byline.spans))
    assert all(text[name.start : name.end] == name.name != "" for name in byline.press)


@pytest.mark.parametrize(
    ("spans", "joined"),
    [
        ([], []),
        ([(4, 6), (0, 2)], [(0, 2), (4, 6)]),
        ([(0, 3), (3, 5), (2, 4)], [(0, 5)]),
        ([(0, 9), (1, 2)], [(0, 9)]),
    ],
)
def test_merged(spans: list[tuple[int, int]], joined: list[tuple[int, int]]) -> None:
    assert merged(spans) == joined
