"""Whether two names of one report are one person: forms of address and initials stand for names given elsewhere."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from extract.folding import fold, plain_letters
from extract.names_lexicon import honorifics
from extract.names_span import NameSpan

Sameness = Literal["same", "different", "maybe"]
GENERATIONS = {
    **dict.fromkeys(["jun", "junr", "jnr", "jr"], "junior"),
    **dict.fromkeys(["sen", "senr", "snr", "sr"], "senior"),
}
RANKS = frozenset(
    [
        "Dr.",
        "Prof.",
        "Gen.",
        "Sheikh",
        "Sayyid",
        "Prince",
        "Princess",
        "King",
        "Engr.",
        "Alhaji",
        "Datuk",
        "Dato",
        "Tan Sri",
        "Hon.",
    ]
)
"""Forms of address that go with a first name where the family comes last or there is none."""
STYLES = frozenset(["H.E.", "H.H.", "HRH"])
"""What precedes a rank, or stands alone: one report has 'HH Sayyid Fahd' and 'Sayyid Fahd bin Mahmood'."""
FATHERS = frozenset(["bin", "bint", "binti", "ibn"])


def same_person_within_report(a: NameSpan, b: NameSpan) -> Sameness:
    """Compare two names of one report, where forms of address and initials stand for names given elsewhere.

    'same': one is a form of the other and nothing speaks against it ('Mr. Stowe', 'E. Stowe' and 'Edna Stowe',
    'Zhengxin' and 'Zheng Xin');
    the caller must see to it that only one person fits. 'different': another surname, another given name or
    initial, Mr. against Ms., senior against junior. 'maybe': only a given name or a bare surname in common.
    """
    first, first_generation, parts = _tokens(a.name)
    second, second_generation, other_parts = _tokens(b.name)
    if a.style == b.style == "pinyin" and first != second:
        return "different"
    family = _fold_family(a.family)
    kin = family == _fold_family(b.family) != ""
    if not kin and parts.isdisjoint(other_parts) and "".join(first) != "".join(second):
        return "different"
    if _contradict(_gender(a), _gender(b)):
        return "different"
    if _contradict(first_generation, second_generation):
        return "different"
    if first == second:
        return "same"
    if len(first) == 2 and first == second[::-1] and min(map(len, first)) > 1:
        return "same"  # 'Ogawa Tetsuo' and, lower on the page, 'Tetsuo Ogawa'
    if _fathered(first) and _fathered(second) and first[0] != second[0]:
        return "different"  # 'Salman bin Aziz' is the father of 'Mohammed bin Salman bin Aziz'
    short, long = sorted((first, second), key=lambda tokens: (len(tokens), tokens))
    if len(short) == 1 and short[0] == "".join(long):
        return "same"
    if kin:
        return _same_family(a, b)
    if len(short) == 1 and short[0] == long[0] and _same_address(a.honorific, b.honorific):
        return "same"  # 'Dr Maria' behind 'Dr Maria Antonia'
    if len(short) == 1:
        return "maybe" if short[0] in long else "different"
    return "same" if _inside(short, long) else "different"


def _same_address(a: str, b: str) -> bool:
    """Whether two people are addressed alike: 'Sheikh Fahd' and 'HH Sheikh Fahd' are."""
    ranks = {a, b} - STYLES
    return len(ranks) == 1 and ranks <= RANKS and not (a in STYLES and b in STYLES)


def _fathered(tokens: list[str]) -> bool:
    return len(tokens) > 2 and tokens[1] in FATHERS


def _contradict(a: str, b: str) -> bool:
    return bool(a and b) and a != b


@lru_cache(maxsize=1)
def _genders() -> dict[str, str]:
    return {honorific.normal: honorific.gender for honorific in honorifics().values()}


def _gender(span: NameSpan) -> str:
    return _genders().get(span.honorific, "")


@lru_cache(maxsize=1 << 17)
def _tokens(name: str) -> tuple[list[str], str, frozenset[str]]:
    """The words of a folded name, in order and as a set, without 'junior' or 'senior', and which of these it is."""
    tokens = fold(name).split()
    generation = GENERATIONS.get(tokens[-1], "") if len(tokens) > 2 else ""
    if generation:
        del tokens[-1]
    return tokens, generation, frozenset(tokens)


@lru_cache(maxsize=1 << 16)
def _fold_family(family: str) -> str:
    return plain_letters(family).replace(" ", "")


def _same_family(a: NameSpan, b: NameSpan) -> Sameness:
    short, long = sorted((_given(a), _given(b)), key=lambda given: (len(given), given))
    if not short:
        bare = a if not _given(a) else b
        return "same" if bare.honorific or bare.style == "honorific" else "maybe"
    return "same" if _fits(short, long) else "different"


def _given(span: NameSpan) -> list[str]:
    if span.style == "pinyin":
        return [plain_letters(span.given).replace(" ", "")]
    return plain_letters(span.given).split()


def _fits(short: list[str], long: list[str]) -> bool:
    """Tell whether given names fit in order; an initial alone must be that of the first name."""
    at, exact = 0, False
    for number, part in enumerate(short):
        while at < len(long) and not _compatible(part, long[at]):
            at += 1
        if at == len(long):
            return False
        exact = exact or (part == long[at] and len(part) > 1)
        if number == 0 and at > 0 and not exact:
            return False
        at += 1
    return True


def _compatible(a: str, b: str) -> bool:
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return a == b


def _inside(short: list[str], long: list[str]) -> bool:
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))
