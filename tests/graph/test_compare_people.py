"""Two people held against each other from Python: same, different or undecided, with the reasons as data."""

from __future__ import annotations

import pytest

from graph.build import build
from graph.network import Network

REPORTS = {
    "a.txt": "On May 3, 2023, Lanzhou City held a work conference. Wang Wei, mayor of Lanzhou, presided over the conference. Fang Guolin and Tao Wenqi attended the conference.",
    "b.txt": "On May 9, 2023, Lanzhou City held a forum. Wang Wei, mayor of Lanzhou, presided over the forum. Fang Guolin attended the forum.",
    "c.txt": "On May 5, 2023, Baoding City held a work conference. Wang Wei, mayor of Baoding, presided over the conference.",
    "d.txt": "On July 5, 2024, Tianshui City held a work conference. Wang Wei, mayor of Tianshui, presided over the conference. Tao Wenqu attended the conference.",
}
CASES = [
    ("one seat in two reports", "Wang Wei (Lanzhou)", "Wang Wei (Lanzhou)", "same", "post mayor (Lanzhou)", ""),
    ("in two places at one time", "Wang Wei (Lanzhou)", "Wang Wei (Baoding)", "different", "the names are equal, and common", "in both from"),
    ("first here, then there", "Wang Wei (Baoding)", "Wang Wei (Tianshui)", "undecided", "perhaps a transfer", "against"),
    ("one report has both", "Fang Guolin", "Tao Wenqi", "different", "", "one report has both: a.txt"),
    ("names that are not alike", "Fang Guolin", "Tao Wenqu", "different", "", "the names are not alike"),
    ("names that are alike", "Tao Wenqi", "Tao Wenqu", "undecided", "the names differ in one", ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def net(tmp_path_factory: pytest.TempPathFactory) -> Network:
    folder = tmp_path_factory.mktemp("compared")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    build([folder], folder / "out", model="none")
    return Network.open(folder / "out")


@pytest.mark.parametrize(
    ("phenomenon", "first", "second", "outcome", "reason", "against"), CASES, ids=[row[0] for row in CASES]
)
def test_two_people_are_compared(
    net: Network, phenomenon: str, first: str, second: str, outcome: str, reason: str, against: str
) -> None:
    for a, b in ((first, second), (second, first)):
        found = net.compare(a, b)
        assert found.outcome == outcome, found
        assert any(reason in words for words in found.reasons) or not reason, found
        assert any(against in words for words in found.against) or not against, found


def test_nobody_of_the_name_is_told(net: Network) -> None:
    with pytest.raises(LookupError):
        net.compare("Wang Wei (Lanzhou)", "Nobody Atall")
