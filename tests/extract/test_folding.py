"""The key of identity, and what fits within one report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.folding import fold, key_of
from extract.names import find_names
from extract.names_span import NameSpan
from extract.same_person import same_person_within_report


@pytest.mark.parametrize(
    "spellings",
    [
        [
            "Zhou Zhong Yu",
            "Zhou Zhongyu",
            "ZHOU Zhongyu",
            "Zhou Zhong-yu",
            "zhou zhongyu",
            "Zhou ZhongYu",
            "ZhouZhongyu",
        ],
        ["Liao Xing'an", "Liao Xing’an", "Liao Xing‘an", "Liao Xing An"],
        ["Ou Yang Xiaohe", "Ouyang Xiao He", "OUYANG Xiaohe"],
        ["Kim Jong-su", "Kim Jong Su"],
        ["R.J. Dow", "R. J. Dow", "R J Dow"],
        ["Tô Lâm", "To Lam"],
        ["Đinh Hà", "Dinh Ha"],
        ["José Núñez", "Jose Nunez"],
    ],
)
def test_spellings_of_one_name_fold_alike(spellings: list[str]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Li Yan", "Li Yang"),
        ("Liu Chao", "Liu Zhao"),
        ("Lu Wei", "Lv Wei"),
        ("Fang Ang", "Fan Gang"),
        ("Cai Qi", "Cai Qiding"),
    ],
)
def test_different_letters_never_fold_alike(a: str, b: str) -> None:
    assert fold(a) != fold(b)


@given(st.text(max_size=40))
def test_folding_a_key_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


NAMES = st.text("aehinouyxzZ .-'é", max_size=14) | st.sampled_from(
    [
        "Zhou Zhong Yu",
        "Zhou Zhongyu",
        "ZhouZhongyu",
        "Ou Yang Xiaohe",
        "Kim Jong Su",
        "R. J. Dow",
        "Zhou.Zhongyu",
        "Wang",
    ]
)


@given(NAMES, NAMES)
def test_a_likely_key_changes_nothing(name: str, other: str) -> None:
    assert key_of(name, fold(other)) == key_of(name, fold(name)) == fold(name)


@given(st.text(max_size=40))
def test_folding_keeps_every_ascii_letter(name: str) -> None:
    letters = [letter for letter in name.lower() if letter.isascii() and letter.isalpha()]
    kept = list(fold(name))
    assert [letter for letter in letters if letter not in kept] == []


def _span(text: str) -> NameSpan:
    text = f"Yesterday they met {text} again."
    spans = find_names(text, 0, len(text))
    assert len(spans) == 1, (text, spans)
    return spans[0]


@pytest.mark.parametrize(
    ("a", "b", "sameness"),
    [
        ("Mr. Stowe", "Edgar L. Stowe", "same"),
        ("E. Stowe", "Edgar L. Stowe", "same"),
        ("Cllr. L. Stowe", "Edgar L. Stowe", "different"),
        ("Cllr. K. Stowe", "Alun Stowe", "different"),
        ("Mr. Stowe", "Ms. Stowe", "different"),
        ("Mr. Stowe", "Mr. Bell", "different"),
        ("Mr. Stowe", "Mrs Jane Stowe", "different"),
        ("Cllr. J. Stowe", "Mrs Jane Stowe", "same"),
        ("Mr. Fang", "Fang Guolin", "same"),
        ("Fang Guolin", "Fang Guo Lin", "same"),
        ("Fang Guolin", "Fang Guoling", "different"),
        ("Fang Ang", "Fan Gang", "different"),
        ("John Stowe jun.", "John Stowe sen.", "different"),
        ("John Stowe jun.", "John Stowe", "same"),
        ("Ahmad Azman Ali", "Mr. Azman Ali", "same"),
        ("John Kwok", "John Kwok Ka-shing", "same"),
        ("Mr. Azman", "Ahmad Azman Ali", "maybe"),
    ],
)
def test_same_person_within_report(a: str, b: str, sameness: str) -> None:
    assert same_person_within_report(_span(a), _span(b)) == sameness
    assert same_person_within_report(_span(b), _span(a)) == sameness
